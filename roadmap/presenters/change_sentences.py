"""What readers are told of a change: whose words it is in, and in a sentence who did what."""

from collections.abc import Mapping
from functools import partial
from typing import Literal

from roadmap.model.dataset import Dataset
from roadmap.model.history import Change, Event
from roadmap.presenters import change_words
from roadmap.presenters.messages import N_, Words, _
from roadmap.text.foreign import in_other_words
from roadmap.text.swedish import decapitalised

# Whose words: the sources', those of a reading of them, facts about them, or the site's own.
Owner = Literal["source", "reading", "facts", "own"]
# What a response, a goal area, a milestone or a strategy says that is no word of its source.
_FACTS = {
    *("id", "number", "text_from", "pages", "name", "kind", "status", "speaker", "speaker_name"),
    *("document_kind", "date", "source", "decision", "searches", "unanswered"),
}
_PLAN_FACTS = {
    *("title", "municipality", "issuer", "year", "case_number", "decision", "document"),
    *("background", "responses_total"),
}


def owners() -> Mapping[Owner, str]:
    """Return the heading of the changes in each one's words, in their order."""
    return {
        "source": _("Källornas ord"),
        "reading": _("Tolkningar"),
        "facts": _("Uppgifter om källorna"),
        "own": _("Webbplatsens egna ord"),
    }


def owner(change: Change) -> Owner:
    """Return whose words a change is in."""
    folder, _file, *path = change.path
    is_section = folder == "plan" and path[:1] == ["sections"]
    if folder == "plan" and not is_section:
        return "facts" if path and path[0] in _PLAN_FACTS else "own"
    if folder == "series":
        return "facts"
    if not is_section and folder not in ("goal-areas", "responses", "sources"):
        return "own"
    if "judgement" in path:
        return "reading"
    if not path and change.kind == "renamed":
        return "facts"
    is_fact = path and path[0] != "corrections" and (path[0] in _FACTS or path[-1] in _FACTS)
    return "facts" if is_fact else "source"


def sentence(dataset: Dataset, event: Event, change: Change, words: change_words.Names) -> str:
    """Return what has changed, and how.

    In another language than the data's what a place is called there is translated, if it is today.
    """
    told = _sentence(dataset, event, change, words)
    return in_other_words(told, partial(_translation, dataset)) if dataset.original else told


def _translation(dataset: Dataset, name: str) -> str | None:
    found = dataset.translated.get(name)
    return None if found is None or found.stale else found.text


def _sentence(dataset: Dataset, event: Event, change: Change, words: change_words.Names) -> str:
    place = change_words.public_place(dataset, event, change, words)
    whose = owner(change)
    if event.commit.id in dataset.history.hidden or whose in ("reading", "facts"):
        return _("%(place)s: %(kind)s", place=place, kind=change_words.kind(change))
    if whose == "source":
        kind = _("rättat") if change.kind == "changed" else change_words.kind(change)
        return _("%(place)s: %(kind)s", place=place, kind=kind)
    if change.path[0] == "plan" and change.path[2:3] and change.path[2] in _CODES:
        return _of_code(change)
    return _of_own(change, place)


def _of_own(change: Change, place: str) -> str:
    # What is in the plan's own record is told without its name; the record as a whole has no other.
    within = change.place[1:] if change.path[0] == "plan" else ()
    steps = within or change.place
    place = place if change.translated else " › ".join(step.text for step in steps)
    match change.kind:
        case "added":
            return _("Redaktionen lade till: %(place)s", place=place)
        case "removed":
            return _("Redaktionen tog bort: %(place)s", place=place)
        case "moved":
            return _("Redaktionen ändrade ordningen: %(place)s", place=place)
        case _kind:
            return _("Redaktionen ändrade: %(place)s", place=place)


# The words before the name of a code, by the list of the plan that it is in.
_CODES: Words[str] = Words(
    {
        "themes": N_("temat"),
        "asks": N_("slaget av %(request)s"),
        "body_kinds": N_("typen av instans"),
    }
)


def _of_code(change: Change) -> str:
    """Return the sentence on a code list of the plan, such as its themes."""
    if change.kind == "moved":
        title = decapitalised(change.place[-1].text)
        return _("Redaktionen ändrade ordningen i listan %(title)s", title=title)
    codes = change.path[2]
    name = change.place[1].text.removeprefix(f"{change_words.RECORD_WORDS[codes]} ")
    what = f"{_CODES[codes]} {name}"
    field = change.path[4] if len(change.path) > 4 else None
    if field == "description":
        return {
            "added": _("Redaktionen lade till en beskrivning av %(what)s", what=what),
            "removed": _("Redaktionen tog bort beskrivningen av %(what)s", what=what),
        }.get(change.kind, _("Redaktionen ändrade beskrivningen av %(what)s", what=what))
    if field is None and change.kind in ("added", "removed"):
        if change.kind == "added":
            return _("Redaktionen lade till %(what)s", what=what)
        return _("Redaktionen tog bort %(what)s", what=what)
    if field == "name" or change.kind == "renamed":
        return _("Redaktionen bytte namn på %(what)s", what=what)
    return _("Redaktionen ändrade %(what)s", what=what)
