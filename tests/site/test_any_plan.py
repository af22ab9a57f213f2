"""A site that differs in all that may differ is made by the same engine, without a trace of ours.

Its terms, numbers, groups, ids, look and languages are its own: settings and data, and no file of
the program.
"""

import re
import shutil
from pathlib import Path

import pytest

from tests.bilingual import make_bilingual, write
from tests.html import pages, parse
from tests.look import COLOUR, LOGO_TEXT, give_look
from tests.projects import LABELS, TERMS, build, change, make_project
from tests.said import texts
from tests.shared import Shared
from tests.site.test_languages import SWEDISH, unmarked
from tests.site.test_terms import USUAL

OURS = re.compile(r"stockholm|färdplan|enskede", re.IGNORECASE)
# The names of files and the values of fields, which programs read, never change.
CODES = re.compile("synpunkternas-strategier|beredning, synpunkter, forslag")
USUAL_ADDRESS = re.compile("strategi|malomrad|etappmal|remissvar|remissinstans|synpunkt|onskemal")
# Files and choices that programs read, a place that the town's page names, and a file to fill in.
OF_PROGRAMS = re.compile(
    r".*\.(?:csv|json|docx|xlsx)\b|\?visa=synpunkter#.*|#alla-strategier|new/main\?filename=.*"
)
# A milestone without a number is called by its own words, which no attribute can mark.
CALLED_BY_ITS_WORDS = "Andelen hyresgäster"
USUAL_ENGLISH = re.compile(
    r"\b(?:strateg(?:y|ies)|goal areas?|milestones?|consultation (?:response|bod)|requests?)\b",
    re.IGNORECASE,
)
FOLDERS = (
    ("malomraden", "insatsomraden"),
    ("en/malomraden", "en/insatsomraden"),
    ("remissvar", "yttranden"),
)
ENGLISH_TERMS = {
    "goal_area": ("field", False),
    "milestone": ("aim", True),
    "strategy": ("action", True),
    "response": ("opinion", True),
    "body": ("party", False),
    "comment": ("remark", False),
    "request": ("wish", False),
}


def many(noun: str) -> str:
    return (
        f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}es" if noun[-1] == "h" else f"{noun}s"
    )


def term(noun: str, *, an: bool) -> str:
    neuter = str(an).lower()
    return (
        f"one: {noun}, the_one: the {noun}, many: {many(noun)}, the_many: the {many(noun)}, "
        f"neuter: {neuter}"
    )


@pytest.fixture(scope="module")
def site(shared: Shared) -> Path:
    def make(folder: Path) -> None:
        source = make_project(folder / "source", LABELS)
        own_words = shutil.ignore_patterns("malomraden")
        shutil.copytree(TERMS / "docs", source / "docs", ignore=own_words, dirs_exist_ok=True)
        for name, old, new in (
            ("goal-areas/1-skola.yml", "Här finns ett etappmål.", "Här finns ett mål."),
            ("responses/provnamnden.yml", "id: synpunkter", "id: namndens-ord"),
            *[("responses/provnamnden.yml", "Nämndens synpunkter", "Nämndens ord")] * 2,
        ):
            change(source, f"data/{name}", old, new)
        project = give_look(make_bilingual(folder / "project", source))
        words = (TERMS / "data/terms.yml").read_text("utf-8")
        write(project / "data/terms.yml", f"{words}addresses: true\n")
        for usual, own in FOLDERS:
            (project / "docs" / usual).rename(project / "docs" / own)
        terms = (f"{name}: {{{term(noun, an=an)}}}\n" for name, (noun, an) in ENGLISH_TERMS.items())
        write(project / "data/translations/en/terms.yml", "".join(terms))
        build(project, ROADMAP_PUBLISH="1")

    return shared.folder("any-plan", make) / "project/site"


def test_nothing_of_ours_is_left(site: Path) -> None:
    found = [
        (name, text)
        for name, text in texts(site)
        for usual in (USUAL, OURS, *([USUAL_ENGLISH] if name.startswith("en/") else []))
        if usual.search(CODES.sub("", text))
    ]
    assert not found, "\n".join(map(str, found))


def test_no_address_is_named_by_our_words(site: Path) -> None:
    """Where a page is, where it leads and its places; the files for programs never change."""
    named: set[str] = set()
    for name in pages(site):
        named.add(name)
        for element in parse(site / name).iter():
            named |= {element.get(key, "") for key in ("href", "action", "data-moved-to")}
    for file in (*site.rglob("*.xml"), *site.rglob("*.json")):
        named |= {*re.findall(r"[\w./:#-]*/[\w./#-]*", file.read_text("utf-8"))}
    ours = [one for one in named if USUAL_ADDRESS.search(OF_PROGRAMS.sub("", one))]
    assert sorted(ours) == []
    assert {"insatsomraden/skola/index.html", "en/atgarder/las-mer/index.html"} <= named


def test_no_swedish_is_unmarked(site: Path) -> None:
    found = [
        (name, words.strip())
        for name in pages(site)
        if name.startswith("en/")
        for words in unmarked(parse(site / name))
        if SWEDISH.search(re.sub(r"\S*/\S*", "", words)) and CALLED_BY_ITS_WORDS not in words
    ]
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("index.html", "insatsområden"),
        ("en/index.html", "fields"),
        ("en/index.html", LOGO_TEXT),
        ("en/atgarder/index.html", "All actions, by field."),
        ("sammanstallning/remissammanstallning.docx", "Delmålet"),
    ],
)
def test_its_own_words_are_said(site: Path, name: str, words: str) -> None:
    assert any(words in text for one, text in texts(site) if one == name)


def test_its_own_colour_is_used(site: Path) -> None:
    styles = b"".join(path.read_bytes() for path in site.rglob("*.css"))
    assert COLOUR.encode() in styles.lower()
