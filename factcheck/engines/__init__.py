"""How the map and the reduce are run."""
