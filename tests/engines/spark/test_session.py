"""What is said where Spark can't be run."""

import sys
from types import SimpleNamespace

import pytest

from factcheck.engines.spark.session import session, work_folder
from factcheck.errors import UsageError


def test_without_pyspark_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(UsageError, match=r"factcheck-news\[spark\]"):
        session()


def test_without_java_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(UsageError, match="install a JRE or set JAVA_HOME"):
        session()


def test_a_cluster_needs_a_folder_that_its_workers_see() -> None:
    cluster = SimpleNamespace(sparkContext=SimpleNamespace(master="yarn"))
    with pytest.raises(UsageError, match="--work"), work_folder(cluster, None):  # type: ignore[arg-type]
        pass
    with work_folder(cluster, "hdfs:///work") as folder:  # type: ignore[arg-type]
        assert folder == "hdfs:///work"


def test_a_local_folder_is_gone_afterwards() -> None:
    from pathlib import Path

    here = SimpleNamespace(sparkContext=SimpleNamespace(master="local[2]"))
    with work_folder(here, None) as folder:  # type: ignore[arg-type]
        assert Path(folder).is_dir()
    assert not Path(folder).exists()
