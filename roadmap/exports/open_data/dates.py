"""When a set of the open data last changed, as far as the version history tells.

When it was first published nobody knows: a version may have waited long for that, or never was.
"""

from collections.abc import Iterable
from datetime import date

from roadmap.exports.open_data.schema import SetId
from roadmap.model.history import Change, History

_CODE_LISTS = {"body_kinds", "asks", "themes"}
# What is the editors' own in a file of others' words.
_EDITORS = {"judgement", "uncertain", "corrections"}
# A record of these lists may come, go or change its id together with a judgement of it.
_JUDGED = {"milestones", "comments", "sections"}
# What decides whether words count as an answer, which is a table among the judgements.
_COUNTED = {"status", "refers_to"}


def modified(history: History, sets: Iterable[SetId]) -> date | None:
    """Return the day of the last version that changed any of the sets.

    None where no such version is known, or where what is changed since has not been saved.
    """
    wanted = frozenset(sets)

    def bear(changes: Iterable[Change]) -> bool:
        return any(change.published and wanted & changed_sets(change) for change in changes)

    if bear(history.unsaved):
        return None
    days = (event.commit.when.date() for event in history.events if bear(event.changes))
    return next(days, None)


def changed_sets(change: Change) -> frozenset[SetId]:
    """Return the sets whose tables a change of the data bears on."""
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
    found: set[SetId] = {"responses" if folder == "responses" else "plan"}
    is_record = len(inside) == 2 and inside[0] in _JUDGED
    if not inside or is_record or inside[-1] in _COUNTED:
        found.add("judgements")
    if folder == "goal-areas" and (not inside or (is_record and inside[0] == "milestones")):
        found.add("figures")
    return frozenset(found)
