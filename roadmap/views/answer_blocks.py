"""The answers to a strategy, as the pages of strategies and of goal areas show them."""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from roadmap.model import Comment, PositionValue, Section, Strategy
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.presenters import citations, transcript, urls, wording
from roadmap.presenters.answers import (
    in_full,
    key,
    silent,
    status,
    tally,
)
from roadmap.presenters.citations import Citation
from roadmap.presenters.judgements import Count, JudgementBox, judgement_box
from roadmap.presenters.marks import Link
from roadmap.presenters.messages import _
from roadmap.presenters.outcomes import Group
from roadmap.views.common import FootnoteView, text_with_footnotes
from roadmap.views.translation import Translation, translation


class CommentView(NamedTuple):
    """A comment: its text, or a link to it elsewhere. `permanent` is the href for lasting links."""

    anchor: str
    permanent: str
    key: str
    html: Markup | None
    footnotes: tuple[FootnoteView, ...]
    joint: str | None
    elsewhere: Link | None
    context: Link
    box: JudgementBox | None
    citation: Citation | None
    translation: Translation | None


class AnswerView(NamedTuple):
    """What one body says on one strategy. `anchor` is the id of the answer on the page."""

    anchor: str
    position: PositionValue | None
    name: str
    document: str
    label: str
    comments: tuple[CommentView, ...]
    heading: str = ""


@dataclass(frozen=True)
class Answers:
    """The answers to a strategy, in full or, if they are many, only counted."""

    views: tuple[AnswerView, ...]
    total: int
    counts: tuple[Count, ...]
    status: str | None
    silent: tuple[str, ...]

    @property
    def requests(self) -> tuple[Group, ...]:
        """The requests of each comment that is shown here in full."""
        return tuple(
            Group(view.name, comment.box.asks)
            for view in self.views
            for comment in view.comments
            if comment.html and comment.box and comment.box.asks
        )


def on_strategy_page(dataset: Dataset, here: str, strategy: Strategy, page: int = 1) -> Answers:
    """Return the answers in full on one of the strategy's pages."""
    page_answers = dataset.answers(strategy.id)[urls.on_page(page)]
    return _answers(dataset, here, strategy, page_answers, None)


def on_area_page(dataset: Dataset, here: str, strategy: Strategy) -> Answers:
    """Return the answers, in full if they are few; a joint one under its last strategy only."""
    few_answers = in_full(dataset, strategy)
    return _answers(dataset, here, strategy, few_answers, dataset.area_of(strategy.id).strategies)


def context(here: str, body: Body, words_of: Comment | Section) -> Link:
    """Return the link to a comment or a section in its document."""
    text = _("Läs i svaret")
    if words_of.pages:
        text = _("Läs i svaret, %(page)s", page=wording.page(words_of.pages))
    anchor = words_of.id if isinstance(words_of, Section) else urls.comment_anchor(words_of)
    return Link(text, urls.link(here, urls.response(body), anchor))


def _answers(
    dataset: Dataset,
    here: str,
    strategy: Strategy,
    full_answers: tuple[Answer, ...],
    area_strategies: tuple[Strategy, ...] | None,
) -> Answers:
    return Answers(
        views=tuple(_answer(dataset, here, answer, area_strategies) for answer in full_answers),
        total=len(dataset.answers(strategy.id)),
        counts=tally(dataset, strategy.id),
        status=status(dataset, (strategy.id,)),
        silent=silent(dataset, strategy.id),
    )


def _answer(
    dataset: Dataset, here: str, answer: Answer, area_strategies: tuple[Strategy, ...] | None
) -> AnswerView:
    body, strategy = answer.body, answer.strategy
    on_area = area_strategies is not None
    anchor = urls.answer_anchor(body, strategy.id if on_area else None)
    comments = []
    for index, comment in enumerate(answer.comments):
        suffix = f"-{index + 1}" if index else ""
        home = (
            transcript.home(dataset, comment, area_strategies) if area_strategies else strategy.id
        )
        url, url_anchor = _permanent(answer, comment, suffix)
        permanent = urls.link(here, url, url_anchor)
        citation = (
            None if on_area else citations.of_comment(dataset, here, body, comment, url, url_anchor)
        )
        owner = anchor + suffix
        comments.append(_comment(dataset, here, answer, comment, owner, permanent, home, citation))
    return _view(answer, anchor, tuple(comments))


def _view(answer: Answer, anchor: str, comments: tuple[CommentView, ...]) -> AnswerView:
    return AnswerView(
        anchor=anchor,
        position=answer.position,
        name=wording.speaker(answer.body),
        document=wording.speaks(answer.body),
        label=answer.strategy.label,
        heading=wording.heading_of(answer.strategy),
        comments=comments,
    )


def _permanent(answer: Answer, comment: Comment, suffix: str) -> tuple[str, str]:
    """Return the lasting URL and anchor of a comment: on a later page it has none of its own."""
    url, anchor = urls.answer(answer)
    if url == urls.strategy(answer.strategy):
        return url, anchor + suffix
    return urls.response(answer.body), urls.comment_anchor(comment)


def _comment(
    dataset: Dataset,
    here: str,
    answer: Answer,
    comment: Comment,
    owner: str,
    permanent: str,
    home: str,
    citation: Citation | None,
) -> CommentView:
    body = answer.body
    in_full = home == answer.strategy.id
    html, footnotes = (
        text_with_footnotes(comment.text, body, owner, comment.judgement) if in_full else (None, ())
    )
    box = (
        None if comment.refers_to else judgement_box(dataset, here, body, comment.judgement, owner)
    )
    return CommentView(
        anchor=owner,
        permanent=permanent,
        key=key(body, comment),
        html=html,
        footnotes=footnotes,
        joint=wording.joint(dataset, comment),
        elsewhere=_elsewhere(dataset, here, answer, comment, home),
        context=context(here, body, comment),
        box=box,
        citation=citation,
        translation=translation(dataset, comment.text) if in_full else None,
    )


def _elsewhere(
    dataset: Dataset, here: str, answer: Answer, comment: Comment, home: str
) -> Link | None:
    """Return the link to the text of a comment that is shown elsewhere; None if it is here."""
    target = home
    if home == answer.strategy.id:
        if not comment.refers_to or answer.comment:
            return None
        target = comment.refers_to
    other_answer = dataset.answer(answer.body, target)
    if other_answer is None:
        return None
    text = _("Läs %(the_comment)s vid %(number)s", number=dataset.label(target))
    same_page = here == urls.goal_area(dataset, dataset.area_of(target)) and bool(
        in_full(dataset, dataset.strategy(target))
    )
    if same_page:
        return Link(text, urls.link(here, here, urls.answer_anchor(answer.body, target)))
    return Link(text, urls.link(here, *urls.answer(other_answer)))
