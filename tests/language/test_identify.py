import time

import pytest

from factcheck.language.identify import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in Riga to talk about fish.", "en"),
        ("date 2025-03-03 The paper Известия wrote that the ministers met in Riga to talk about fish.", "en"),
        ("Bayern 2 Dortmund 1", "en"),
        ("OSLO", "en"),
        ("12 345", "en"),
        ("Steel workers end strike", "en"),
        ("Mr. Ng and Mrs. De Sa told the court that Ms. Ng was away.", "en"),
        ("THE MINISTERS MET IN RIGA TO TALK ABOUT THE FISH OF THE GULF.", "en"),
        ("date 2025-03-03 Die Minister trafen sich in Riga und sprachen über die Fischerei.", "de"),
        ("DIE MINISTER TRAFEN SICH IN RIGA UND SPRACHEN ÜBER DIE FISCHEREI.", "de"),
        ("Les ministres se sont réunis à Riga pour parler de la pêche.", "fr"),
        ("Los ministros se reunieron en Riga para hablar de la pesca.", "es"),
        ("Os ministros reuniram-se em Riga para falar sobre a pesca, disse o governo.", "pt"),
        ("I ministri si sono incontrati a Riga per parlare di pesca.", "it"),
        ("De ministers kwamen bijeen in Riga om over de vis te praten.", "nl"),
        ("Ministrowie spotkali się w Rydze i rozmawiali o rybach.", "pl"),
        ("Министры встретились в Риге и говорили о рыбе.", "ru"),
        ("Міністри зустрілися в Ризі та говорили про рибу, що є важливим.", "uk"),
        ("Οι υπουργοί συναντήθηκαν στη Ρίγα.", "el"),
        ("部長們在里加開會討論漁業問題", "zh"),
        ("大臣たちはリガで会合し、漁業について話し合った。", "ja"),
        ("वे रीगा में मिले", "hi"),
        (" ".join(f"Xqz{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "und"),
    ],
)
def test_language_is_told_by_script_and_small_words(text, language, lexicon):
    assert language_of(text, lexicon) == language


def test_a_long_foreign_quotation_leaves_an_english_article_english(lexicon):
    text = (
        "The minister said in Spanish: “No es la primera vez que los barcos de la flota se quedan en el puerto.” "
        "The fleet of the northern ports has stayed in since the storm, and it was not clear when it would leave. "
        "He said that the boats are safe and that the crews have been paid for the days which they lost."
    )
    assert language_of(text, lexicon) == "en"


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("Riga – Tallinn 3:1", "lv", "lv"),
        ("Riga – Tallinn 3:1", None, "en"),
        ("The ministers met in Riga and talked about fish.", "lv", "en"),
        ("Die Minister trafen sich in Riga und sprachen über die Fische der Ostsee.", "en", "de"),
        ("3:1", "sv", "sv"),
    ],
)
def test_a_stated_language_counts_where_the_words_tell_none(text, stated, language, lexicon):
    assert language_of(text, lexicon, stated=stated) == language


@pytest.mark.parametrize("text", ["a" * 1_000_000, "и " * 500_000, " " * 1_000_000, "漢" * 1_000_000])
def test_a_megabyte_takes_no_time(text, lexicon):
    began = time.perf_counter()
    language_of(text, lexicon)
    assert time.perf_counter() - began < 0.5
