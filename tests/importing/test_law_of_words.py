"""What came in is what stands: no word of a PDF or a text is lost, doubled or changed untold."""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.importing import pdf, plain_text
from roadmap.importing.hyphens import with_whole_words
from roadmap.importing.lines import Manuscript, no_progress
from roadmap.importing.readers import read_manuscript
from roadmap.importing.running_heads import without_running_heads
from roadmap.model import ImportLimits
from tests.importing.pdf_pages import Page, annotation, box_field, field_of, pdf_of, text_string
from tests.projects import REAL, dataset_of

AREAS = dataset_of(REAL).goal_areas
CASES = sorted((Path(__file__).parent / "cases").iterdir())


def letters(texts: Iterable[str]) -> str:
    """Return the letters and figures of texts, in their order."""
    return "".join(re.findall(r"[^\W_]", " ".join(texts)))


def counted(texts: Iterable[str]) -> Counter[str]:
    """Return the words of texts, each with how often it stands."""
    return Counter(word for text in texts for word in text.split())


def faults(texts: Iterable[str], manuscript: Manuscript) -> list[str]:
    """Return the words of texts that are lost, doubled or changed untold in a manuscript."""
    without_heads = without_running_heads(manuscript, AREAS)
    whole = with_whole_words(without_heads)
    lines = [line.text for line in without_heads.lines]
    joined = [line.text for line in whole.lines]
    came, aside = counted(texts), counted(text for text, _ in without_heads.aside)
    lost, new = came - counted(lines) - aside, counted(lines) + aside - came
    # Running heads that differ in a page number alone are kept once.
    has_heads = len(without_heads.aside) > len(manuscript.aside)
    in_heads = {word for word in lost if has_heads and (aside[word] or re.search(r"\d", word))}
    told = counted(whole.told)
    changed = counted(joined) - counted(lines)
    return [
        *(f"lost: {word}" for word in lost if word not in in_heads),
        *(f"new: {word}" for word in new),
        *(f"untold: {word}" for word in changed if not any(_is_told(word, item) for item in told)),
        *(["other letters at the ends of lines"] if letters(lines) != letters(joined) else []),
    ]


def _is_told(word: str, told: str) -> bool:
    return letters([told]) in letters([word])


WORDS = st.text("abcdefgåäöABCÅÄÖ0123456789", min_size=1, max_size=9)
SENTENCES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
MARKED = st.sampled_from(
    ["Strategi 1.1", "1.2", "3.2 miljoner kronor", "Synpunkter", "funktions-", "E-", "1990-",
     "- en punkt", "2.3 meter", "§ 3 mom. 2", "Sid 1 (2)", "4.4.2018 beslutades", "Enskede-"]
)  # fmt: skip
PADDING = "Nämnden vill säga detta först av allt."
ROWS = st.lists(st.one_of(SENTENCES, MARKED), max_size=8).map(lambda rows: [PADDING, *rows])


@dataclass
class Laid:
    """A page's text in one or two columns, and what stands on top of it."""

    left: list[str]
    right: list[str]
    shift: int
    typed: str
    field: str
    remark: str
    is_ticked: bool


LAID = st.builds(
    Laid,
    ROWS,
    st.one_of(st.just([]), ROWS),
    st.sampled_from([0, 3, 7]),
    st.one_of(st.just(""), SENTENCES),
    st.one_of(st.just(""), SENTENCES),
    st.one_of(st.just(""), SENTENCES),
    st.booleans(),
)


def page_of(laid: Laid, number: int) -> tuple[Page, list[str]]:
    """Return a page, and all words on it."""
    page = Page()
    # Text that ran into the other column would be one word to anybody.
    left = [part for row in laid.left for part in textwrap.wrap(row, 34)]
    page.write(60, 780, left if laid.right else laid.left)
    page.write(330, 780 - laid.shift, laid.right)
    texts = [*laid.left, *laid.right]
    if laid.typed:
        entries = f"/Contents {text_string(laid.typed)}"
        page.annotations.append(annotation("FreeText", (100, 500, 500, 520), entries))
    if laid.field:
        page.annotations.append(
            field_of("Tx", (60, 400, 500, 460), f"f{number}", f"/V {text_string(laid.field)}")
        )
    if laid.remark:
        entries = f"/Contents {text_string(laid.remark)}"
        page.annotations.append(annotation("Text", (500, 700, 520, 720), entries))
    page.annotations.append(box_field((60, 300, 80, 320), f"k{number}", laid.is_ticked))
    return page, [*texts, laid.typed, laid.field, laid.remark, "☒" if laid.is_ticked else "☐"]


@pytest.mark.words
@given(st.lists(LAID, min_size=1, max_size=3))
def test_the_words_of_a_pdf_stand_once(pages: list[Laid]) -> None:
    made = [page_of(page, number) for number, page in enumerate(pages)]
    raw = pdf_of([page for page, _ in made])
    words = [text for _, texts in made for text in texts]
    manuscript = pdf.read(raw, "svar", ImportLimits(), no_progress)
    assert faults(words, manuscript) == []


@pytest.mark.words
@given(
    st.lists(st.one_of(SENTENCES, MARKED), min_size=1, max_size=30),
    st.sampled_from(["\n", "\n\n", "\r\n", "\n\f", "\f"]),
    st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-16-le"]),
)
def test_the_words_of_a_text_stand_once(rows: list[str], between: str, encoding: str) -> None:
    text = f"Vi på nämnden säger så här:\n\n{between.join(rows)}"
    manuscript = plain_text.read(text.encode(encoding), "svar")
    assert faults([text], manuscript) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_a_case_keeps_its_words(path: Path) -> None:
    manuscript = read_manuscript(path)
    texts = [*(line.text for line in manuscript.lines), *(text for text, _ in manuscript.aside)]
    assert faults(texts, manuscript) == []
