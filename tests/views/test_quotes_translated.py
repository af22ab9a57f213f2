"""Where a reader of another language finds the translation of a quote."""

from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest
from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.presenters.pages import telling
from roadmap.presenters.translated import in_language
from roadmap.text.foreign import unmarked
from roadmap.views.requests_page import requests_page
from roadmap.views.theme_pages import theme
from tests.bilingual import REVIEWER, english, make_bilingual
from tests.html import text_of
from tests.projects import MINI, change, dataset_of, let_words_change, make_project

COMMENT = "provnamnden/comments/S1.1/text"
RESPONSE = "data/responses/provnamnden.yml"
THERE = ", with translation"
_View = Callable[[Dataset], Markup]
VIEWS: dict[str, _View] = {
    "theme": lambda dataset: theme(dataset, "teman/skola/", "skola"),
    "requests": lambda dataset: requests_page(dataset, "onskemal/"),
}


def shown(project: Path, view: _View, language: str = "en") -> str:
    dataset = in_language(dataset_of(project), language)
    with telling(dataset):
        return unmarked(view(dataset))


@pytest.fixture
def shorter(tmp_path: Path) -> Path:
    """A site whose comment is one sentence, which is quoted."""
    source = make_project(tmp_path / "source", MINI)
    let_words_change(source)
    change(source, RESPONSE, "Provnämnden välkomnar böckerna.[^1] Det", "Det[^1]")
    change(source, RESPONSE, "quote: Provnämnden välkomnar böckerna.", "quote: mer pengar")
    return make_bilingual(tmp_path / "project", source)


@pytest.mark.parametrize("name", VIEWS)
def test_a_part_of_a_comment_leads_to_where_the_whole_is_translated(
    tmp_path: Path, name: str
) -> None:
    project = make_bilingual(tmp_path / "project")
    found = shown(project, VIEWS[name])
    assert english(COMMENT) not in found
    (link,) = [
        one
        for one in html5lib.parseFragment(found, namespaceHTMLElements=False).iter("a")
        if text_of(one).endswith(THERE)
    ]
    assert (link.get("href") or "").endswith("strategier/1-1/#svar-provnamnden")
    assert "översättning" not in shown(project, VIEWS[name], "sv")


@pytest.mark.parametrize("name", VIEWS)
def test_a_whole_comment_is_quoted_with_its_translation(shorter: Path, name: str) -> None:
    found = shown(shorter, VIEWS[name])
    (beside,) = [
        text_of(one)
        for one in html5lib.parseFragment(found, namespaceHTMLElements=False).iter("div")
        if one.get("class") == "translated"
    ]
    assert beside.split(f"reviewed by {REVIEWER}.")[1].strip() == english(COMMENT)
    assert 'class="translated"' not in shown(shorter, VIEWS[name], "sv")


@pytest.mark.parametrize("name", VIEWS)
def test_what_is_not_translated_leads_to_no_translation(tmp_path: Path, name: str) -> None:
    project = make_bilingual(tmp_path / "project")
    change(project, "data/translations/en/all.yml", english(COMMENT), "FYLL I översättningen")
    found = shown(project, VIEWS[name])
    assert THERE not in found
    assert 'class="translated"' not in found
