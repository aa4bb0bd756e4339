"""Rules about charts in sequence: what a transition may not lose on the way."""
