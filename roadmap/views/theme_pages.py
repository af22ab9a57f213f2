"""The themes: the list of them, and a page per theme with its strategies and texts.

The editors mark themes in comments and sections. A strategy has the themes of the comments on it;
a section is about no single strategy.
"""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from roadmap.model import Code, Judgement
from roadmap.model.dataset import Answer, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.compilation_words import WORDING
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.judgements import judgement_box
from roadmap.presenters.marks import Mark, crumbs, strategy_mark
from roadmap.presenters.messages import _
from roadmap.presenters.pager import pager
from roadmap.presenters.themes import ThemedText, ThemeTexts, theme_texts, under
from roadmap.text.swedish import counted
from roadmap.views import answer_blocks
from roadmap.views.answer_blocks import AnswerView, CommentView
from roadmap.views.common import text_with_footnotes
from roadmap.views.templating import render

_REMARKS_ANCHOR = "allmanna-synpunkter"


@dataclass(frozen=True)
class _Row:
    name: str
    href: str
    description: str | None
    extent: tuple[str, ...]


@dataclass(frozen=True)
class _ThemedStrategy:
    """A strategy with the theme, the number of comments about it, and the href of the first."""

    mark: Mark
    title: str
    comments: int
    href: str


@dataclass(frozen=True)
class _Group:
    """The texts on a page that are shown under one strategy; sections have no mark."""

    mark: Mark | None
    title: str
    href: str | None
    anchor: str
    begins: bool
    views: tuple[AnswerView, ...]


def themes(dataset: Dataset, here: str) -> Markup:
    """Return the list of all themes, with the number of texts about each."""
    return render(
        "themes.html",
        rows=[
            _Row(
                code.name,
                urls.link(here, urls.theme(code.id)),
                code.description,
                _extent(theme_texts(dataset, code.id)),
            )
            for code in dataset.plan.themes
        ],
    )


def theme(dataset: Dataset, here: str, theme_id: str, page: int = 1) -> Markup:
    """Return a page of a theme: the strategies that have it, and the texts with their quotes."""
    code = next(code for code in dataset.plan.themes if code.id == theme_id)
    texts = theme_texts(dataset, theme_id)
    first = (page - 1) * urls.ANSWERS_PER_PAGE
    page_texts = texts.texts[first : first + urls.ANSWERS_PER_PAGE]
    pages = urls.answer_pages(len(texts.texts))
    sections = texts.sections
    strategies = _strategies(dataset, here, theme_id) if page == 1 else ()
    return render(
        "theme.html",
        crumbs=crumbs(here, ("Teman", urls.THEMES)),
        theme=code,
        page=page,
        pages=pages,
        extent=_extent(texts),
        strategies=strategies,
        sections=counted(sections, "avsnitt", "avsnitt") if sections else None,
        remarks=WORDING.remarks,
        remarks_begin=_first_text(here, theme_id, texts, None) if sections else None,
        selection=f"{urls.link(here, urls.OVERVIEW)}?theme={theme_id}" if strategies else None,
        status=texts.status,
        groups=[
            _group(
                dataset, here, code, strategy_id, tuple(group), texts.begins[strategy_id] >= first
            )
            for strategy_id, group in groupby(page_texts, key=under)
        ],
        edit=EditLinks(dataset),
        pager=(
            pager(here, page, pages, lambda number: urls.theme(theme_id, number))
            if pages > 1
            else None
        ),
        list=urls.link(here, urls.THEMES),
        method=urls.link(here, urls.METHOD),
    )


def _extent(texts: ThemeTexts) -> tuple[str, ...]:
    """Return the number of texts: "fyra synpunkter på tre strategier", "ett avsnitt"."""
    comments = len(texts.texts) - texts.sections
    phrases = []
    if comments:
        strategies = counted(len(texts.numbers), "strategi", "strategier", neuter=False)
        phrases.append(
            f"{counted(comments, 'synpunkt', 'synpunkter', neuter=False)} på {strategies}"
        )
    if texts.sections:
        phrases.append(counted(texts.sections, "avsnitt", "avsnitt"))
    return tuple(phrases)


def _strategies(dataset: Dataset, here: str, theme_id: str) -> tuple[_ThemedStrategy, ...]:
    texts = theme_texts(dataset, theme_id)
    return tuple(
        _ThemedStrategy(
            mark=strategy_mark(dataset, strategy.id),
            title=strategy.title,
            comments=texts.numbers[strategy.id],
            href=_first_text(here, theme_id, texts, texts.stands[strategy.id]),
        )
        for strategy in dataset.strategies
        if strategy.id in texts.numbers
    )


def _anchor(strategy_id: str | None) -> str:
    return urls.strategy_anchor(strategy_id) if strategy_id else _REMARKS_ANCHOR


def _first_text(here: str, theme_id: str, texts: ThemeTexts, strategy_id: str | None) -> str:
    """Return the href of the first text under a strategy."""
    page = texts.begins[strategy_id] // urls.ANSWERS_PER_PAGE + 1
    return urls.link(here, urls.theme(theme_id, page), _anchor(strategy_id))


def _group(
    dataset: Dataset,
    here: str,
    code: Code,
    strategy_id: str | None,
    group_texts: tuple[ThemedText, ...],
    begins: bool,
) -> _Group:
    strategy = dataset.strategy(strategy_id) if strategy_id else None
    return _Group(
        mark=strategy_mark(dataset, strategy_id) if strategy_id else None,
        title=strategy.title if strategy else WORDING.remarks,
        href=urls.link(here, urls.strategy(strategy)) if strategy else None,
        anchor=_anchor(strategy_id) if begins else f"{_anchor(strategy_id)}-forts",
        begins=begins,
        views=tuple(_view(dataset, here, text, code.id) for text in group_texts),
    )


def _view(dataset: Dataset, here: str, text: ThemedText, theme_id: str) -> AnswerView:
    assert text.judgement
    judgement = _limited_to_theme(text.judgement, theme_id)
    if isinstance(text, Answer):
        return answer_blocks.on_theme_page(dataset, here, text, judgement)
    body, section = text
    anchor = f"{body.id}-{section.id}"
    html, footnotes = text_with_footnotes(section.text, body, anchor, judgement)
    context = answer_blocks.context(here, body, section)
    comment = CommentView(
        anchor=anchor,
        permanent=urls.link(here, urls.response(body), section.id),
        key=f"{body.id}/{section.id}",
        html=html,
        footnotes=footnotes,
        joint=None,
        elsewhere=None,
        context=context,
        box=judgement_box(dataset, here, body, judgement, anchor, takes_position=False),
        citation=None,
    )
    return AnswerView(
        anchor=anchor,
        position=None,
        name=wording.speaker(body),
        document=_(
            "%(what)s, avsnittet %(heading)s", what=wording.speaks(body), heading=section.heading
        ),
        number=_("planen i avsnittet %(heading)s", heading=section.heading),
        comments=(comment,),
    )


def _limited_to_theme(judgement: Judgement, theme_id: str) -> Judgement:
    """Return the part of a judgement about a theme: the position's word, and the theme's quotes."""
    position = judgement.position
    return judgement.altered(
        position=position and position.altered(quote=None, reason=None),
        asks=(),
        themes=tuple(mark for mark in judgement.themes if mark.theme == theme_id),
    )
