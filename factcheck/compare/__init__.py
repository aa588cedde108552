"""Two claims of the same thing to a verdict, by value."""
