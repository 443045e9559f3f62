"""Tests of setting up the hub and changing it."""
