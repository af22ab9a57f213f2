"""The sentences in the code: each is a message, in which the plan's nouns are placeholders."""

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from roadmap.model.terms import USUAL
from tests.projects import ROOT
from tools.messages import CATALOGUE

PACKAGE = ROOT / "roadmap"
ROOMS = ("presenters", "views", "exports/word")
MODULES = [path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))]
MODULES += [PACKAGE / "history" / "log.py", PACKAGE / "history" / "tree.py"]
MODULES += sorted((PACKAGE / "exports" / "open_data").glob("*_table*.py"))
# What is Swedish for sure, words in a row, and words that are put together with others.
SENTENCE = re.compile(r"[åäöÅÄÖ]|[a-z]{2,} [a-z]{2,}|[^\W\d_]{2}[.:,]? $|^[.:,]? [^\W\d_]{2}")
MARKUP = ("<", "{%")
# Names: of columns of the open data, of styles in Word, and in a header of HTTP.
NAMES = {"ställning", "önskemål", "länk", "Källord", "Källtext", "toc ", "frame-ancestors "}
# With what a text is compared, it is not told.
COMPARISONS = {"startswith", "endswith", "removeprefix", "removesuffix"}
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def literals(node: ast.AST) -> Iterator[str]:
    """Yield the sentences of a module's code that are in no message."""
    match node:
        case ast.Raise() | ast.Assert() | ast.Compare() | ast.MatchValue():
            return
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in {
            "_",
            "N_",
            "ngettext",
            *COMPARISONS,
        }:
            children: list[ast.AST] = [*node.keywords]
        case ast.Constant(value=str() as text):
            if SENTENCE.search(text) and not text.startswith(MARKUP) and text not in NAMES:
                yield text
            return
        case _:
            children = [*ast.iter_child_nodes(node)]
    for child in children:
        yield from literals(child)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_sentence_of_the_code_is_a_message(module: Path) -> None:
    assert list(literals(ast.parse(module.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('"""Ett ord."""\nx = _("Ett ord.")', []),
        ('x = f"Sida {page}"', ["Sida "]),
        ('x = _("%(what)s är", what="ett ord till")', ["ett ord till"]),
        ('if x == "män" or x.endswith("är"):\n    raise ValueError("fel är det")', []),
    ],
)
def test_sentences_outside_messages_are_found(code: str, found: list[str]) -> None:
    assert list(literals(ast.parse(code))) == found


def test_the_nouns_of_a_message_are_placeholders() -> None:
    terms = [term for _, term in USUAL.by_name()]
    nouns = {word for term in terms for word in (term.one, term.the_one, term.many, term.the_many)}
    noun = re.compile("|".join(nouns), re.IGNORECASE)
    for message in read_po(BytesIO(CATALOGUE.read_bytes())):
        for form in [message.id] if isinstance(message.id, str) else message.id:
            assert not noun.search(PLACEHOLDER.sub("", form)), form
