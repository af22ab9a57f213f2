"""A site that calls everything by words of its own says none of the usual ones."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import mkdtemp

import pytest

from roadmap.presenters.pages import generated_pages
from roadmap.site.build import BuildInput, OnDemand
from roadmap.site.outputs import Content
from tests.bilingual import make_bilingual
from tests.projects import MINI, TERMS, build, dataset_of, make_project, run
from tests.repositories import Repository, change_all
from tests.said import TAG, of_word, texts
from tests.shared import Shared

USUAL = re.compile(
    r"\b(?:strategi|målområde|etappmål|remissvar|remissinstans|synpunkt|önskemål)", re.IGNORECASE
)
# A page that also has what `roadmap/model/` says of its fields to editors: that is left to do.
NOT_YET_PAGE = "oppna-data/index.html"


@pytest.fixture(scope="module")
def project(shared: Shared) -> Path:
    """The site built with its Word file, and with changes in everybody's words behind it."""

    def make(folder: Path) -> None:
        repository = Repository(make_project(folder, TERMS))
        repository.commit()
        change_all(repository)
        build(folder, ROADMAP_PUBLISH="1")

    return shared.folder("terms", make)


@pytest.fixture(scope="module")
def said(project: Path) -> list[tuple[str, str]]:
    """What the built site says."""
    return [*texts(project / "site")]


def test_no_usual_word_is_left(said: list[tuple[str, str]]) -> None:
    found = [(name, text) for name, text in said if USUAL.search(text)]
    assert [one for one in found if one[0] != NOT_YET_PAGE] == []
    assert found


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("index.html", "Sök i planen, svaren och begärandena"),
        ("onskemal/index.html", "Begäranden"),
        ("strategier/index.html", "Alla åtgärder, efter insatsområde."),
        ("sok/index.html", "Påpekande av {who}"),
        ("teman/index.html", "något påpekande"),
        ("sammanstallning/remissammanstallning.docx", "Delmålet"),
    ],
)
def test_its_own_words_are_said(said: list[tuple[str, str]], name: str, words: str) -> None:
    assert any(words in text for one, text in said if one == name)


def test_a_word_file_made_at_the_command_line_says_them_too(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project", TERMS)
    done = run(folder, "roadmap", "compile", "--out", "svar.docx")
    assert done.returncode == 0, done.stderr
    assert any("Delmålet" in text for text in of_word(folder / "svar.docx"))


def test_two_sites_are_made_on_request_at_once(tmp_path: Path) -> None:
    def made(source: Path) -> str:
        dataset = dataset_of(source)
        pages = tuple(generated_pages(dataset))
        folder = Path(mkdtemp(dir=tmp_path))
        given = BuildInput(Content(dataset), lambda _, html: html, pages, folder)
        OnDemand(given).make("onskemal/")
        return (folder / "onskemal/index.html").read_text("utf-8")

    with ThreadPoolExecutor(2) as threads:
        for own, usual in zip(
            threads.map(made, [TERMS] * 5), threads.map(made, [MINI] * 5), strict=True
        ):
            assert "begäran" in own
            assert not USUAL.search(TAG.sub("", own))
            assert "önskemål" in usual
            assert "begäran" not in usual


def test_a_page_that_still_says_the_usual_words_is_told_once(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project", TERMS)
    quiet = run(folder, "roadmap", "validate")
    assert "fast data/terms.yml" not in quiet.stderr
    page = folder / "docs/om/egen.md"
    page.write_text(
        "---\ntitle: Strategierna\ndescription: Om dem.\n---\n\n# Strategierna\n\n"
        "`strategi` [här](../strategier/1-1/) {{ strategi() }}\n\n"
        "En remissinstans synpunkts ord. Miljöstrategin är en annan.\n"
    )
    lines = run(folder, "roadmap", "validate").stderr.splitlines()
    assert [line for line in lines if "terms.yml" in line] == [
        "docs/om/egen.md:2:8: varning: Här står ”strategierna”, ”remissinstans” och ”synpunkts”, "
        "fast data/terms.yml har andra ord. Skriv era ord, om det inte är någon annans ord som "
        "återges."
    ]


def test_a_page_in_another_language_is_held_to_its_own_words(tmp_path: Path) -> None:
    folder = make_bilingual(tmp_path / "project", TERMS)
    page = folder / "docs/en/om/index.md"
    said = "# About\n\nEach *åtgärd*{: lang=sv } has comments. A strategy’s answers.\n"
    page.write_text(page.read_text("utf-8").partition("# About")[0] + said, "utf-8")
    assert "har andra ord" not in run(folder, "roadmap", "validate").stderr
    forms = ("measure", "the measure", "measures", "the measures")
    keys = ("one", "the_one", "many", "the_many")
    written = "".join(f"  {key}: {form}\n" for key, form in zip(keys, forms, strict=True))
    (folder / "data/translations/en/terms.yml").write_text(f"strategy:\n{written}", "utf-8")
    told = run(folder, "roadmap", "validate").stderr.splitlines()
    assert [line for line in told if "har andra ord" in line] == [
        "docs/en/om/index.md:13:43: varning: Här står ”strategy”, fast "
        "data/translations/en/terms.yml har andra ord. Skriv era ord, om det inte är någon annans "
        "ord som återges."
    ]


def test_what_is_counted_is_called_by_its_own_words(tmp_path: Path) -> None:
    done = run(make_project(tmp_path / "project", TERMS), "roadmap", "validate")
    assert done.stdout == "Inga fel i data: fyra åtgärder och två yttranden.\n"
