"""Dependency labels and function words by what they mean, for syntax.py alone.

Universal Dependencies as the shipped model gives them, and ClearNLP's as other spaCy pipelines do.
"""

SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "nsubjpass", "csubjpass", "expl"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "nsubjpass"})
OBJECT = frozenset({"obj", "iobj", "dobj", "dative"})
OBLIQUE = frozenset(
    {"obl", "obl:unmarked", "obl:tmod", "obl:npmod", "obl:agent", "npadvmod", "advmod", "prep", "agent"}
)
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass"})
COPULA = frozenset({"cop"})
CASE = frozenset({"case", "prep", "mark"})
NEGATION = frozenset({"not", "n't", "never", "no", "n’t", "neither", "nor"})
NOMINAL_MODIFIER = frozenset(
    {"nmod", "nmod:unmarked", "nmod:poss", "poss", "amod", "compound", "nmod:desc", "acl", "relcl", "acl:relcl"}
)
NOUN_INSIDE = frozenset(
    {"compound", "flat", "amod", "nummod", "det", "nmod:poss", "poss", "nmod:desc", "quantmod", "nn", "predet"}
)
FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MODAL_AUX = frozenset({"would", "could", "may", "might", "should", "must", "can", "ca", "ought"})
NOBODY = frozenset({"nobody", "none", "nothing"})
PASSIVE = frozenset({"aux:pass", "auxpass"}) | PASSIVE_SUBJECT
NON_FINITE = frozenset({"VB", "VBN", "VBG"})
CONDITIONAL = frozenset({"if", "unless", "whether", "lest", "provided", "should"})
RELATIVE = frozenset({"acl", "acl:relcl", "relcl", "advcl:relcl"})
