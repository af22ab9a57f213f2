"""All strategies with what the answers say: a single answer in a line each, many as sorted bars."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from roadmap.model import Judgement, OutcomeValue
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import answers, urls, wording
from roadmap.presenters.compilation import judged_sections
from roadmap.presenters.judgements import Count, counts
from roadmap.presenters.marks import Mark, area_mark, strategy_mark
from roadmap.presenters.messages import _, ngettext
from roadmap.presenters.requests import first_ask
from roadmap.presenters.wording import heading_of
from roadmap.text.source_text import whole_sentence
from roadmap.views import overview_bars
from roadmap.views.templating import render


@dataclass(frozen=True)
class _Row:
    """What the answer says on a strategy, or on the whole plan in a section, in a line.

    `words` is a quote, where nobody has put the answer in words of ours. `position` is None where
    none is taken, as in a section, and `asks` are the outcomes of the requests.
    """

    title: str
    href: str
    strategy: str | None = None
    section: str | None = None
    mark: Mark | None = None
    line: str | None = None
    words: str | None = None
    joint: str | None = None
    position: Count | None = None
    asks: tuple[OutcomeValue, ...] = ()
    asking: str | None = None
    problem: bool = False
    silent: bool = False


@dataclass(frozen=True)
class _Group:
    mark: Mark | None
    title: str
    anchor: str
    parts: tuple[tuple[str | None, tuple[_Row, ...]], ...]


def overview(dataset: Dataset, here: str) -> Markup:
    """Return all strategies: with one body what it says on each, with many how they stand."""
    if len(dataset.received) > 1:
        return overview_bars.overview_bars(dataset, here)
    groups = [
        _Group(
            area_mark(dataset, area),
            area.title,
            urls.area_anchor(area),
            tuple(
                (
                    heading_of(part.group) if part.group else None,
                    tuple(_of_strategy(dataset, here, one.id) for one in part.strategies),
                )
                for part in area.parts
                if part.strategies
            ),
        )
        for area in dataset.goal_areas
    ]
    sections = tuple(
        _told(
            dataset,
            _Row(
                section=section.id,
                title=section.heading,
                href=urls.link(here, urls.response(body), section.id),
            ),
            body,
            section.judgement,
            section.text,
        )
        for body, section in judged_sections(dataset)
    )
    if sections:
        groups.append(_Group(None, _("Hela planen"), "hela-planen", ((None, sections),)))
    ids = tuple(strategy.id for strategy in dataset.strategies)
    return render(
        "overview.html",
        groups=groups,
        status=answers.status(dataset, ids),
        method=urls.link(here, urls.METHOD),
    )


def _of_strategy(dataset: Dataset, here: str, strategy_id: str) -> _Row:
    strategy = dataset.strategy(strategy_id)
    answer = next(iter(dataset.answers(strategy_id)), None)
    row = _Row(
        strategy=strategy_id,
        mark=strategy_mark(dataset, strategy_id),
        title=strategy.title,
        href=urls.link(here, urls.strategy(strategy)),
        silent=answer is None,
    )
    if answer is None:
        return row
    (position,) = counts([answer.position])
    comment = answer.comment
    return replace(
        _told(dataset, row, answer.body, answer.judgement, comment.text if comment else ""),
        position=position,
        joint=wording.joint(dataset, comment) if comment else None,
    )


def _told(dataset: Dataset, row: _Row, body: Body, judgement: Judgement | None, text: str) -> _Row:
    """Return the row with what the judgement of a text says: in our words, or else in its own."""
    if judgement is None:
        return row
    asks = [first_ask(body, ask) for ask in judgement.asks]
    stand = judgement.position
    told = [ask.sentence or dataset.ask_name(ask.kind) for ask in asks]
    told += [problem.sentence for problem in judgement.problems]
    words = None
    if not told and stand and stand.reason:
        told = [stand.reason]
    elif not told and stand and stand.quote:
        words = "".join(whole_sentence(text, stand.quote))
    return replace(
        row,
        line=" ".join(told) or None,
        words=words,
        asks=tuple(ask.outcome_value for ask in asks),
        asking=ngettext("%(num)s %(request)s", "%(num)s %(requests)s", len(asks)) if asks else None,
        problem=bool(judgement.problems),
    )
