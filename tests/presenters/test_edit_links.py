"""From a published text to its line in the repository's editor, and to forms that are filled in."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree.ElementTree import Element

import pytest
import yaml

from roadmap.datafiles.yaml_reader import parse as parse_yaml
from roadmap.model import Settings, reader_of
from roadmap.presenters.edit_links import ADDRESS_FIELD, ISSUE_FORM
from roadmap.text import source_text
from tests.html import pages, parse, text_of
from tests.projects import SITES

MINI = "https://git.example/provkoping/plan"
OTHER = "https://git.example/lillmala/vagvisare/-"
WORDS = "Föreslå ändring"


def links(site: Path, page: str) -> Iterator[tuple[str, str]]:
    """Yield the words and href of every link of a page."""
    for link in parse(site / page).iter("a"):
        yield text_of(link), str(link.get("href"))


def walk(element: Element) -> Iterator[Element]:
    yield element
    for child in element:
        yield from walk(child)


def suggested(site: Path, page: str) -> Iterator[tuple[Element, str]]:
    """Yield each marked text with its "Föreslå ändring"; a footnote stands inside its text's."""
    waiting: list[Element] = []
    for element in walk(parse(site / page)):
        key = element.get("data-text", "")
        if key and not key.endswith("/title"):
            waiting.append(element)
        elif element.tag == "a" and text_of(element).startswith(WORDS):
            text = waiting.pop()
            # The milestones of a list share one link, to the first of them.
            while text.tag == "li" and waiting and waiting[-1].tag == "li":
                text = waiting.pop()
            yield text, str(element.get("href"))
    assert waiting == []


@pytest.mark.parametrize(
    ("fixture", "source", "start"),
    [
        ("miniature", "mini", f"{MINI}/edit/main/"),
        ("other_municipality", "other", f"{OTHER}/edit/huvudgren/"),
    ],
)
def test_every_text_leads_to_its_own_line(
    fixture: str, source: str, start: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(fixture)
    found = 0
    for page in pages(site):
        for element, href in suggested(site, page):
            path, _, line = href.removeprefix(start).partition("#L")
            lines = (SITES / source / path).read_text("utf-8").split("\n")
            document = parse_yaml(path, "\n".join(lines).encode())
            assert document.data
            field = lines[int(line) - 1].strip().removeprefix("- ")
            assert field.startswith(("text:", "lead_")), href
            # The line holds the text, or opens the block whose first line does.
            rest = field.partition(":")[2].strip()
            first = lines[int(line)].strip() if rest in ("|", ">-", ">") else rest
            words = source_text.plain(first.strip("'\""))
            shown = text_of(element).replace("¹", "")
            assert shown.startswith(" ".join(source_text.plain(words).split())[:30]), href
            found += 1
    assert found > 5


def test_names_of_links_tell_what_would_be_changed(miniature: Path) -> None:
    told = [words for words, _ in links(miniature, "strategier/1-1/index.html") if WORDS in words]
    assert told == [
        "Föreslå ändring av strategi 1.1",
        "Föreslå ändring av fotnot ¹",
        "Föreslå ändring av synpunkten på 1.1 från Förvaltningen, Provnämnden",
        "Föreslå ändring av synpunkten på 1.1 från Privatperson 1",
    ]


def test_a_response_is_added_as_a_new_file_that_explains_itself(
    miniature: Path, other_municipality: Path
) -> None:
    github = dict(links(miniature, "remissvar/index.html"))["Lägg till ett svar"]
    gitlab = dict(links(other_municipality, "remissvar/index.html"))["Lägg till ett svar"]
    assert github.startswith(f"{MINI}/new/main?")
    assert gitlab.startswith(f"{OTHER}/new/huvudgren/data/responses?")
    query = parse_qs(urlsplit(github).query)
    assert query["filename"] == ["data/responses/instansens-namn.yml"]
    assert parse_qs(urlsplit(gitlab).query)["file_name"] == ["instansens-namn.yml"]
    blank = yaml.safe_load(query["value"][0])
    assert "namnd (Nämnd)" in blank["note"]
    assert blank["comments"][0]["note"]
    # Servers refuse addresses of more than 8 kB.
    assert max(len(github), len(gitlab)) < 4_000


def test_a_fault_is_reported_with_the_address_of_its_page(
    miniature: Path, other_municipality: Path
) -> None:
    for page in ("strategier/1-1/index.html", "om/index.html", "404.html"):
        href = dict(links(miniature, page))["Rapportera fel"]
        address = page.removesuffix("index.html").removesuffix(".html")
        query = parse_qs(urlsplit(href).query)
        assert href.startswith(f"{MINI}/issues/new?")
        assert query == {"template": [ISSUE_FORM], ADDRESS_FIELD: [address]}
    href = dict(links(other_municipality, "om/index.html"))["Rapportera fel"]
    assert unquote(href) == (
        f"{OTHER}/issues/new?issue[title]=Fel på webbplatsen&issue[description]=Sida: om/"
    )


def test_nothing_is_offered_while_no_repository_is_set(site: Path) -> None:
    for page in pages(site):
        for words, href in links(site, page):
            assert not words.startswith((WORDS, "Lägg till ett svar"))
            assert "/edit/" not in href
            if words == "Rapportera fel":
                assert href.endswith("#rapportera")


@pytest.mark.parametrize(
    ("repository", "kind", "expected"),
    [
        ("https://github.com/prov/plan", None, "github"),
        ("https://gitlab.com/prov/plan", None, "gitlab"),
        ("https://gitlab.prov.example/plan", None, "gitlab"),
        ("https://git.prov.example/plan", None, None),
        ("https://git.prov.example/plan", "gitlab", "gitlab"),
        (None, None, None),
    ],
)
def test_what_a_repository_runs_on(
    repository: str | None, kind: str | None, expected: str | None
) -> None:
    settings = reader_of(Settings).validate_python(
        {"repository": repository, "repository_kind": kind}
    )
    assert settings.forge == expected
