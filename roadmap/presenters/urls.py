"""Addresses: which page an entity has, where on it, and how one page links to another.

The only place that knows addresses. A URL here is relative to the site's root and has no
leading slash, for example `strategier/1-1/`; the start page is the empty string.

The pages in another language than the source's are a tree of their own, under the language's code:
`en/strategier/1-1/`. Within it they have the same URLs, relative to its root. What it does not have
is linked to outside it, see `within`.
"""

import re
from collections.abc import Iterator, Set
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import PurePosixPath

from roadmap.model import (
    Comment,
    GoalArea,
    Group,
    Milestone,
    OutcomeValue,
    PositionValue,
    Strategy,
)
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.model.history import Commit, History
from roadmap.model.numbered import number_in_id
from roadmap.presenters.address_names import folder, of_one

START = ""
# What the plan says outside its goal areas.
PLAN = "planen/"
OVERVIEW = "oversikt/"
# The file that the overview's selection fetches.
OVERVIEW_ANSWERS = f"{OVERVIEW}svar.json"
THEMES = "teman/"
COMPILATION = "sammanstallning/"
COMPILATION_FILE = f"{COMPILATION}remissammanstallning.docx"
SEARCH = "sok/"
# The folder of what the search fetches.
SEARCH_INDEX = "search/"
LONGEST_SEARCH = 200  # characters; of a longer question these are searched for
ABOUT = "om/"
CORRECTION = "om/textrattning/"
METHOD = "om/bedomningar/"
GLOSSARY = "ordlista/"
EASY = "lattlast/"
PERSONAL_DATA = "om/personuppgifter/"
ACCESSIBILITY = "tillganglighet/"
SOURCES = "kallor/"
OPEN_DATA = "oppna-data/"
# The files of the open data. A change that breaks programs that read them gets a new number.
OPEN_DATA_FILES = f"{OPEN_DATA}v1/"
CATALOGUE = f"{OPEN_DATA}dcat.rdf"
CHANGES = "andringar/"

QUOTES_PER_PAGE = 40
# A strategy's own page has much else to show; its further pages only have answers.
FIRST_ANSWERS = 6
FURTHER_ANSWERS = 30
BODIES_PER_PAGE = 200
ROWS_PER_PAGE = 60
REQUESTS_PER_PAGE = 50
READINGS_PER_PAGE = 100
# The pages whose address is that of their folder.
_IN_FOLDER = ("index.md", "README.md")
_POSITIONS: dict[PositionValue | None, str] = {
    "supports": "stoder",
    "supports_in_part": "stoder-delvis",
    "neutral": "neutral",
    "opposes": "ar-emot",
    "none_stated": "framgar-inte",
    None: "inte-klassificerat",
}


_OUTCOMES: dict[OutcomeValue, str] = {
    "adopted": "tillgodosett",
    "partly": "delvis-tillgodosett",
    "rejected": "avslaget",
    "pending": "under-beredning",
    "no_information": "ingen-uppgift",
}


# What no noun may name, see `address_names`: the other folders.
TAKEN_FOLDERS = frozenset(
    url.partition("/")[0]
    for url in (
        PLAN, OVERVIEW, THEMES, COMPILATION, SEARCH, SEARCH_INDEX, ABOUT, GLOSSARY, EASY,
        ACCESSIBILITY, SOURCES, OPEN_DATA, CHANGES, "assets/",
    )
)  # fmt: skip
# What other anchors begin with.
TAKEN_ANCHORS = frozenset(("andring", "diagram", "fotnot", "grupp", "slag", "svar"))


# The URLs of the pages of the tree that is spoken of; None in the source's language.
_tree: ContextVar[Set[str] | None] = ContextVar("tree", default=None)


@contextmanager
def within(tree: Set[str] | None) -> Iterator[None]:
    """Let links made within be those of a language's tree, which has these pages."""
    before = _tree.set(tree)
    try:
        yield
    finally:
        _tree.reset(before)


def address(url: str, language: str) -> str:
    """Return the URL relative to the site's root of a page of a language's tree."""
    return url if language == SOURCE_LANGUAGE else f"{language}/{url}"


def strategies() -> str:
    """Return the URL of the list of strategies."""
    return folder("strategy")


def goal_areas() -> str:
    """Return the folder of the pages of goal areas, which is no page itself."""
    return folder("goal_area")


def goal_area(dataset: Dataset, area: GoalArea) -> str:
    """Return the URL of a goal area's page: its file name without number and ending."""
    return goal_area_of(dataset.paths[area.id])


def goal_area_of(file: str) -> str:
    """Return the URL of the page of the goal area that a file of the data is about."""
    return f"{goal_areas()}{_area_slug_of(file)}/"


def who_thinks_what(dataset: Dataset, area: GoalArea, page: int = 1) -> str:
    """Return the URL of the table of who thinks what in an area, or of a further page of it."""
    return f"{OVERVIEW}{area_slug(dataset, area)}/{_further(page)}"


def who_thinks_what_pages(dataset: Dataset) -> int:
    """Return the number of pages of each such table; 0 unless there are several responses."""
    received = len(dataset.received)
    return page_count(received, ROWS_PER_PAGE) if received > 1 else 0


def area_slug(dataset: Dataset, area: GoalArea) -> str:
    """Return the part of an address that names a goal area."""
    return _area_slug_of(dataset.paths[area.id])


def _area_slug_of(file: str) -> str:
    stem = PurePosixPath(file).stem
    first, _, rest = stem.partition("-")
    return rest if first.isdigit() and rest else stem


def strategy(entity: Strategy, page: int = 1) -> str:
    """Return the URL of a strategy's own page, or of a further page of answers to it."""
    return f"{strategies()}{_dashed(entity.id)}/{_further(page)}"


def quote_pages(total: int) -> int:
    """Return the number of pages of a theme with this many quotes; at least 1."""
    return max(1, page_count(total, QUOTES_PER_PAGE))


def strategy_pages(total: int) -> int:
    """Return the number of pages of a strategy with this many answers; at least 1."""
    return 1 + page_count(max(0, total - FIRST_ANSWERS), FURTHER_ANSWERS)


def on_page(page: int) -> slice:
    """Return which of the answers to a strategy are on one of its pages."""
    end = FIRST_ANSWERS + (page - 1) * FURTHER_ANSWERS
    return slice(max(0, end - FURTHER_ANSWERS), end)


def answer(entity: Answer) -> tuple[str, str]:
    """Return the URL of the page that shows an answer in full, and its id there.

    The page may change as more answers arrive. The strategy's own page with that id never does: it
    leads on to the right page.
    """
    page = strategy_pages(entity.place + 1)
    return strategy(entity.strategy, page), answer_anchor(entity.body)


def position_anchor(position: PositionValue | None) -> str:
    """Return the id of the heading over the answers that take a position."""
    return _POSITIONS[position]


def requests(page: int = 1) -> str:
    """Return the URL of the list of requests and their outcomes, or of a further page of it."""
    return f"{folder('request')}{_further(page)}"


def request_anchor(kind: str) -> str:
    """Return the id of the heading over the requests of a kind."""
    return f"slag-{kind}"


def outcome_anchor(outcome: OutcomeValue) -> str:
    """Return the id of the number of requests with this outcome, above the list of them."""
    return _OUTCOMES[outcome]


def responses(page: int = 1) -> str:
    """Return the URL of the list of responses, or of a further page of it."""
    return f"{folder('response')}{_further(page)}"


def bodies_pages(dataset: Dataset) -> int:
    """Return the number of pages of the list of responses; at least 1."""
    return max(1, page_count(len(dataset.bodies), BODIES_PER_PAGE))


def uncertain_readings(page: int = 1) -> str:
    """Return the URL of the list of uncertain readings, or of a further page of it."""
    return f"{CORRECTION}{_further(page)}"


def response(body: Body) -> str:
    """Return the URL of a body's response."""
    return f"{responses()}{body.id}/"


def theme(theme_id: str, page: int = 1) -> str:
    """Return the URL of a theme's page, or of a further page of it."""
    return f"{THEMES}{theme_id}/{_further(page)}"


def source_file(path: str) -> str:
    """Return the URL of a file under `data/sources/`."""
    return f"{SOURCES}{path}"


def changes(month: str, page: int = 1) -> str:
    """Return the URL of the changes of a month, for example "2026-11", or of a further page."""
    return f"{CHANGES}{month}/{_further(page)}"


def feed(target: str = START) -> str:
    """Return the URL of the feed of changes to a page's subject, or of all changes."""
    return f"{CHANGES}{target}feed.xml"


def change(history: History, commit: Commit) -> tuple[str, str]:
    """Return the URL of the page with the changes of a commit, and their id there."""
    return changes(commit.month, history.page_of(commit)), f"andring-{commit.short}"


def saved_file(repository: str, commit: Commit, path: str) -> str:
    """Return the web address of a file in a version of a repository."""
    # Codeberg, the largest of the other hosts, differs from GitHub and GitLab.
    version = "src/commit" if repository.startswith("https://codeberg.org/") else "blob"
    return f"{repository.rstrip('/')}/{version}/{commit.id}/{path}"


def saved_commit(repository: str, commit: Commit) -> str:
    """Return the web address of a commit in a repository."""
    return f"{repository.rstrip('/')}/commit/{commit.id}"


def page(document: str) -> str:
    """Return the URL of a page in `docs/`, from its path there: om/index.md → om/."""
    path = PurePosixPath(document)
    folder = path.parent if path.name in _IN_FOLDER else path.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"


def strategy_anchor(entity_id: str) -> str:
    """Return the id of a strategy's heading, on its own page and on its goal area's."""
    return f"{of_one('strategy')}{_dashed(entity_id)}"


def area_anchor(area: GoalArea) -> str:
    """Return the id of a goal area's heading on the page of a response."""
    return f"{of_one('goal_area')}{_dashed(area.id)}"


def group_anchor(group: Group) -> str:
    """Return the id of a group's heading on its goal area's page."""
    return f"grupp-{_dashed(group.id)}"


def milestone_anchor(entity: Milestone) -> str:
    """Return the id of a milestone on its goal area's page."""
    return f"{of_one('milestone')}{_dashed(entity.id)}"


def chart_anchor(entity: Milestone) -> str:
    """Return the id of the chart of a milestone's figures."""
    return f"diagram-{_dashed(entity.id)}"


def answer_anchor(body: Body, strategy_id: str | None = None) -> str:
    """Return the id of a body's answer: on the strategy's page, or with its id on the area's."""
    return f"{answer_anchor_start(strategy_id)}{body.id}"


def answer_anchor_start(strategy_id: str | None = None) -> str:
    """Return the common beginning of the ids of all answers to a strategy."""
    if strategy_id is None:
        return "svar-"
    dashed = _dashed(strategy_id)
    return f"svar-{dashed}-" if _is_two_numbers(dashed) else f"svar-{dashed}--"


def comment_anchor(comment: Comment) -> str:
    """Return the id of a comment on the page of the response."""
    ids = [*map(_dashed, comment.strategies)]
    return of_one("comment") + ("-och-" if all(map(_is_two_numbers, ids)) else "--").join(ids)


def request_part(number: int) -> str:
    """Return the end of the id of a request, after that of the text which it stands in."""
    return f"{of_one('request')}{number}"


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
    return f"{to_root(here)}{from_root(target)}{fragment}" or "./"


def to_root(here: str) -> str:
    """Return an href from the page `here` to the root of its tree, to put others after."""
    return "../" * here.count("/")


def from_root(target: str) -> str:
    """Return an href from the root of the tree that is spoken of, see `within`."""
    tree = _tree.get()
    return target if tree is None or target in tree else f"../{target}"


def page_count(rows: int, rows_per_page: int) -> int:
    """Return the number of pages that rows fill; 0 if there are none."""
    return -(-rows // rows_per_page)


def _further(page: int) -> str:
    return f"sida-{page}/" if page > 1 else ""


def _is_two_numbers(dashed: str) -> bool:
    """Whether an id is as 1-1. Other ids may have any words, so two dashes part them from more."""
    return bool(re.fullmatch(r"\d+-\d+", dashed))


def _dashed(entity_id: str) -> str:
    """Return an id as it is in addresses, which never change: S1.1 → 1-1, battre-skola."""
    return (number_in_id(entity_id) or entity_id).replace(".", "-").lower()
