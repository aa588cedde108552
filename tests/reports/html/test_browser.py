"""The report in a real browser: read, filtered, walked by keyboard, in the dark, and with hostile articles."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.domain import Location, Result, Verdict
from factcheck.pipeline import Settings, check_texts
from factcheck.reports.html.page import render_html
from factcheck.reports.layout import Layout

CARD = "#list > article"
HOSTILE = (
    "<script>alert(1)</script> \"><img src=x onerror=alert(2)> '><svg onload=alert(3)> </style></script><b>bold</b> "
    "\u202eevil\u2066 \x00\x07\x1b[31m &lt;i&gt; javascript:alert(4)"
)


def test_the_seeds_error_stands_there_with_both_passages(opened: Callable[..., object], seeds_page: Path) -> None:
    page = opened(seeds_page).page
    card = page.locator(CARD).first
    assert card.locator("h3").inner_text().split() == ["error", "D101", "event-after-publication"]
    assert "February 7 is 2 days after the article was published (2025-02-05)" in card.locator(".why").inner_text()
    passages = card.locator(".passage")
    assert passages.nth(0).locator("mark").inner_text() == "February 7"
    assert passages.nth(1).locator("mark").inner_text() == "2025-02-05"
    left, right = passages.nth(0).bounding_box(), passages.nth(1).bounding_box()
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]


def test_only_the_differing_words_of_a_quotation_are_marked(opened: Callable[..., object], seeds_page: Path) -> None:
    card = opened(seeds_page).page.locator(f"{CARD}[data-rule=Q201]").first
    assert card.locator("mark").all_inner_texts() == ["you", "we"]


def test_filters(opened: Callable[..., object], seeds_page: Path) -> None:
    page = opened(seeds_page).page
    seen = page.locator(f"{CARD}:visible")
    every = seen.count()
    assert page.inner_text("#count") == f"{every} findings"
    page.uncheck("[name=severity][value=note]")
    assert [card.get_attribute("data-severity") for card in seen.all()] == ["error", "warning"]
    assert page.inner_text("#count") == f"2 of {every} findings"
    page.click("text=Show all")
    page.select_option("[name=rule]", "P104")
    assert {card.get_attribute("data-rule") for card in seen.all()} == {"P104"}
    page.click("text=Show all")
    page.select_option("[name=articles]", index=1)
    assert 0 < seen.count() < every
    page.click("text=Show all")
    page.select_option("[name=stories]", "1")
    assert {card.get_attribute("data-stories") for card in seen.all()} == {"1"}
    page.goto(f"{seeds_page.as_uri()}#finding-{every}")
    assert page.locator(f"#finding-{every}").is_visible()


def test_by_keyboard_alone(opened: Callable[..., object], seeds_page: Path) -> None:
    page = opened(seeds_page).page

    def focused() -> str:
        return str(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name"))

    def tab_to(words: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if words in focused():
                return
        pytest.fail(f"the Tab key does not lead to {words!r}")

    page.keyboard.press("Tab")
    assert focused() == "Skip to the findings"
    page.keyboard.press("Enter")
    tab_to("severity")
    page.keyboard.press("Space")
    assert page.locator(f"{CARD}[data-severity=error]:visible").count() == 0
    page.keyboard.press("Space")
    tab_to("D101")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("j")
    assert "Q201" in focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert "Q201" in focused()
    tab_to("passages")
    page.keyboard.press("Enter")
    assert page.locator("#list details[open]").count() == 1


def test_letters_outside_the_list_are_left_alone(opened: Callable[..., object], seeds_page: Path) -> None:
    page = opened(seeds_page).page
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_switch_overrules_the_system(opened: Callable[..., object], seeds_page: Path, system: str) -> None:
    page = opened(seeds_page, color_scheme=system).page

    def darkness() -> int:
        shade = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in shade.removeprefix("rgb(").removesuffix(")").split(","))

    before, pressed = darkness(), page.get_attribute("#theme", "aria-pressed")
    assert (before < 200, pressed) == (system == "dark", str(system == "dark").lower())
    page.focus("#theme")
    page.keyboard.press("Enter")
    assert (darkness() < 200) == (system == "light")
    assert page.get_attribute("#theme", "aria-pressed") != pressed


@pytest.mark.parametrize("report", ["seeds_page", "quake_page"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing(
    opened: Callable[..., object], axe: object, report: str, theme: str, width: int, request: pytest.FixtureRequest
) -> None:
    # high enough for all to be drawn: what is out of sight is laid out late
    path = request.getfixturevalue(report)
    page = opened(path, color_scheme=theme, viewport={"width": width, "height": 12_000}).page
    for summary in page.locator("summary").all():
        summary.click()
    found = axe.run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert {"color-contrast", "svg-img-alt", "heading-order"} <= {rule["id"] for rule in found.response["passes"]}
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found.response["violations"]] == []


def test_a_phone_needs_no_scrolling_sideways(opened: Callable[..., object], seeds_page: Path) -> None:
    page = opened(seeds_page, viewport={"width": 320, "height": 700}).page
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_in_print_all_passages_are_open(opened: Callable[..., object], seeds_page: Path) -> None:
    page = opened(seeds_page, color_scheme="dark").page
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.locator(f"{CARD}[data-severity=note] mark").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_without_scripts_everything_is_read(opened: Callable[..., object], seeds_page: Path) -> None:
    page = opened(seeds_page, java_script_enabled=False).page
    assert page.locator("#filters").is_hidden()
    assert page.locator("#theme").is_hidden()
    assert page.locator(f"{CARD}:visible").count() == page.locator(CARD).count() > 0


def test_the_page_asks_for_nothing_and_has_no_fault(opened: Callable[..., object], seeds_page: Path) -> None:
    watched = opened(seeds_page)
    watched.page.click("#theme")
    assert watched.requests == [seeds_page.as_uri()]
    assert watched.faults == []


def test_a_hostile_article_does_nothing(opened: Callable[..., object], result: Result, tmp_path: Path) -> None:
    def hostile(place: Location) -> Location:
        sentence = f"He saw {HOSTILE} there."
        end = 7 + len(HOSTILE)
        return replace(
            place, path=f"{HOSTILE}.txt", text=HOSTILE, start=7, end=end, sentence=sentence, sentence_start=0
        )

    bad = replace(
        result,
        articles=tuple(
            replace(record, path=f"{HOSTILE}.txt", title=HOSTILE, source=HOSTILE) for record in result.articles
        ),
        findings=tuple(
            replace(
                finding,
                message=HOSTILE,
                name=HOSTILE,
                rule=HOSTILE,
                primary=hostile(finding.primary),
                related=tuple(replace(other, place=hostile(other.place)) for other in finding.related),
            )
            for finding in result.findings
        ),
        pairs=tuple(
            replace(pair, why=HOSTILE, attribute=HOSTILE, a_place=hostile(pair.a_place)) for pair in result.pairs
        ),
        claims=tuple(replace(claim, place=hostile(claim.place), attribute=HOSTILE) for claim in result.claims),
        left_out={HOSTILE: 1},
        skipped={HOSTILE: 2},
    )
    path = tmp_path / "hostile.html"
    path.write_text(render_html(bad, Layout(notes=True, show=frozenset(Verdict))), encoding="utf-8")
    watched = opened(path)
    for link in watched.page.locator("#list h3 a").all():
        link.click()
    assert watched.faults == []
    assert {url.partition("#")[0] for url in watched.requests} == {path.as_uri()}
    assert watched.page.locator("main :is(script, img, b), main svg[onload]").count() == 0
    shown = watched.page.locator(".place").first.text_content()
    assert '<script>alert(1)</script> "><img src=x onerror=alert(2)>' in shown
    assert "\\u202eevil\\u2066 \\x00\\x07\\x1b[31m &lt;i&gt;" in shown


def test_a_hostile_article_that_is_wrong_too_does_nothing(
    opened: Callable[..., object], settings: Settings, tmp_path: Path
) -> None:
    article = (
        'date 2025-03-03 <script>alert(1)</script> "><img src=x onerror=alert(2)> wins\n\n'
        "The ministers of <b onclick=alert(3)>Estonia</b> \u202e\x1b[2J met in Riga on March 6.\n"
    )
    checked = check_texts([article], settings)
    assert "D101" in {finding.rule for finding in checked.findings}
    path = tmp_path / "wrong.html"
    path.write_text(render_html(checked, Layout(notes=True)), encoding="utf-8")
    watched = opened(path)
    assert "The ministers of <b onclick=alert(3)>Estonia</b> \\u202e\\x1b[2J met" in watched.page.inner_text(
        "blockquote >> nth=0"
    )
    assert watched.faults == []
    assert watched.requests == [path.as_uri()]
    assert watched.page.locator("main :is(script, img, b)").count() == 0
