"""The files that something new begins with, written for the person who fills them in.

`response.yml` is a response, `site/` a whole project for another town, `languages/` its pages in
other languages, and `engine.py` packs the program itself to go with it. Knows nothing else of the
package.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Template

_HERE = Path(__file__).parent
_SITE = _HERE / "site"
_LANGUAGES = _HERE / "languages"
# A name that begins with a dot is left out of a package, and git would go by it here.
_DOT = "dot-"
# Those where something is filled in; the others may have any dollar signs.
_TEMPLATES = ("mkdocs.yml", "README.md", "requirements.txt")


@cache
def starter(name: str) -> str:
    """Return the text of a starter file, given its name."""
    return (_HERE / name).read_text("utf-8")


def site_files(**words: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of a new project, with `words` filled in.

    Raises KeyError if a file asks for a word that is not given.
    """
    for path in sorted(_SITE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            name = path.relative_to(_SITE).as_posix()
            text = path.read_text("utf-8")
            if name in _TEMPLATES:
                text = Template(text).substitute(words)
            yield f".{name.removeprefix(_DOT)}" if name.startswith(_DOT) else name, text


def pages_in(language: str) -> Iterator[tuple[str, str]]:
    """Yield the path under `docs/` and the text of each page that there is in a language."""
    folder = _LANGUAGES / language
    for path in sorted(folder.rglob("*.md")):
        yield path.relative_to(folder).as_posix(), path.read_text("utf-8")
