"""What a page is called, and what search engines show of it."""

from pathlib import Path

from roadmap.presenters import pages, urls
from roadmap.presenters.page_heads import PageHeads
from tests.projects import MINI, change, dataset_of, make_project


def test_the_summary_of_a_strategy_is_words_alone(tmp_path: Path) -> None:
    project = make_project(tmp_path / "plan", MINI)
    table = "böcker:\n\n      | Skola | Antal |\n      |---|---|\n      | Provskolan | 12 |\n"
    change(project, "data/goal-areas/1-lara.yml", "fler böcker.\n", f"fler {table}")
    dataset = dataset_of(project)
    heads = PageHeads(dataset, pages.generated_pages(dataset))
    head = heads.get(urls.strategy(dataset.strategy("S1.1")))
    assert head
    assert head.description == "Provskolan ska ha fler böcker: Skola Antal Provskolan 12"
