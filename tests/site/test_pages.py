"""The built pages keep the contract of addresses, anchors and marked source texts."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from roadmap.model.dataset import Dataset
from roadmap.site.assets import assets
from roadmap.text.source_text import FOOTNOTE_REFERENCE
from tests.html import by_attribute, pages, parse, text_of
from tests.projects import REAL, snapshot

BODY = "enskede-arsta-vantor"
AREAS = (
    "uppvaxt-och-utbildning",
    "arbete-och-foretagande",
    "boende-och-stadsmiljo",
    "demokrati-och-trygghet",
)


def plain(text: str) -> str:
    text = FOOTNOTE_REFERENCE.sub("¹", text)
    return " ".join(re.sub(r"^- ", "", text, flags=re.MULTILINE).split())


def expected_texts(real: Dataset) -> dict[str, str]:
    """Every published source text by its mark, straight from the data."""
    texts: dict[str, str] = {}
    for area in real.goal_areas:
        texts[f"{area.id}/lead-milestones"] = area.lead_milestones or ""
        texts[f"{area.id}/lead-strategies"] = area.lead_strategies or ""
        texts |= {milestone.id: milestone.text for milestone in area.milestones}
        for strategy in area.strategies:
            texts[f"{strategy.id}/title"] = strategy.title
            texts[strategy.id] = strategy.text
    response = real.body(BODY).response
    texts |= {f"{BODY}/{section.id}": section.text for section in response.sections}
    texts |= {f"{BODY}/{'+'.join(c.strategies)}": c.text for c in response.comments}
    texts |= {f"{BODY}/fotnot-{note.id}": note.text for note in response.footnotes}
    return {mark: plain(text) for mark, text in texts.items()}


def marked_texts(site: Path, page: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for mark, elements in by_attribute(parse(site / page), "data-text").items():
        for element in elements:
            assert found.setdefault(mark, text_of(element)) == text_of(element), mark
    return found


def test_the_addresses_are_the_promised_ones(site: Path) -> None:
    wanted = {"index", "404", "oversikt/index", "remissvar/index", f"remissvar/{BODY}/index"}
    wanted |= {"om/index", "om/textrattning/index", "om/bedomningar/index"}
    wanted |= {"andringar/index", "sok/index", "om/personuppgifter/index", "tillganglighet/index"}
    wanted |= {"oppna-data/index", "ordlista/index"}
    wanted |= {f"malomraden/{slug}/index" for slug in AREAS}
    wanted |= {"sammanstallning/index", "onskemal/index", "strategier/index", "teman/index"}
    themes = yaml.safe_load((REAL / "data/plan.yml").read_text("utf-8"))["themes"]
    wanted |= {f"teman/{theme['id']}/index" for theme in themes}
    counts = {1: 6, 2: 6, 3: 5, 4: 6}
    wanted |= {f"strategier/{n}-{m}/index" for n in counts for m in range(1, counts[n] + 1)}
    assert set(pages(site)) == {f"{name}.html" for name in wanted}


def test_every_marked_text_is_the_source_word_for_word(site: Path, real: Dataset) -> None:
    expected = expected_texts(real)
    seen: set[str] = set()
    for page in pages(site):
        for mark, text in marked_texts(site, page).items():
            assert text == expected[mark], f"{mark} on {page}"
            seen.add(mark)
    assert seen == set(expected)


def test_each_text_stands_where_it_belongs(site: Path, real: Dataset) -> None:
    expected = expected_texts(real)
    own = {mark for mark in expected if mark.startswith(f"{BODY}/") or mark[0] in "SEM"}
    assert set(marked_texts(site, f"remissvar/{BODY}/index.html")) == own
    for area, slug in zip(real.goal_areas, AREAS, strict=True):
        ids = {strategy.id for strategy in area.strategies}
        wanted = {f"{area.id}/lead-milestones", f"{area.id}/lead-strategies"}
        wanted |= {milestone.id for milestone in area.milestones}
        wanted |= ids | {f"{entity_id}/title" for entity_id in ids}
        wanted |= {
            f"{BODY}/{'+'.join(comment.strategies)}"
            for comment in real.body(BODY).response.comments
            if ids & set(comment.strategies)
        }
        if area.id == "M2":
            wanted.add(f"{BODY}/fotnot-1")
        assert set(marked_texts(site, f"malomraden/{slug}/index.html")) == wanted
    for strategy in real.strategies:
        page = f"strategier/{strategy.id[1:].replace('.', '-')}/index.html"
        marks = set(marked_texts(site, page))
        assert {strategy.id, f"{strategy.id}/title"} <= marks
        for comment in real.body(BODY).response.comments:
            if strategy.id in comment.strategies:
                assert f"{BODY}/{'+'.join(comment.strategies)}" in marks


def test_anchors(site: Path) -> None:
    area = by_attribute(parse(site / "malomraden/boende-och-stadsmiljo/index.html"), "id")
    for number in range(1, 6):
        assert area[f"strategi-3-{number}"][0].tag in ("h2", "h3")
        assert f"svar-3-{number}-{BODY}" in area
    assert {"etappmal-3-1", "etappmal-3-2"} <= set(area)
    strategy = by_attribute(parse(site / "strategier/3-1/index.html"), "id")
    assert strategy["strategi-3-1"][0].tag == "h1"
    assert f"svar-{BODY}" in strategy
    response = by_attribute(parse(site / f"remissvar/{BODY}/index.html"), "id")
    assert {"sammanfattning", "bakgrund", "arendet", "beredning"} <= set(response)
    assert {"synpunkter", "forslag", "bilaga", "fotnot-1"} <= set(response)


def test_a_joint_comment_stands_once_on_the_area_page(site: Path) -> None:
    page = parse(site / "malomraden/boende-och-stadsmiljo/index.html")
    marks = by_attribute(page, "data-text")
    assert len(marks[f"{BODY}/S3.1+S3.2"]) == 1
    answer = by_attribute(page, "id")[f"svar-3-1-{BODY}"][0]
    links = [element.get("href") for element in answer.iter("a")]
    assert f"#svar-3-2-{BODY}" in links


def visible_text(site: Path, page: str) -> str:
    body = parse(site / page).find("body")
    assert body is not None
    return text_of(body)


def test_no_misread_words_are_left(site: Path, real: Dataset) -> None:
    source = real.body(BODY).response.source
    assert source
    assert source.received
    assert source.corrected
    folder = REAL / "data" / "sources"
    received = set((folder / source.received).read_text("utf-8").split())
    corrected = set((folder / source.corrected).read_text("utf-8").split())
    misread = {word for word in received - corrected if word.isalpha() and len(word) > 5}
    assert {"Forvaltningens", "Malomrade"} <= misread
    for page in pages(site):
        # Names of files, on the page of open data, have no å, ä and ö either.
        if page not in ("om/textrattning/index.html", "oppna-data/index.html"):
            words = set(re.findall(r"\w+", visible_text(site, page)))
            assert words & misread == set(), page


def test_every_position_is_shown_as_an_unreviewed_proposal(site: Path) -> None:
    for page in pages(site):
        text = visible_text(site, page)
        shows = by_attribute(parse(site / page), "data-position")
        if shows:
            assert "Datorns tolkning" in text, page
            assert "Ingen har granskat" in text, page
    for page in ("index", "oversikt/index", "strategier/1-2/index", f"remissvar/{BODY}/index"):
        assert by_attribute(parse(site / f"{page}.html"), "data-position"), page


def test_what_is_unknown_is_said_to_be_unknown(site: Path) -> None:
    start = visible_text(site, "index.html")
    assert "Hur många som svarade. Vi har ett svar. Vi har inte letat än." in start
    assert "Inte en officiell webbplats" in start
    assert "Det finns ännu ingen adress att skriva till." in visible_text(site, "om/index.html")
    strategy = visible_text(site, "strategier/1-1/index.html")
    assert "Strategin, återgiven av Enskede-Årsta-Vantörs stadsdelsförvaltning" in strategy


def test_every_page_has_one_h1_a_title_and_a_description(site: Path) -> None:
    titles: dict[str, str] = {}
    for page in pages(site):
        document = parse(site / page)
        assert document.get("lang") == "sv"
        assert len(list(document.iter("h1"))) == 1, page
        title = text_of(next(document.iter("title")), hidden=())
        assert title, page
        assert titles.setdefault(title, page) == page
        metas = {meta.get("name"): meta.get("content") for meta in document.iter("meta")}
        assert page == "404.html" or metas.get("description"), page
        assert "noindex" not in str(metas.get("robots")), page


def elements(site: Path) -> Iterator[tuple[str, str, dict[str, str]]]:
    for page in pages(site):
        for element in parse(site / page).iter():
            if isinstance(element.tag, str):
                yield page, element.tag, dict(element.attrib)


def test_nothing_is_fetched_from_elsewhere_and_nothing_is_inline(site: Path) -> None:
    for page, tag, attributes in elements(site):
        fetches = {"script": "src", "link": "href", "img": "src", "iframe": "src"}.get(tag)
        if fetches and (tag != "link" or attributes.get("rel") != "canonical"):
            assert urlsplit(attributes.get(fetches, "")).netloc == "", page
        assert tag not in ("style", "iframe", "object", "embed"), page
        # A block of data is not run, and the policy lets it be.
        data = attributes.get("type") == "application/ld+json"
        assert tag != "script" or data or "src" in attributes, page
        assert "style" not in attributes, f"{tag} on {page}"
        assert not [name for name in attributes if name.startswith("on")], page


def test_ids_are_unique(site: Path) -> None:
    for page in pages(site):
        for anchor, found in by_attribute(parse(site / page), "id").items():
            assert len(found) == 1, f"{anchor} on {page}"


def test_nothing_of_the_base_theme_is_left(site: Path, real: Dataset) -> None:
    files = snapshot(site)
    assert not [name for name in files if "material" in name.casefold() or "lunr" in name]
    ours = assets(areas=len(real.goal_areas)).urls.values()
    assert [name for name in files if name.endswith((".css", ".js")) and name not in ours] == []
    for page in pages(site):
        assert b"md-" not in files[page], page


def test_the_sources_are_published_as_they_came(site: Path) -> None:
    sources = snapshot(REAL / "data" / "sources")
    assert {name: (site / "kallor" / name).read_bytes() for name in sources} == sources


def test_notes_to_the_editors_are_not_published(site: Path, real: Dataset) -> None:
    note = real.body(BODY).response.note
    assert note
    words = " ".join(note.split()).split(". ")[1].encode()
    for name, content in snapshot(site).items():
        assert words not in content, name
