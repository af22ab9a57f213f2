"""Addresses: which page an entity has, where on it, and how one page links to another.

The only place that knows addresses. A URL here is relative to the site's root and has no
leading slash, for example `strategier/1-1/`; the start page is the empty string.
"""

from pathlib import PurePosixPath

from roadmap.dataset import Body, Dataset
from roadmap.history import Commit, Event
from roadmap.model import Comment, GoalArea, Milestone, Strategy

START = ""
RESPONSES = "remissvar/"
OVERVIEW = "oversikt/"
SEARCH = "sok/"
ABOUT = "om/"
CORRECTION = "om/textrattning/"
METHOD = "om/bedomningar/"
SOURCES = "kallor/"
CHANGES = "andringar/"


def number(entity_id: str) -> str:
    """Return the number a reader knows the entity by: S1.1 → 1.1."""
    return entity_id[1:]


def goal_area(dataset: Dataset, area: GoalArea) -> str:
    """Return the URL of a goal area's page: its file name without number and ending."""
    stem = PurePosixPath(dataset.paths[area.id]).stem
    first, _, rest = stem.partition("-")
    return f"malomraden/{rest if first.isdigit() and rest else stem}/"


def strategy(entity: Strategy) -> str:
    """Return the URL of a strategy's own page."""
    return f"strategier/{_dashed(entity.id)}/"


def response(body: Body) -> str:
    """Return the URL of a body's response."""
    return f"{RESPONSES}{body.id}/"


def source_file(path: str) -> str:
    """Return the URL of a file under `data/sources/`."""
    return f"{SOURCES}{path}"


def changes(month: str) -> str:
    """Return the URL of the changes of a month, for example "2026-11"."""
    return f"{CHANGES}{month}/"


def feed(target: str = START) -> str:
    """Return the URL of the feed of changes to what a page is about, or to everything."""
    return f"{CHANGES}{target}feed.xml"


def event_anchor(event: Event) -> str:
    """Return the id of what a commit changed, on the page of its month."""
    return f"andring-{event.commit.short}"


def saved_file(repository: str, commit: Commit, path: str) -> str:
    """Return the web address of a file in a version of a repository."""
    # GitHub and GitLab write it one way; Codeberg, the largest of the others, another.
    version = "src/commit" if repository.startswith("https://codeberg.org/") else "blob"
    return f"{repository.rstrip('/')}/{version}/{commit.id}/{path}"


def saved_commit(repository: str, commit: Commit) -> str:
    """Return the web address of what a commit changed in a repository."""
    return f"{repository.rstrip('/')}/commit/{commit.id}"


def page(document: str) -> str:
    """Return the URL of a page in `docs/`, from its path there: om/index.md → om/."""
    path = document.removesuffix(".md")
    return path.removesuffix("index") if path.split("/")[-1] == "index" else f"{path}/"


def strategy_anchor(entity_id: str) -> str:
    """Return the id of a strategy's heading, on its own page and on its goal area's."""
    return f"strategi-{_dashed(entity_id)}"


def milestone_anchor(entity: Milestone) -> str:
    """Return the id of a milestone on its goal area's page."""
    return f"etappmal-{_dashed(entity.id)}"


def answer_anchor(body: Body, strategy_id: str | None = None) -> str:
    """Return the id of a body's answer: on the strategy's page, or with its id on the area's."""
    return f"svar-{_dashed(strategy_id)}-{body.id}" if strategy_id else f"svar-{body.id}"


def comment_anchor(comment: Comment) -> str:
    """Return the id of a comment on the page of the response."""
    return "synpunkt-" + "-och-".join(_dashed(entity_id) for entity_id in comment.strategies)


def footnote_anchor(footnote_id: str) -> str:
    """Return the id of a footnote on the page of the response."""
    return f"fotnot-{footnote_id}"


def link(here: str, target: str, anchor: str | None = None) -> str:
    """Return an href from the page `here` to `target`, both relative to the site's root.

    Relative links work wherever the site is put, under a sub-path too.
    """
    fragment = f"#{anchor}" if anchor else ""
    if here == target and fragment:
        return fragment
    up = "../" * here.count("/")
    return f"{up}{target}{fragment}" or "./"


def _dashed(entity_id: str) -> str:
    return number(entity_id).replace(".", "-")
