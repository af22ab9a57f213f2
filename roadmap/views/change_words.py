"""Changes in Swedish words, for the page, the feeds and the command line."""

from collections.abc import Mapping

from roadmap.dataset import Dataset
from roadmap.history import Change, Kind
from roadmap.views import words

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
    *("answered_by", "text_from", "reviewed", "individuals", "private"),
}
_WORDS: dict[str, str] = {
    "administration": "Förvaltningen",
    "body": "Instansen",
    "plan": "Planen själv",
    "true": "Ja",
    "false": "Nej",
}

Names = Mapping[str, str]


def names(dataset: Dataset | None) -> Names:
    """Return what the codes and ids of a dataset are called; less where there is none."""
    found = {**_WORDS}
    for table in (words.POSITION_WORDS, words.STATUS_WORDS, words.DIRECTION_WORDS):
        found |= {str(code): word for code, word in table.items()}
    if dataset is None:
        return found
    for one, codes in (("Önskemål", dataset.plan.asks), ("Tema", dataset.plan.themes)):
        for code in codes:
            found |= {code.id: code.name, f"{one} {code.id}": f"{one}: {code.name}"}
    found |= {kind.id: kind.name for kind in dataset.plan.body_kinds}
    return found | {body.id: body.name for body in dataset.bodies}


def place(change: Change, known: Names) -> str:
    """Return where a change is: "Provnämnden › Synpunkt på 1.2 › Text"."""
    first, *rest = change.place
    if change.body:
        first = known.get(change.body, first)
    return " › ".join([first, *(known.get(part, part) for part in rest)])


def said(change: Change, known: Names) -> tuple[str, str]:
    """Return what was and what is said; empty where there is nothing to read."""
    if change.path[0] == "sources":
        return "", ""
    before, after = change.before or "", change.after or ""
    if change.path[-1] in _CODED:
        return known.get(before, before), known.get(after, after)
    return before, after
