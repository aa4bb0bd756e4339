"""What mutation testing needs besides the tests."""
