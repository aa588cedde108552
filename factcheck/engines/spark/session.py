"""A Spark session: the one that spark-submit has made, or a local one."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_ROWS = "256"  # rows that a Python worker is sent at once; an article's row has some hundred kilobytes


def session(master: str | None = None) -> "SparkSession":
    """Return the running session, or a new one of the given master; Spark's own settings decide all else.

    Raises UsageError where PySpark or Java is missing.
    """
    try:
        import pandas as pd  # noqa: F401 (Spark's functions over Arrow ask for it)
        import pyarrow as pa  # noqa: F401
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("PySpark is not installed", hint="pip install 'factcheck-news[spark]'") from error
    _require_java()
    # Workers on this machine run in this very environment; a cluster's configuration says what its workers run in.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("factcheck")
    if not sys.stderr.isatty():  # Spark would show its progress in a file too
        builder = builder.config("spark.ui.showConsoleProgress", "false")
    spark = (builder.master(master) if master is not None else builder).getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", _ROWS)
    return spark


def _require_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not (shutil.which("java") or (home and (Path(home) / "bin" / "java").exists())):
        raise UsageError("Spark needs Java 17 or newer, and there is none", hint="install a JRE or set JAVA_HOME")


@contextmanager
def work_folder(spark: "SparkSession", given: str | None) -> Iterator[str]:
    """Give the folder in which a run keeps its stages: the given one, or a temporary one where all is one machine.

    Raises UsageError on a cluster without one: its workers share no temporary folder.
    """
    if given is not None:
        yield given
    elif (spark.sparkContext.master or "local").startswith("local"):
        with TemporaryDirectory(prefix="factcheck-") as folder:
            yield folder
    else:
        raise UsageError("a cluster needs a folder that all its workers see", hint="name one with --work")
