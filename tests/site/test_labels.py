"""A site whose ids are words: its numbers are A.1, "Mål 3 – Insats 1" or none at all."""

import re
import shutil
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from roadmap.datafiles.checks import check
from roadmap.datafiles.reader import read
from roadmap.model.dataset import Dataset
from tests.html import SVG, by_attribute, pages, parse, shown, text_of
from tests.projects import LABELS, TODAY, build, change, dataset_of, make_project
from tests.repositories import Repository
from tests.said import texts
from tests.shared import Shared

# What would be left of a sentence that expects a number or a title and has none.
STRAY = re.compile(
    r"\bNone\b|\(\s*\)|\[\s*\]|”\s*”|·\s*·|\s,,"
    r"|(?<!för )(?<!ett )(?<!en )(?<!varje )\b(?:strategi|målområde|etappmål)"
    r"(?:\s+[,:.)]|[,.)])(?!\w)",
    re.IGNORECASE,
)
IDS = re.compile(r"(?<![\w/#.-])(?:las-mer|bygg-lagom|barn-och-unga|nojda-hyresgaster)(?![\w/-])")
# It shows ids and programs, and describes the fields of every site.
FOR_PROGRAMS = "oppna-data/index.html"


@pytest.fixture(scope="module")
def project(shared: Shared) -> Path:
    """The site built with its Word file and with a history of changes to what has no number."""

    def make(folder: Path) -> None:
        repository = Repository(make_project(folder, LABELS))
        repository.commit()
        for name, old, new in (
            ("goal-areas/2-bo.yml", "bygga lagom mycket", "bygga ganska mycket"),
            ("goal-areas/2-bo.yml", "quote: lagom mycket", "quote: ganska mycket"),
            ("goal-areas/2-bo.yml", "från ett år till nästa", "varje år"),
            ("goal-areas/3-vag.yml", "bredda cykelbanorna", "bredda många cykelbanor"),
            ("responses/provnamnden.yml", "Det kräver mer pengar", "Det kräver ju mer pengar"),
            ("responses/provnamnden.yml", "    pages: 3\n", "    pages: 4\n"),
            ("series/nojda-hyresgaster.csv", "80,1", "80,2"),
        ):
            repository.change(f"data/{name}", old, new)
        repository.commit()
        repository.change("data/responses/privatperson-1.yml", "- gangvagar", "- unga")
        repository.change("data/responses/privatperson-1.yml", "unanswered: rest", "unanswered: []")
        repository.change("data/responses/privatperson-1.yml", "unanswered: []", "unanswered: rest")
        repository.commit()
        build(folder, ROADMAP_PUBLISH="1")

    return shared.folder("labels", make)


@pytest.fixture(scope="module")
def said(project: Path) -> list[tuple[str, str]]:
    """What the built site says."""
    return [*texts(project / "site")]


@pytest.fixture(scope="module")
def labels() -> Dataset:
    return dataset_of(LABELS)


def test_nothing_is_left_of_numbers_that_are_not_there(
    project: Path, said: list[tuple[str, str]]
) -> None:
    site = project / "site"
    whole = [
        (page, shown(site, page.removesuffix("index.html")))
        for page in pages(site)
        if page != "404.html"
    ]
    parts = [one for one in said if not one[0].endswith(".html")]
    found = [one for one in (*whole, *parts) if one[0] != FOR_PROGRAMS and STRAY.search(one[1])]
    assert [(name, STRAY.findall(text)) for name, text in found] == []


def test_no_reader_meets_an_id(said: list[tuple[str, str]]) -> None:
    found = {name for name, text in said if IDS.search(text)}
    assert found == {"search/head.json"}, "a program looks the groups of its results up by them"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("strategier/las-mer", "strategi A.1, en av 9"),
        ("strategier/bygg-lagom", "en av 9 strategier"),
        ("strategier/cykelbanor", "Mål 3 – Insats 1, en av 9"),
        ("strategier/barn", "Samma synpunkt gäller ”Bygg för barn” och ”Bygg för unga”"),
        ("strategier/rakna-mer", "Samma synpunkt gäller A.2 och A.10"),
        ("malomraden/skola", "målområde A, ett av 3"),
        ("malomraden/bo", "ett av 3 målområden"),
        ("malomraden/bo", "Nästa strategi: ”Bygg för barn”"),
        ("oversikt/bo", "Bygg lagom"),
        ("remissvar/provnamnden", "Nämndens synpunkter, ”Bygg lagom”"),
        ("remissvar/provnamnden", "Om Bygg för barn och unga tillsammansNämnden tycker"),
        ("remissvar/provnamnden", "Nämnden om A.1Provnämnden välkomnar"),
        ("andringar", "Synpunkt på ”Bygg för unga”"),
        ("andringar", "Etappmål ”Andelen hyresgäster"),
    ],
)
def test_what_has_no_number_is_called_by_its_title(project: Path, page: str, words: str) -> None:
    assert words in shown(project / "site", page)


def unseen(link: Element) -> bool:
    """Whether a link is a mark of an area or a strategy, and nothing in it is seen but a shape."""
    marks = [mark for mark in link.iter(SVG) if "shape" in mark.get("class", "").split()]
    heard = [text_of(part) for part in link.iter() if part.get("class") == "vh"]
    seen = text_of(link)
    for words in heard:
        seen = seen.replace(words, "", 1)
    return bool(marks) and not seen.strip()


def test_what_has_no_number_is_seen_by_its_name(project: Path) -> None:
    """A shape alone says only which goal area it is, where there are several of them."""
    for page in pages(project / "site"):
        links = parse(project / "site" / page).iter("a")
        assert [text_of(link) for link in links if unseen(link)] == [], page


def test_the_heading_of_a_strategy_without_a_number_is_its_title(project: Path) -> None:
    page = parse(project / "site/strategier/bygg-lagom/index.html")
    heading, title = page.find(".//h1"), page.find(".//title")
    assert heading is not None
    assert title is not None
    assert text_of(heading) == "Bygg lagom"
    assert text_of(title).startswith("Bygg lagom")


def test_areas_come_in_the_order_of_their_files(labels: Dataset) -> None:
    assert [area.id for area in labels.goal_areas] == ["skola", "bo", "vag"]


def test_two_comes_before_ten(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", LABELS)
    shutil.rmtree(project / "docs")
    for name, number in {"1-skola": "B.10", "2-bo": "B.2", "3-vag": "A"}.items():
        path = project / f"data/goal-areas/{name}.yml"
        path.write_text(re.sub("^id: .*", f"id: {number}", path.read_text("utf-8")), "utf-8")
    assert [area.id for area in dataset_of(project).goal_areas] == ["A", "B.2", "B.10"]


def test_no_anchor_stands_twice_on_a_page(project: Path) -> None:
    for page in pages(project / "site"):
        found = by_attribute(parse(project / "site" / page), "id")
        assert [anchor for anchor, elements in found.items() if len(elements) > 1] == [], page


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "responses/provnamnden.yml",
            "- las-mer",
            "- A.1",
            ':27:9: "A.1" finns inte bland strategierna. '
            "Det är numret på las-mer: skriv - las-mer.",
        ),
        (
            "responses/provnamnden.yml",
            "- las-mer",
            "- las-mera",
            ':27:9: "las-mera" finns inte bland strategierna. Menade du "las-mer"?',
        ),
        (
            "responses/provnamnden.yml",
            "- las-mer",
            "- Läs mer",
            ':27:9: "Läs mer" har inte den form som "strategies" ska ha. '
            "Skriv till exempel S1.1, A.1 eller battre-skola.",
        ),
        (
            "responses/provnamnden.yml",
            "  - gangvagar",
            "  - cykelbanor",
            ':116:5: "cykelbanor" sägs vara utan svar, men har en synpunkt.',
        ),
        (
            "goal-areas/3-vag.yml",
            "id: gangvagar",
            "id: bygg-lagom",
            ':17:9: Id "bygg-lagom" används redan i data/goal-areas/2-bo.yml:42. '
            "Varje id får finnas en gång.",
        ),
    ],
)
def test_what_is_wrong_is_told_by_id_at_its_line(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    project = make_project(tmp_path / "project", LABELS)
    change(project, f"data/{file}", old, new)
    problems = [str(problem) for problem in check(read(project), TODAY)]
    assert f"data/{file}{told}" in problems
