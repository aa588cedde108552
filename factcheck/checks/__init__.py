"""The checks, a family a file; each yields places and values."""
