"""The real response, alone and among sixty: one word changes, and all of it is told."""

from pathlib import Path

import pytest

from bench.synthetic import write_project
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.pages import generated_pages
from roadmap.site.build import page_content
from roadmap.views import changes
from tests.crowd import crowd
from tests.html import shown
from tests.projects import build, let_words_change, make_project
from tests.repositories import Repository

BODY = "enskede-arsta-vantor"
EDIT = ("går i linje med redan pågående", "går provvis i linje med redan pågående")


@pytest.mark.parametrize("bodies", [1, 60])
def test_a_word_that_changes_is_told_once_and_dates_its_own_text_only(
    real: Dataset, tmp_path: Path, bodies: int
) -> None:
    folder = tmp_path / "project"
    if bodies == 1:
        make_project(folder)
    else:
        write_project(real, bodies, folder)
    let_words_change(folder)
    repository = Repository(folder)
    (folder / ".gitignore").write_text("/site*\n/.cache/\n__pycache__/\n", "utf-8")
    repository.commit()
    repository.hours += 31 * 24
    # In the comment on 1.1, and nowhere else.
    repository.change(f"data/responses/{BODY}.yml", *EDIT)
    second = repository.commit()
    site = build(folder)

    changes = shown(site, "andringar/2020-04")
    assert changes.count("Synpunkt på 1.1") == 1
    assert "provvis" in changes
    feeds = {path.parent.name: path.read_text("utf-8") for path in site.rglob("feed.xml")}
    told = {name for name, feed in feeds.items() if "provvis" in feed}
    assert told == {"andringar", "uppvaxt-och-utbildning", BODY}
    assert len(feeds) == 1 + 4 + bodies
    own, other = shown(site, f"remissvar/{BODY}"), shown(site, "strategier/2-1")
    assert "webbsidan ändrad 1 april 2020." in own
    assert "webbsidan ändrad 1 mars 2020." in other
    assert second[:12] not in other


def test_many_changes_go_over_several_pages_and_each_is_told_once(real: Dataset) -> None:
    dataset = crowd(real, 51)
    pages = {
        page.url: page_content(dataset, page)
        for page in generated_pages(dataset)
        if page.view == "changes_in"
    }
    assert [*pages] == [
        "andringar/2020-03/",
        *(f"andringar/2020-03/sida-{n}/" for n in range(2, 6)),
    ]
    assert [
        page.count(": tillagt</a></p>") + page.count(": rättat</a></p>") for page in pages.values()
    ] == ([20] * 5)
    for body in dataset.received[1:]:
        told = [page.count(f">{body.name}: tillagt</a>") for page in pages.values()]
        assert sum(told) == 1, body.name
    newest, oldest = dataset.history.events
    for event, number in ((newest, 1), (oldest, 3)):
        url, anchor = urls.change(dataset.history, event.commit)
        assert url == urls.changes("2020-03", number)
        assert f'id="{anchor}"' in pages[url]
    front = changes(dataset, urls.CHANGES)
    assert front.count(": rättat</a></p>") == 20
    assert ": tillagt</a></p>" not in front
