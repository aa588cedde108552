"""The first layer of a model gives each token a vector that depends on its form alone: made once for each form.

Forms are those of one batch of sentences, in their order: matrices of other sizes may be multiplied in another order,
and what is found in an article depends on nothing beside it.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model, chain
from thinc.types import Floats2d

_EXTRACT = "extract_features"

Layer = Model[Any, Any]
Forward = Callable[[Layer, Sequence[Doc], bool], tuple[list[Floats2d], Callable[..., Any]]]


def embed_forms_once(nlp: Language) -> None:
    """Let the embedding that a pipeline's components share give each form its vector once.

    One that reads more than a token's form stays as it is.
    """
    shared = nlp.get_pipe("tok2vec") if "tok2vec" in nlp.pipe_names else None
    if not isinstance(shared, Tok2Vec):
        return
    embed = shared.model.maybe_get_ref("embed")
    if embed is not None and embed.layers and embed.layers[0].name == _EXTRACT:
        shared.model.replace_node(embed, Model("forms", _of_forms(embed), layers=[embed], ops=embed.ops))


def _of_forms(embed: Layer) -> Forward:
    extract, *others = embed.layers
    rest: Layer = chain(*others)

    def forward(model: Layer, docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats2d], Callable[..., Any]]:
        if is_train:
            return embed(docs, is_train)
        features = extract.predict(docs)
        rows = np.ascontiguousarray(np.concatenate(features))
        numbers: dict[bytes, int] = {}
        number = [numbers.setdefault(form, len(numbers)) for form in _bytes(rows)]
        forms = np.frombuffer(b"".join(numbers), rows.dtype).reshape(len(numbers), rows.shape[1])
        vectors = rest.predict([forms])[0][number]
        ends = accumulate(map(len, features))
        return [vectors[end - len(part) : end] for part, end in zip(features, ends, strict=True)], lambda _: []

    return forward


def _bytes(rows: "np.ndarray[Any, Any]") -> list[bytes]:
    """Return each row of a matrix as one value; its numbers stand side by side in memory."""
    found: list[bytes] = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
    return found
