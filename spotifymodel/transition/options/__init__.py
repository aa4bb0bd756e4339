"""Other plans for the same blueprint: alternatives, the curve of disruption against coverage, and tables that compare them."""
