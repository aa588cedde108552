"""What must hold of whatever a file or a text holds, for the tests and for fuzzing."""

from collections.abc import Sequence

from factcheck.archive.encoding import decode_readings, encode_readings
from factcheck.claims.extract import extract
from factcheck.domain import Article, Location, Reading, Unread
from factcheck.errors import UnreadableArticleError
from factcheck.language.analysis import Analysis
from factcheck.readers.files import File
from factcheck.readers.table import format_of
from factcheck.reading import reading_of


def read_or_refused(file: File) -> Sequence[Article | Unread]:
    """Return the articles of a file, none where it is refused; anything but a refusal with a reason is an error."""
    try:
        articles = format_of(file).read(file)
    except UnreadableArticleError as error:
        if not error.message:
            raise
        return ()
    assert articles
    return articles


def require_places(article: Article) -> None:
    """Require that each character of an article's text is where its segments say."""
    source = article.text if article.decoded is None else article.decoded
    assert article.text.strip()
    assert article.text.encode("utf-8")
    end = 0
    for segment in article.segments:
        assert segment.start == end
        end += segment.length
        assert 0 <= segment.source <= segment.source + segment.source_length <= len(source)
        if segment.verbatim and segment.length > 2:
            words = article.text[segment.start : end].split()
            assert words == source[segment.source : segment.source + segment.length].split()
    assert not article.segments or end == len(article.text)
    for suppression in article.suppressions:
        assert source[slice(*suppression.place.in_source)].startswith("<!--")


def require_reading(analysis: Analysis) -> Reading:
    """Require that mentions and claims lie where they say, and that a reading is the same once written and read."""
    text = analysis.article.text
    for mention in analysis.mentions:
        sentence = analysis.sentences[mention.sentence]
        assert sentence.start <= mention.start < sentence.end
        assert mention.start < mention.end <= len(text)
    reading = reading_of(analysis, extract(analysis))
    for claim in reading.claims:
        require_place(claim.place, text)
    assert decode_readings(encode_readings((reading,))) == (reading,)
    return reading


def require_place(place: Location, text: str) -> None:
    """Require that a place's words are those of the text there, and its line that of a text that is its own source."""
    assert 0 <= place.start <= place.end <= len(text)
    assert place.text == text[place.start : place.end]
