"""What came of the requests: told where it is known, counted, and never made up."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.html import parse, text_of
from tests.projects import MINI, REAL, build, make_project

WORDS = {
    "adopted": "Ja",
    "partly": "Delvis",
    "rejected": "Nej",
    "pending": "Under arbete",
    "no_information": "Besked saknas",
}
OVERVIEW = "oversikt/index.html"
LIST = "onskemal"


def shown(page: Path) -> str:
    body = parse(page).find("body")
    assert body is not None
    return text_of(body)


def asks(data: Path) -> list[dict[str, Any]]:
    """Return every request in a data folder, read without the package that is tested."""
    return [
        ask
        for path in sorted((data / "responses").glob("*.yml"))
        for response in [yaml.safe_load(path.read_text("utf-8"))]
        for text in [*response.get("comments", []), *response.get("sections", [])]
        for ask in text.get("judgement", {}).get("asks", [])
        if "repeats" not in ask
    ]


def tally(site: Path, page: str) -> dict[str, int]:
    """Return the counts of outcomes on a page."""
    found = re.findall(
        f"({'|'.join(sorted(WORDS.values(), key=len, reverse=True))}) ([0-9]+)", shown(site / page)
    )
    return {word: int(number) for word, number in found}


def test_of_the_real_requests_nothing_is_known_and_that_is_said_once(site: Path) -> None:
    number = len(asks(REAL / "data"))
    unknown = "Vi vet inte vad staden gjorde med önskemålen."
    assert f"{unknown} Vi har inte letat än." in shown(site / OVERVIEW)
    assert f"{unknown} Vi har inte letat än." in shown(site / f"{LIST}/index.html")
    assert tally(site, f"{LIST}/index.html") == {"Besked saknas": number}
    for page in ("malomraden/uppvaxt-och-utbildning", "remissvar/enskede-arsta-vantor"):
        assert shown(site / page / "index.html").count(unknown) == 1, page
    for file in site.rglob("*.html"):
        assert 'class="outcome"' not in file.read_text("utf-8"), file


@pytest.mark.parametrize("name", ["site", "sixty_answers", "miniature"])
def test_every_request_stands_once_with_its_words_and_leads_to_them(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    data = site.parent / "data"
    found = asks(data)
    wanted = Counter(WORDS[ask.get("outcome", {}).get("value", "no_information")] for ask in found)
    assert tally(site, f"{LIST}/index.html") == dict(wanted)
    kinds = {
        kind["id"]: kind["name"]
        for kind in yaml.safe_load((data / "plan.yml").read_text("utf-8"))["asks"]
    }
    listed: Counter[str] = Counter()
    quotes: Counter[str] = Counter()
    told: dict[str, int] = {}
    for page in sorted((site / LIST).rglob("index.html")):
        for section in parse(page).iter("section"):
            (heading,) = section.iter("h2")
            rows = [item for group in section.iter("ul") for item in group.iter("li")]
            kind, _, number = text_of(heading).removesuffix(", fortsättning").partition(": ")
            told[kind] = int(number)
            listed[kind] += len(rows)
            for row in rows:
                quotes[text_of(next(row.iter("mark")))] += 1
                assert text_of(next(row.iter("mark"))) in text_of(next(row.iter("blockquote")))
                links = [str(link.get("href")) for link in row.iter("a")]
                links = [link for link in links if "://" not in link and "kallor/" not in link]
                assert links
                for link in links:
                    target, _, anchor = link.partition("#")
                    there = (page.parent / target / "index.html").read_text("utf-8")
                    assert not anchor or f'id="{anchor}"' in there
    assert listed == told == Counter(kinds[ask["kind"]] for ask in found)
    assert quotes == Counter(" ".join(ask["quote"].split()) for ask in found)
    assert [*told.values()] == sorted(told.values(), reverse=True) or name == "sixty_answers"


def test_a_kind_leads_to_the_page_where_it_begins(sixty_answers: Path) -> None:
    for page in (OVERVIEW, f"{LIST}/index.html", f"{LIST}/sida-3/index.html"):
        lists = [*parse(sixty_answers / page).iter("ul")]
        (kinds,) = (
            one for one in lists if any("#slag-" in str(link.get("href")) for link in one.iter("a"))
        )
        for link in kinds.iter("a"):
            target, _, anchor = str(link.get("href")).partition("#")
            there = (sixty_answers / page).parent / target / "index.html"
            assert f'id="{anchor}"' in there.read_text("utf-8")


def test_what_is_asked_for_twice_says_where_it_stands_again(site: Path) -> None:
    page = parse(site / LIST / "index.html")
    again = [text_of(row) for row in page.iter("li") if "Står en gång till på" in text_of(row)]
    assert len(again) == 2
    assert all("sidorna 2–3" in row for row in again)


def test_what_is_known_stands_by_the_request_with_its_source(miniature: Path) -> None:
    told = (
        "Vad hände sedan: Delvis, 20 februari 2020. ”får mer pengar till böcker”. "
        "Skäl: Pengarna räcker inte till allt. Källa: Provstyrelsens beslut om provplanen, sida 2. "
        "Tolkning. Granskad av Provsekreteraren den 2 mars 2020."
    )
    for page in (
        "strategier/1-1",
        "malomraden/lara",
        "remissvar/provnamnden",
        LIST,
    ):
        file = miniature / page / "index.html"
        assert told in shown(file), page
        (link,) = (
            link for link in parse(file).iter("a") if "beslut.txt" in (link.get("href") or "")
        )
        assert (file.parent / (link.get("href") or "")).is_file()
    response = shown(miniature / "remissvar/provnamnden/index.html")
    assert "Om 1 av de 2 önskemålen vet vi inte vad kommunen gjorde." in response
    assert "gjorde med" not in shown(miniature / "strategier/1-1/index.html")


def test_who_looked_in_vain_tells_where(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    response = project / "data/responses/provnamnden.yml"
    text = response.read_text("utf-8")
    text = text.replace("value: partly", "value: no_information")
    text = text.replace("            quote: får mer pengar till böcker\n", "")
    text = text.replace("            reason: Pengarna räcker inte till allt.\n", "")
    response.write_text(text, "utf-8")
    site = build(project)
    assert (
        "Besked saknas om vad som hände. Letat den 20 februari 2020 i Provstyrelsens beslut om "
        "provplanen, sida 2." in shown(site / "strategier/1-1/index.html")
    )
    assert "Vi vet inte vad kommunen gjorde med önskemålen." in shown(site / OVERVIEW)
