"""What the tests of checks share: a run over texts, as a user would see it."""

from collections.abc import Callable

import pytest

from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook


@pytest.fixture(scope="session")
def found() -> Callable[..., list[tuple[str, str]]]:
    """Return a function from a rule's code and texts to the variant-free places of its findings: (path, text).

    Every rule runs, those too that are off unless selected.
    """
    settings = Settings(load_rulebook(known_checks=KNOWN_CHECKS).with_all_rules())

    def run(code: str, *texts: str) -> list[tuple[str, str]]:
        dated = [text if text.startswith("date ") else f"date 2025-03-03 {text}" for text in texts]
        findings = check_texts(dated, settings).findings
        return [(finding.primary.path, finding.primary.text) for finding in findings if finding.rule == code]

    return run
