"""Explain in Swedish what the YAML parser could not read.

The parser names a place and a rule of YAML. Most errors are one of a few common slips, which show
in the line or the one above it: these explanations are tried first.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml

from roadmap.datafiles.characters import Place
from roadmap.datafiles.problems import Problem

# line, column, message, hint
_Explanation = tuple[int, int, str, str]

_BARE_KEY = re.compile(r"(?P<indent>\s*)(?:- +)?[\w-]+:(?:\s|$)")
_QUOTE_ENDED = re.compile(r"""(?:^\s*|[:-] +)(?P<quote>["']).*(?P=quote)\s*$""")
# The parser has a limit too, since libyaml 0.2.6, and may read far ahead before it gives an event.
TOO_DEEP = ("Listorna ligger för djupt i varandra.", "Kontrollera indragen.")
_IN_QUOTES = "Sätt hela texten inom citattecken."
_FIELD = "Skriv fältnamn: värde, med kolon och mellanslag."

# words of the parser, message, hint; whether to report where the broken value begins
_MESSAGES = (
    (
        "exceeded maximum nesting depth",
        *TOO_DEEP,
        False,
    ),
    (
        "mapping values are not allowed",
        "Här står ett kolon som inte väntas.",
        "Hör kolonet till texten, sätt hela texten inom citattecken; annars är indraget fel.",
        False,
    ),
    (
        "found unexpected end of stream",
        "Ett citattecken som öppnas stängs aldrig.",
        "Sätt ett likadant citattecken sist i texten.",
        True,
    ),
    (
        "found unexpected document indicator",
        "Ett citattecken som öppnas stängs aldrig.",
        "Sätt ett likadant citattecken sist i texten.",
        True,
    ),
    (
        "could not find expected ':'",
        "Raden saknar kolon efter fältnamnet, eller så är indraget fel.",
        "Skriv fältnamn: värde, eller dra in raden lika långt som texten ovanför.",
        True,
    ),
    (
        "did not find expected key",
        "Indraget eller ett citattecken stämmer inte med raderna ovanför.",
        "Rader på samma nivå ska börja i samma kolumn.",
        False,
    ),
    (
        "did not find expected '-' indicator",
        "Här väntas en ny punkt i listan.",
        "Om det är en ny punkt: börja raden med bindestreck i samma kolumn som punkterna ovanför. "
        "Om den hör till punkten ovanför: dra in den lika långt som raderna där.",
        False,
    ),
    (
        "did not find expected <document start>",
        "Det här hör inte ihop med raderna ovanför.",
        "Kontrollera indraget.",
        False,
    ),
    (
        "did not find expected ',' or",
        "En klammer som öppnas stängs aldrig.",
        "Sätt ] eller } på slutet. Om klammern hör till texten: sätt hela texten inom citattecken.",
        True,
    ),
    (
        "block sequence entries are not allowed",
        "Här får ingen lista börja.",
        "Börja listan på en egen rad under fältnamnet.",
        False,
    ),
    (
        "did not find expected comment or line break",
        "Efter | eller > ska raden ta slut.",
        "Skriv texten på raderna under, indragen, eller sätt den inom citattecken.",
        False,
    ),
    (
        "found unknown escape character",
        "Ett omvänt snedstreck står i en text inom dubbla citattecken.",
        "Byt till enkla citattecken.",
        False,
    ),
    (
        "found undefined tag handle",
        "En text får inte börja med utropstecken.",
        _IN_QUOTES,
        False,
    ),
    ("while scanning an alias", "En text får inte börja med *.", _IN_QUOTES, False),
    ("while scanning an anchor", "En text får inte börja med &.", _IN_QUOTES, False),
    ("while scanning a tag", "En text får inte börja med utropstecken.", _IN_QUOTES, False),
)


def syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return the problem that stopped the parser, at the place where an editor would look."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None) or mark
    lines = text.split("\n")
    line, column = _place(lines, mark)
    line_text = lines[line - 1]
    indent = line_text[: len(line_text) - len(line_text.lstrip())]
    if "\t" in indent:
        message = "Indraget har en tabb."
        return Problem(path, line, indent.index("\t") + 1, message, "Byt den mot mellanslag.")
    parser_words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')} {error}"
    if "cannot start any token" in parser_words:
        message = f'Tecknet "{line_text[column - 1 : column]}" får inte stå först i en text.'
        return Problem(path, line, column, message, _IN_QUOTES)
    for words, message, hint, at_start in _MESSAGES:
        if words in parser_words:
            if at_start and context:
                line, column = _place(lines, context)
            slip = next(
                (
                    explanation
                    for explain in _SLIPS
                    if (explanation := explain(lines, words, line, column))
                ),
                None,
            )
            return Problem(path, *(slip or (line, column, message, hint)))
    message = "Filen går inte att läsa här."
    return Problem(path, line, column, message, "Kontrollera indrag, kolon och citattecken.")


def _place(lines: list[str], mark: Any) -> Place:
    """Return the place of a mark; what is missing at the end of a file is missing in its last line.

    The parser counts the end of the last line as one more line.
    """
    if mark is None:
        return 1, 1
    if mark.line < len(lines) and any(lines[mark.line :]):
        return mark.line + 1, mark.column + 1
    last = max((number for number, line in enumerate(lines, start=1) if line), default=1)
    return last, len(lines[last - 1]) + 1


def _above(lines: list[str], line: int) -> tuple[int, str]:
    """Return the number and text of the nearest line above that is not blank; 0 without one."""
    number = min(line, len(lines) + 1) - 1
    while number and not lines[number - 1].strip():
        number -= 1
    return number, lines[number - 1] if number else ""


def _no_space_after_colon(
    lines: list[str], words: str, line: int, column: int
) -> _Explanation | None:
    for number in (line, _above(lines, line)[0]):
        text = lines[number - 1] if 0 < number <= len(lines) else ""
        match = re.match(r"\s*(?:- +)?[a-z_]+:(?=[^\s/]|\u00a0)", text)
        if match and ": " not in text:
            message = "Efter kolonet saknas ett vanligt mellanslag."
            return number, match.end() + 1, message, _FIELD
    return None


def _no_colon_above(lines: list[str], words: str, line: int, column: int) -> _Explanation | None:
    number, above = _above(lines, line)
    text = lines[line - 1] if line <= len(lines) else ""
    field = _BARE_KEY.match(text)
    if words != "mapping values are not allowed" or not field or not number:
        return None
    indent = len(above) - len(above.lstrip())
    if field.end() < column:
        return None
    if re.match(r"\s*(?:- +)?[\w-]+: +[^|>\s]", above) and len(field["indent"]) > indent:
        message = "Raden är indragen för långt."
        return line, len(field["indent"]) + 1, message, "Låt den börja i samma kolumn som den ovan."
    if ":" not in above:
        return number, indent + 1, "Raden saknar kolon efter fältnamnet.", _FIELD
    return None


def _colon_in_text(lines: list[str], words: str, line: int, column: int) -> _Explanation | None:
    text = lines[line - 1] if line <= len(lines) else ""
    if words != "mapping values are not allowed" or ": " not in text[: column - 1]:
        return None
    message = "Texten har ett kolon, och det läses som ett nytt fält."
    return line, column, message, _IN_QUOTES


def _goes_on_after_its_end(
    lines: list[str], words: str, line: int, column: int
) -> _Explanation | None:
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    if words != "did not find expected key" or not before.strip():
        return None
    if match := _QUOTE_ENDED.search(before):
        other = "enkla" if match["quote"] == '"' else "dubbla"
        message = "Texten går vidare efter det citattecken som avslutar den."
        return line, column, message, f"Sätt {other} citattecken runt hela texten i stället."
    if re.search(r"[\]}]\s*$", before):
        message = "Texten går vidare efter klammern."
        return line, column, message, _IN_QUOTES
    return None


def _odd_dash(lines: list[str], words: str, line: int, column: int) -> _Explanation | None:
    for number in (line, line + 1):
        text = lines[number - 1] if number <= len(lines) else ""
        start = len(text) - len(text.lstrip()) + 1
        _, above = _above(lines, number)
        if not re.match(r"\s*-( |$)", above):
            continue
        if re.match(r"\s*-[^\s-]", text):
            message = "Efter bindestrecket saknas ett mellanslag."
            return number, start, message, "Skriv en punkt så här: - S1.1."
        if match := re.match(r"\s*([–—−•*·])", text):
            message = f'Punkten börjar med "{match[1]}", inte med ett bindestreck.'
            return number, start, message, "Skriv en punkt så här: - S1.1."
    return None


def _lost_dash(lines: list[str], words: str, line: int, column: int) -> _Explanation | None:
    _, above = _above(lines, line)
    if words != "could not find expected ':'" or not re.match(r"\s*- ", above):
        return None
    message = "Raden hör varken till punkten ovanför eller är en ny punkt."
    hint = "Börja en ny punkt med bindestreck och mellanslag."
    return line, column, message, hint


def _lost_indent(lines: list[str], words: str, line: int, column: int) -> _Explanation | None:
    _, above = _above(lines, line)
    if words != "could not find expected ':'" or not re.search(r": +[|>][-+]?\s*$", above):
        return None
    message = "Texten under fältnamnet är inte indragen."
    return line, column, message, "Dra in alla textens rader två steg längre än fältnamnet."


_SLIPS: tuple[Callable[[list[str], str, int, int], _Explanation | None], ...] = (
    _odd_dash,
    _no_space_after_colon,
    _no_colon_above,
    _colon_in_text,
    _goes_on_after_its_end,
    _lost_indent,
    _lost_dash,
)
