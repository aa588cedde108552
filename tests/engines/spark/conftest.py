"""A Spark session for the tests; where Spark can't be run they are skipped, but never in CI."""

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def missing() -> str | None:
    packages = [name for name in ("pyspark", "pyarrow", "pandas", "warcio") if find_spec(name) is None]
    if packages:
        return f"{', '.join(packages)} is not installed"
    return None if shutil.which("java") or os.environ.get("JAVA_HOME") else "there is no Java"


@pytest.fixture(scope="session")
def cluster() -> "Iterator[SparkSession]":
    """Give a session of two cores that tries a task four times."""
    if reason := missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.driver.memory": "1g",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master("local[2,4]").appName("tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    yield spark
    spark.stop()
