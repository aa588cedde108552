"""A result to text, a format a file."""
