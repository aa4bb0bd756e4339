"""The wall of tribes: what a card says of a tribe, and how a card is drawn."""
