"""What a page begins with: who made it, or translated what stands on it."""

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from roadmap.model import GoalArea, Milestone, Signed, Strategy
from roadmap.model.dataset import Dataset
from roadmap.model.translatable import PLAN
from roadmap.model.translations import PageTranslated
from roadmap.presenters import urls
from roadmap.presenters.messages import _
from roadmap.presenters.pages import GeneratedPage
from roadmap.presenters.translated import by_name, made_words


def told_on_top(
    dataset: Dataset, url: str, generated: GeneratedPage | None, written: PageTranslated | None
) -> str | None:
    """Return what a page begins with: who made it, and in which language documents are quoted.

    `generated` is the page at this URL if it follows from the data, and `written` what it says of
    itself if it is a translation in `docs/`.
    """
    if dataset.original is None:
        return _page_words(dataset, written) if written else None
    quoted = _("Planen och svaren citeras på svenska.")
    return f"{_translation_words(dataset, url, generated, written)} {quoted}"


def _translation_words(
    dataset: Dataset, url: str, generated: GeneratedPage | None, written: PageTranslated | None
) -> str:
    left = {_is_left(written.made)} if written else set()
    if written is None or written.shows_data:
        left |= {*_left_of_data(dataset, _records_on(dataset, url, generated))}
    if len(left) > 1:
        told = _("Delvis översatt av ett program. Ingen människa har granskat den delen.")
        return f"{told}{_older(written)}" if written else told
    if written:
        return _page_words(dataset, written)
    return _left_to_review() if True in left else _("Översatt från svenska.")


def _is_left(made: Signed) -> bool:
    """Whether a program made it, and nobody has looked at it."""
    return made.machine and not made.reviewed


def _left_to_review() -> str:
    return _("Översatt av ett program. Ingen människa har granskat översättningen.")


def _left_of_data(dataset: Dataset, records: Set[str] | None) -> Iterator[bool]:
    """Yield whether what is translated of these records is left to review; None is all of them."""
    for name, left in _left_by_record(dataset).items():
        if records is None or name in records:
            yield from left


@lru_cache(maxsize=4)
def _left_by_record(dataset: Dataset) -> Mapping[str, Set[bool]]:
    found: dict[str, set[bool]] = {}
    for file in dataset.translations.get(dataset.language, {}).values():
        for entry in file.texts:
            if not entry.left:
                found.setdefault(entry.of.partition("/")[0], set()).add(_is_left(file))
    return found


def _records_on(dataset: Dataset, url: str, generated: GeneratedPage | None) -> Set[str] | None:
    """Return the names of the records whose words stand on a page; None if it may be any."""
    areas = [area for area in dataset.goal_areas if urls.goal_area(dataset, area) == url]
    strategies = [strategy for area in areas for strategy in area.strategies]
    if generated and generated.view == "plan_sections":
        return {PLAN}
    if generated and generated.view in ("strategy", "strategy_answers"):
        strategies = [dataset.strategy(str(generated.arguments[0]))]
        areas = [dataset.area_of(strategies[0].id)]
    if not areas:
        return None
    (area,) = areas
    quoted: tuple[GoalArea | Milestone | Strategy, ...] = (area, *area.milestones, *strategies)
    retold = map(dataset.text_from, quoted)
    answered = [answer.body for one in strategies for answer in dataset.answers(one.id)]
    return {PLAN, area.id, *(body.id for body in (*retold, *answered) if body)}


def _page_words(dataset: Dataset, page: PageTranslated) -> str:
    """Return what readers are told of a page that is a translation, or written of the data."""
    made, retells = page.made, page.made.of is not None
    if _is_left(made) and retells:
        told = _("Texten är skriven av ett program. Ingen människa har granskat den.")
    elif _is_left(made):
        told = _left_to_review()
    elif retells:
        told = _("Skriven av %(by)s.", by=by_name(dataset, made.by))
    else:
        told = f"{made_words(dataset, made)}."
    return f"{told}{_older(page)}"


def _older(page: PageTranslated) -> str:
    """Return the sentence on a page that is older than what it is of, after another one."""
    if not page.stale:
        return ""
    if page.made.of is not None:
        changed = _("Planen eller svaren har ändrats sedan dess.")
    else:
        changed = _("Sidan på svenska har ändrats sedan dess.")
    return f" {changed}"
