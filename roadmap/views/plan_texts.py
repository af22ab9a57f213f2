"""The texts of the plan itself as pages show them, with who retells them."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from roadmap.model import GoalArea, Group, PlanSection, Strategy
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
        provenance(here, source, strategy.pages, anchor, wording.retold_by(source)),
        dataset.original.strategy(strategy.id).title if dataset.original else None,
        translation(dataset, strategy.text),
    )


@dataclass(frozen=True)
class OwnText:
    """The heading of a part of the plan, and its own text with its source if it has one.

    `id` is the text's `data-text`, `anchor` the id of the heading, and `about` what sentences call
    the part.
    """

    id: str
    anchor: str
    heading: str
    about: str
    html: Markup | None = None
    source: TextSource | None = None
    translation: Translation | None = None


def group_text(dataset: Dataset, here: str, area: GoalArea, group: Group) -> OwnText:
    """Return a group as the page of its goal area shows it."""
    source, anchor = dataset.text_from(area), urls.group_anchor(group)
    text = OwnText(group.id, anchor, wording.heading_of(group), wording.named(group))
    label = wording.text_retold_by(source, _("Gruppens text"))
    shown = provenance(here, source, group.pages, anchor, label)
    return _with_words(dataset, text, group.text, source, shown)


def area_text(dataset: Dataset, here: str, area: GoalArea) -> OwnText:
    """Return a goal area's own text as its page shows it."""
    source, anchor = dataset.text_from(area), urls.area_anchor(area)
    text = OwnText(f"{area.id}/text", anchor, wording.heading_of(area), wording.named(area))
    label = wording.text_retold_by(source, _("%(The_goal_area)ss text"))
    shown = provenance(here, source, area.pages, anchor, label)
    return _with_words(dataset, text, area.text, source, shown)


def section_text(dataset: Dataset, section: PlanSection) -> OwnText:
    """Return a section of the plan as the page of these shows it."""
    about = _("avsnittet %(heading)s", heading=section.heading)
    text = OwnText(f"plan/{section.id}", section.id, section.heading, about)
    label = (
        _("Ur planen, %(page)s", page=wording.page(section.pages))
        if section.pages
        else _("Ur planen")
    )
    return _with_words(dataset, text, section.text, None, TextSource(label, None))


def _with_words(
    dataset: Dataset, text: OwnText, words: str | None, source: Body | None, shown: TextSource
) -> OwnText:
    if words is None:
        return text
    html = text_with_footnotes(words, source, text.anchor)[0]
    return replace(text, html=html, source=shown, translation=translation(dataset, words))


def provenance(
    here: str, source: Body | None, pages: Pages | None, anchor: str, label: str
) -> TextSource:
    """Return the label of a text of the plan, and a link to it in the document that retells it."""
    if source is None:
        return TextSource(label, None)
    text = wording.page(pages) if pages else _("i sitt sammanhang")
    return TextSource(label, Link(text, urls.link(here, urls.response(source), anchor)))
