"""The page of one strategy: what was proposed, what they answered, what came of it."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, citations, enquiry, plan_status, urls, wording
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.judgements import Count
from roadmap.presenters.marks import Link, strategy_crumbs, strategy_mark
from roadmap.presenters.messages import _
from roadmap.presenters.outcomes import outcomes
from roadmap.presenters.wording import announced, heading_of
from roadmap.text.swedish import capitalised
from roadmap.views import answer_blocks, answer_pages
from roadmap.views.plan_texts import plan_text
from roadmap.views.templating import render


@dataclass(frozen=True)
class BarPart:
    """A part of the bar over the answers; `x` and `width` are percentages."""

    count: Count
    x: float
    width: float


def strategy(dataset: Dataset, here: str, strategy_id: str) -> Markup:
    """Return the whole page of a strategy."""
    subject = dataset.strategy(strategy_id)
    area = dataset.area_of(strategy_id)
    shown = answer_blocks.on_strategy_page(dataset, here, subject)
    many = shown.total > answers.FEW_ANSWERS
    before, after = dataset.neighbours(strategy_id)
    return render(
        "strategy.html",
        crumbs=strategy_crumbs(dataset, here, subject),
        status_line=plan_status.of_strategy(dataset, subject),
        mark=strategy_mark(dataset, strategy_id),
        prefix=announced(subject),
        title=subject.title,
        title_key=f"{strategy_id}/title",
        anchor=urls.strategy_anchor(strategy_id),
        plan=plan_text(dataset, here, subject),
        proposed=proposed(dataset),
        edit=EditLinks(dataset),
        answers=shown,
        silence=answers.silence(shown.silent),
        heading=answered(shown),
        many=many,
        bar=bar(shown.counts),
        starts=answer_pages.starts(dataset, here, subject) if many else {},
        quotes=answer_pages.quotes(dataset, here, subject) if many else (),
        groups=answer_pages.groups(dataset, subject, shown) if many else (),
        pager=answer_pages.pages(here, subject, shown.total, 1),
        moved_to=answer_pages.moved_to(here, subject),
        table=urls.link(here, urls.who_thinks_what(dataset, area)) if many else None,
        outcomes=outcomes(dataset, here, subject, None if many else shown.requests),
        enquiry=enquiry.enquiry(dataset, subject),
        citation=citations.of_strategy(dataset, here, subject),
        before=_neighbour(here, before),
        after=_neighbour(here, after),
        method=urls.link(here, urls.METHOD),
    )


def proposed(dataset: Dataset) -> str:
    """Return the heading over what was proposed."""
    return _("%(Sender)s föreslog", Sender=capitalised(wording.sender(dataset)))


def answered(shown: answer_blocks.Answers) -> str:
    """Return the heading over the answers: of several it is how they went."""
    told = answers.result(shown.counts) if shown.total > 1 else None
    if told:
        return _("Så svarade de: %(result)s", result=told)
    return _("Så svarade de")


def bar(tally: tuple[Count, ...]) -> tuple[BarPart, ...]:
    """Return the parts of the bar over the answers."""
    total = sum(count.number for count in tally)
    parts: list[BarPart] = []
    earlier = 0
    for count in tally:
        x, width = 100 * earlier / total, 100 * count.number / total
        parts.append(BarPart(count, round(x, 3), round(width, 3)))
        earlier += count.number
    return tuple(parts)


def _neighbour(here: str, strategy: Strategy | None) -> Link | None:
    if strategy is None:
        return None
    text = heading_of(strategy)
    return Link(text, urls.link(here, urls.strategy(strategy)))
