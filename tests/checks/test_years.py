"""D108, D112 and P102: how long ago something was, against its date."""

import pytest

from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

FIRING = {
    "D108": [
        "The two countries marked the 30th anniversary of the establishment of diplomatic relations in 1962.",
        "The party celebrates the 40th anniversary of its founding in 1947.",
        "Veterans gathered for the 50th anniversary of the battle of 1937.",
        "This year marks the 100th anniversary of the 1917 revolution.",
        "The firm, founded in 1920, celebrates its 50th anniversary.",
        "Thousands marched on the 20th anniversary of the coup in 1967.",
        "The nation celebrates the 60th anniversary of independence, which it gained in 1947.",
        "Orient Lyon marked its 75th anniversary on Saturday. It was founded in 1907 by two bakers.",
        "The choir celebrates its 50th anniversary with a ball. Nobody will sing. The choir was founded in 1937.",
        "A fair opened for the bank's 100th birthday. Founded in 1907 by a priest and a baker, it has no shareholders.",
        "Pupils came to the 40th anniversary celebrations of Lyon High School. The school was established in 1947.",
        "Envoys met on the 30th anniversary of the establishment of relations. They established relations in 1957.",
        "Bells rang on the 20th anniversary of the collapse of the town bridge. The bridge fell on 15 April 1975.",
        "Bells rang on the 20th anniversary of the collapse of the town bridge. The bridge fell on 15 April 1976.",
        "Malta and Chad mark the 30th anniversary of the ties they established on 17 April 1968.",
    ],
    "D112": [
        "The mine closed five years ago, in 1985, after a fire.",
        "Ten years ago, in 1980, the mine closed.",
        "The mine closed three years ago (1990).",
        "The bridge was built 20 years ago, in 1957.",
        "The singer died two months ago, on 3 January 1996.",
        "The treaty was signed four years ago in 1990.",
        "He joined the bank in 1980. Six years later, in 1992, he left it.",
        "The fire broke out on 3 March 1997. Four days later, on 12 March, the mine closed.",
        "The walkout began on 1 April and lasted four weeks.",
        "The play began at 7 p.m. and ended at 11 p.m., six hours later.",
        "It ended a term that began in May 1994 and lasted just under five years.",
    ],
    "P102": [
        "Rosa Quispe, 58, was born in Cusco in 1954.",
        "Born in Cusco on 3 May 1954, the 58-year-old Quispe studied law.",
        "The 68-year-old was born in Lima in 1954.",
        "Quispe, a 68-year-old teacher who was born in 1954, won.",
        "Rosa Quispe, 68, won the vote. She was born in Lima in 1954.",
        "Rosa Quispe, 68, won the vote. She was born in Lima on 1 December 1930.",
        "The poet Rosa Quispe, who won in 1990, died on Monday at the age of 71. She was born in Lima on 2 May 1931.",
        "Rosa Quispe, who has died aged 74, sang for kings. Born in Lima on 2 May 1926, she left school at 12.",
        "Rosa Quispe died on Monday, her family said. She was 58. She was born Rosa Inés Vargas in Lima on 2 May 1931.",
    ],
}
SILENT = [
    "Orient Lyon marked its 90th anniversary on Saturday. It was founded in 1907 by two bakers.",
    "Orient Lyon marks its 10th anniversary in the top league. It was founded in 1907 by two bakers.",
    "Orient Lyon marked its 50th anniversary on Saturday. It was founded in 1907, and again in 1947.",
    "The band marked the 10th anniversary of its first album. The band was founded in 1977.",
    "The band marked the 10th anniversary of the band's first album. The band was founded in 1977.",
    "The town marked the 50th anniversary of the sinking of the ferry. The town was founded in 1907.",
    "The town marked its 500th anniversary on Saturday. The club was founded in 1907.",
    "The club kept its delayed 50th anniversary on Saturday. The club was founded in 1944.",
    "Bells rang on the 20th anniversary of the collapse of the town bridge. The bridge was rebuilt on 15 April 1990.",
    "The town rang its bells on the 20th anniversary of the flood of 1977. The bridge fell on 15 April 1955.",
    "The party celebrates the 50th anniversary of its founding in 1947.",
    "Next year the city marks the 500th anniversary of its founding in 1498.",
    "The museum marks the 100th anniversary of the birth of the poet, who won a prize in 1937.",
    "The town marked the 50th anniversary of the end of the war in 1995.",
    "The 10th anniversary of the club comes two years after the fire of 1995.",
    "They celebrated the 25th anniversary of their wedding in Rome in 1990.",
    "The club celebrated its 50th anniversary in 1957.",
    "On the 20th anniversary of the accident, a plant opened in 1990 was closed.",
    "Five years ago in Chile, the mine that closed in 1985 burned.",
    "A year ago, in April 1996, the mine closed.",
    "The bridge was built 20 years ago, in 1976.",
    '"It closed three years ago, in 1990," he said.',
    "More than three years ago, in 1990, the mine closed.",
    "He joined the bank in 1980. Twelve years later, in 1992, he left it.",
    "He joined the bank in 1980 and had risen to its head by then. Six years later, in 1992, he left it.",
    "He joined the bank in 1980. It grew. Six years later, in 1992, he left it.",
    "In 1986 the bank grew. He had joined it in 1980. Six years later, in 1992, he left it.",
    "He joined the bank in 1980. About six years later, in 1992, he left it.",
    "The walkout began on 1 April and lasted two weeks.",
    "The play began at 7 p.m. and ended at 11 p.m., four hours later.",
    "The play began at 7 p.m. and ended at 1 a.m., six hours later.",
    "The doors opened at 5 p.m. The play began at 7 p.m. and ended at 11 p.m., six hours later.",
    "The play began at 7 p.m. and ended at 11 p.m., about six hours later.",
    "The play began at 7 p.m. and ended at 11 p.m., and six hours later the hall burned.",
    "The walkout began on 1 April and is to last four weeks.",
    "The walkout began on 1 April 1990 and lasted four weeks.",
    "Rosa Quispe, 42, was born in Cusco in 1954.",
    "Rosa Quispe, 68, has a daughter who was born in 1954.",
    "Rosa Quispe, 68, met Julio Vargas, who was born in 1954.",
    "Rosa Quispe, 68, spoke. The school where she taught was born in 1954.",
    "Rosa Quispe was born in 1954. Her husband, 68, is a judge.",
    "Rosa Quispe, 68, sings. Her first son was born in 1954.",
    "Rosa Quispe died on Monday aged 66. She was born in Lima on 2 May 1931.",
    "Rosa Quispe died on Monday aged 66. Her son Julio Vargas sang. He was born on 2 May 1961.",
    "Rosa Quispe's mother died on Monday aged 91. Quispe was born on 2 May 1941.",
    "Rosa Quispe, who died in 1990 aged 66, was a poet. She was born on 2 May 1924.",
    "Julio Vargas, who heard Rosa Quispe, died on Monday aged 91. Quispe was born on 2 May 1941.",
]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(select=list(FIRING), known_checks=KNOWN_CHECKS))


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in FIRING.items() for text in texts])
def test_a_length_of_time_that_its_date_denies_is_found(code: str, text: str, settings: Settings) -> None:
    (finding,) = check_texts([f"date 1997-04-15 {text}"], settings).findings
    assert finding.rule == code


@pytest.mark.parametrize("text", SILENT)
def test_it_is_silent(text: str, settings: Settings) -> None:
    assert check_texts([f"date 1997-04-15 {text}"], settings).findings == ()


@pytest.mark.parametrize("texts", FIRING.values(), ids=FIRING)
def test_an_article_without_a_date_has_nothing_to_count_to(texts: list[str], settings: Settings) -> None:
    assert check_texts(texts[:1], settings).findings == ()
