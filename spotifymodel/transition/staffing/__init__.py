"""Who sits where: classes of people flow to the seats of squads, proven tier by tier."""
