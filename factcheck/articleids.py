"""Article ids: paths as the user gave them here, and the same from the folder of the configuration, as kept."""

import os
from hashlib import blake2b

_OWN = "|@"


def from_root(article: str, root: str) -> str:
    """Return an article's id relative to a folder, with forward slashes; an address stays as it is."""
    return _moved(article, "", root)


def from_here(article: str, root: str) -> str:
    """Return the id that an article kept relative to a folder has for the working directory."""
    return _moved(article, root, "")


def claim_id(article: str, kind: str, attribute: str, start: int, end: int) -> str:
    """Return the id of a claim: a hash of its article, kind, attribute and span."""
    name = "\x1f".join((article, kind, attribute, str(start), str(end)))
    return blake2b(name.encode(), digest_size=8).hexdigest()


def own_key(key: str, article: str) -> str:
    """Return a key under which claims of one article meet, and no others."""
    return f"{key}{_OWN}{article}"


def is_own_key(key: str) -> bool:
    """Tell whether only claims of one article meet under a key."""
    return _OWN in key


def moved_key(key: str, article: str) -> str:
    """Return a key as it is when its article has another id."""
    return own_key(key.partition(_OWN)[0], article) if is_own_key(key) else key


def _moved(article: str, base: str, root: str) -> str:
    path, mark, member = article.partition("#")
    if "://" in path or not path:
        return article
    try:
        path = os.path.relpath(os.path.join(base, path), root or os.curdir)  # noqa: PTH118 (lexical: no link followed)
    except ValueError:  # on another drive
        return article
    return path.replace(os.sep, "/") + mark + member
