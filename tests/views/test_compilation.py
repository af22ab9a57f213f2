"""On the compilation's pages every statement has its source, every quote of the data is there,
and every count can be recounted."""

from collections import Counter
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

import pytest

from roadmap.presenters.wording import POSITION_WORDS
from tests import judged
from tests.html import pages, parse, text_of

SITES = ("site", "sixty_answers", "miniature")


@pytest.fixture(scope="module", params=SITES)
def site_of(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def compiled(site: Path) -> list[str]:
    return [page for page in pages(site) if page.startswith("sammanstallning/")]


def rows(site: Path) -> list[tuple[str, Element]]:
    """Return every row that tells what a body says, and the page it stands on."""
    return [
        (page, without_outcomes(row))
        for page in compiled(site)
        for table in parse(site / page).iter("table")
        if "entries" in (table.get("class") or "")
        for body in table.iter("tbody")
        for row in body.iter("tr")
    ]


def without_outcomes(row: Element) -> Element:
    """Take out what came of the requests, which has sources of its own."""
    for parent in row.iter():
        for child in list(parent):
            if child.get("class") == "outcome":
                parent.remove(child)
    return row


def quotes(row: Element) -> list[str]:
    return [text_of(one).strip("”") for one in row.iter("q")]


def test_every_statement_has_its_source_with_the_quoted_words(site_of: Path) -> None:
    found = rows(site_of)
    assert found
    responses: dict[str, Element] = {}
    for page, row in found:
        (link,) = row.iter("a")
        path, _, anchor = (link.get("href") or "").partition("#")
        url = normpath(join(dirname(page), path))
        if url not in responses:
            responses[url] = parse(site_of / url / "index.html")
        text = _source(responses[url], anchor)
        assert text, f"{page}: {link.get('href')}"
        for quote in quotes(row):
            assert quote in text, f"{page}: {quote}"
        told = text_of(row).casefold()
        assert "ingen har granskat den" in told or "inte bedömd" in told


def _source(response: Element, anchor: str) -> str:
    """Return the source text that an anchor of a response's page leads to."""
    for parent in response.iter():
        children = list(parent)
        for place, child in enumerate(children):
            if child.get("id") == anchor:
                # A comment is in the element; the text of a section comes after its heading.
                quoted = (one for part in children[place:] for one in part.iter("blockquote"))
                texts = [one for one in quoted if "/" in one.get("data-text", "")]
                return text_of(texts[0]).replace("¹", "") if texts else ""
    return ""


def test_every_quote_of_the_data_is_there(site_of: Path) -> None:
    shown = Counter(quote for _, row in rows(site_of) for quote in quotes(row))
    assert shown == judged.quotes(judged.judged(site_of.parent / "data"))


def cells(row: Element) -> list[str]:
    return [text_of(cell) for cell in row if cell.tag in ("th", "td")]


@pytest.mark.parametrize("name", ["site", "sixty_answers"])
def test_every_count_can_be_recounted(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    found = judged.judged(site.parent / "data")
    bodies = len({one.body for one in found})
    document = parse(site / "sammanstallning/index.html")
    overview, asked, *_ = document.iter("table")
    header, *told = overview.iter("tr")
    counts = {cells(row)[0].split()[0]: cells(row)[1:] for row in told if len(cells(row)) > 1}
    columns = [*POSITION_WORDS]
    assert cells(header)[1:] == [*POSITION_WORDS.values(), "Yttrar sig inte"]
    assert counts == {
        number: [
            *(str(tally[position] or "–") for position in columns),
            str(bodies - tally.total() or "–"),
        ]
        for number, tally in judged.positions(found).items()
    }
    rows_of_asks = [cells(row) for row in asked.iter("tr")][1:]
    assert {name: (int(times), int(by)) for name, times, by in rows_of_asks} == judged.asks(found)
    shown = text_of(document)
    assert "Ingen har granskat dem." in shown
    many = "ett remissvar" if bodies == 1 else f"{bodies} remissvar"
    assert f"Sammanställningen bygger på {many}." in shown


def test_the_answers_add_up_on_each_strategy(sixty_answers: Path) -> None:
    """With many answers each strategy tells its own counts, and has as many rows."""
    tallies = judged.positions(judged.judged(sixty_answers.parent / "data"))
    shown: Counter[str] = Counter()
    for page in compiled(sixty_answers):
        for section in parse(sixty_answers / page).iter("section"):
            for table in section.iter("table"):
                caption = text_of(next(table.iter("caption")))
                if caption.startswith("Svar på strategi "):
                    shown[caption.split()[-1]] += len(list(table.iter("tr"))) - 1
                    tally = tallies[caption.split()[-1]]
                    if "60 svar:" in text_of(section):
                        for position, number in tally.items():
                            word = POSITION_WORDS[position].lower()  # type: ignore[index]
                            assert f"{word} {number}" in text_of(section)
    assert shown == {number: tally.total() for number, tally in tallies.items()}


def test_who_declined_and_who_answers_through_another_is_told(miniature: Path) -> None:
    document = parse(miniature / "sammanstallning/index.html")
    *_, bodies = document.iter("table")
    joint = "Svarar tillsammans med en annan instans: Provnämnden"
    assert [cells(row) for row in bodies.iter("tr")][1:] == [
        ["Privatperson 1", "Privatperson", "Har svarat", "Remissvar, odaterat"],
        ["Provbolaget", "Nämnd", joint, "–"],
        ["Provföreningen", "Nämnd", "Avstår från att svara", "–"],
        ["Provnämnden", "Nämnd", "Har svarat", "Förvaltningens tjänsteutlåtande, 15 januari 2020"],
    ]
    assert "Vi har 2 svar. Ett svar saknas här." in text_of(document)


def test_a_strategy_without_answers_says_so(miniature: Path) -> None:
    shown = text_of(parse(miniature / "sammanstallning/bo/index.html"))
    assert "Inget publicerat svar tar upp strategin." in shown
    assert "Privatperson 1 och Provnämnden yttrar sig inte om strategin." in shown


def test_an_unclassified_answer_is_told_as_such(other_municipality: Path) -> None:
    shown = " ".join(
        text_of(parse(other_municipality / page)) for page in compiled(other_municipality)
    )
    assert "Inte klassificerat" in shown
    assert "Svaren är inte tolkade." in shown
