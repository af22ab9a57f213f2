"""A language that nobody speaks, to see what of a site is a message.

Each message is bracketed and accented, and its words are longer by two fifths. A verb run as
`python -m tests.pseudo FOLDER build` takes its languages from FOLDER, and says what is the source's
language in this one too: so pages that only the source's language has are seen as well.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from roadmap.cli.main import main
from roadmap.datafiles.site_pages import MACRO
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.terms import USUAL
from roadmap.presenters import messages
from tests.projects import MINI, ROOT, environment, make_project
from tests.repositories import Repository, change_all
from tools.messages import collected

CODE = "qps"
# The pages of `docs/` that its tree has.
PAGES = ("index", "oversikt", "sok", "teman/index", "malomraden/lara")
BEGIN, END = "⟦", "⟧"
_PLAIN, _ACCENTED = "aceginorsuyzåäöACEGINORSUYZÅÄÖ", "ȧčḗǧīńǿŕšŭẏžǻǟȫȦČḖǦĪŃǾŔŠŬẎŽǺǞȪ"
ACCENTS = frozenset(_ACCENTED)
_TO_ACCENTED = str.maketrans(_PLAIN, _ACCENTED)
_VOWEL = re.compile("[ȧḗīǿŭẏǻǟȫȦḖĪǾŬẎǺǞȪ]")
# What is no word: placeholders and tags.
_KEPT = re.compile(r"(%\(\w+\)s|\{\w+\}|<[^>]*>)")


def pseudo(text: str) -> str:
    """Return a sentence as this language says it."""
    return f"{BEGIN}{words(text)}{END}"


def words(text: str) -> str:
    """Return words as this language says them."""
    return "".join(
        part if _KEPT.fullmatch(part) else re.sub(r"[^\W\d_]+", _longer, part)
        for part in _KEPT.split(text)
    )


def _longer(found: re.Match[str]) -> str:
    """Return a word with accents, and with its first vowel drawn out."""
    word = found[0].translate(_TO_ACCENTED)
    extra = -(-len(word) * 2 // 5)
    return _VOWEL.sub(lambda vowel: vowel[0] * (1 + extra), word, count=1)


def _translated(message: Message) -> str | tuple[str, ...]:
    if message.context in ("locale", "genitive"):
        return str(message.id)
    if message.context not in (None, messages.FIELD):
        return words(str(message.id))
    if isinstance(message.id, str):
        return pseudo(message.id)
    return tuple(map(pseudo, message.id))


def _write_catalogue(locales: Path) -> None:
    """Write the language's folder among the locales."""
    catalogue = Catalog(locale=SOURCE_LANGUAGE, charset="utf-8", fuzzy=False)
    for message in collected():
        if message.id:
            catalogue.add(message.id, _translated(message), context=message.context)
    file = locales / CODE / "messages.po"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_po(stream, catalogue)


def _terms() -> Iterator[str]:
    """Yield the lines of a `data/terms.yml` with the language's words for the nouns."""
    for name, noun in USUAL.by_name():
        yield f"{name}:"
        fields = ("one", "the_one", "many", "the_many")
        yield from (f"  {field}: {words(getattr(noun, field))}" for field in fields)


def make(folder: Path) -> None:
    """Build the miniature site in a project folder, with changes in everybody's words behind it."""
    repository = Repository(make_project(folder, MINI))
    repository.commit()
    change_all(repository)
    settings = folder / "data" / "settings.yml"
    languages = f"languages:\n  - {SOURCE_LANGUAGE}\n  - {CODE}\n"
    settings.write_text(f"{settings.read_text('utf-8')}{languages}", encoding="utf-8")
    (folder / "data" / "terms.yml").write_text("\n".join(_terms()), encoding="utf-8")
    for page in PAGES:
        # A page of macros alone is nobody's translation.
        name = f"{page}.md"
        own = folder / "docs" / CODE / name
        own.parent.mkdir(parents=True, exist_ok=True)
        macros = MACRO.findall((folder / "docs" / name).read_text("utf-8"))
        own.write_text("\n\n".join(macros), encoding="utf-8")
    locales = folder / "locales"
    _write_catalogue(locales)
    done = subprocess.run(
        [sys.executable, "-m", "tests.pseudo", locales, "build"],
        cwd=folder,
        env=environment(PYTHONPATH=str(ROOT), ROADMAP_PUBLISH="1"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _speak(locales: Path) -> None:
    kept = messages._catalogue
    messages.LOCALES = locales
    messages._catalogue = lambda code: kept(CODE if code == SOURCE_LANGUAGE else code)  # type: ignore[assignment]


if __name__ == "__main__":
    _speak(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
