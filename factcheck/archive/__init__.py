"""Where the claims of articles that have been read are kept: one SQLite file, or a PostgreSQL database."""
