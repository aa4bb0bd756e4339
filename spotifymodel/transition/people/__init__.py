"""What people of today can become."""
