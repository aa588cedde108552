"""Mentions to claims with keys: a kind a file."""
