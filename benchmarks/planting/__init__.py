"""Contradictions to plant into clean articles, each with a control; it knows nothing of how the checker reads."""
