"""What a format is to factcheck: its suffixes, how it is recognised, and the function that reads it.

This is what a package that adds a reader needs, beside `File`, `article_of` and the blocks it takes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.domain import Article, Unread
from factcheck.readers.files import File

# A function from a file to the articles it holds, at least one. Of many, each has the id `file.id#member`, and one that
# can't be read is an Unread; UnreadableArticleError says that nothing in the file can be read, and why.
Reader = Callable[[File], Sequence[Article | Unread]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of articles.

    `suffixes` are in small letters with their dot. `begins` tells from a file's first bytes whether a file without a
    known suffix is of this format, and `is_news` whether one found in a folder holds news, for formats that hold
    anything else too.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    begins: Callable[[File], bool] | None = None
    is_news: Callable[[File], bool] | None = None
