"""The figures of the whitepaper, drawn from its typed data: the tribe, the roles over the life cycle, 1.0 beside 2.0."""
