"""When a set of the open data last changed, as far as the version history shows.

The date of first publication is not known: a version may be published long after it was saved, or
never.
"""

from collections.abc import Iterable
from datetime import date

from roadmap.exports.open_data.definitions import SetId
from roadmap.model.history import Change, History

_CODE_LISTS = {"body_kinds", "asks", "themes"}
# The editors' own fields in files with other people's texts.
_EDITORS = {"judgement", "uncertain", "corrections"}
# A record in these lists may be added, removed or renamed together with its judgement.
_JUDGED = {"milestones", "comments", "sections"}
# Fields that decide whether a text is an answer; answers are a table of the judgements.
_COUNTED = {"status", "refers_to"}


def modified(history: History, sets: Iterable[SetId]) -> date | None:
    """Return the day of the last version that changed any of the sets.

    None if no such version is known, or if later changes have not been saved.
    """
    set_ids = frozenset(sets)

    def affect_sets(changes: Iterable[Change]) -> bool:
        return any(change.is_public and set_ids & changed_sets(change) for change in changes)

    if affect_sets(history.unsaved):
        return None
    days = (event.commit.when.date() for event in history.events if affect_sets(event.changes))
    return next(days, None)


def changed_sets(change: Change) -> frozenset[SetId]:
    """Return the sets whose tables a change of the data affects."""
    folder, *keys = change.path
    inside = keys[1:]
    if folder == "series":
        return frozenset({"figures"})
    if folder == "plan" and inside[:1] and inside[0] in _CODE_LISTS:
        return frozenset({"judgements"})
    if folder not in ("plan", "goal-areas", "responses"):
        return frozenset()
    if not _EDITORS.isdisjoint(inside):
        return frozenset({"judgements"})
    if "series" in inside:
        return frozenset({"figures"})
    sets: set[SetId] = {"responses" if folder == "responses" else "plan"}
    is_record = len(inside) == 2 and inside[0] in _JUDGED
    if not inside or is_record or inside[-1] in _COUNTED:
        sets.add("judgements")
    if folder == "goal-areas" and (not inside or (is_record and inside[0] == "milestones")):
        sets.add("figures")
    return frozenset(sets)
