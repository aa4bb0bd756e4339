"""What if: somebody leaves, somebody must sit somewhere; and what an organisation can bear."""
