"""Every state that the data can be in is shown as it is: few answers, many, none; set and unset."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.html import by_attribute, pages, parse, text_of
from tests.projects import build, change, make_project
from tests.shared import Shared


def body_of(site: Path, page: str) -> Element:
    body = parse(site / page).find("body")
    assert body is not None
    return body


def text(site: Path, page: str) -> str:
    return text_of(body_of(site, page))


def with_seven_more(folder: Path) -> None:
    project = make_project(folder)
    responses = project / "data" / "responses"
    real = (responses / "enskede-arsta-vantor.yml").read_text("utf-8")
    for number in range(1, 8):
        name = f"provnamnd-{number}"
        own = real.replace(
            "Enskede-Årsta-Vantörs stadsdelsnämnd\nkind", f"Provnämnd {number}\nkind"
        )
        (responses / f"{name}.yml").write_text(own, encoding="utf-8")
        change(project, f"data/responses/{name}.yml", "value: supports\n", "value: opposes\n")
    build(project)


@pytest.fixture(scope="module")
def many_answers(shared: Shared) -> Path:
    """The real plan with seven fictional responses beside the real one."""
    return shared.folder("eight-answers", with_seven_more) / "site"


def test_many_answers_are_counted_on_the_area_page_and_stand_on_the_strategys(
    many_answers: Path,
) -> None:
    area = body_of(many_answers, "malomraden/uppvaxt-och-utbildning/index.html")
    marks = by_attribute(area, "data-text")
    assert "S1.2" in marks
    assert not [mark for mark in marks if mark.startswith("provnamnd-")]
    shown = text_of(area)
    assert "Är emot 7" in shown
    assert "Stöder 1" in shown
    assert "Ingen har granskat dem." in shown
    pages = ("strategier/1-2/index.html", "strategier/1-2/sida-2/index.html")
    anchors = [one for page in pages for one in by_attribute(body_of(many_answers, page), "id")]
    assert {f"svar-provnamnd-{number}" for number in range(1, 8)} <= set(anchors)
    assert "svar-enskede-arsta-vantor" in anchors


def test_where_faults_can_be_reported_every_page_links_there(miniature: Path) -> None:
    for name in pages(miniature):
        footer = next(parse(miniature / name).iter("footer"))
        assert "Rapportera fel" in text_of(footer), name


def test_every_status_is_told(miniature: Path) -> None:
    shown = text(miniature, "remissvar/index.html")
    assert "Avstår från att svara" in shown
    assert "Svarar tillsammans med" in shown
    assert "Privatperson 1" in shown
    assert not (miniature / "remissvar/provbolaget").exists()
    assert not (miniature / "remissvar/provforeningen").exists()


def test_a_decision_that_is_known_is_told(miniature: Path) -> None:
    shown = text(miniature, "remissvar/provnamnden/index.html")
    assert "Provnämnden ställer sig bakom svaret." in shown
    assert "20 januari 2020" in shown
    assert "15 januari 2020" in shown
    assert "beslutade är inte känt" not in shown


def test_texts_that_a_response_retells_are_told_apart_by_their_goal_area(miniature: Path) -> None:
    document = parse(miniature / "remissvar/provnamnden/index.html")
    folds = [text_of(one) for one in document.iter("summary") if "återger" in text_of(one)]
    assert folds[0] == "Etappmålet, som svaret återger: 1"


def test_a_strategy_without_answers_says_so(miniature: Path) -> None:
    shown = text(miniature, "strategier/2-1/index.html")
    assert "Inget svar här tar upp strategin." in shown
    assert "Provnämnden" in shown


def test_figures_are_shown_with_their_source(miniature: Path) -> None:
    shown = text(miniature, "malomraden/lara/index.html")
    for words in ("81,5", "79", "80,2", "2019", "Provmyndigheten", "procent"):
        assert words in shown, words
    assert "Granskad av Provsekreteraren" in shown
    assert "Siffror saknas för 2015 och 2017 (män)." in shown
    assert "Utgångsläge 76,1 procent år 2014, enligt Provbudgeten för 2015." in shown
    assert "Målnivå 85 procent år 2022, enligt Provbudgeten för 2015." in shown
    page = body_of(miniature, "malomraden/lara/index.html")
    drawings = [one for one in page.iter() if one.get("role") == "img"]
    assert len(drawings) == 1
    ids = by_attribute(page, "id")
    told = [text_of(ids[name][0]) for name in (drawings[0].get("aria-labelledby") or "").split()]
    assert told[0] == "Elever som trivs, procent, 2014–2019"
    assert "Kvinnor: 77,1 år 2014, 81,5 år 2019." in told[1]


def test_what_is_not_known_of_the_real_milestones_is_said_and_nothing_is_drawn(site: Path) -> None:
    for page in (site / "malomraden").glob("*/index.html"):
        shown = text(site, page.relative_to(site).as_posix())
        count = shown.count("Datorns tolkning av etappmål")
        assert count
        assert shown.count("Texten anger varken utgångsläge eller målnivå.") == count
        assert shown.count("Vi har inte lagt in någon") == count
        assert 'class="chart"' not in page.read_text("utf-8")


def test_a_publisher_that_is_set_is_named_everywhere(miniature: Path) -> None:
    for page in ("index.html", "om/index.html", "tillganglighet/index.html", "404.html"):
        shown = text(miniature, page)
        assert "Inte en officiell webbplats" not in shown, page
        assert "Provköpings kommun" in shown, page
    links = [link.get("href") for link in body_of(miniature, "tillganglighet/index.html").iter("a")]
    assert "mailto:prov@provkoping.example" in links


def test_links_that_need_a_setting_are_absent_while_it_is_unset(site: Path) -> None:
    for page in ("index.html", "om/index.html", "tillganglighet/index.html"):
        links = [str(link.get("href")) for link in body_of(site, page).iter("a")]
        assert not [link for link in links if link.startswith("mailto:")], page


REQUIRED = (
    "Utgivare",
    "Webbplatsen",
    "Delvis förenlig med lagen om tillgänglighet till digital offentlig service",
    "Bedömd",
    "Uppdaterad",
    "Om du inte kan använda någon del",
    "Rapportera fel",
    "Tillsyn",
    "Kända brister",
    "Skäl:",
    "EN 301 549",
    "Så har vi prövat",
)


@pytest.mark.parametrize("fixture", ["site", "miniature"])
def test_the_accessibility_statement_has_what_the_law_asks_for(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    built: Path = request.getfixturevalue(fixture)
    statement = body_of(built, "tillganglighet/index.html")
    shown = text_of(statement)
    for words in REQUIRED:
        assert words in shown, words
    links = [link.get("href") for link in statement.iter("a")]
    assert "https://www.digg.se/tdosanmalan" in links


def test_every_page_links_to_the_statement_and_to_reporting_faults(site: Path) -> None:
    for name in pages(site):
        page = site / name
        footer = next(parse(page).iter("footer"))
        links = [str(link.get("href")) for link in footer.iter("a")]
        assert [link for link in links if link.endswith("tillganglighet/") or link == "./"], page
        # Nowhere to report to is known, so no link says that there is.
        assert not [link for link in links if link.endswith("#rapportera")], page
