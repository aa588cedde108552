"""Which claims of one key speak of the same thing."""
