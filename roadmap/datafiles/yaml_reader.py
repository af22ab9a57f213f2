"""Read YAML as plain text, lists and mappings, with every problem at its line.

Every scalar stays text: the records in `model/` give the types, so `no`, `010`, `1.10` and
`2018-02-30` mean what was written. The reader uses the parser's events instead of
composing nodes, because libyaml's composer crashes on absurdly deep files and loses duplicate
keys. Places are looked up only when a problem needs one, in a second pass.
"""

from collections.abc import Callable, Iterator
from sys import intern
from typing import Any

import yaml

from roadmap.datafiles.characters import Place, decode, forbidden_characters, raw_problems
from roadmap.datafiles.problems import DataError, Problem, quoted
from roadmap.datafiles.yaml_errors import TOO_DEEP, syntax_problem
from roadmap.datafiles.yaml_places import MAX_DEPTH, Key, comments, events, mark, places
from roadmap.text.swedish import composed

# Shorter texts are likely to occur in many records, which then share them.
_SHORT = 30
_EMPTY_WORDS = {"", "~", "null", "Null", "NULL"}


class Document:
    """One data file: `path` relative to the root, its text and its data.

    `fields` are the names of its outermost fields, `damaged` those that lost a faulty value.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.data: Any = None
        self.fields: frozenset[str] = frozenset()
        self.warnings: list[Problem] = []
        self.damaged: set[str] = set()
        self._text: str | None = text
        self._read_again: Callable[[], bytes] | None = None
        self._dropped: dict[Key, list[int]] = {}
        self._places: dict[Key, tuple[Place, Place]] | None = None

    @property
    def text(self) -> str:
        """The file's text. Raises DataError if it must be read again and no longer can be."""
        if self._text is None:
            assert self._read_again
            return decode(self.path, self._read_again())
        return self._text

    def let_go(self, read_again: Callable[[], bytes]) -> None:
        """Drop the text and the data, which take most of the memory of a document.

        If the text or a place in it is needed later, the file is read as it is then.
        """
        self._text, self.data, self._read_again = None, None, read_again

    def at(self, *key: str | int) -> Place:
        """Return line and column of the value at `key`, or of the nearest value around it."""
        return self._nearest(key)[1]

    def at_key(self, *key: str | int) -> Place:
        """Return line and column of the key itself rather than its value."""
        return self._nearest(key)[0]

    def has(self, name: str) -> bool:
        """Whether the file has this outermost field, filled in or not."""
        return name in self.fields

    def problem(self, message: str, *key: str | int, hint: str | None = None) -> Problem:
        """Return an error at the value of `key`."""
        return Problem(self.path, *self.at(*key), message, hint)

    def warning(self, message: str, *key: str | int, hint: str | None = None) -> Problem:
        """Return a warning at the value of `key`."""
        return Problem(self.path, *self.at(*key), message, hint, "warning")

    def drop(self, *key: str | int) -> None:
        """Remove a faulty value from the data, so that the rest can still be checked.

        Places stay correct: later keys use the list indexes of the data as it is now. The
        outermost field counts as damaged.
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
        """Translate a key in the present data into the key in the file as it was read."""
        original: Key = ()
        for part in key:
            for dropped_index in sorted(self._dropped.get(original, [])):
                if isinstance(part, int) and dropped_index <= part:
                    part += 1
            original = (*original, part)
        return original

    def _nearest(self, key: Key) -> tuple[Place, Place]:
        key = self._original(key)
        if self._places is None:
            try:
                self._places = places(self.text)
            except (DataError, yaml.YAMLError):  # the file was sound, but has changed since
                self._places = {}
        while key and key not in self._places:
            key = key[:-1]
        return self._places.get(key, ((1, 1), (1, 1)))


def parse(path: str, raw: bytes) -> Document:
    """Read the bytes of one file.

    Raises DataError with every problem that can be found; a syntax error ends the reading, since
    what follows it cannot be trusted.
    """
    text = decode(path, raw)
    document = Document(path, text)
    problems = [*raw_problems(path, text)]
    if problems:
        raise DataError(problems)
    try:
        document.data = _build(document, problems)
    except yaml.YAMLError as error:
        problems.append(syntax_problem(path, text, error))
    for problem in _comment_problems(document):
        (document.warnings if problem.severity == "warning" else problems).append(problem)
    if isinstance(document.data, dict):
        document.fields = frozenset(document.data)
    if not problems and document.data is None:
        problems.append(Problem(path, 1, 1, "Filen är tom.", "Fyll i den eller ta bort den."))
    if problems:
        raise DataError(problems)
    return document


def _build(document: Document, problems: list[Problem]) -> Any:
    """Build the data from parser events; report what our YAML does not allow."""
    stack: list[Any] = []
    top: Any = None  # the innermost list or mapping
    root: Any = None
    key: str | None = None  # the field that waits for its value
    documents = 0

    def report(event: Any, message: str, hint: str) -> None:
        problems.append(Problem(document.path, *mark(event), message, hint))

    def report_marks(event: Any) -> None:
        """Report tags and anchors, which change what a text means."""
        if event.tag is not None:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            hint = "Ta bort den. Börjar texten med utropstecken, sätt den inom citattecken."
            report(event, f'Taggen "{written}" får inte användas.', hint)
        if event.anchor is not None:
            hint = "Ta bort det. Börjar texten med &, sätt den inom citattecken."
            report(event, "Ankare med & får inte användas.", hint)

    def add(value: Any, event: Any) -> None:
        nonlocal root, key
        if top is None:
            root = value
        elif type(top) is list:
            top.append(value)
        elif key is not None:
            top[key] = value
            key = None
        elif not isinstance(value, str):
            report(event, "Här väntas ett fältnamn.", "Skriv fältnamn: värde.")
            key = f"\0{event.start_mark.index}"
        else:
            if value in top:
                report(event, f"Fältet {quoted(value)} står två gånger.", "Behåll det ena.")
            key = value

    for event in events(document.text):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                report_marks(event)
            scalar = event.value
            if len(scalar) < _SHORT:
                # Field names, ids and dates are repeated: keep each once.
                scalar = None if scalar in _EMPTY_WORDS and event.implicit[0] else intern(scalar)
            if event.style == '"':
                problems.extend(_escaped_problems(document.path, event))
                scalar = scalar and composed(scalar)
            # The fast path: most events are a field or its value.
            if key is not None:
                top[key] = scalar
                key = None
            elif type(top) is dict and scalar is not None and scalar not in top:
                key = scalar
            else:
                add(scalar, event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            value: Any = {} if kind is yaml.MappingStartEvent else []
            if event.tag is not None or event.anchor is not None:
                report_marks(event)
            if len(stack) == MAX_DEPTH:
                report(event, *TOO_DEEP)
                return None
            if type(top) is dict and key is None:
                hint = (
                    "Skriv fältnamn: värde. Börjar en text med klammer, sätt den inom citattecken."
                )
                report(event, "Här väntas ett fältnamn.", hint)
                return None
            add(value, event)
            stack.append(value)
            top = value
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
            top = stack[-1] if stack else None
        elif kind is yaml.AliasEvent:
            hint = "Skriv ut texten i stället. Börjar texten med *, sätt den inom citattecken."
            report(event, "Hänvisningar med * får inte användas.", hint)
            add("*", event)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents == 2:
                hint = "Dela upp den i flera filer eller ta bort raden med ---."
                report(event, "Filen har flera dokument.", hint)
                return None
    return root


def _escaped_problems(path: str, event: Any) -> Iterator[Problem]:
    """Report escapes in double quotes that make hidden characters: C:\\Nytt has a line break."""
    if any(forbidden_characters(path, event.value)):
        message = "Ett omvänt snedstreck i texten blir till ett osynligt tecken."
        hint = "Sätt texten inom enkla citattecken, där det betyder sig självt."
        yield Problem(path, *mark(event), message, hint)


def _comment_problems(document: Document) -> Iterator[Problem]:
    """Report comments, which tools lose when they save a file, and texts cut off by a ` #`."""
    for comment in comments(document.text):
        place = (comment.line, comment.column)
        if comment.cuts:
            message = "Texten klipps av vid #, och det som följer kommer inte med."
            hint = "Sätt hela texten inom citattecken, eller flytta kommentaren till ett note-fält."
            yield Problem(document.path, *place, message, hint)
        else:
            message = "En #-kommentar försvinner när filen sparas av ett verktyg."
            hint = "Flytta den till ett note-fält, som inte publiceras."
            yield Problem(document.path, *place, message, hint, "warning")
