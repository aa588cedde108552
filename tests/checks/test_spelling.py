"""P101 within an article: one of several mentions of a name with one letter changed, doubled, dropped or swapped."""

import pytest

from factcheck.domain import Finding
from factcheck.pipeline import KNOWN_CHECKS, Settings, check_texts
from factcheck.rulebook import load_rulebook

LEAST_SHARE = 0.8
PEOPLE = [  # a person, and four slips: changed, doubled, dropped, swapped
    ("Ingrid", "Halvorsen", "Halvorzen", "Hallvorsen", "Halvrsen", "Havlorsen"),
    ("Tomas", "Berglund", "Bergland", "Bergglund", "Berglnd", "Bergulnd"),
    ("Pablo", "Arriaga", "Arriega", "Arriagga", "Ariaga", "Arraiga"),
    ("Nikolai", "Petrenko", "Petranko", "Petrennko", "Petreno", "Petrneko"),
    ("Fatima", "Benhaddou", "Benhaddau", "Bennhaddou", "Benhadou", "Benhdadou"),
    ("Kwame", "Asante", "Asente", "Assante", "Asnte", "Asnate"),
    ("Rashid", "Karimov", "Karinov", "Karrimov", "Karmov", "Kairmov"),
    ("Hiroshi", "Tanaka", "Tanoka", "Tannaka", "Tanka", "Taanka"),
    ("Marek", "Kowalczyk", "Kovalczyk", "Kowwalczyk", "Kowalczk", "Kowaclzyk"),
    ("Giulia", "Ferrante", "Ferranti", "Ferrannte", "Ferante", "Ferratne"),
    ("Sanjay", "Mehrotra", "Mehratra", "Mehrrotra", "Mehrota", "Mehrorta"),
    ("Elsbeth", "Hartmann", "Hartmonn", "Harttmann", "Hartman", "Hatrmann"),
    ("Colin", "Radcliffe", "Radclyffe", "Raddcliffe", "Radcliff", "Radclfife"),
    ("Omar", "al-Hashimi", "al-Hasheme", "al-Hasshimi", "al-Hashmi", "al-Hahsimi"),
]
REPORTS = [
    "Finance Minister {full} presented the plan in Oslo. {one} promised help. Critics said {two} had no money.",
    'Police arrested {full} at the airport. Lawyers for {one} denied the charges. "I am ill," {two} told the court.',
    "{full} won the race in Lyon. It was the first win for {one} this year. Sponsors of {two} were pleased.",
]
PLACES = [
    ("Kremenets", "Kremenats", "Kremmenets", "Kremenes", "Krmeenets"),
    ("Bujumbura", "Bujambura", "Bujummbura", "Bujumbra", "Bujmubura"),
    ("Gjirokaster", "Gjirakaster", "Gjirokasster", "Gjrokaster", "Gjriokaster"),
    ("Mariupol", "Mariopol", "Marriupol", "Mariupl", "Mairupol"),
    ("Chittagong", "Chittegong", "Chittagoong", "Chitagong", "Chittagogn"),
    ("Tarragona", "Tarrogona", "Tarragonna", "Taragona", "Tarargona"),
    ("Kandahar", "Kandehar", "Kanndahar", "Kandhar", "Kandhaar"),
    ("Lubumbashi", "Lubambashi", "Lubumbasshi", "Lubumbshi", "Lubumabshi"),
]
FLOOD = "Flood water reached {0} on Monday. Roads to {0} were cut. Aid was flown to {1}, the governor said."
SILENT = [
    "Jakob Ökonen won in Lahti. Ökonen beat two Okonens. The twins Marko and Mika Okonen came fourth and ninth.",
    "The pass links Tirol with Italy. Most lorries drive on through South Tyrol to the plain.",
    "The rocket put Zephyr-3 into orbit. Zephyr-3 weighs a ton. It replaces Zephyr-2, which failed.",
    "The project, Fauna Ibérica, began in 1990. The Iberian lynx was its first success.",
    "Ivan Gusev met Anna Guseva. The Gusevs have two sons, and Gusev said they were well.",
    "Peter Hartmann beat Paul Hartman. Hartmann was tired. Later Hartman left the court.",
    "Peter Hansen beat Paul Hanson. Hansen was tired. Later Hanson left the court.",
    "Mayor Peter Hansen spoke. Hansen was tired. The crowd cheered when coach Hanson arrived.",
    "Peter Hansen spoke in Oslo. Hansen met Hanson, and Hanson was tired. Hanson left.",
    "Trade between Austria and Australia grew. Austria sells cars, Austria said. Australia sells coal.",
    "Niger and Nigeria closed the border. Nigeria said Niger had no choice.",
    "Germany won. The Germans were pleased, and Germany celebrated.",
    "The two Koreas met. North Korea said Koreans were one people.",
    "Chen Guang met Chen Guan. Both left.",
    "Maria Banks spoke. Banks was tired. Bankers were not.",
    "Michel Laurent met Michael Laurent. Michel spoke first.",
    "The road from Vareska to Varenka was closed. Vareska has no school.",
    "In Kashmir, the Kashmiri leader Ali Shah spoke. Kashmir was quiet.",
]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(load_rulebook(select=["P101"], known_checks=KNOWN_CHECKS))


def found(settings: Settings, text: str) -> list[Finding]:
    return list(check_texts([f"date 2025-03-03 {text}"], settings).findings)


def _report(template: str, given: str, full: str, one: str, two: str) -> str:
    return template.format(full=f"{given} {full}", one=one, two=two)


@pytest.mark.parametrize("template", REPORTS)
def test_most_slips_in_a_persons_name_are_found(template: str, settings: Settings) -> None:
    tried = hits = 0
    for given, name, *slips in PEOPLE:
        assert found(settings, _report(template, given, name, name, name)) == []
        for slip in slips:
            for names in ((slip, name, name), (name, slip, name), (name, name, slip)):
                tried += 1
                hits += len(found(settings, _report(template, given, *names))) == 1
    assert hits >= LEAST_SHARE * tried


def test_most_slips_in_a_places_name_are_found(settings: Settings) -> None:
    results = [len(found(settings, FLOOD.format(name, slip))) for name, *slips in PLACES for slip in slips]
    assert all(found(settings, FLOOD.format(name, name)) == [] for name, *_ in PLACES)
    assert sum(result == 1 for result in results) >= LEAST_SHARE * len(results)


@pytest.mark.parametrize("text", SILENT)
def test_two_names_are_not_one_misspelt(text: str, settings: Settings) -> None:
    assert found(settings, text) == []
