"""The page of the compilation is short: it leads to the Word file, and to the same on the site."""

from pathlib import Path

from roadmap.model.dataset import Dataset
from roadmap.views import compilation_download, compilation_summary
from tests.html import moved, parse, text_of
from tests.projects import dataset_of

HERE = "sammanstallning/"


def test_every_chapter_leads_to_the_same_on_the_site(site: Path) -> None:
    (chapters,) = (
        one
        for one in parse(site / HERE / "index.html").iter("ol")
        if one.get("class") == "chapters"
    )
    told = {text_of(link): str(link.get("href")) for link in chapters.iter("a")}
    assert told["Önskemål"] == "../onskemal/"
    assert told["1 Uppväxt och utbildning"] == "../malomraden/uppvaxt-och-utbildning/"
    assert told["Allmänna synpunkter"] == "../oversikt/?area=plan"
    assert next(iter(told)) == "Sammanfattning"


def test_only_a_published_site_has_the_file(real: Dataset) -> None:
    assert "download" in compilation_download(real, HERE, published=True)
    assert "download" not in compilation_download(real, HERE, published=False)


def test_its_old_pages_lead_to_the_goal_areas_also_with_sixty_answers(sixty_answers: Path) -> None:
    led = moved(sixty_answers)
    assert led["sammanstallning/boende-och-stadsmiljo/"] == "malomraden/boende-och-stadsmiljo/"
    assert led["sammanstallning/boende-och-stadsmiljo/sida-5/"] == (
        "malomraden/boende-och-stadsmiljo/"
    )
    assert led["sammanstallning/allmanna-synpunkter/"] == "oversikt/"


def test_it_is_short_however_many_answers_there_are(sixty_answers: Path) -> None:
    assert len(compilation_summary(dataset_of(sixty_answers.parent), HERE)) < 3000
