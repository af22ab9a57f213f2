"""Rules for the handwritten pages in `docs/`: all of each is shown, and to everybody.

What the macros add is made by the engine, and is tested there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from roadmap.datafiles.characters import conflict_marks, decode, forbidden_characters, place
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.problems import DataError, Problem, quoted
from roadmap.datafiles.site_pages import FRONT_MATTER, MACRO
from roadmap.datafiles.yaml_errors import TOO_DEEP
from roadmap.datafiles.yaml_reader import parse
from roadmap.presenters import urls

# As MkDocs finds a field of a page without any --- around it.
_BARE_FIELD = re.compile(r"\A {0,3}([A-Za-z0-9_-]+):")
_TEXT_FIELDS = ("title", "description", "template")
# A row of = is also the line under a heading.
_GIT_MARK = re.compile(r"^((?:<{7}|>{7}) )", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\s*\{:[^}]*\}\s*$")
# Python-Markdown takes these for headings, CommonMark does not.
_CLOSE_HEADING = re.compile(r"^(#{1,6})(?=[^#\s])", re.MULTILINE)
# Markdown takes minutes for what no page has: the sign, what it is called, the most there may be.
_MOST = (
    (re.compile(r"\["), "tecken [", 2000),
    (re.compile(r"<!\["), "tecken <![", 20),
    (re.compile("<"), "tecken <", 2000),
    (re.compile("`"), "tecken `", 2000),
    (re.compile(r"\{"), "tecken {", 2000),
    (re.compile(r"^[ \t>]*(?:#|[-=*_][-=*_ \t]*$)", re.MULTILINE), "rubriker och linjer", 2000),
)
_DEEP = re.compile(
    r"^(?:(?:\t| {4}){200}|[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){200})", re.MULTILINE
)
_VAGUE = frozenset(
    ("här", "hit", "klicka", "klicka här", "läs mer", "läs mer här", "mer", "länk", "länken")
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=", re.IGNORECASE)
_TABLE = re.compile(r"<table\b.*?</table>", re.IGNORECASE | re.DOTALL)
_HEAD = re.compile(r"<th\b", re.IGNORECASE)


def pages_are_for_everybody(root: Path) -> Iterator[Problem]:
    """Headings are in order, images and links describe themselves, tables have headings."""
    docs = root / "docs"
    parser = MarkdownIt("commonmark").enable("table")
    names = [f"docs/{path.relative_to(docs).as_posix()}" for path in files_below(docs, ".md")]
    yield from _shared_addresses(names)
    for name in names:
        try:
            text = decode(name, bytes_of(root / name, name))
        except DataError as error:
            yield from error.problems
            continue
        yield from _hidden(name, text)
        if too_much := [*_too_much(name, text)]:
            yield from too_much
        else:
            yield from page_problems(name, text, parser)


def _shared_addresses(names: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for a page whose address another has, which would be shown alone."""
    owners: dict[str, str] = {}
    for name in names:
        url = urls.page(name.removeprefix("docs/"))
        if owners.setdefault(url, name) != name:
            message = f'Adressen "{url}" har redan {owners[url]}.'
            yield Problem(name, 1, 1, message, "Ge filen ett annat namn.")


def _too_much(name: str, text: str) -> Iterator[Problem]:
    """Yield what would keep Markdown busy for minutes, or end it: at the first sign too many."""
    for pattern, signs, most in _MOST:
        if over := next(islice(pattern.finditer(text), most, None), None):
            message = f"Sidan har fler än {most} {signs} och går inte att bygga."
            yield Problem(name, *place(text, over.start()), message, "Dela upp den.")
    if deep := _DEEP.search(text):
        yield Problem(name, *place(text, deep.start()), *TOO_DEEP)


def _hidden(name: str, text: str) -> Iterator[Problem]:
    """Yield what readers would not see, or should not."""
    yield from forbidden_characters(name, text)
    yield from conflict_marks(name, text, _GIT_MARK)
    if front := FRONT_MATTER.match(text):
        yield from _faulty_fields(name, front[1])
    elif field := _BARE_FIELD.match(text):
        message = f'"{field[1]}:" först på sidan läses som ett fält, och raden visas inte.'
        hint = "Sätt fälten mellan två rader med ---, eller börja med en huvudrubrik (#)."
        yield Problem(name, *place(text, field.start(1)), message, hint)


def _faulty_fields(name: str, fields: str) -> Iterator[Problem]:
    """Yield what is wrong with the fields of a page; MkDocs would show them as its text."""
    quotes = "Sätt värdet inom citattecken."
    try:
        document = parse(name, fields.encode())
        # As MkDocs reads them: 5 is a number, and 2020-02-30 stops the reading.
        values = yaml.safe_load(fields)
    except DataError as error:
        yield from (replace(problem, line=problem.line + 1) for problem in error.problems)
        return
    except (yaml.YAMLError, ValueError):
        yield Problem(name, 2, 1, "Ett av fälten, kanske ett datum, går inte att läsa.", quotes)
        return
    if not isinstance(document.data, dict):
        hint = "Skriv fältnamn: värde, ett per rad."
        yield Problem(name, 2, 1, "Mellan raderna med --- ska det stå fält.", hint)
        return
    for field in _TEXT_FIELDS:
        if not isinstance(values.get(field, ""), str):
            problem = document.problem(f'Fältet "{field}" ska vara en text.', field, hint=quotes)
            yield replace(problem, line=problem.line + 1)


def page_problems(name: str, text: str, parser: MarkdownIt) -> Iterator[Problem]:
    """Yield the problems in the Markdown of a page."""
    front = FRONT_MATTER.match(text)
    if front:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    tokens = parser.parse(_CLOSE_HEADING.sub(r"\1 ", text))
    lines = text.split("\n")
    yield from _headings(name, tokens)
    for index, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "inline":
            yield from _inline(name, line, lines, token.children or [])
        elif token.type == "html_block":
            yield from _html(name, line, token.content)
        elif token.type == "thead_open" and not _has_words(tokens[index:]):
            yield Problem(name, line, 1, "Tabellen saknar rubriker.", _TABLE_HINT)


_TABLE_HINT = "Skriv en rubrik över varje kolumn, på tabellens första rad."


def _headings(name: str, tokens: list[Token]) -> Iterator[Problem]:
    previous: int | None = None
    titles = 0
    for index, token in enumerate(tokens):
        if token.type == "inline" and previous is None and MACRO.search(token.content):
            previous = 1  # the macro may give the page its title
        if token.type != "heading_open":
            continue
        level = int(token.tag[1])
        line = token.map[0] + 1 if token.map else 1
        words = quoted(_ATTRIBUTES.sub("", tokens[index + 1].content))
        titles += level == 1
        if level == 1 and titles > 1:
            hint = "En sida har en huvudrubrik (#). Skriv ## för en rubrik i texten."
            yield Problem(name, line, 1, f"{words} är sidans andra huvudrubrik.", hint)
        elif previous is None and level > 1:
            hint = "Börja sidan med en huvudrubrik (#)."
            yield Problem(name, line, 1, f"{words} står före sidans huvudrubrik.", hint)
        elif previous is not None and level > previous + 1:
            hint = (
                f"Skriv {'#' * (previous + 1)}: den som lyssnar på sidan går från nivå till nivå."
            )
            step = f"{'#' * previous} följs av {'#' * level}"
            message = f"Rubriken {words} hoppar över en nivå: {step}."
            yield Problem(name, line, 1, message, hint)
        previous = level


def _inline(
    name: str, first_line: int, lines: list[str], children: list[Token]
) -> Iterator[Problem]:
    line = first_line
    for index, token in enumerate(children):
        if token.type in ("softbreak", "hardbreak"):
            line += 1
        elif token.type == "image" and not token.content.strip():
            message = f"Bilden {quoted(str(token.attrs['src']))} saknar text."
            hint = "Skriv inom klamrarna vad den visar: ![text](bild.png)."
            yield Problem(name, line, _column(lines, line, "!["), message, hint)
        elif token.type == "html_inline":
            yield from _html(name, line, token.content)
        elif token.type == "link_open":
            following = children[index + 1 :]
            end = next(
                offset for offset, inner in enumerate(following) if inner.type == "link_close"
            )
            yield from _link(name, line, lines, token, following[:end])


def _link(
    name: str, line: int, lines: list[str], link: Token, inside: list[Token]
) -> Iterator[Problem]:
    words = " ".join("".join(token.content for token in inside).split())
    target = quoted(str(link.attrs["href"]))
    hint = "Skriv vad man kommer till, till exempel [Så bedömer vi](bedomningar.md)."
    message = None
    if not words:
        message = f"Länken till {target} saknar text."
    elif words.casefold().strip(" .!…»›>") in _VAGUE:
        message = f"Länktexten {quoted(words)} säger inte vart länken leder."
    elif _ADDRESS.fullmatch(words):
        message = f"Länktexten är en webbadress, {quoted(words)}, och läses upp tecken för tecken."
    if message:
        yield Problem(name, line, _column(lines, line, words or "["), message, hint)


def _html(name: str, line: int, html: str) -> Iterator[Problem]:
    for image in _IMAGE.finditer(html):
        if not _ALT.search(image[0]):
            tag_line = line + html.count("\n", 0, image.start())
            hint = 'Skriv alt="vad den visar", eller alt="" om den bara pryder.'
            yield Problem(name, tag_line, 1, "Bilden saknar text.", hint)
    for table in _TABLE.finditer(html):
        if not _HEAD.search(table[0]):
            tag_line = line + html.count("\n", 0, table.start())
            hint = "Låt rubrikerna stå i th i stället för td."
            yield Problem(name, tag_line, 1, "Tabellen saknar rubriker.", hint)


def _has_words(tokens: list[Token]) -> bool:
    """Whether the table head that the tokens begin with has any words."""
    for token in tokens:
        if token.type == "thead_close":
            return False
        if token.type == "inline" and token.content.strip():
            return True
    return False


def _column(lines: list[str], line: int, words: str) -> int:
    return lines[line - 1].find(words) + 1 or 1
