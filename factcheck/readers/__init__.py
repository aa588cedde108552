"""Bytes to Articles: a format a file."""
