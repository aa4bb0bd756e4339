"""The report outputs, one file each."""
