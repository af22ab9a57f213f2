"""Collect the sentences that readers see: `python -m tools.messages`.

Writes `roadmap/locale/messages.pot`, from which translations are made, out of the code and the
templates of `roadmap/`, and brings `messages.po` of each language in line with it: translations are
kept, new sentences are empty, old ones gone, and nothing is guessed. The files have no dates, so
they are the same until a sentence changes.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from roadmap.datafiles.records import RECORD_FILES
from roadmap.exports.open_data.tables import TABLES
from roadmap.model import reader_of
from roadmap.presenters.messages import FIELD, Message, words_with_forms

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "roadmap" / "locale" / "messages.pot"
_METHODS = [("**.py", "python"), ("**.html", "jinja2.ext.babel_extract")]
_KEYWORDS = {**DEFAULT_KEYWORDS, "ngettext_in_words": (1, 2)}
# A template that cannot be read is a fault, not a template without messages.
_OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}
_UNPUBLISHED = "note"
# What Babel says in the header of when, by whom and with what it was written.
_WHEN_AND_HOW = tuple(
    f'"{name}:'
    for name in (
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
    )
)
_NOTE = "# Gjord av python -m tools.messages. Ändra meningarna där de visas, inte här."
_NOTE_OF_LANGUAGE = "# Skriv bara i msgstr här: python -m tools.messages skriver resten."


def collected() -> Catalog:
    """Return every message once, in the order of the files, without translations.

    Raises ValueError if two messages differ only for many: a catalogue keeps one of them.
    """
    catalogue = Catalog(project="Färdplanen", header_comment=_NOTE, charset="utf-8")
    found = extract_from_dir(
        ROOT / "roadmap",
        _METHODS,
        _OPTIONS,
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for file, _line, message, comments, context in sorted(found, key=lambda one: one[:2]):
        places = [(f"roadmap/{file}", 0)]
        known = catalogue.get(message, context)
        if known and _differ_for_many(known.id, message):
            raise ValueError(f"{file}: {message} and {known.id}")
        catalogue.add(message, None, places, auto_comments=comments, context=context)
    for message in field_texts():
        catalogue.add(message, None, [("roadmap/model/", 0)], context=FIELD)
    for context, message in words_with_forms():
        catalogue.add(message, None, [("roadmap/presenters/messages.py", 0)], context=context)
    return catalogue


def field_texts() -> Iterator[str]:
    """Yield what the model says of its fields and readers see.

    The titles stand on the pages of changes, and the descriptions in the open data.
    """
    schemas = [reader_of(model).json_schema() for model in RECORD_FILES.values()]
    records = [
        record for schema in schemas for record in (schema, *schema.get("$defs", {}).values())
    ]
    titles = {
        rule["title"]
        for record in records
        for name, rule in record["properties"].items()
        if name != _UNPUBLISHED
    }
    columns = [text for table in TABLES for field in table.fields for text in field.texts]
    shown = {text for text in columns if isinstance(text, Message) and text.context == FIELD}
    yield from sorted(titles | shown)


def _differ_for_many(known: object, new: object) -> bool:
    return isinstance(known, tuple) and isinstance(new, tuple) and known != new


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a file, without dates."""
    text = BytesIO()
    write_po(text, catalogue, width=96, include_lineno=False, ignore_obsolete=True)
    lines = text.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_WHEN_AND_HOW)).encode()


def files() -> Iterator[tuple[Path, bytes]]:
    """Yield the template and the catalogue of each language, with what they should hold."""
    template = collected()
    yield CATALOGUE, written(template)
    for file in sorted(CATALOGUE.parent.glob("*/messages.po")):
        with file.open("rb") as stream:
            translated = read_po(stream, locale=file.parent.name)
        translated.update(template, no_fuzzy_matching=True)
        translated.header_comment = _NOTE_OF_LANGUAGE
        yield file, written(translated)


if __name__ == "__main__":
    for file, text in files():
        file.write_bytes(text)
