"""The sentences in the code: each is a message, in which the plan's nouns are placeholders."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from roadmap.datafiles.files import files_below
from roadmap.model import Section, Terms, fields_of
from roadmap.model.terms import USUAL
from roadmap.presenters.messages import FIELD, NOUNS
from tests.projects import ROOT
from tools.messages import CATALOGUE

PACKAGE = ROOT / "roadmap"
# What readers see is made here. What `roadmap diff` prints and what git answers is for editors.
ROOMS = ("presenters", "views", "exports", "history")
FOR_EDITORS = {"diff.py", "git.py"}
MODULES = [path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))]
MODULES = [path for path in MODULES if path.name not in FOR_EDITORS]
MODULES += [PACKAGE / "search" / "entries.py", PACKAGE / "search" / "site_entries.py"]
MODULES += [PACKAGE / "macros.py", PACKAGE / "site" / "structured_data.py"]
# What is Swedish for sure, words in a row, and words that are put together with others.
SENTENCE = re.compile(r"[åäöÅÄÖ]|[a-z]{2,} [a-z]{2,}|[^\W\d_]{2}[.:,]? $|^[.:,]? [^\W\d_]{2}")
MARKUP = ("<", "{%")
# Names: of columns of the open data, of styles in Word, in a header of HTTP and in robots.txt.
NAMES = {
    "ställning",
    "önskemål",
    "länk",
    "Källord",
    "Källtext",
    "toc ",
    "frame-ancestors ",
    "Sitemap: ",
}
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
            "ngettext_in_words",
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


COMMENT = re.compile(r"^\s*//.*|\s// .*", re.MULTILINE)
SCRIPT_LITERAL = re.compile(r"""(["'`])((?:(?!\1).)*)\1""")
SCRIPT_SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}|^[A-ZÅÄÖ]\w+ ?[.:]?$")
# To the console, in English; and names of events, keys, methods and selectors.
SCRIPT_NAMES = {"The last line has no end.", "DOMContentLoaded", "Escape", "HEAD", "NFC"}
SCRIPT_NAMES |= {"use strict", "main form.search", "main form.search input"}


def script_sentences(script: str) -> Iterator[str]:
    """Yield the sentences that a script says itself; they belong to the page, as data."""
    for found in SCRIPT_LITERAL.finditer(COMMENT.sub("", script)):
        if SCRIPT_SENTENCE.search(found[2]) and found[2] not in SCRIPT_NAMES:
            yield found[2]


def test_the_scripts_have_no_sentences_of_their_own() -> None:
    scripts = files_below(PACKAGE / "theme" / "assets" / "js", ".js")
    found = {path.name: [*script_sentences(path.read_text("utf-8"))] for path in scripts}
    assert {name: sentences for name, sentences in found.items() if sentences} == {}
    assert [*script_sentences('// "Ett fel här"\nconst a = `Ladda om ${b}`, c = "Sök";')] == [
        "Ladda om ${b}",
        "Sök",
    ]


def style_words(sheet: str) -> list[str]:
    """Return the words that a style sheet puts into pages; they belong to the page, as data."""
    contents = re.findall(r"content:([^;}]*)", sheet)
    shown = [text for content in contents for text in re.findall(r'"([^"]*)"', content)]
    return [text for text in shown if re.search(r"[^\W\d_]{2}", text)]


def test_the_style_sheets_have_no_words_of_their_own() -> None:
    sheets = files_below(PACKAGE / "theme" / "assets" / "css", ".css")
    assert [word for path in sheets for word in style_words(path.read_text("utf-8"))] == []
    assert style_words('a::after { content: " ✓ Kopierad"; }') == [" ✓ Kopierad"]


def calls(module: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls of a module's code that say a message."""
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("_", "N_", "ngettext", "ngettext_in_words")
        ):
            yield node


def unknown(module: ast.AST) -> Iterator[str]:
    """Yield what is wrong with the messages of a module's code."""
    for call in calls(module):
        said = call.args[: 2 if ast.unparse(call.func) in ("ngettext", "ngettext_in_words") else 1]
        known = all(isinstance(one, ast.Constant) and one.value in collected() for one in said)
        if not known or {keyword.arg for keyword in call.keywords} & NOUNS:
            yield ast.unparse(call)


@cache
def collected() -> frozenset[str]:
    forms = [message.id for message in read_po(BytesIO(CATALOGUE.read_bytes()))]
    return frozenset(one for form in forms for one in ([form] if isinstance(form, str) else form))


# Where `_` is defined, it is called with what others say.
SPEAKER = PACKAGE / "presenters" / "messages.py"


def test_every_message_of_the_code_is_collected_and_leaves_the_nouns_alone() -> None:
    modules = [path for path in files_below(PACKAGE, ".py") if path != SPEAKER]
    assert [one for path in modules for one in unknown(ast.parse(path.read_text("utf-8")))] == []


@pytest.mark.parametrize(
    "code", ["_('Finns inte')", "_(word)", "_('Svar', strategy=1)", "f\"{_('Sida: %s')}\""]
)
def test_messages_that_would_not_be_translated_are_found(code: str) -> None:
    assert list(unknown(ast.parse(code)))


# What the model says of the words themselves, and of the ids of sections.
OF_THE_WORDS = {info.title for info in fields_of(Terms).values()}
OF_THE_WORDS.add(fields_of(Section)["id"].description)


def test_the_nouns_of_a_message_are_placeholders() -> None:
    terms = [term for _, term in USUAL.by_name()]
    nouns = {word for term in terms for word in (term.one, term.the_one, term.many, term.the_many)}
    noun = re.compile("|".join(nouns), re.IGNORECASE)
    for message in read_po(BytesIO(CATALOGUE.read_bytes())):
        if message.context not in (None, FIELD) or message.id in OF_THE_WORDS:
            continue
        for form in [message.id] if isinstance(message.id, str) else message.id:
            assert not noun.search(PLACEHOLDER.sub("", form)), form
