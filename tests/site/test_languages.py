"""A site in two languages: a reader of the other one meets no Swedish that is not marked."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from roadmap.cli.main import main
from roadmap.datafiles.translated_pages import data_hash
from roadmap.presenters.marks import strategy_crumbs
from roadmap.presenters.pages import generated_pages, telling
from roadmap.presenters.translated import in_language
from roadmap.site.build import BuildInput, OnDemand
from roadmap.site.outputs import Content
from roadmap.site.page_meta import PageMeta
from roadmap.site.project import current
from roadmap.text.foreign import with_languages
from roadmap.views import milestones
from tests.bilingual import ADDRESS, REVIEWER, STALE, english, make_bilingual, write
from tests.html import pages, parse, text_of
from tests.projects import LABELS, MINI, TODAY, build, change, dataset_of, make_project, run

SWEDISH = re.compile(
    r"[åäöÅÄÖ]|\b(?:och|att|som|för|inte|det|är|av|på|till|den|vill|ska|svar|sida|nej|ja|ingen)\b",
    re.IGNORECASE,
)
QUOTED = " The plan and the responses are quoted in Swedish."
# Where nothing can be marked: attributes that are read aloud or shown.
_SPOKEN = ("aria-label", "title", "placeholder", "alt", "content")


@pytest.fixture(scope="module")
def in_english(bilingual: Path) -> dict[str, Element]:
    return {name: parse(bilingual / name) for name in pages(bilingual) if name.startswith("en/")}


def unmarked(element: Element, lang: str = "") -> Iterator[str]:
    """Yield the words that are in no element marked as Swedish."""
    lang = element.get("lang", lang)
    if element.tag in ("script", "style"):
        return
    if lang != "sv":
        yield element.text or ""
        if element.get("property") != "og:url" and element.get("http-equiv") is None:
            yield from (value for name, value in element.items() if name in _SPOKEN)
    for child in element:
        yield from unmarked(child, lang)
        if lang != "sv":
            yield child.tail or ""


def of_class(page: Element, name: str) -> list[str]:
    found = (one for one in page.iter() if name in (one.get("class") or "").split())
    return [" ".join(text_of(one).split()) for one in found]


def test_there_is_a_page_for_all_that_is_promised(in_english: dict[str, Element]) -> None:
    promised = (
        "malomraden/lara strategier strategier/1-1 oversikt onskemal teman teman/skola om sok"
    )
    assert {f"en/{page}/index.html" for page in promised.split()} <= in_english.keys()
    assert "en/index.html" in in_english


def test_no_swedish_is_unmarked(in_english: dict[str, Element]) -> None:
    found = [
        (name, words.strip())
        for name, page in in_english.items()
        for words in unmarked(page)
        if SWEDISH.search(re.sub(r"https:\S+", "", words))
    ]
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("left", [False, True], ids=["translated", "left"])
def test_who_reviewed_is_said_in_the_language_or_marked(tmp_path: Path, left: bool) -> None:
    project = make_bilingual(tmp_path / "project")
    if left:
        shutil.rmtree(project / "data/translations")
    dataset = in_language(current(project, TODAY), "en")
    with telling(dataset):
        html = with_languages(milestones(dataset, "malomraden/lara/", "M1"), "sv", "en")
    translated = english("M1/milestones/E1.1/judgement/reviewed_by")
    by = '<span lang="sv">Provsekreteraren</span>' if left else translated
    assert f"Reviewed by {by}" in html


def test_each_page_is_in_its_language_and_leads_to_the_same_one(bilingual: Path) -> None:
    site = bilingual
    for name in pages(site):
        page = parse(site / name)
        own, other = ("en", "sv") if name.startswith("en/") else ("sv", "en")
        assert page.get("lang") == own, name
        links = [one for one in page.iter("a") if one.get("class") == "language"]
        if name == "404.html":
            continue
        (link,) = links
        assert (link.get("lang"), link.get("hreflang")) == (other, other)
        same = f"{'' if own == 'en' else 'en/'}{name.removeprefix('en/')}"
        there = (site / same).is_file()
        target = (site / name).parent.joinpath(link.get("href") or "").resolve() / "index.html"
        assert target == (site / (same if there else "en/index.html")).resolve(), name
        alternates = [one.get("href") for one in page.iter("link") if one.get("hreflang")]
        assert alternates == ([ADDRESS + same.removesuffix("index.html")] if there else [])


def test_the_words_of_a_document_stay_and_the_translation_stands_beside(
    in_english: dict[str, Element],
) -> None:
    page = in_english["en/strategier/1-1/index.html"]
    assert {one.get("lang") for one in page.iter("blockquote")} == {"sv"}
    assert "Läs mer Provskolan ska ha fler böcker." in of_class(page, "plan")
    told = f"Translated by Ann Example, reviewed by {REVIEWER}."
    assert f"{told} {english('M1/strategies/S1.1/text')}" in of_class(page, "translated")
    (title,) = page.iter("h1")
    assert "".join(title.itertext()).strip().endswith(english("M1/strategies/S1.1/title"))


def test_what_is_not_translated_or_of_older_words_is_told(in_english: dict[str, Element]) -> None:
    left = of_class(in_english["en/strategier/1-2/index.html"], "translated")
    assert "The text is not translated." in left
    stale = " ".join(of_class(in_english["en/strategier/1-3/index.html"], "translated"))
    assert english(f"M1/strategies/{STALE}") in stale
    assert "the Swedish text has changed since then." in stale


@pytest.mark.parametrize("left", [False, True], ids=["translated", "left"])
def test_a_milestone_without_a_number_is_named_in_a_language(tmp_path: Path, left: bool) -> None:
    project = make_bilingual(tmp_path / "project", LABELS)
    if left:
        shutil.rmtree(project / "data/translations")
    dataset = in_language(current(project, TODAY), "en")
    with telling(dataset):
        html = with_languages(milestones(dataset, "malomraden/bo/", "bo"), "sv", "en")
    page = html5lib.parseFragment(html, namespaceHTMLElements=False)
    (note,) = [one for one in page.iter() if one.get("role") == "note"]
    assert note.get("aria-label") is None
    (about,) = [one for one in page.iter() if one.get("id") == note.get("aria-labelledby")]
    swedish = [text_of(one) for one in about.iter() if one.get("lang") == "sv"]
    named = "Andelen hyresgäster som är nöjda med sin bostad ska öka från …"
    assert (named in swedish) == left
    assert (english("bo/milestones/nojda-hyresgaster/text")[:30] in text_of(about)) != left
    assert not [words for words in unmarked(note) if SWEDISH.search(words)]


def test_a_number_that_has_words_is_marked_until_it_is_translated(tmp_path: Path) -> None:
    project = make_bilingual(tmp_path / "project", LABELS)
    shutil.rmtree(project / "data/translations")
    dataset = in_language(current(project, TODAY), "en")
    with telling(dataset):
        html = with_languages(milestones(dataset, "malomraden/vag/", "vag"), "sv", "en")
    page = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert "Mål 3 – Delmål 1" in text_of(page)
    assert not [words for words in unmarked(page) if "Delmål 1" in words]


def test_what_is_above_a_strategy_is_linked_to_in_the_same_language(tmp_path: Path) -> None:
    source = current(make_bilingual(tmp_path / "project", LABELS), TODAY)
    dataset = in_language(source, "en")
    with telling(dataset):
        links = strategy_crumbs(dataset, "strategier/unga/", dataset.strategy("unga"))
    assert [link.href for link in links] == [
        "../../",
        "../../strategier/",
        "../../malomraden/bo/",
        "../../malomraden/bo/#grupp-hus-och-hem",
    ]


def test_a_reference_says_who_translated_what_stands_translated_there(
    in_english: dict[str, Element],
) -> None:
    told = f"Translated by Ann Example, reviewed by {REVIEWER}. Quoted at"
    for number, translated in (("1-1", True), ("1-2", False)):
        references = of_class(in_english[f"en/strategier/{number}/index.html"], "cite")
        (reference,) = [one for one in references if f"strategy {number}".replace("-", ".") in one]
        assert (told in reference) == translated, reference
        assert ("Translated" in reference) == translated, reference


BY_PROGRAM = "Translated by a program. No person has reviewed the translation."
PARTLY = "Partly translated by a program. No person has reviewed that part."
_MACROS = {f"en/{page}index.html" for page in ("", "oversikt/", "sok/", "teman/")}


def test_a_reference_to_several_pages_says_so(in_english: dict[str, Element]) -> None:
    references = of_class(in_english["en/strategier/1-3/index.html"], "cite")
    assert [one for one in references if ", p. 2. Translated" in one]
    assert [one for one in references if ", pp. 2–3. Translated" in one]


def test_every_page_says_who_translated_what_stands_on_it(in_english: dict[str, Element]) -> None:
    """The data is reviewed; the pages with a file are not, and all but one show the data too."""
    for name, page in in_english.items():
        (told,) = of_class(page, "made")
        told, quoted = told.removesuffix(QUOTED), told.endswith(QUOTED)
        assert quoted, name
        written = {"en/om/index.html": BY_PROGRAM} | dict.fromkeys(_MACROS, PARTLY)
        assert told == written.get(name, "Translated from Swedish."), name


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("malomraden/lara/", "Translated from Swedish."),
        ("strategier/1-1/", "Translated from Swedish."),
        ("malomraden/bo/", PARTLY),
        ("strategier/2-1/", PARTLY),
        ("strategier/", PARTLY),
        ("onskemal/", PARTLY),
        ("", PARTLY),
        ("om/", f"Translated by Ann Example, reviewed by {REVIEWER}."),
    ],
)
def test_a_page_tells_of_the_translations_that_stand_on_it(
    tmp_path: Path, page: str, told: str
) -> None:
    """A program has translated one goal area, and nobody has reviewed that."""
    project = make_bilingual(tmp_path / "project")
    all_of_it = project / "data/translations/en/all.yml"
    head, *texts = all_of_it.read_text("utf-8").split("  - of: ")
    of_bo = [text for text in texts if text.startswith("M2/")]
    others = [text for text in texts if text not in of_bo]
    all_of_it.write_text("  - of: ".join([head, *others]), "utf-8")
    by_program = "by: Program\nmachine: true\nreviewed: false\ntexts:\n"
    write(project / "data/translations/en/bo.yml", "  - of: ".join([by_program, *of_bo]))
    for file in (project / "docs/en").rglob("*.md"):
        reviewed = f"  reviewed: true\n  reviewed_by: {REVIEWER}\n"
        text = file.read_text("utf-8").replace("  machine: true\n  reviewed: false\n", reviewed)
        file.write_text(text, "utf-8")
    dataset = current(project, TODAY)
    meta = PageMeta(dataset, tuple(generated_pages(dataset)), "Plan", ADDRESS)
    made = meta.of(f"en/{page}", {})["made"]
    assert re.sub("<[^>]*>", "", made) == told + QUOTED


def test_what_machines_read_names_the_site_in_the_language(tmp_path: Path) -> None:
    dataset = current(make_bilingual(tmp_path / "project"), TODAY)
    meta = PageMeta(dataset, (), dataset.plan.title, ADDRESS)
    for page, name in (("", dataset.plan.title), ("en/", english("plan/title"))):
        assert json.loads(meta.of(page, {})["structured_data"])["isPartOf"]["name"] == name


def test_a_page_that_does_not_exist_says_so_in_each_language(bilingual: Path) -> None:
    (told,) = [one for one in parse(bilingual / "404.html").iter("p") if one.get("lang") == "en"]
    assert text_of(told) == "The page does not exist. The start page"
    (link,) = told.iter("a")
    assert (link.get("href"), link.get("hreflang")) == ("/en/", "en")


def test_why_a_date_is_unknown_is_said_in_the_language(in_english: dict[str, Element]) -> None:
    """The site of the tests has no history."""
    page = in_english["en/strategier/1-1/index.html"]
    told = "The version history is not known here."
    assert told in text_of(page)
    assert not any(told in text_of(one) for one in page.iter() if one.get("lang") == "sv")


def test_what_the_language_lacks_is_told_to_be_in_swedish(in_english: dict[str, Element]) -> None:
    page = in_english["en/strategier/1-1/index.html"]
    links = {one.get("href"): "".join(one.itertext()) for one in page.iter("a")}
    assert links["../../../oppna-data/"] == "Download (in Swedish)"
    (main,) = page.iter("main")
    for link in main.iter("a"):
        leads_out = (link.get("href") or "").startswith("../../../")
        assert (link.get("data-in") == "(in Swedish)") == leads_out, link.get("href")
        assert (link.get("hreflang") == "sv") == leads_out, link.get("href")
    assert links["../../om/"] == "About the website"
    assert any((href or "").startswith("../../../remissvar/provnamnden/#") for href in links)


def test_a_site_in_one_language_is_as_before(bilingual: Path, tmp_path: Path) -> None:
    one = build(make_project(tmp_path / "one", MINI), SITE_URL=ADDRESS)
    names = {name for name in pages(bilingual) if not name.startswith("en/")}
    assert names == {*pages(one)}
    link = re.compile(
        r'\s*<(?:a class="language"[^>]*>English</a>|link rel="alternate" hreflang[^>]*>'
        r'|p lang="en">.*?</p>)'
    )
    for name in names:
        swedish = link.sub("", (bilingual / name).read_text("utf-8"))
        assert swedish == (one / name).read_text("utf-8"), name


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("docs/om/index.md", "Text.", "En annan text.", "Sidan på svenska har ändrats sedan"),
        ("docs/en/om/index.md", "translation:", "translations:", "säger inte vem som har översatt"),
        ("docs/en/om/index.md", "  by: Ann Example\n", "", "ska det stå hash, by"),
    ],
)
def test_a_page_says_what_it_translates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, told: str
) -> None:
    project = make_bilingual(tmp_path / "project")
    change(project, name, old, new)
    status = main(["validate", "--root", str(project)])
    message = capsys.readouterr().err
    assert told in message
    assert (status == 0) == ("varning: Sidan på svenska" in message)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("docs/om/index.md", "Påhittad sida\n\nText.", "P\udce5hittad", "docs/om/index.md:6:4:"),
        ("docs/en/om/index.md", "title: About", "title: [About", "docs/en/om/index.md:2:8:"),
        ("docs/en/om/index.md", "translation:\n", '"translation":\n', "docs/en/om/index.md:4:1:"),
    ],
)
def test_a_page_that_cannot_be_read_hides_no_other_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, told: str
) -> None:
    project = make_bilingual(tmp_path / "project")
    change(project, "docs/om/index.md", "description: En påhittad sida.", "description: En sida.")
    change(project, "docs/en/sok.md", "  by: Ann Example\n", "")
    page = project / name
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8", errors="surrogateescape")
    assert main(["validate", "--root", str(project)]) == 1
    message = capsys.readouterr().err
    assert told in message
    assert "docs/en/sok.md:4:1: Under translation ska det stå" in message


def test_pages_of_every_language_are_made_on_request(tmp_path: Path) -> None:
    dataset = current(make_bilingual(tmp_path / "project"), TODAY)
    made = tuple(generated_pages(dataset))
    given = BuildInput(Content(dataset), lambda page, _html: page.language, made, tmp_path)
    on_demand = OnDemand(given)
    for tree, language in (("", "sv"), ("en/", "en")):
        on_demand.make(f"{tree}strategier/1-1/")
        assert (tmp_path / tree / "strategier/1-1/index.html").read_text("utf-8") == language
        on_demand.make(f"{tree}search/head.json")
        assert (tmp_path / tree / "search/head.json").is_file()


def test_each_language_has_an_index_of_its_own(bilingual: Path) -> None:
    swedish, translated = (
        b"".join(path.read_bytes() for path in sorted((bilingual / folder).glob("search/*/t*")))
        for folder in ("", "en")
    )
    for text in ("Provskolan ska ha fler böcker.", "Provnämnden välkomnar böckerna."):
        assert text.encode() in swedish
        assert text.encode() not in translated
    comment = english("provnamnden/comments/S1.1/text")
    assert comment.encode() in translated
    assert comment.encode() not in swedish
    head = json.loads((bilingual / "en/search/head.json").read_text("utf-8"))
    assert head["stop"].split()[:2] == ["a", "about"]


def test_every_result_is_on_the_site(bilingual: Path) -> None:
    root = bilingual / "en"
    for file in root.glob("search/*/t*.json"):
        for url, *_texts in json.loads(file.read_text("utf-8")):
            path, _, anchor = url.partition("#")
            html = (root / path / "index.html").read_text("utf-8")
            assert not anchor or f' id="{anchor}"' in html, url


EASY = """\
---
title: Lättläst
translation:
  of: data
  hash: a
  by: Ann
  reviewed: false
---

# Lättläst
"""


@pytest.mark.parametrize(
    ("prose", "hard"),
    [
        ("Det här är en plan. Den är kort. Läs den.", False),
        ("Kommunledningsförvaltningens planeringsunderlag förutsätter överenskommelser.", True),
        ("Vi ser att du kan gå dit om du vill det och vi tror att det är bra om du gör så.", True),
    ],
)  # fmt: skip
def test_the_page_in_easy_swedish_is_advised_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], prose: str, hard: bool
) -> None:
    project = make_project(tmp_path / "project", MINI)
    (project / "docs/lattlast.md").write_text(f"{EASY}\n{prose}\n", "utf-8")
    assert main(["validate", "--root", str(project)]) == 0
    told = capsys.readouterr().err
    assert ("Sidan är svår för att vara lättläst" in told) == hard
    assert "Planen eller svaren har ändrats sedan det här skrevs." in told


def test_a_page_of_the_data_is_no_older_for_a_review(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    hashes = {data_hash(dataset_of(project))}
    change(project, "data/goal-areas/1-lara.yml", "reviewed_by: Provsekreteraren", "reviewed_by: A")
    hashes.add(data_hash(dataset_of(project)))
    assert len(hashes) == 1
    change(project, "data/goal-areas/1-lara.yml", "title: Lära", "title: Lär")
    assert data_hash(dataset_of(project)) not in hashes


def test_the_sitemap_has_every_page_of_both_trees(bilingual: Path) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (bilingual / "sitemap.xml").read_text("utf-8"))
    there = {name.removesuffix("index.html") for name in pages(bilingual)} - {"404.html"}
    assert sorted(listed) == sorted(f"{ADDRESS}{page}" for page in there)
    assert any(page.startswith("en/strategier/") for page in there)


def test_a_broken_link_in_a_translated_page_is_told(tmp_path: Path) -> None:
    project = make_bilingual(tmp_path / "project")
    change(project, "docs/en/om/index.md", "A made-up page.", '<a href="../borta/">Lost</a>')
    done = run(project, "roadmap", "build")
    assert done.returncode != 0
    assert re.search(r"en/om/.*borta", done.stderr + done.stdout), done.stderr
