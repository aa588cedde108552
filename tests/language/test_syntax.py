"""Syntax in both label sets: Universal Dependencies as the shipped model gives them, ClearNLP as other pipelines do.

The documents are annotated by hand, so that these tests hold whatever the model makes of a sentence;
the last tests run the shipped model.
"""

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.domain import Modality
from factcheck.language import syntax
from factcheck.language.annotation import parse


def annotated(rows: str) -> Doc:
    """Build a document from lines of "word lemma tag pos dep head"; a head is given by its word."""
    fields = [line.split() for line in rows.strip().splitlines()]
    words = [row[0] for row in fields]
    return Doc(
        English().vocab,
        words=words,
        lemmas=[row[1] for row in fields],
        tags=[row[2] for row in fields],
        pos=[row[3] for row in fields],
        deps=[row[4] for row in fields],
        heads=[words.index(row[5]) for row in fields],
    )


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


HELD_UD = """
On         on         IN   ADP    case        February
February   February   NNP  PROPN  obl         held
7          7          CD   NUM    nummod      February
Okello     Okello     NNP  PROPN  nsubj       held
held       hold       VBD  VERB   ROOT        held
talks      talk       NNS  NOUN   obj         held
with       with       IN   ADP    case        head
the        the        DT   DET    det         head
head       head       NN   NOUN   nmod        talks
of         of         IN   ADP    case        region
the        the        DT   DET    det         region
region     region     NN   NOUN   nmod        head
"""
HELD_CLEARNLP = """
On         on         IN   ADP    prep        held
February   February   NNP  PROPN  pobj        On
7          7          CD   NUM    nummod      February
Okello     Okello     NNP  PROPN  nsubj       held
held       hold       VBD  VERB   ROOT        held
talks      talk       NNS  NOUN   dobj        held
with       with       IN   ADP    prep        talks
the        the        DT   DET    det         head
head       head       NN   NOUN   pobj        with
of         of         IN   ADP    prep        head
the        the        DT   DET    det         region
region     region     NN   NOUN   pobj        of
"""
BOYCOTT_UD = """
Parties    party      NNS  NOUN   nsubj       announced
announced  announce   VBD  VERB   ROOT        announced
the        the        DT   DET    det         boycott
boycott    boycott    NN   NOUN   obj         announced
of         of         IN   ADP    case        election
the        the        DT   DET    det         election
May        May        NNP  PROPN  compound    election
29         29         CD   NUM    nummod      May
election   election   NN   NOUN   nmod        boycott
"""
BOYCOTT_CLEARNLP = """
Parties    party      NNS  NOUN   nsubj       announced
announced  announce   VBD  VERB   ROOT        announced
the        the        DT   DET    det         boycott
boycott    boycott    NN   NOUN   dobj        announced
of         of         IN   ADP    prep        boycott
the        the        DT   DET    det         election
May        May        NNP  PROPN  compound    election
29         29         CD   NUM    nummod      May
election   election   NN   NOUN   pobj        of
"""
DECLARED_UD = """
It         it         PRP  PRON   nsubj       declared
declared   declare    VBD  VERB   ROOT        declared
Monday     Monday     NNP  PROPN  obj         declared
a          a          DT   DET    det         holiday
holiday    holiday    NN   NOUN   xcomp       declared
"""
DECLARED_CLEARNLP = """
It         it         PRP  PRON   nsubj       declared
declared   declare    VBD  VERB   ROOT        declared
Monday     Monday     NNP  PROPN  dobj        declared
a          a          DT   DET    det         holiday
holiday    holiday    NN   NOUN   oprd        declared
"""
CANCELLED_UD = """
Talks      talk       NNS  NOUN   nsubj:pass  cancelled
scheduled  schedule   VBN  VERB   acl         Talks
for        for        IN   ADP    case        Friday
Friday     Friday     NNP  PROPN  obl         scheduled
were       be         VBD  AUX    aux:pass    cancelled
cancelled  cancel     VBN  VERB   ROOT        cancelled
by         by         IN   ADP    case        Tonga
Tonga      Tonga      NNP  PROPN  obl:agent   cancelled
"""
CANCELLED_CLEARNLP = """
Talks      talk       NNS  NOUN   nsubjpass   cancelled
scheduled  schedule   VBN  VERB   acl         Talks
for        for        IN   ADP    prep        scheduled
Friday     Friday     NNP  PROPN  pobj        for
were       be         VBD  AUX    auxpass     cancelled
cancelled  cancel     VBN  VERB   ROOT        cancelled
by         by         IN   ADP    agent       cancelled
Tonga      Tonga      NNP  PROPN  pobj        by
"""
BEGAN_UD = """
Work       work       NN   NOUN   nsubj         began
began      begin      VBD  VERB   ROOT          began
Monday     Monday     NNP  PROPN  obl:unmarked  began
"""
BEGAN_CLEARNLP = """
Work       work       NN   NOUN   nsubj       began
began      begin      VBD  VERB   ROOT        began
Monday     Monday     NNP  PROPN  npadvmod    began
"""
BOTH = pytest.mark.parametrize


@BOTH("rows", [HELD_UD, HELD_CLEARNLP])
def test_a_clause_has_its_subject_and_object(rows: str) -> None:
    held = word(annotated(rows), "held")
    assert [token.text for token in syntax.subjects(held)] == ["Okello"]
    assert [token.text for token in syntax.objects(held)] == ["talks"]


@BOTH("rows", [HELD_UD, HELD_CLEARNLP])
def test_a_date_before_the_clause_is_its_adverbial(rows: str) -> None:
    doc = annotated(rows)
    assert syntax.is_adverbial_of(word(doc, "February"), word(doc, "held"))
    assert syntax.is_adverbial_of(word(doc, "7"), word(doc, "held"))
    assert not syntax.is_adverbial_of(word(doc, "region"), word(doc, "held"))


@BOTH("rows", [HELD_UD, HELD_CLEARNLP])
def test_a_phrase_knows_its_preposition_and_its_modifiers(rows: str) -> None:
    doc = annotated(rows)
    assert syntax.preposition(word(doc, "February")) == "on"
    assert syntax.preposition(word(doc, "talks")) is None
    assert [token.text for token in syntax.modifiers(word(doc, "head"))] == ["region"]


@BOTH("rows", [BOYCOTT_UD, BOYCOTT_CLEARNLP])
def test_a_date_inside_a_noun_phrase_is_no_adverbial(rows: str) -> None:
    doc = annotated(rows)
    assert not syntax.is_adverbial_of(word(doc, "May"), word(doc, "announced"))
    assert not syntax.is_adverbial_of(word(doc, "29"), word(doc, "announced"))
    assert syntax.noun_phrase_head(word(doc, "29")).text == "election"
    assert syntax.head_noun(doc[5:8]).text == "election"


@BOTH("rows", [DECLARED_UD, DECLARED_CLEARNLP])
def test_a_weekday_may_be_an_object(rows: str) -> None:
    doc = annotated(rows)
    assert [token.text for token in syntax.objects(word(doc, "declared"))] == ["Monday"]
    assert not syntax.is_adverbial_of(word(doc, "Monday"), word(doc, "declared"))


@BOTH("rows", [CANCELLED_UD, CANCELLED_CLEARNLP])
def test_a_date_belongs_to_the_participle_that_it_follows(rows: str) -> None:
    doc = annotated(rows)
    assert syntax.is_adverbial_of(word(doc, "Friday"), word(doc, "scheduled"))
    assert not syntax.is_adverbial_of(word(doc, "Friday"), word(doc, "cancelled"))
    assert syntax.predicate(word(doc, "Friday")) == word(doc, "scheduled")
    assert [verb.text for verb in syntax.governing_clauses(word(doc, "Friday"))] == ["scheduled", "cancelled"]


@BOTH("rows", [CANCELLED_UD, CANCELLED_CLEARNLP])
def test_the_passive_is_past_and_its_agent_is_an_oblique(rows: str) -> None:
    cancelled = word(annotated(rows), "cancelled")
    group = syntax.verb_group(cancelled)
    assert (group.lemma, group.tense, group.passive, group.finite) == ("cancel", "past", True, True)
    assert syntax.modality(group) is Modality.HAPPENED
    assert [token.text for token in syntax.subjects(cancelled)] == ["Talks"]


@BOTH("rows", [BEGAN_UD, BEGAN_CLEARNLP])
def test_a_bare_weekday_is_an_adverbial(rows: str) -> None:
    doc = annotated(rows)
    assert syntax.is_adverbial_of(word(doc, "Monday"), word(doc, "began"))


def clause(*helpers: str, verb: str, labels: str = "ud", rest: str = "") -> syntax.VerbGroup:
    """Return the verb group of "Ministers HELPERS VERB"; a helper is "word lemma tag", a verb "word lemma tag"."""
    head = verb.split()[0]
    rows = [f"Ministers minister NNS NOUN nsubj {head}"]
    for helper in helpers:
        kind = "advmod" if helper.split()[2] == "RB" else "aux"
        if labels == "clearnlp" and helper.split()[1] == "not":
            kind = "neg"
        rows.append(f"{helper} {'PART' if kind != 'aux' else 'AUX'} {kind} {head}")
    rows.append(f"{verb} VERB ROOT {head}")
    return syntax.verb_group(word(annotated("\n".join(rows) + "\n" + rest), head))


@BOTH("labels", ["ud", "clearnlp"])
@BOTH(
    ("helpers", "verb", "tense", "modality"),
    [
        ([], "met meet VBD", "past", Modality.HAPPENED),
        (["have have VBP"], "met meet VBN", "present", Modality.HAPPENED),
        (["had have VBD"], "met meet VBN", "past", Modality.HAPPENED),
        (["will will MD"], "meet meet VB", "future", Modality.PLANNED),
        (["’ll will MD"], "meet meet VB", "future", Modality.PLANNED),
        (["wo will MD", "n't not RB"], "meet meet VB", "future", Modality.DENIED),
        (["did do VBD", "not not RB"], "meet meet VB", "past", Modality.DENIED),
        (["never never RB"], "met meet VBD", "past", Modality.DENIED),
        (["may may MD"], "meet meet VB", "none", Modality.EXPECTED),
        (["could could MD", "have have VB"], "met meet VBN", "none", Modality.EXPECTED),
        (["are be VBP"], "meeting meet VBG", "present", Modality.HAPPENED),
        (["were be VBD"], "meeting meet VBG", "past", Modality.HAPPENED),
        ([], "meet meet VBP", "present", Modality.HAPPENED),
    ],
)
def test_auxiliaries_give_tense_and_modality(
    labels: str, helpers: list[str], verb: str, tense: str, modality: Modality
) -> None:
    group = clause(*helpers, verb=verb, labels=labels)
    assert group.tense == tense
    assert syntax.modality(group) is modality
    assert group.finite


def test_the_perfect_is_told_from_the_simple_past() -> None:
    assert clause("has have VBZ", verb="met meet VBN").perfect
    assert not clause(verb="met meet VBD").perfect


def test_going_to_is_a_future_for_both_its_verbs() -> None:
    doc = annotated("""
        She    she    PRP  PRON  nsubj  going
        is     be     VBZ  AUX   aux    going
        going  go     VBG  VERB  ROOT   going
        to     to     TO   PART  mark   visit
        visit  visit  VB   VERB  xcomp  going
        Oslo   Oslo   NNP  PROPN obj    visit
    """)
    for verb in ("going", "visit"):
        group = syntax.verb_group(word(doc, verb))
        assert group.tense == "future"
        assert syntax.modality(group) is Modality.PLANNED
    assert [token.text for token in syntax.subjects(word(doc, "visit"))] == ["She"]


def test_a_conjoined_verb_shares_auxiliaries_and_subject() -> None:
    doc = annotated("""
        He        he      PRP  PRON   nsubj:pass  arrested
        was       be      VBD  AUX    aux:pass    arrested
        arrested  arrest  VBN  VERB   ROOT        arrested
        and       and     CC   CCONJ  cc          charged
        charged   charge  VBN  VERB   conj        arrested
    """)
    group = syntax.verb_group(word(doc, "charged"))
    assert (group.tense, group.passive) == ("past", True)
    assert syntax.modality(group) is Modality.HAPPENED
    assert [token.text for token in syntax.subjects(word(doc, "charged"))] == ["He"]


def test_a_conjoined_infinitive_shares_the_future() -> None:
    doc = annotated("""
        They  they  PRP  PRON   nsubj  meet
        will  will  MD   AUX    aux    meet
        meet  meet  VB   VERB   ROOT   meet
        and   and   CC   CCONJ  cc     sign
        sign  sign  VB   VERB   conj   meet
        it    it    PRP  PRON   obj    sign
    """)
    assert syntax.modality(syntax.verb_group(word(doc, "sign"))) is Modality.PLANNED


def test_a_conjoined_finite_verb_has_its_own_tense() -> None:
    doc = annotated("""
        They    they   PRP  PRON   nsubj   met
        did     do     VBD  AUX    aux     met
        not     not    RB   PART   advmod  met
        met     meet   VB   VERB   ROOT    met
        but     but    CC   CCONJ  cc      talked
        talked  talk   VBD  VERB   conj    met
    """)
    group = syntax.verb_group(word(doc, "talked"))
    assert (group.tense, group.negated) == ("past", False)
    assert syntax.modality(group) is Modality.HAPPENED


def test_a_subject_that_is_none_denies_the_event() -> None:
    doc = annotated("""
        No       no     DT   DET   det         deal
        deal     deal   NN   NOUN  nsubj:pass  reached
        was      be     VBD  AUX   aux:pass    reached
        reached  reach  VBN  VERB  ROOT        reached
    """)
    assert syntax.modality(syntax.verb_group(word(doc, "reached"))) is Modality.DENIED


def test_a_condition_is_not_told_as_happened() -> None:
    doc = annotated("""
        If     if     IN   SCONJ  mark   rose
        water  water  NN   NOUN   nsubj  rose
        rose   rise   VBD  VERB   advcl  fail
        dams   dam    NNS  NOUN   nsubj  fail
        would  would  MD   AUX    aux    fail
        fail   fail   VB   VERB   ROOT   fail
    """)
    assert syntax.modality(syntax.verb_group(word(doc, "rose"))) is Modality.EXPECTED
    assert syntax.modality(syntax.verb_group(word(doc, "fail"))) is Modality.EXPECTED


def test_what_an_expecting_verb_governs_is_expected() -> None:
    doc = annotated("""
        Banks     bank    NNS  NOUN  nsubj  expected
        expected  expect  VBD  VERB  ROOT   expected
        profits   profit  NNS  NOUN  nsubj  fell
        fell      fall    VBD  VERB  ccomp  expected
    """)
    group = syntax.verb_group(word(doc, "fell"))
    assert syntax.modality(group) is Modality.HAPPENED
    assert syntax.modality(group, expecting=frozenset({"expect"})) is Modality.EXPECTED


def test_a_copula_makes_a_noun_a_predicate() -> None:
    doc = annotated("""
        Amina      Amina     NNP  PROPN  nsubj  governor
        was        be        VBD  AUX    cop    governor
        governor   governor  NN   NOUN   ROOT   governor
        in         in        IN   ADP    case   2019
        2019       2019      CD   NUM    obl    governor
    """)
    governor = word(doc, "governor")
    assert syntax.predicate(word(doc, "2019")) == governor
    assert syntax.verb_group(governor).tense == "past"
    assert syntax.is_adverbial_of(word(doc, "2019"), governor)


def test_coordinated_objects_are_all_found() -> None:
    doc = annotated("""
        Police    police  NNS  NOUN   nsubj     arrested
        arrested  arrest  VBD  VERB   ROOT      arrested
        men       man     NNS  NOUN   obj       arrested
        and       and     CC   CCONJ  cc        women
        women     woman   NNS  NOUN   conj      men
    """)
    assert [token.text for token in syntax.objects(word(doc, "arrested"))] == ["men", "women"]


def test_a_text_without_a_verb_has_no_predicate() -> None:
    doc = annotated("""
        Floods  flood  NNS  NOUN   ROOT  Floods
        in      in     IN   ADP    case  Ghana
        Ghana   Ghana  NNP  PROPN  nmod  Floods
    """)
    assert syntax.predicate(word(doc, "Ghana")) is None
    assert list(syntax.governing_clauses(word(doc, "Ghana"))) == []


@BOTH(
    ("text", "verb", "date", "expected"),
    [
        ("On March 3, the finance minister held talks with union leaders in Lagos.", "held", "3", True),
        ("The president will visit Oslo on March 6.", "visit", "6", True),
        ("The bridge was opened by the mayor on 12 May.", "opened", "12", True),
        ("The strike began on Monday morning.", "began", "morning", True),
        ("The opposition announced the boycott of the May 29 election.", "announced", "29", False),
        ("The government declared Monday a holiday.", "declared", "Monday", False),
        ("The talks scheduled for Friday were cancelled.", "cancelled", "Friday", False),
    ],
)
def test_the_shipped_model_attaches_dates(nlp: Language, text: str, verb: str, date: str, expected: bool) -> None:
    [doc] = parse([text], nlp)
    assert syntax.is_adverbial_of(word(doc, date), word(doc, verb)) is expected


@BOTH(
    ("text", "verb", "modality"),
    [
        ("The club has signed a new striker.", "signed", Modality.HAPPENED),
        ("The vote had been postponed until May.", "postponed", Modality.HAPPENED),
        ("The minister did not attend the summit.", "attend", Modality.DENIED),
        ("The court may rule on Friday.", "rule", Modality.EXPECTED),
        ("The leaders will meet in Geneva.", "meet", Modality.PLANNED),
        ("No deal was reached on Friday.", "reached", Modality.DENIED),
    ],
)
def test_the_shipped_model_gives_modality(nlp: Language, text: str, verb: str, modality: Modality) -> None:
    [doc] = parse([text], nlp)
    assert syntax.modality(syntax.verb_group(word(doc, verb))) is modality
