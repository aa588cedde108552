"""Article ids: paths as the user gave them here, and the same from the folder of the configuration, as kept."""

import os


def from_root(article: str, root: str) -> str:
    """Return an article's id relative to a folder, with forward slashes; an address stays as it is."""
    return _moved(article, "", root)


def from_here(article: str, root: str) -> str:
    """Return the id that an article kept relative to a folder has for the working directory."""
    return _moved(article, root, "")


def path_of(article: str) -> str:
    """Return the path of the file that holds an article."""
    return article.partition("#")[0]


def _moved(article: str, base: str, root: str) -> str:
    path, mark, member = article.partition("#")
    if "://" in path or not path:
        return article
    try:
        path = os.path.relpath(os.path.join(base, path), root or os.curdir)  # noqa: PTH118 (lexical: no link followed)
    except ValueError:  # on another drive
        return article
    return path.replace(os.sep, "/") + mark + member
