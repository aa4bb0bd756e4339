"""What a proposal promises."""
