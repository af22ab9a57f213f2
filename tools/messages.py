"""Collect the sentences that readers see: `python -m tools.messages`.

Writes `roadmap/locale/messages.pot`, from which translations are made, out of the code and the
templates of `roadmap/`. The file has no dates, so it is the same until a sentence changes.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from roadmap.presenters.messages import nouns

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "roadmap" / "locale" / "messages.pot"
_METHODS = [("**.py", "python"), ("**.html", "jinja2.ext.babel_extract")]
# A template that cannot be read is a fault, not a template without messages.
_OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}
# What Babel says in the header of when and with what it was written.
_WHEN_AND_HOW = tuple(
    f'"{name}:'
    for name in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
    )
)
_NOTE = "# Gjord av python -m tools.messages. Ändra meningarna där de visas, inte här."


def template() -> bytes:
    """Return the catalogue's template, with every message once, in the order of the files."""
    catalogue = Catalog(project="Färdplanen", header_comment=_NOTE, charset="utf-8")
    found = extract_from_dir(
        ROOT / "roadmap",
        _METHODS,
        _OPTIONS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for file, _line, message, comments, context in sorted(found, key=lambda one: one[:2]):
        places = [(f"roadmap/{file}", 0)]
        catalogue.add(message, None, places, auto_comments=comments, context=context)
    for context, message in nouns():
        catalogue.add(message, None, [("roadmap/model/terms.py", 0)], context=context)
    text = BytesIO()
    write_po(text, catalogue, width=96, include_lineno=False)
    lines = text.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_WHEN_AND_HOW)).encode()


if __name__ == "__main__":
    CATALOGUE.write_bytes(template())
