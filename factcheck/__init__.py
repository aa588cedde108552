"""factcheck: a linter for facts in news articles."""

__version__ = "0.1.0"
