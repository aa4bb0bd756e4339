"""Rules about regulation: review of products, compliance, the independent second line."""
