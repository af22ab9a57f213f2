"""Read YAML as plain text, lists and mappings, with every fault at its line.

Every scalar stays text: the models in `model.py` give the types, so `no`, `010`, `1.10` and
`2018-02-30` mean what was written. The reader goes through the parser's events instead of
composing nodes, because libyaml's composer crashes on absurdly deep files and loses duplicate
keys. Places are looked up only when a problem needs one, in a second pass.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from roadmap.problems import DataError, Problem
from roadmap.yamlsyntax import syntax_problem

MAX_BYTES = 5_000_000
MAX_DEPTH = 20

Key = tuple[str | int, ...]
Place = tuple[int, int]

_EMPTY_WORDS = {"", "~", "null", "Null", "NULL"}
# Signs that could hide, reorder or disguise words.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\ue000-\uf8ff\ud800-\udfff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
    "|[\u0300-\u036f]{3,}"
)
_MERGE_MARKER = re.compile(r"^(<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
_PLAUSIBLE_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass
class Document:
    """One data file: `path` relative to the root, its text and what it says.

    `damaged` names the outermost fields that faulty values were dropped from.
    """

    path: str
    text: str
    data: Any = None
    warnings: list[Problem] = field(default_factory=list)
    damaged: set[str] = field(default_factory=set)
    _dropped: dict[Key, list[int]] = field(default_factory=dict, repr=False)
    _places: dict[Key, tuple[Place, Place]] | None = field(default=None, repr=False)

    def at(self, *key: str | int) -> Place:
        """Return line and column of the value at `key`, or of the nearest thing above it."""
        return self._nearest(key)[1]

    def at_key(self, *key: str | int) -> Place:
        """Return line and column of the key itself rather than its value."""
        return self._nearest(key)[0]

    def problem(self, message: str, *key: str | int, hint: str | None = None) -> Problem:
        """Return an error at the value of `key`."""
        return Problem(self.path, *self.at(*key), message, hint)

    def warning(self, message: str, *key: str | int) -> Problem:
        """Return a warning at the value of `key`."""
        return Problem(self.path, *self.at(*key), message, severity="warning")

    def drop(self, *key: str | int) -> None:
        """Take a faulty value out of the data, so that the rest can still be checked.

        Places stay right: later keys count list items as they now are. The outermost
        field counts as damaged.
        """
        self.damaged.add(str(key[0]))
        parent = self.data
        for part in key[:-1]:
            parent = parent[part]
        if isinstance(parent, list):
            original = self._original(key)
            self._dropped.setdefault(original[:-1], []).append(int(original[-1]))
        del parent[key[-1]]

    def is_damaged(self, *fields: str) -> bool:
        """Whether any of these outermost fields lost a faulty value."""
        return not self.damaged.isdisjoint(fields)

    def _original(self, key: Key) -> Key:
        """Translate a key of the data as it is now into one of the file as it was read."""
        original: Key = ()
        for part in key:
            for gone in sorted(self._dropped.get(original, [])):
                if isinstance(part, int) and gone <= part:
                    part += 1
            original = (*original, part)
        return original

    def _nearest(self, key: Key) -> tuple[Place, Place]:
        key = self._original(key)
        if self._places is None:
            self._places = _places(self.text)
        while key and key not in self._places:
            key = key[:-1]
        return self._places.get(key, ((1, 1), (1, 1)))


def parse(path: str, raw: bytes) -> Document:
    """Read the bytes of one file.

    Raises DataError with every fault that can be told; a syntax fault ends the reading of the
    file, for what follows it cannot be trusted.
    """
    text = decode(path, raw)
    document = Document(path, text)
    problems = [*_raw_problems(path, text)]
    if problems:
        raise DataError(problems)
    try:
        document.data = _build(document, problems)
    except yaml.YAMLError as error:
        problems.append(syntax_problem(path, text, error))
    for problem in _comment_problems(document):
        (document.warnings if problem.severity == "warning" else problems).append(problem)
    if not problems and document.data is None:
        problems.append(Problem(path, 1, 1, "Filen är tom.", "Fyll i den eller ta bort den."))
    if problems:
        raise DataError(problems)
    return document


def decode(path: str, raw: bytes) -> str:
    """Return the file as text with plain newlines, or raise DataError where it is not UTF-8."""
    if len(raw) > MAX_BYTES:
        sizes = [f"{size:,}".replace(",", " ") for size in (len(raw), MAX_BYTES)]
        message = f"Filen är för stor: {sizes[0]} byte, högst {sizes[1]}."
        raise DataError([Problem(path, 1, 1, message)])
    hint = 'Spara den på nytt och välj teckenkodningen "UTF-8".'
    if raw[:2] in _PLAUSIBLE_ENCODINGS or b"\x00" in raw[:200]:
        raise DataError([Problem(path, 1, 1, "Filen är inte sparad som UTF-8.", hint)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        message = "Filen är inte sparad som UTF-8: å, ä, ö och andra tecken går inte att läsa."
        raise DataError([Problem(path, line, column, message, hint)]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _raw_problems(path: str, text: str) -> Iterator[Problem]:
    """Faults of the raw text that the YAML parser would hide or explain badly."""
    for match in _MERGE_MARKER.finditer(text):
        message = "Här står ett märke från en sammanslagning i git."
        hint = "Välj vilken av de två versionerna som gäller och ta bort märkena."
        yield Problem(path, *_place(text, match.start()), message, hint)
    yield from forbidden_characters(path, text)
    for number, line in enumerate(text.split("\n"), start=1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\u00a0" in indent:
            message = "Indraget har ett hårt mellanslag (U+00A0)."
            hint = "Byt det mot vanliga mellanslag."
            yield Problem(path, number, indent.index("\u00a0") + 1, message, hint)


def forbidden_characters(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for every character that could hide, reorder or disguise words."""
    for match in FORBIDDEN.finditer(text):
        characters = match[0]
        if len(characters) > 1:
            message = "Tre eller fler kombinerande tecken står på rad."
        else:
            name = unicodedata.name(characters, "styrtecken")
            message = f"Tecknet U+{ord(characters):04X} ({name}) är osynligt och får inte användas."
        yield Problem(path, *_place(text, match.start()), message, "Ta bort det.")


def _place(text: str, offset: int) -> Place:
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _mark(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _build(document: Document, problems: list[Problem]) -> Any:
    """Build the data from parser events; report what our YAML does not allow."""
    stack: list[Any] = []
    root: Any = None
    key: str | None = None
    documents = 0

    def report(event: Any, message: str, hint: str) -> None:
        problems.append(Problem(document.path, *_mark(event), message, hint))

    def add(value: Any, event: Any) -> None:
        nonlocal root, key
        if not stack:
            root = value
        elif isinstance(stack[-1], list):
            stack[-1].append(value)
        elif key is None:
            key = _checked_key(value, event)
        else:
            stack[-1][key] = value
            key = None

    def _checked_key(value: Any, event: Any) -> str:
        if not isinstance(value, str):
            report(event, "Här väntas ett fältnamn.", "Skriv fältnamn: värde.")
            return f"\0{event.start_mark.index}"
        if value in stack[-1]:
            report(event, f'Fältet "{value}" står två gånger.', "Behåll det ena.")
        return value

    for event in yaml.parse(document.text, Loader=yaml.CLoader):
        if isinstance(event, yaml.ScalarEvent):
            if event.tag is not None:
                report(event, f"Taggen {event.tag} får inte användas.", "Ta bort den.")
            plain_empty = event.implicit[0] and event.value in _EMPTY_WORDS
            if event.style == '"':
                problems.extend(_escaped_problems(document.path, event))
            add(None if plain_empty else event.value, event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            if event.tag is not None:
                report(event, f"Taggen {event.tag} får inte användas.", "Ta bort den.")
            if len(stack) == MAX_DEPTH:
                report(event, "Listorna ligger för djupt i varandra.", "Kontrollera indragen.")
                return None
            expects_key = bool(stack) and isinstance(stack[-1], dict) and key is None
            if expects_key:
                report(event, "Här väntas ett fältnamn.", "Skriv fältnamn: värde.")
                return None
            add(value, event)
            stack.append(value)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            hint = "Skriv ut texten i stället. Börjar texten med *, sätt den inom citattecken."
            report(event, "Hänvisningar med * får inte användas.", hint)
            add("*", event)
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                hint = "Dela upp den i flera filer eller ta bort raden med ---."
                report(event, "Filen har flera dokument.", hint)
                return None
        if getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
            hint = "Ta bort det. Börjar texten med &, sätt den inom citattecken."
            report(event, "Ankare med & får inte användas.", hint)
    return root


def _escaped_problems(path: str, event: Any) -> Iterator[Problem]:
    for problem in forbidden_characters(path, event.value):
        yield Problem(path, *_mark(event), problem.message, problem.hint)


def _places(text: str) -> dict[Key, tuple[Place, Place]]:
    """Map each key path to the places of its key and its value."""
    places: dict[Key, tuple[Place, Place]] = {}
    path: list[str | int] = []
    kinds: list[str] = []
    key_place: Place = (1, 1)
    awaiting_key = False

    def enter(event: Any) -> None:
        nonlocal key_place
        if kinds and kinds[-1] == "sequence":
            path[-1] = int(path[-1]) + 1
            key_place = _mark(event)
        places.setdefault(tuple(path), (key_place, _mark(event)))

    def leave() -> None:
        nonlocal awaiting_key
        if kinds and kinds[-1] == "mapping":
            path.pop()
            awaiting_key = True

    for event in yaml.parse(text, Loader=yaml.CLoader):
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            if kinds and kinds[-1] == "mapping" and awaiting_key:
                path.append(getattr(event, "value", "*"))
                key_place = _mark(event)
                awaiting_key = False
                continue
            enter(event)
            leave()
        elif isinstance(event, yaml.MappingStartEvent):
            enter(event)
            kinds.append("mapping")
            awaiting_key = True
        elif isinstance(event, yaml.SequenceStartEvent):
            enter(event)
            kinds.append("sequence")
            path.append(-1)
        elif isinstance(event, yaml.MappingEndEvent):
            kinds.pop()
            leave()
        elif isinstance(event, yaml.SequenceEndEvent):
            kinds.pop()
            path.pop()
            leave()
    return places


def _comment_problems(document: Document) -> Iterator[Problem]:
    """YAML comments vanish when a tool saves the file; a ` #` in a text cuts it silently."""
    if "#" not in document.text:
        return
    lines = document.text.split("\n")
    quiet: set[int] = set()
    ends: list[Place] = []
    try:
        for event in yaml.parse(document.text, Loader=yaml.CLoader):
            if not isinstance(event, yaml.ScalarEvent):
                continue
            start, end = _mark(event)[0] - 1, event.end_mark
            assert end is not None
            if event.style in ("|", ">"):
                quiet.update(range(start + 1, end.line))
            else:
                quiet.update(range(start + 1, end.line + 1) if event.style else ())
                ends.append((end.line, end.column))
    except yaml.YAMLError:
        return  # the syntax fault is reported already
    for line, column in ends:
        rest = lines[line][column:] if line < len(lines) else ""
        if re.match(r"\s+#", rest):
            place = (line + 1, column + rest.index("#") + 1)
            message = "Texten klipps av vid #, och det som följer kommer inte med."
            hint = "Sätt hela texten inom citattecken, eller flytta kommentaren till ett note-fält."
            yield Problem(document.path, *place, message, hint)
    for number, line_text in enumerate(lines):
        if line_text.lstrip().startswith("#") and number not in quiet:
            message = "En #-kommentar försvinner när filen sparas av ett verktyg."
            hint = "Flytta den till ett note-fält, som inte publiceras."
            place = (number + 1, line_text.index("#") + 1)
            yield Problem(document.path, *place, message, hint, "warning")
