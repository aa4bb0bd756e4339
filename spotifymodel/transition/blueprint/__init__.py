"""What somebody wants: tribes, chapters and squads with their needs, and wishes about people."""
