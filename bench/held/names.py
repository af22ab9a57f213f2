"""Odd names of files: published whole, or refused where the file is."""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.projects import MINI, make_project, run

_STEMS: tuple[str | bytes, ...] = (
    *("å", "a\u0308", "Å", "ß", "ı", "ﬁ", "日本", "😀", "\u202ename", "a\u00adb", "a\u200bb"),
    *("con", "AUX", "nul.a", "com1", "lpt¹", "a:b", "a\\b", "a*b", 'a"b', "a?b", "a<b>", "a|b"),
    *("a b", " a", "a ", "a.", "..a", "-a", "--help", "~a", "$(a)", "`a`", "%2e%2e", "a%", "a#b"),
    *("a&b", "a'b", "{{ a }}", "{% a %}", "[a](b)", "<script>", "a;b", "a,b", "=1+1", "@a", "!a"),
    *("404", "feed", "a\nb", "a\tb", "a\rb", "a\x01b", "å" * 120, "x" * 250, b"\xe5", b"a\xff"),
)
_TEXT = "# Prov\n"
_PLACES = {"docs": ".md", "data/sources/provnamnden": ".txt"}


def tries(folder: Path) -> Iterator[tuple[str, str]]:
    """Build a site with a file of each name; yield the name and what went wrong."""
    project = make_project(folder / "project", MINI)
    for place, suffix in _PLACES.items():
        for stem in _STEMS:
            name = os.fsdecode(stem) + suffix
            path = project / place / name
            try:
                path.write_text(_TEXT)
            except OSError:
                continue  # this disk does not take the name
            yield f"{place}/{name}", _fault(project, place, name)
            path.unlink()


def _fault(project: Path, place: str, name: str) -> str:
    checked, built = (run(project, "roadmap", verb) for verb in ("validate", "build"))
    told = checked.stderr + built.stderr
    if "Traceback" in told or not {checked.returncode, built.returncode} <= {0, 1}:
        return told[-500:]
    if checked.returncode != built.returncode:
        return f"refused by one verb alone: {told[-500:]}"
    if built.returncode:
        lines = [line for line in checked.stderr.splitlines() if ": varning: " not in line]
        return "" if all(line.startswith(f"{place}/") for line in lines) else told
    if place == "docs":
        return ""
    published = project / "site/kallor" / place.removeprefix("data/sources/") / name
    if name.startswith("."):  # such files are the system's
        return "published" if published.exists() else ""
    if published.is_file() and published.read_text() == _TEXT:
        return ""
    told_of = f"{place}/{name}:1:1: varning: Filen är lämnad av ett program"
    return "" if told_of in checked.stderr else "not published"
