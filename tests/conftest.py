"""The sites and the browser that many tests share."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from bench.synthetic import write_project
from roadmap.model.dataset import Dataset
from tests import html, live_content, pseudo, repositories
from tests.bilingual import ADDRESS, make_bilingual
from tests.projects import MINI, OTHER, REAL, build, change, dataset_of, make_project
from tests.repositories import Repository
from tests.shared import Shared
from tools.web import launched

live_content.watch()
# How long an example takes says more of what else the machine does than of the code.
settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# `make test-long` tries as many examples as LONG says where a test does not say how many itself.
settings.register_profile(
    "long", settings.get_profile("tests"), max_examples=int(os.environ.get("LONG") or 1)
)
settings.load_profile("long" if os.environ.get("LONG") else "tests")


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if told := live_content.told():
        report.outcome, report.longrepr = "failed", told
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None]:
    yield
    if told := live_content.told():
        pytest.fail(told)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Makes what takes long once in a run, whichever process needs it first."""
    return Shared(tmp_path_factory)


@pytest.fixture(scope="session", autouse=True)
def _parsed_pages(shared: Shared) -> None:
    html.kept = shared.folder("parsed", Path.mkdir)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process; each opens windows of its own in it."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def real() -> Dataset:
    """The data of the frozen site."""
    return dataset_of(REAL)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The miniature site's data in one commit, in a repository of the test's own."""
    return repositories.miniature(tmp_path / "project")


@pytest.fixture(scope="session")
def site(shared: Shared) -> Path:
    """The frozen site: a real plan with its one response."""
    return shared.folder("real", lambda folder: build(make_project(folder))) / "site"


@pytest.fixture(scope="session")
def two_answers(shared: Shared) -> Path:
    """The frozen site with one more, fictional, response: a copy under another name."""

    def make(folder: Path) -> None:
        make_project(folder)
        responses = folder / "data" / "responses"
        text = (responses / "enskede-arsta-vantor.yml").read_text("utf-8")
        (responses / "provnamnden.yml").write_text(text, encoding="utf-8")
        change(
            folder,
            "data/responses/provnamnden.yml",
            "Enskede-Årsta-Vantörs stadsdelsnämnd",
            "Påhittade provnämnden",
        )
        change(
            folder,
            "data/responses/provnamnden.yml",
            "speaker_name: Enskede-Årsta-Vantörs stadsdelsförvaltning",
            "speaker_name: Påhittade provförvaltningen",
        )
        build(folder)

    return shared.folder("two-answers", make) / "site"


@pytest.fixture(scope="session")
def sixty_answers(shared: Shared) -> Path:
    """The frozen site with 59 fictional responses more, of every position."""

    def make(folder: Path) -> None:
        write_project(dataset_of(REAL), 60, folder)
        build(folder)

    return shared.folder("sixty-answers", make) / "site"


@pytest.fixture(scope="session")
def other_municipality(shared: Shared) -> Path:
    """A fictional municipality with its own data, pages and settings, and no classification."""
    return shared.folder("other", lambda folder: build(make_project(folder, OTHER))) / "site"


@pytest.fixture(scope="session")
def bilingual(shared: Shared) -> Path:
    """The miniature site built in two languages."""

    def make(folder: Path) -> None:
        build(make_bilingual(folder), SITE_URL=ADDRESS)

    return shared.folder("bilingual", make) / "site"


@pytest.fixture(scope="session")
def pseudo_site(shared: Shared) -> Path:
    """The miniature site in a language that nobody speaks, which has longer words."""
    return shared.folder("pseudo", pseudo.make) / "site"


@pytest.fixture(scope="session")
def miniature(shared: Shared) -> Path:
    """The miniature site: every status, a private person, figures and a footnote."""
    return shared.folder("mini", lambda folder: build(make_project(folder, MINI))) / "site"
