"""A real plan, written as Word and as PDF, becomes the data that it was written from."""

from pathlib import Path

import pytest

from roadmap.importing.plan.reading import PlanAccount, read_plan
from roadmap.model import GoalArea, Terms
from roadmap.model.dataset import Dataset
from tests.importing.documents import Piece, Script, pdf_file, word_file
from tests.importing.documents import add as add_text

Texts = list[tuple[str, ...]]


def script_of(dataset: Dataset, headings: str) -> Script:
    """Return the plan page for page; `headings` says how its strategies are headed."""
    script = Script()
    add_text(script, "Förord", "Det här är ett förord.", 1, 1)
    for page, area in enumerate(dataset.goal_areas, start=2):
        title = f"Målområde {area.shown_number}: {area.title}"
        script.pieces.append(Piece(title, page, page, "heading"))
        script.pieces.append(Piece(area.lead_milestones or "Etappmål:", page, page))
        script.pieces.extend(Piece(item.text, page, page, "item") for item in area.milestones)
        script.pieces.append(Piece(area.lead_strategies or "Strategier:", page, page))
        for strategy in area.strategies:
            heading = headings.format(n=strategy.shown_number, t=strategy.title)
            add_text(script, heading, strategy.text, page, page)
    return script


def texts_of(areas: tuple[GoalArea, ...]) -> Texts:
    """Return what the parts of a plan are called and say. Milestones have no numbers in it."""
    return [
        texts
        for area in areas
        for texts in (
            (area.id, area.title, area.lead_milestones or "", area.lead_strategies or ""),
            *((item.text,) for item in area.milestones),
            *((item.id, item.label, item.title, item.text) for item in area.strategies),
        )
    ]


def read(path: Path) -> PlanAccount:
    return read_plan("En annan plan", Terms(), path)


@pytest.mark.parametrize("headings", ["Strategi {n} {t}", "{n} {t}", "Strategi {n}: {t}"])
@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_the_words_and_their_places_are_the_same(
    real: Dataset, tmp_path: Path, headings: str, ending: str
) -> None:
    path = tmp_path / f"plan{ending}"
    script = script_of(real, headings)
    path.write_bytes(word_file(script) if ending == ".docx" else pdf_file(script))
    account = read(path)
    assert texts_of(account.areas) == texts_of(real.goal_areas)
    waiting = [" ".join(item.text.split()) for item in account.unplaced]
    placed = [f"{item.heading} {item.text}" for item in account.sections]
    assert (placed, waiting) == (["Förord Det här är ett förord."], [])
    assert not account.unsure
    for area, page in zip(account.areas, range(2, 6), strict=True):
        assert not area.unplaced
        assert {span for item in area.strategies if item.pages for span in item.pages} == {page}


def test_a_real_document_that_retells_the_plan_gives_the_plan(real: Dataset) -> None:
    """Its lines are those of the pages, without a blank one between all paragraphs."""
    source = next((real.root / "data/sources").rglob("*.corrected.txt"))
    account = read_plan(real.plan.title, Terms(), source)
    found = [strategy for area in account.areas for strategy in area.strategies]
    ours = {strategy.id: strategy for strategy in found}
    assert [(item.id, item.title) for item in found] == [
        (item.id, item.title) for item in real.strategies
    ]
    # One has a footnote of its page in it, one an answer that no heading parts from it.
    different = [item.id for item in real.strategies if ours[item.id].text != item.text]
    assert different == ["S2.3", "S3.2"]
    milestones = [item.text for area in account.areas for item in area.milestones]
    assert milestones == [item.text for item in real.milestones]
    leads = [area.lead_strategies for area in account.areas]
    assert leads == [area.lead_strategies for area in real.goal_areas]
    assert {area.text for area in account.areas} == {None}
    answers = [item for area in account.areas for item in area.unplaced]
    assert {item.reason for item in answers} == {
        "Ser ut som ett svar på planen, inte planens egna ord."
    }
