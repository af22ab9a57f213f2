"""Fields that several tables have, and their values in a row."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmap.exports.open_data.definitions import Value, of, own
from roadmap.model import FROM_PLAN, Comment, GoalArea, Milestone, Section, Signed, Strategy
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.presenters import urls
from roadmap.presenters.messages import N_

ADDRESS = own(
    "address", N_("Adress"), N_("Adress på webbplatsen, räknad från startsidan."), required=False
)
BODY = own("body", N_("%(Body)s"), N_("%(The_body)ss id."), refers="remissinstanser")
STRATEGY = own("strategy", N_("%(Strategy)s"), N_("%(The_strategy)ss id."), refers="strategier")
TEXT_FROM = own(
    "text_from",
    N_("Text från"),
    N_(
        "Id för den %(body)s vars dokument återger texten, eller %(plan)s när den är hämtad "
        "ur planen själv.",
        plan=FROM_PLAN,
    ),
)
SIGNED = (
    of(Signed, "by"),
    of(Signed, "reviewed"),
    of(Signed, "reviewed_by"),
    of(Signed, "reviewed_on"),
    of(Signed, "machine"),
)


class BodyText(NamedTuple):
    """A text of a body that can have a judgement. `id` is its id in the open data."""

    id: str
    body: Body
    record: Comment | Section


def comments(body: Body) -> Iterator[BodyText]:
    """Yield the comments of a body with their ids, which are their `data-text` on the site."""
    seen: dict[str, int] = {}
    for comment in body.response.comments:
        comment_id = f"{body.id}/{'+'.join(comment.strategies)}"
        occurrence = seen[comment_id] = seen.get(comment_id, 0) + 1
        # Two bare references may be about the same strategies.
        yield BodyText(
            f"{comment_id}/{occurrence}" if occurrence > 1 else comment_id, body, comment
        )


def sections(body: Body) -> Iterator[BodyText]:
    """Yield the sections of a body with their ids, which are their `data-text` on the site."""
    for section in body.response.sections:
        yield BodyText(f"{body.id}/{section.id}", body, section)


def page_values(pages: Pages | None) -> dict[str, Value]:
    """Return the values of the fields of `definitions.page_span`."""
    return {
        "first_page": pages.first if pages else None,
        "last_page": pages.last if pages else None,
    }


def signed_values(judgement: Signed | None) -> dict[str, Value]:
    """Return the values of the fields SIGNED."""
    return {field.name: getattr(judgement, field.name, None) for field in SIGNED}


def text_from(dataset: Dataset, record: Strategy | Milestone | GoalArea) -> str:
    """Return the value of the field TEXT_FROM."""
    source = dataset.text_from(record)
    return source.id if source else FROM_PLAN


def address(target: str, anchor: str | None = None) -> str:
    """Return the value of the field ADDRESS."""
    return urls.link(urls.START, target, anchor)


def file_address(path: str | None) -> str | None:
    """Return the address of a file under `data/sources/`, or None if there is none."""
    return address(urls.source_file(path)) if path else None
