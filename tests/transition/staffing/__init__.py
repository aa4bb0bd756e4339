"""Tests of who gets which seat."""
