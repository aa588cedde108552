"""The map and the reduce on a Spark cluster: the stages are those of the local engine, Spark only carries values."""
