"""The views of the list of bodies: whether and how each answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.edit_links import new_response
from roadmap.presenters.grammar import initial, long_date, ngettext_in_words, sort_key
from roadmap.presenters.marks import Link
from roadmap.presenters.messages import _
from roadmap.presenters.pager import pager
from roadmap.text.swedish import capitalised, slug
from roadmap.views.templating import render

# From this many on, the bodies stand by their kind, and a field finds one by its name.
_MANY = 13
# From this many of a kind on, the letters that their names begin with are links.
_MANY_OF_A_KIND = 20


@dataclass(frozen=True)
class _BodyRow:
    """A body. `anchor` is an id, if it is the first of its kind with its letter."""

    anchor: str | None
    name: str
    href: str | None
    kind: str
    status: str
    through: Link | None
    document: str | None
    comments: str | None
    date: str | None


@dataclass(frozen=True)
class _Group:
    """The bodies of a kind on a page; without a title, all of them in one list."""

    anchor: str
    title: str
    letters: tuple[Link, ...]
    rows: tuple[_BodyRow, ...]


@dataclass(frozen=True)
class _Kind:
    """A kind of bodies, how many there are, and where they begin."""

    name: str
    number: int
    href: str


def responses(dataset: Dataset, here: str, page: int = 1) -> Markup:
    """Return a page of the list of all bodies: whether and how each answered, and who speaks.

    Many stand by their kind, in the order of the plan, and then as in a dictionary.
    """
    is_many = len(dataset.bodies) >= _MANY
    bodies = sorted(dataset.bodies, key=lambda body: sort_key(body.name))
    if is_many:
        bodies.sort(key=partial(_kind_place, dataset))
    first = (page - 1) * urls.BODIES_PER_PAGE
    pages = urls.bodies_pages(dataset)
    return render(
        "bodies.html",
        groups=[
            _group(dataset, here, kind if is_many else None, tuple(group))
            for kind, group in groupby(
                bodies[first : first + urls.BODIES_PER_PAGE], key=_kind if is_many else lambda _: ""
            )
        ],
        kinds=_kinds(here, bodies) if is_many else (),
        page=page,
        pager=pager(here, page, pages, urls.responses) if pages > 1 else None,
    )


def _kind(body: Body) -> str:
    return body.kind.name if body.kind else _("Typ av instans är inte angiven")


def _kind_place(dataset: Dataset, body: Body) -> int:
    kinds = dataset.plan.body_kinds
    return kinds.index(body.kind) if body.kind else len(kinds)


def _kinds(here: str, bodies: Sequence[Body]) -> tuple[_Kind, ...]:
    """Return the kinds that there are, each with a link to the page where its bodies begin."""
    numbers = Counter(map(_kind, bodies))
    begins: dict[str, int] = {}
    for place, body in enumerate(bodies):
        begins.setdefault(_kind(body), place)
    return tuple(
        _Kind(
            kind,
            numbers[kind],
            urls.link(here, urls.responses(place // urls.BODIES_PER_PAGE + 1), _anchor(kind)),
        )
        for kind, place in begins.items()
    )


def _anchor(kind: str) -> str:
    return f"typ-{slug(kind)}"


def _group(dataset: Dataset, here: str, kind: str | None, bodies: tuple[Body, ...]) -> _Group:
    anchors: dict[str, str] = {}
    for body in bodies if kind and len(bodies) >= _MANY_OF_A_KIND else ():
        anchors.setdefault(initial(body.name), body.id)
    lettered = {body_id: letter for letter, body_id in anchors.items()}
    begin = _anchor(kind) if kind else ""

    def anchor(letter: str) -> str:
        return f"{begin}-{ord(letter)}"

    return _Group(
        anchor=begin,
        title=kind or "",
        letters=tuple(Link(letter, f"#{anchor(letter)}") for letter in anchors),
        rows=tuple(
            _body_row(
                dataset, here, body, anchor(lettered[body.id]) if body.id in lettered else None
            )
            for body in bodies
        ),
    )


def add_response(dataset: Dataset, here: str) -> Markup:
    """Return the link to a new response in the repository's editor; nothing if that is unset."""
    return render("add_response.html", href=new_response(dataset))


def _body_row(dataset: Dataset, here: str, body: Body, anchor: str | None) -> _BodyRow:
    received = body.response.status == "received"
    through = None
    if body.response.answered_by:
        other = dataset.body(body.response.answered_by)
        received_there = other.response.status == "received"
        through = Link(other.name, urls.link(here, urls.response(other)) if received_there else "")
    return _BodyRow(
        anchor=anchor,
        name=body.name,
        href=urls.link(here, urls.response(body)) if received else None,
        kind=_kind(body),
        status=wording.status(body),
        through=through,
        document=wording.document(body) if received else None,
        comments=_comment_count(body) if received else None,
        date=long_date(body.response.date) if body.response.date else None,
    )


def _comment_count(body: Body) -> str:
    comments = [comment for comment in body.response.comments if not comment.refers_to]
    covered = {strategy_id for comment in comments for strategy_id in comment.strategies}
    if not comments:
        return _("Inga %(comments)s på enskilda %(strategies)s")
    counted_comments = ngettext_in_words("%(a_comment)s", "%(num)s %(comments)s", len(comments))
    counted_strategies = ngettext_in_words("%(a_strategy)s", "%(num)s %(strategies)s", len(covered))
    return _(
        "%(counted_comments)s på %(counted_strategies)s",
        counted_comments=capitalised(counted_comments),
        counted_strategies=counted_strategies,
    )
