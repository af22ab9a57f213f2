"""Rewrite a data file in the canonical form, and keep everything that a person wrote."""

from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

from roadmap.datafiles.files import files_below
from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.records import RECORD_FILES, read_record
from roadmap.datafiles.yaml_places import Key, YamlComment, comments, lines_of_keys
from roadmap.datafiles.yaml_reader import Document, parse
from roadmap.datafiles.yaml_writer import dump
from roadmap.model import Record
from roadmap.presenters.messages import to_editors


def record_files(root: Path) -> list[str]:
    """Return the files that hold records, relative to the root."""
    paths = [path.relative_to(root).as_posix() for path in files_below(root / "data", ".yml")]
    return [path for pattern in RECORD_FILES for path in paths if fnmatchcase(path, pattern)]


def formatted(path: str, raw: bytes) -> str:
    """Return the text of a file in the canonical form; see `rewritten`."""
    return rewritten(path, raw, lambda record: record)


def rewritten(path: str, raw: bytes, change: Callable[[Record], Record]) -> str:
    """Return the text of a file in the canonical form, with its record as `change` returns it.

    `path` is relative to the root. Full-line comments keep their places, and a comment at the end
    of a line moves to a line of its own above it. Raises DataError if the file has errors, or
    something would be lost.
    """
    model = next((RECORD_FILES[name] for name in RECORD_FILES if fnmatchcase(path, name)), None)
    if model is None:
        hint = to_editors(
            "Bara plan.yml, settings.yml, terms.yml, %(goal_areas)s och %(responses)s har en "
            "standardform."
        )
        raise DataError([Problem(path, 1, 1, "Filen kan inte skrivas om.", hint)])
    document = parse(path, raw)
    old_comments = list(comments(document.text))
    record, problems = read_record(document, model)
    if problems or record is None:
        raise DataError(problems)
    canonical = dump(change(record))
    text = _with_comments(document, old_comments, canonical)
    reread_record = _reread(path, text, model)
    kept_texts = sorted(comment.text for comment in comments(text))
    if (
        reread_record is None
        or dump(reread_record) != canonical
        or kept_texts != sorted(item.text for item in old_comments)
    ):
        message = "Filen kan inte skrivas om utan att något går förlorat."
        move_comments = "Flytta #-kommentarerna till note-fält och försök igen."
        raise DataError([Problem(path, 1, 1, message, move_comments if old_comments else None)])
    return text


def _reread(path: str, text: str, model: type[Record]) -> Record | None:
    """Return the record of a text as it was written; None if it cannot be read."""
    try:
        return read_record(parse(path, text.encode()), model)[0]
    except DataError:
        return None


def _with_comments(document: Document, old_comments: list[YamlComment], canonical: str) -> str:
    """Put each comment above the same field or list item as before."""
    if not old_comments:
        return canonical
    new_lines = lines_of_keys(canonical)
    old_lines = sorted((line, len(key), key) for key, line in lines_of_keys(document.text).items())
    lines = canonical.split("\n")
    above: dict[int, list[str]] = {}
    for comment in old_comments:
        followers: list[Key] = [
            key for line, _, key in old_lines if line >= comment.line and key in new_lines
        ]
        number = new_lines[followers[0]] if followers else len(lines)
        above.setdefault(number, []).append(comment.text)
    result: list[str] = []
    for number, line in enumerate(lines, start=1):
        indent = line[: len(line) - len(line.lstrip())]
        result.extend(f"{indent}{text}" for text in above.get(number, []))
        result.append(line)
    return "\n".join(result)
