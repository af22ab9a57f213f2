"""Changes in Swedish words, for the page, the feeds and the command line."""

from collections.abc import Iterable, Mapping

from roadmap.model import UNKNOWN_OUTCOME
from roadmap.model.codes import OUTCOME_WORDS, SPEAKER_WORDS
from roadmap.model.dataset import Dataset
from roadmap.model.history import Change, Event, Kind, Step
from roadmap.model.plan import number_in_id
from roadmap.presenters import wording
from roadmap.text.personal_data import looks_personal
from roadmap.text.swedish import listing

KIND_WORDS: dict[Kind, str] = {
    "added": "tillagt",
    "removed": "borttaget",
    "changed": "ändrat",
    "moved": "ny ordning",
    "renamed": "nytt namn",
}
# The fields that hold words of a code list or ids, which readers know by other words.
_CODED = {
    *("value", "status", "speaker", "kind", "theme"),
    *("answered_by", "text_from", "reviewed", "individuals", "private", "outcome"),
}
# The fields that hold ids of the plan, which readers know by their numbers.
_IDS = {"unanswered", "refers_to"}
_WORDS: dict[str, str] = {
    **{str(code): word for code, word in SPEAKER_WORDS.items()},
    "plan": "Planen själv",
    "full": "Helt förenlig med lagen",
    "partial": "Delvis förenlig med lagen",
    "none": "Inte förenlig med lagen",
    "true": "Ja",
    "false": "Nej",
}

_GONE = "Ett svar som inte längre är publicerat"

_ASK = "Önskemål"

Names = Mapping[str, str]


def names(dataset: Dataset | None) -> Names:
    """Return what the codes and ids of a dataset are called; less where there is none."""
    found = {**_WORDS}
    for table in (
        OUTCOME_WORDS,
        wording.POSITION_WORDS,
        wording.STATUS_WORDS,
        wording.DIRECTION_WORDS,
    ):
        found |= {str(code): word for code, word in table.items()}
    if dataset is None:
        return found
    for one, codes in ((_ASK, dataset.plan.asks), ("Tema", dataset.plan.themes)):
        for code in codes:
            found |= {code.id: code.name, f"{one} {code.id}": f"{one}: {code.name}"}
    found |= {kind.id: kind.name for kind in dataset.plan.body_kinds}
    numbered = (*dataset.goal_areas, *dataset.milestones, *dataset.strategies)
    found |= {record.id: record.shown_number for record in numbered}
    return found | {body.id: body.name for body in dataset.bodies}


def kind(change: Change) -> str:
    """Return the word for what kind of change it is; what came of a request always was something,
    if not known."""
    return KIND_WORDS["changed" if _is_outcome(change) else change.kind]


def _is_outcome(change: Change) -> bool:
    """Whether it is told what came of a request, be it for the first time."""
    return change.path[-1] == "outcome" or change.path[-2:] == ("outcome", "value")


def place(change: Change, known: Names) -> str:
    """Return where a change is: "Provnämnden › Synpunkt på 1.2 › Text".

    A body that is known is called what it is called now.
    """
    first, *rest = (_step(step, known) for step in change.place)
    if change.body:
        first = known.get(change.body, first)
    if "outcome" in change.path:
        return _outcome_place(first, rest, known, whole=_is_outcome(change))
    return " › ".join([first, *(known.get(part, part) for part in rest)])


def _step(step: Step, known: Names) -> str:
    return f"{step.text} {listing(_numbers(step.ids, known))}" if step.ids else step.text


def _numbers(ids: Iterable[str], known: Names) -> list[str]:
    """Return the numbers of what is or was in the plan; other words as they are."""
    return [known.get(entity_id) or number_in_id(entity_id) for entity_id in ids]


def _outcome_place(body: str, rest: list[str], known: Names, *, whole: bool) -> str:
    """Return what a change to an outcome is about: "Önskemålet om resurser från Provnämnden
    (Synpunkt på 1.2)"; below it, the field that changed."""
    text, _judgement, ask, *field = rest
    asked = known.get(ask, ask).removeprefix(f"{_ASK}: ")
    about = f"Önskemålet om {asked[:1].lower()}{asked[1:]} från {body} ({text})"
    return about if whole else " › ".join([about, *field])


def public_place(dataset: Dataset, change: Change, known: Names) -> str:
    """Return the same for readers: a body that has been taken away is not named."""
    if change.body is None:
        return place(change, known)
    now = dataset.history.body_now(change.body)
    name = known[now] if now in {body.id for body in dataset.bodies} else _GONE
    return place(change, {**known, change.body: name})


def said(change: Change, known: Names) -> tuple[str, str]:
    """Return what was and what is said; empty where there is nothing to read."""
    if change.path[0] == "sources":
        return "", ""
    before, after = change.before or "", change.after or ""
    if _is_outcome(change):
        before, after = before or UNKNOWN_OUTCOME, after or UNKNOWN_OUTCOME
    if change.path[-1] in _CODED:
        return known.get(before, before), known.get(after, after)
    if change.path[-1] in _IDS:
        before, after = (", ".join(_numbers(told.split(", "), known)) for told in (before, after))
    if change.kind == "renamed" and change.place[-1].ids:
        before, after = (listing(_numbers(told.split("+"), known)) for told in (before, after))
    return before, after


def may_be_shown(dataset: Dataset, event: Event, change: Change) -> bool:
    """Whether the words may be published once more, though they may have been taken away.

    Not those of a response that has been withdrawn, nor what looks like personal data, nor the
    name of a private person, nor what the editors have hidden.
    """
    if any(event.commit.id.startswith(hidden) for hidden in dataset.settings.hidden_changes):
        return False
    if change.body:
        now = dataset.history.body_now(change.body)
        body = next((body for body in dataset.bodies if body.id == now), None)
        if body is None:
            return False
        named = change.kind == "renamed" or change.path[2:] == ("name",)
        if named and body.kind and body.kind.private:
            return False
    return not any(looks_personal(text) for text in (change.before, change.after) if text)
