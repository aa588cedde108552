"""Article to sentences with mentions."""
