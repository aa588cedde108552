"""Article to mentions: sentences and their parse, times, quantities, names, offices, quotations."""

import os

# One thread for matrices: they are small, and whoever wants all cores gives each article one (--jobs). Read by numpy
# when it is first imported, which nothing but spaCy does here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
