"""The texts of the plan itself as pages show them, with who retells them."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import GoalArea, Group, Strategy
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.presenters import urls, wording
from roadmap.presenters.marks import Link, Mark, strategy_mark
from roadmap.presenters.messages import _
from roadmap.views.common import FootnoteView, text_with_footnotes
from roadmap.views.translation import Translation, translation


@dataclass(frozen=True)
class TextSource:
    """The label that says who retells a text, and a link to the text in its document."""

    label: str
    page: Link | None


@dataclass(frozen=True)
class PlanText:
    """The text of a strategy; `id` is its `data-text`, `anchor` the id of its title.

    On a page in another language `title` is that of the source, and the translation follows.
    """

    id: str
    mark: Mark
    anchor: str
    html: Markup
    footnotes: tuple[FootnoteView, ...]
    source: TextSource
    title: str | None
    translation: Translation | None


def plan_text(dataset: Dataset, here: str, strategy: Strategy) -> PlanText:
    """Return the text of a strategy, as its own page and its goal area's show it."""
    source = dataset.text_from(strategy)
    anchor = urls.strategy_anchor(strategy.id)
    html, footnotes = text_with_footnotes(strategy.text, source, anchor)
    return PlanText(
        strategy.id,
        strategy_mark(dataset, strategy.id),
        anchor,
        html,
        footnotes,
        provenance(here, source, strategy.pages, anchor),
        dataset.original.strategy(strategy.id).title if dataset.original else None,
        translation(dataset, strategy.text),
    )


@dataclass(frozen=True)
class GroupText:
    """The heading of a group, and its text with its source if it has one; `id` is its `data-text`.

    `about` is what sentences call the group.
    """

    id: str
    anchor: str
    heading: str
    about: str
    html: Markup | None
    source: TextSource | None
    translation: Translation | None


def group_text(dataset: Dataset, here: str, area: GoalArea, group: Group) -> GroupText:
    """Return a group as the page of its goal area shows it."""
    source, anchor = dataset.text_from(area), urls.group_anchor(group)
    return GroupText(
        group.id,
        anchor,
        wording.heading_of(group),
        wording.named(group),
        text_with_footnotes(group.text, source, anchor)[0] if group.text else None,
        provenance(here, source, group.pages, anchor, _("Gruppens text")) if group.text else None,
        translation(dataset, group.text) if group.text else None,
    )


def provenance(
    here: str, source: Body | None, pages: Pages | None, anchor: str, what: str | None = None
) -> TextSource:
    """Return the label and the link of a text of the plan, which `source` retells."""
    label = wording.retold_by(source, what)
    if source is None:
        return TextSource(label, None)
    text = wording.page(pages) if pages else _("i sitt sammanhang")
    return TextSource(label, Link(text, urls.link(here, urls.response(source), anchor)))
