"""A site in two languages: Swedish, and an English that is plainly made up."""

import shutil
from pathlib import Path

from roadmap.model.translatable import translatable
from roadmap.model.translations import text_hash
from tests.projects import MINI, dataset_of, make_project

ADDRESS = "https://prov.example/"
REVIEWER = "språkgranskaren"
# The pages of docs/ that are made of macros and a title, and one with words of its own.
_TITLED = {
    "index.md": "The plan",
    "oversikt.md": "Answers",
    "sok.md": "Search",
    "teman/index.md": "Themes",
}
_ABOUT = "om/index.md"
# Of the miniature site's texts: one that is left, and one whose Swedish has changed since.
LEFT, STALE = "S1.2/text", "S1.3/text"


def english(of: str) -> str:
    """Return the translation of the text that is named so."""
    for field, word in (("strategies", "acts"), ("milestones", "marks"), ("-och-", "-and-")):
        of = of.replace(field, word)  # else the words would be terms, or Swedish
    return f"Words of {of.replace('/', ' ')}"


def make_bilingual(folder: Path, source: Path = MINI) -> Path:
    """Make a project in Swedish and English of one in Swedish alone."""
    project = make_project(folder, source)
    settings = project / "data/settings.yml"
    settings.write_text(settings.read_text("utf-8") + "languages:\n  - sv\n  - en\n", "utf-8")
    docs = project / "docs"
    shutil.copytree(docs / "malomraden", docs / "en/malomraden")
    for name, title in _TITLED.items():
        swedish = (docs / name).read_text("utf-8")
        _, _, body = swedish.rpartition("---\n")
        write(docs / "en" / name, _front(title, swedish) + _without_words(body))
    about = (docs / _ABOUT).read_text("utf-8")
    write(docs / "en" / _ABOUT, _front("About", about) + "# About\n\nA made-up page.\n")
    seen: set[str] = set()
    lines = [f"by: Ann Example\nreviewed: true\nreviewed_by: {REVIEWER}\ntexts:"]
    for one in translatable(dataset_of(project)):
        if one.text in seen or one.of.endswith(LEFT):
            continue
        seen.add(one.text)
        checksum = "a" * 12 if one.of.endswith(STALE) else text_hash(one.text)
        lines.append(f'  - of: {one.of}\n    hash: "{checksum}"\n    text: {english(one.of)}')
    write(project / "data/translations/en/all.yml", "\n".join(lines) + "\n")
    return project


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _front(title: str, swedish: str) -> str:
    claim = (
        f'  hash: "{text_hash(swedish)}"\n  by: Ann Example\n  machine: true\n  reviewed: false\n'
    )
    return f"---\ntitle: {title}\ndescription: {title}\ntranslation:\n{claim}---\n\n"


def _without_words(markdown: str) -> str:
    """Return the macros of a page, with a heading of our own instead of each of its own."""
    lines = (
        "## Heading" + line[line.index(" {:") :] if line.startswith("#") and " {:" in line else line
        for line in markdown.splitlines(keepends=True)
        if line.startswith(("{{", "#", "\n"))
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
