"""Sites that many tests read, built once per test process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from bench.synthetic import write_project
from roadmap.site.project import current
from tests.projects import ROOT, SITES, build, change, make_project
from tests.web import FLAGS
from tools.browser import find_chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    assert chromium, "Ingen webbläsare hittades. Kör: make test"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site."""
    return build(make_project(tmp_path_factory.mktemp("real") / "project"))


@pytest.fixture(scope="session")
def two_answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with one more, fictional, response: a copy under another name."""
    project = make_project(tmp_path_factory.mktemp("two") / "project")
    responses = project / "data" / "responses"
    text = (responses / "enskede-arsta-vantor.yml").read_text("utf-8")
    (responses / "provnamnden.yml").write_text(text, encoding="utf-8")
    change(
        project,
        "data/responses/provnamnden.yml",
        "Enskede-Årsta-Vantörs stadsdelsnämnd",
        "Påhittade provnämnden",
    )
    return build(project)


@pytest.fixture(scope="session")
def sixty_answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with 59 fictional responses more, of every position."""
    folder = tmp_path_factory.mktemp("sixty") / "project"
    write_project(current(ROOT), 60, folder)
    return build(folder)


@pytest.fixture(scope="session")
def other_municipality(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fictional municipality with its own data, pages and settings, and no classification."""
    folder = tmp_path_factory.mktemp("other") / "project"
    return build(make_project(folder, SITES / "other", site_name="Vägvisare för Lillmåla"))


@pytest.fixture(scope="session")
def miniature(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature site: every status, a private person, figures and a footnote."""
    folder = tmp_path_factory.mktemp("mini") / "project"
    return build(make_project(folder, SITES / "mini", site_name="Provplan"))
