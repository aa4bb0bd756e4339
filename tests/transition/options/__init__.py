"""Tests of other plans for the same blueprint."""
