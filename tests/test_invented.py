"""Consistent articles of many kinds, invented for the purpose: nothing may be found in them."""

from pathlib import Path

import pytest

from factcheck.domain import Severity
from factcheck.pipeline import KNOWN_CHECKS, Settings, check
from factcheck.rulebook import load_rulebook

INVENTED = Path(__file__).parent.parent / "benchmarks" / "invented"


@pytest.mark.parametrize("group", sorted(path.name for path in INVENTED.iterdir() if path.is_dir()))
def test_nothing_is_found_in_consistent_articles(group: str) -> None:
    settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS), root=INVENTED)
    result = check([INVENTED / group / "clean"], settings)
    assert len(result.articles) > 30
    told = [finding for finding in result.findings if finding.severity is not Severity.NOTE]
    assert [f"{finding.primary.article}: {finding.rule} {finding.message}" for finding in told] == []
