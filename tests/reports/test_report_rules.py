"""A rule explained from its YAML."""

from factcheck.reports.layout import Layout
from factcheck.reports.rules import explain
from factcheck.rule import Rule


def test_a_rule_leads_to_its_page() -> None:
    rule = Rule(code="X101", name="desk-rule", summary="A rule of the desk.", status="planned")
    assert "https" not in explain(rule, Layout())
    led = Rule(
        code="X101",
        name="desk-rule",
        summary="A rule of the desk.",
        status="planned",
        url="https://desk.example/style#dates",
    )
    assert explain(led, Layout()).endswith("\n\nSee https://desk.example/style#dates\n")
