"""The views of the list of bodies: whether and how each answered."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.edit_links import new_response
from roadmap.presenters.marks import Link
from roadmap.presenters.messages import _, ngettext
from roadmap.presenters.pager import pager
from roadmap.text.swedish import capitalised, long_date, number
from roadmap.views.templating import render


@dataclass(frozen=True)
class _BodyRow:
    name: str
    href: str | None
    kind: str | None
    status: str
    through: Link | None
    document: str | None
    comments: str | None
    date: str | None


def responses(dataset: Dataset, here: str, page: int = 1) -> Markup:
    """Return a page of the list of all bodies: whether and how each answered, and who speaks."""
    first = (page - 1) * urls.BODIES_PER_PAGE
    page_bodies = dataset.bodies[first : first + urls.BODIES_PER_PAGE]
    pages = urls.bodies_pages(dataset)
    return render(
        "bodies.html",
        rows=[_body_row(dataset, here, body) for body in page_bodies],
        page=page,
        pager=pager(here, page, pages, urls.responses) if pages > 1 else None,
    )


def add_response(dataset: Dataset, here: str) -> Markup:
    """Return the link to a new response in the repository's editor; nothing if that is unset."""
    return render("add_response.html", href=new_response(dataset))


def _body_row(dataset: Dataset, here: str, body: Body) -> _BodyRow:
    received = body.response.status == "received"
    through = None
    if body.response.answered_by:
        other = dataset.body(body.response.answered_by)
        received_there = other.response.status == "received"
        through = Link(other.name, urls.link(here, urls.response(other)) if received_there else "")
    return _BodyRow(
        name=body.name,
        href=urls.link(here, urls.response(body)) if received else None,
        kind=body.kind.name if body.kind else None,
        status=wording.speaks(body)
        if received and body.speaks_for_administration
        else wording.STATUS_WORDS[body.response.status],
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
    return _(
        "%(counted_comments)s på %(counted_strategies)s",
        counted_comments=ngettext(
            "%(A_comment)s",
            "%(count)s %(comments)s",
            len(comments),
            count=capitalised(number(len(comments))),
        ),
        counted_strategies=ngettext(
            "%(a_strategy)s",
            "%(count)s %(strategies)s",
            len(covered),
            count=number(len(covered)),
        ),
    )
