"""Facts files: what a desk knows for sure, read, turned into claims, and examined for faults of their own."""
