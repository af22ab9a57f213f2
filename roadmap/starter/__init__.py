"""The files that something new begins with, written for the person who fills them in.

`response.yml` is a response, `site/` a whole project for another town, and `engine.py` packs the
program itself to go with it. Knows nothing else of the package.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Template

_HERE = Path(__file__).parent
_SITE = _HERE / "site"
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
