"""Texts per theme, of the plan and of the answers: those whose judgement names it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, starmap
from typing import NamedTuple

from roadmap.model import Code, Judgement, Section, Signed, Strategy, ThemeMark
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.compilation import judged_sections
from roadmap.presenters.transcript import home

# Of more answers to a strategy that take up a theme, these many are quoted.
_MOST_QUOTES = 5


class ThemedSection(NamedTuple):
    """A section of a response whose judgement names a theme."""

    body: Body
    section: Section

    @property
    def judgement(self) -> Judgement | None:
        return self.section.judgement


# A text about a theme: a strategy of the plan, an answer with a comment, or a section. A joint
# comment counts once, as the answer to the strategy that it is shown under.
ThemedText = Strategy | Answer | ThemedSection


def under(text: ThemedText) -> str | None:
    """Return the id of the strategy that a text is shown under; None for a section."""
    if isinstance(text, Strategy):
        return text.id
    return text.strategy.id if isinstance(text, Answer) else None


def marks(text: ThemedText, theme_id: str) -> tuple[ThemeMark, ...]:
    """Return what a judgement says of a theme, each with the words that show it."""
    judgement = text.judgement
    return tuple(mark for mark in judgement.themes if mark.theme == theme_id) if judgement else ()


@dataclass(frozen=True)
class ThemeTexts:
    """All texts about a theme, counted once for all the theme's pages.

    `strategies` are those that are about it themselves or have a comment that is. `numbers` counts
    the comments on each, a joint one for each of its strategies. `begins` maps each strategy, or
    None for the sections, to the index of its first text that is quoted. `stands` maps each
    strategy to the one under which the first text on it is shown.
    """

    texts: tuple[ThemedText, ...] = ()

    @cached_property
    def numbers(self) -> Counter[str]:
        return Counter(strategy_id for strategy_id, _ in self._comments())

    @cached_property
    def strategies(self) -> frozenset[str]:
        return frozenset(self.stands)

    @cached_property
    def stands(self) -> dict[str, str]:
        first_home = {text.id: text.id for text in self.texts if isinstance(text, Strategy)}
        for strategy_id, home_id in self._comments():
            first_home.setdefault(strategy_id, home_id)
        return first_home

    @cached_property
    def quoted(self) -> tuple[ThemedText, ...]:
        """The texts that are quoted: the plan's, and the first answers to each strategy."""
        numbers: Counter[str | None] = Counter()
        found: list[ThemedText] = []
        for text in self.texts:
            if not isinstance(text, Strategy):
                numbers[under(text)] += 1
            if isinstance(text, Strategy) or numbers[under(text)] <= _MOST_QUOTES:
                found.append(text)
        return tuple(found)

    @cached_property
    def left(self) -> Counter[str | None]:
        """How many answers to each strategy, or sections (None), are not quoted."""
        return Counter(map(under, self.texts)) - Counter(map(under, self.quoted))

    @cached_property
    def begins(self) -> dict[str | None, int]:
        first_index: dict[str | None, int] = {}
        for index, text in enumerate(self.quoted):
            first_index.setdefault(under(text), index)
        return first_index

    @cached_property
    def ends(self) -> dict[str | None, ThemedText]:
        """The last text under each strategy that is quoted, or of the sections (None)."""
        return {under(text): text for text in self.quoted}

    @cached_property
    def sections(self) -> int:
        return sum(under(text) is None for text in self.texts)

    @cached_property
    def status(self) -> str | None:
        judgements: list[Signed] = [text.judgement for text in self.texts if text.judgement]
        return wording.signatures(judgements) if judgements else None

    def _comments(self) -> Iterator[tuple[str, str]]:
        for text in self.texts:
            if isinstance(text, Answer) and text.comment:
                for strategy_id in text.comment.strategies:
                    yield strategy_id, text.strategy.id


def theme_texts(dataset: Dataset, theme_id: str) -> ThemeTexts:
    """Return the texts about a theme, in order of strategy and body, with the sections last.

    The plan's own words come before the comments on them.
    """
    return _texts_by_theme(dataset).get(theme_id, ThemeTexts())


@lru_cache(maxsize=2)
def _texts_by_theme(dataset: Dataset) -> dict[str, ThemeTexts]:
    """Map each theme to its texts, in order of strategy and body, with the sections last."""
    texts_by_theme: dict[str, list[ThemedText]] = {}
    texts: Iterable[ThemedText] = chain(
        _plan_and_comments(dataset), starmap(ThemedSection, judged_sections(dataset))
    )
    for text in texts:
        assert text.judgement
        for theme_id in dict.fromkeys(mark.theme for mark in text.judgement.themes):
            texts_by_theme.setdefault(theme_id, []).append(text)
    return {
        theme_id: ThemeTexts(tuple(theme_texts)) for theme_id, theme_texts in texts_by_theme.items()
    }


def _plan_and_comments(dataset: Dataset) -> Iterator[Strategy | Answer]:
    for strategy in dataset.strategies:
        if strategy.judgement:
            yield strategy
        for body in dataset.received:
            answer = dataset.answer(body, strategy.id)
            if (
                answer
                and answer.comment
                and answer.judgement
                and home(dataset, answer.comment) == strategy.id
            ):
                yield answer


def theme_pages(dataset: Dataset) -> Iterator[tuple[str, Code, int]]:
    """Yield every page of every theme: its URL, the theme and its number."""
    for code in dataset.plan.themes:
        for page in range(1, urls.quote_pages(len(theme_texts(dataset, code.id).quoted)) + 1):
            yield urls.theme(code.id, page), code, page
