"""What bears each theme: the texts whose judgement names it, found and counted once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from roadmap.dataset import Answer, Body, Dataset
from roadmap.model import Judgement, Section
from roadmap.transcript import home
from roadmap.views import words
from roadmap.views.compilation import judged_sections


class BearingText(NamedTuple):
    """A text that bears a theme: an answer's comment, or a section of a response.

    A joint comment is borne once, by the answer under whose strategy it stands.
    """

    body: Body
    judgement: Judgement
    about: Answer | Section

    @property
    def under(self) -> str | None:
        """The id of the strategy that the text stands under; None for a section."""
        return self.about.strategy.id if isinstance(self.about, Answer) else None


@dataclass(frozen=True)
class Bearing:
    """All that bears a theme, counted once for all the theme's pages.

    `numbers` counts the comments on each strategy, a joint one for all that it is about; `begins`
    says at which text the ones under a strategy begin, or the sections under None; `stands` under
    which strategy the first comment on a strategy stands.
    """

    texts: tuple[BearingText, ...] = ()

    @cached_property
    def numbers(self) -> Counter[str]:
        return Counter(strategy_id for strategy_id, _ in self._comments())

    @cached_property
    def stands(self) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for strategy_id, under in self._comments():
            found.setdefault(strategy_id, under)
        return found

    @cached_property
    def begins(self) -> dict[str | None, int]:
        found: dict[str | None, int] = {}
        for place, each in enumerate(self.texts):
            found.setdefault(each.under, place)
        return found

    @cached_property
    def sections(self) -> int:
        return sum(each.under is None for each in self.texts)

    @cached_property
    def status(self) -> str | None:
        return words.signatures([each.judgement for each in self.texts]) if self.texts else None

    def _comments(self) -> Iterator[tuple[str, str | None]]:
        for each in self.texts:
            if isinstance(each.about, Answer) and each.about.comment:
                for strategy_id in each.about.comment.strategies:
                    yield strategy_id, each.under


def bearing(dataset: Dataset, theme_id: str) -> Bearing:
    """Return what bears a theme: by strategy, by body, and the sections last."""
    return _all_bearing(dataset).get(theme_id, Bearing())


@lru_cache(maxsize=2)
def _all_bearing(dataset: Dataset) -> dict[str, Bearing]:
    """Map each theme to the texts that bear it: by strategy, by body, and the sections last."""
    found: dict[str, list[BearingText]] = {}
    for text in (*_judged_comments(dataset), *_judged_sections(dataset)):
        for theme_id in dict.fromkeys(mark.theme for mark in text.judgement.themes):
            found.setdefault(theme_id, []).append(text)
    return {theme_id: Bearing(tuple(texts)) for theme_id, texts in found.items()}


def _judged_comments(dataset: Dataset) -> Iterator[BearingText]:
    for strategy in dataset.strategies:
        for body in dataset.received:
            answer = dataset.answer(body, strategy.id)
            if (
                answer
                and answer.comment
                and answer.judgement
                and home(dataset, answer.comment) == strategy.id
            ):
                yield BearingText(body, answer.judgement, answer)


def _judged_sections(dataset: Dataset) -> Iterator[BearingText]:
    for body, section in judged_sections(dataset):
        assert section.judgement is not None
        yield BearingText(body, section.judgement, section)
