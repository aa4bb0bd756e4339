"""From one organisation to another: proposals, repairs, differences."""
