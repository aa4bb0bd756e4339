"""The line organisation as silos: what a unit says, and how its box is drawn."""
