"""Two charts in one picture: before and after, and what differs."""
