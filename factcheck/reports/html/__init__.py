"""A result as one page that needs no network: what was found, the stories, and what was not looked at."""
