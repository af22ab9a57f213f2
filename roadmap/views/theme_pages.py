"""The themes: the list of them, and a page per theme with its strategies and the words on it.

A strategy has the themes that it is about itself and those of the comments on it; a section of a
response is about no single strategy. The whole texts stand on other pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from roadmap.model import Comment, PositionValue, Strategy
from roadmap.model.dataset import Answer, Dataset
from roadmap.presenters import answers, plan_status, urls, wording
from roadmap.presenters.grammar import listing, sort_key
from roadmap.presenters.marks import Mark, crumbs, strategy_mark
from roadmap.presenters.messages import _, ngettext
from roadmap.presenters.pager import pager
from roadmap.presenters.themes import ThemedText, ThemeTexts, marks, theme_texts, under
from roadmap.presenters.transcript import home
from roadmap.text.marked_words import InSentence
from roadmap.text.source_text import references, whole_sentence
from roadmap.views.templating import render
from roadmap.views.translation import Translation, of_quote, there

_REMARKS_ANCHOR = "allmanna-synpunkter"


@dataclass(frozen=True)
class _MarkLink:
    mark: Mark
    heading: str
    href: str


@dataclass(frozen=True)
class _Card:
    """A theme in the list. `extent` is how many strategies it has, and if it is about the plan."""

    name: str
    href: str
    description: str | None
    extent: str
    strategies: tuple[_MarkLink, ...]


class _Quote(NamedTuple):
    """A sentence that shows the theme, and its translation if it has one of its own."""

    sentence: InSentence
    translation: Translation | None


@dataclass(frozen=True)
class _Row:
    """A text about a theme: whose, where it stands whole, and the quotes that show it.

    `kept` are old ids of what stood here with the whole text.
    """

    anchor: str | None
    who: str
    href: str
    quotes: tuple[_Quote, ...]
    position: PositionValue | None = None
    word: str = ""
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Group:
    """The texts on a page that are shown under one strategy; sections have no mark.

    `left` is how many more there are, and `all` where they all are.
    """

    mark: Mark | None
    title: str
    href: str | None
    anchor: str
    begins: bool
    rows: tuple[_Row, ...]
    left: int
    all: str


def themes(dataset: Dataset, here: str) -> Markup:
    """Return the list of all themes, each with its strategies."""
    cards = [
        _Card(
            code.name,
            urls.link(here, urls.theme(code.id)),
            code.description,
            _extent(theme_texts(dataset, code.id)),
            _strategies(dataset, here, theme_texts(dataset, code.id)),
        )
        for code in sorted(dataset.plan.themes, key=lambda code: sort_key(code.name))
    ]
    return render("themes.html", cards=cards)


def theme(dataset: Dataset, here: str, theme_id: str, page: int = 1) -> Markup:
    """Return a page of a theme: the strategies that have it, and the words that show it."""
    code = next(code for code in dataset.plan.themes if code.id == theme_id)
    texts = theme_texts(dataset, theme_id)
    first = (page - 1) * urls.QUOTES_PER_PAGE
    pages = urls.quote_pages(len(texts.quoted))
    return render(
        "theme.html",
        crumbs=crumbs(here, (_("Teman"), urls.THEMES)),
        status_line=plan_status.of_answers(dataset),
        theme=code,
        page=page,
        pages=pages,
        extent=_extent(texts),
        counted=_counted(texts),
        unmarked=page == 1 and _shows_unmarked(dataset, texts),
        strategies=_strategies(dataset, here, texts, theme_id) if page == 1 else (),
        selection=f"{urls.link(here, urls.OVERVIEW)}?theme={theme_id}"
        if texts.numbers or texts.sections
        else None,
        status=texts.status,
        groups=[
            _group(dataset, here, theme_id, strategy_id, tuple(group), texts, first)
            for strategy_id, group in groupby(
                texts.quoted[first : first + urls.QUOTES_PER_PAGE], key=under
            )
        ],
        pager=(
            pager(here, page, pages, lambda number: urls.theme(theme_id, number))
            if pages > 1
            else None
        ),
        list=urls.link(here, urls.THEMES),
        method=urls.link(here, urls.METHOD),
    )


def _extent(texts: ThemeTexts) -> str:
    """Return what of the plan the theme is about: "3 strategier, och hela planen"."""
    strategies = len(texts.strategies)
    told = ngettext("%(num)s %(strategy)s", "%(num)s %(strategies)s", strategies)
    if not texts.sections:
        return told if strategies else ""
    return _("%(told)s, och hela planen", told=told) if strategies else _("Hela planen")


def _counted(texts: ThemeTexts) -> str:
    """Return how many texts of the answers show the theme; empty if none does."""
    comments = sum(isinstance(text, Answer) for text in texts.texts)
    told = ngettext("%(num)s %(comment)s", "%(num)s %(comments)s", comments) if comments else ""
    if not texts.sections:
        return told
    sections = ngettext("ett avsnitt", "%(num)s avsnitt", texts.sections)
    return listing([*filter(None, (told, sections))])


def _strategies(
    dataset: Dataset, here: str, texts: ThemeTexts, theme_id: str | None = None
) -> tuple[_MarkLink, ...]:
    """Return the strategies, with links to their pages, or to their texts on the theme's page."""
    return tuple(
        _MarkLink(
            mark=strategy_mark(dataset, strategy.id),
            heading=wording.heading_of(strategy),
            href=_first_text(here, theme_id, texts, texts.stands[strategy.id])
            if theme_id
            else urls.link(here, urls.strategy(strategy)),
        )
        for strategy in dataset.strategies
        if strategy.id in texts.strategies
    )


def _anchor(strategy_id: str | None) -> str:
    return urls.strategy_anchor(strategy_id) if strategy_id else _REMARKS_ANCHOR


def _first_text(here: str, theme_id: str, texts: ThemeTexts, strategy_id: str | None) -> str:
    """Return the href of the first text under a strategy."""
    page = texts.begins[strategy_id] // urls.QUOTES_PER_PAGE + 1
    return urls.link(here, urls.theme(theme_id, page), _anchor(strategy_id))


def _group(
    dataset: Dataset,
    here: str,
    theme_id: str,
    strategy_id: str | None,
    group_texts: tuple[ThemedText, ...],
    texts: ThemeTexts,
    first: int,
) -> _Group:
    strategy = dataset.strategy(strategy_id) if strategy_id else None
    is_last = group_texts[-1] is texts.ends[strategy_id]
    begins = texts.begins[strategy_id] >= first
    return _Group(
        mark=strategy_mark(dataset, strategy_id) if strategy_id else None,
        title=strategy.title if strategy else _("Hela planen"),
        href=urls.link(here, urls.strategy(strategy)) if strategy else None,
        anchor=_anchor(strategy_id) if begins else f"{_anchor(strategy_id)}-forts",
        begins=begins,
        rows=tuple(
            _row(dataset, here, text, theme_id)
            for text in (*group_texts, *_unmarked(dataset, group_texts))
        ),
        left=texts.left[strategy_id] if is_last else 0,
        all=urls.link(here, urls.strategy(strategy), "svaren")
        if strategy
        else f"{urls.link(here, urls.OVERVIEW)}?theme={theme_id}&area=plan",
    )


def _unmarked(dataset: Dataset, group_texts: tuple[ThemedText, ...]) -> Iterator[Answer]:
    """Yield the answers on a strategy that is about the theme itself, where none marks it.

    While they are few; many are counted on the strategy's page.
    """
    strategy = group_texts[0]
    if not isinstance(strategy, Strategy):
        return
    found = dataset.answers(strategy.id)
    if len(found) > answers.FEW_ANSWERS:
        return
    for answer in found:
        comment = answer.comment
        if answer in group_texts or comment is None or home(dataset, comment) != strategy.id:
            continue
        if _stand(answer, comment):
            yield answer


def _shows_unmarked(dataset: Dataset, texts: ThemeTexts) -> bool:
    groups = (tuple(group) for _strategy_id, group in groupby(texts.quoted, key=under))
    return any(answer for group in groups for answer in _unmarked(dataset, group))


def _row(dataset: Dataset, here: str, text: ThemedText, theme_id: str) -> _Row:
    if isinstance(text, Strategy):
        who = _("%(The_strategy)ss egna ord, %(number)s", number=text.label)
        return _Row(
            anchor=None,
            who=there(dataset, text.text, who),
            href=urls.link(here, urls.strategy(text)),
            quotes=_quotes(dataset, _sentences(text, theme_id, f"{text.title}\n\n{text.text}")),
        )
    if isinstance(text, Answer):
        comment = text.comment
        assert comment
        anchor = urls.answer_anchor(text.body, text.strategy.id)
        who = _(
            "%(speaker)s om %(numbers)s",
            speaker=wording.speaker(text.body),
            numbers=wording.numbers(dataset, comment),
        )
        sentences = _sentences(text, theme_id, comment.text) or _stand(text, comment)
        return _Row(
            anchor=anchor,
            who=there(dataset, comment.text, who),
            href=urls.link(here, *urls.answer(text)),
            quotes=_quotes(dataset, sentences),
            position=text.position,
            word=wording.position(text.position),
            kept=tuple(
                f"{anchor}-{urls.footnote_anchor(footnote)}"
                for footnote in references(comment.text)
            ),
        )
    body, section = text
    return _Row(
        anchor=f"{body.id}-{section.id}",
        who=_(
            "%(speaker)s, i avsnittet %(heading)s",
            speaker=wording.speaker(body),
            heading=section.heading,
        ),
        href=urls.link(here, urls.response(body), section.id),
        quotes=_quotes(dataset, _sentences(text, theme_id, section.text)),
    )


def _stand(answer: Answer, comment: Comment) -> tuple[InSentence, ...]:
    """Return the sentence that a position rests on."""
    stated = answer.judgement and answer.judgement.position
    return (whole_sentence(comment.text, stated.quote),) if stated and stated.quote else ()


def _quotes(dataset: Dataset, sentences: tuple[InSentence, ...]) -> tuple[_Quote, ...]:
    return tuple(_Quote(sentence, of_quote(dataset, "".join(sentence))) for sentence in sentences)


def _sentences(text: ThemedText, theme_id: str, words: str) -> tuple[InSentence, ...]:
    """Return the sentences with the words that show the theme, each sentence once."""
    found = (whole_sentence(words, mark.quote) for mark in marks(text, theme_id))
    return tuple({"".join(sentence): sentence for sentence in found}.values())
