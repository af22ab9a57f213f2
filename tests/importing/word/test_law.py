"""No word of a Word document is lost, none stands twice, and none where it does not belong."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from roadmap.importing.lines import Manuscript
from roadmap.model.dataset import Dataset
from tests.importing.documents import script_of, word_file
from tests.importing.word import files, test_text
from tests.importing.word.files import NAMES, manuscript
from tests.importing.word.made import ASIDE, LINES, NOTE, TOLD, Made, documents

_STORIES = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_WORDS = [f"{{{NAMES[prefix]}}}{tag}" for prefix, tag in (("w", "t"), ("w", "delText"), ("m", "t"))]
_CHOICE, _FALLBACK = f"{{{NAMES['mc']}}}Choice", f"{{{NAMES['mc']}}}Fallback"
_MOVED_FROM = f"{{{NAMES['w']}}}moveFrom"


def texts(read: Manuscript) -> dict[str, list[str]]:
    """Return all that was read, by where it is."""
    return {
        LINES: [line.text for line in read.lines],
        NOTE: list(read.footnotes.values()),
        ASIDE: [text for text, _ in read.aside],
        TOLD: list(read.told),
    }


def words(found: list[str]) -> list[str]:
    return re.findall(r"ord\d+q", " ".join(found))


@pytest.mark.words
@settings(max_examples=max(300, settings().max_examples))
@given(documents())
def test_every_word_is_where_it_belongs_once(made: Made) -> None:
    found = {place: words(of) for place, of in texts(manuscript(made.raw)).items()}
    for place, of in found.items():
        assert Counter(of) == Counter(word for word, at in made.places.items() if at == place)
    assert [word for word in found[LINES] if word in made.ordered] == made.ordered


def lost(raw: bytes) -> str:
    """Return the letters of a Word file that nothing of what was read has.

    They are found in another way than the reader does: as the text of some elements, whatever
    these are in.
    """
    has = "".join(text for of in texts(manuscript(raw)).values() for text in of)
    stored = "".join(_stored(raw)).replace("\u00ad", "")
    return "".join((Counter("".join(stored.split())) - Counter(has)).elements())


def _stored(raw: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        for name in package.namelist():
            if _STORIES.fullmatch(name):
                yield from _words(ElementTree.fromstring(package.read(name)))


def _words(element: ElementTree.Element) -> Iterator[str]:
    if element.tag in _WORDS:
        yield element.text or ""
    is_doubled = any(any(True for _ in item.iter(*_WORDS[:1])) for item in element.iter(_CHOICE))
    for child in element:
        if child.tag != _MOVED_FROM and not (child.tag == _FALLBACK and is_doubled):
            yield from _words(child)


@pytest.mark.parametrize("case", test_text.INLINE)
def test_no_letter_is_lost(case: str) -> None:
    body = files.paragraph(test_text.INLINE[case][0])
    assert lost(files.word_file(body)) == ("þ" if case == "letters of a symbol font" else "")


def test_no_letter_of_the_real_response_is_lost(real: Dataset) -> None:
    body = real.body("enskede-arsta-vantor")
    assert lost(word_file(script_of(real, body))) == ""
