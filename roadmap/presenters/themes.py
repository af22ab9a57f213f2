"""The texts about each theme: those whose judgement names it, found and counted once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, starmap
from typing import NamedTuple

from roadmap.model import Code, Judgement, Section
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.compilation import judged_sections
from roadmap.presenters.transcript import home


class ThemedSection(NamedTuple):
    """A section of a response whose judgement names a theme."""

    body: Body
    section: Section

    @property
    def judgement(self) -> Judgement | None:
        return self.section.judgement


# A text about a theme: an answer by its comment, or a section. A joint comment counts once, as the
# answer under whose strategy it stands.
ThemedText = Answer | ThemedSection


def under(text: ThemedText) -> str | None:
    """Return the id of the strategy that a text stands under; None for a section."""
    return text.strategy.id if isinstance(text, Answer) else None


@dataclass(frozen=True)
class ThemeTexts:
    """All texts about a theme, counted once for all the theme's pages.

    `numbers` counts the comments on each strategy, a joint one for all that it is about; `begins`
    says at which text the ones under a strategy begin, or the sections under None; `stands` under
    which strategy the first comment on a strategy stands.
    """

    texts: tuple[ThemedText, ...] = ()

    @cached_property
    def numbers(self) -> Counter[str]:
        return Counter(strategy_id for strategy_id, _ in self._comments())

    @cached_property
    def stands(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for strategy_id, home_id in self._comments():
            found.setdefault(strategy_id, home_id)
        return found

    @cached_property
    def begins(self) -> dict[str | None, int]:
        found: dict[str | None, int] = {}
        for place, each in enumerate(self.texts):
            found.setdefault(under(each), place)
        return found

    @cached_property
    def sections(self) -> int:
        return sum(under(each) is None for each in self.texts)

    @cached_property
    def status(self) -> str | None:
        judgements = [each.judgement for each in self.texts if each.judgement]
        return wording.signatures(judgements) if judgements else None

    def _comments(self) -> Iterator[tuple[str, str]]:
        for each in self.texts:
            if isinstance(each, Answer) and each.comment:
                for strategy_id in each.comment.strategies:
                    yield strategy_id, each.strategy.id


def theme_texts(dataset: Dataset, theme_id: str) -> ThemeTexts:
    """Return the texts about a theme: by strategy, by body, and the sections last."""
    return _texts_by_theme(dataset).get(theme_id, ThemeTexts())


@lru_cache(maxsize=2)
def _texts_by_theme(dataset: Dataset) -> dict[str, ThemeTexts]:
    """Map each theme to the texts about it: by strategy, by body, and the sections last."""
    found: dict[str, list[ThemedText]] = {}
    texts: Iterable[ThemedText] = chain(
        _judged_comments(dataset), starmap(ThemedSection, judged_sections(dataset))
    )
    for text in texts:
        assert text.judgement
        for theme_id in dict.fromkeys(mark.theme for mark in text.judgement.themes):
            found.setdefault(theme_id, []).append(text)
    return {theme_id: ThemeTexts(tuple(about)) for theme_id, about in found.items()}


def _judged_comments(dataset: Dataset) -> Iterator[Answer]:
    for strategy in dataset.strategies:
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
        for page in range(1, urls.answer_pages(len(theme_texts(dataset, code.id).texts)) + 1):
            yield urls.theme(code.id, page), code, page
