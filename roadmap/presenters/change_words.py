"""Changes in Swedish words, for the page, the feeds and the command line."""

from collections.abc import Iterable, Mapping

from roadmap.model import UNKNOWN_OUTCOME, Signed, fields_of
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.model.history import Change, Event, Kind, Step
from roadmap.model.numbered import label_in_id
from roadmap.model.translatable import text_named
from roadmap.presenters import wording
from roadmap.presenters.grammar import listing
from roadmap.presenters.messages import N_, Words, _, language, language_name
from roadmap.text.personal_data import looks_personal
from roadmap.text.swedish import beginning, decapitalised

_FIRST_WORDS = 60  # letters at most of a text that is told by how it begins
KIND_WORDS: Words[Kind] = Words(
    {
        "added": N_("tillagt"),
        "removed": N_("borttaget"),
        "changed": N_("ändrat"),
        "moved": N_("ny ordning"),
        "renamed": N_("nytt namn"),
    }
)
# The words for one record of a list; what identifies it follows.
RECORD_WORDS: Words[str] = Words(
    {
        "milestones": N_("%(Milestone)s"),
        "groups": N_("Grupp"),
        "strategies": N_("%(Strategy)s"),
        "sections": N_("Avsnitt"),
        "area_headings": N_("Rubrik till %(goal_area)s"),
        "comments": N_("%(Comment)s på"),
        "footnotes": N_("Fotnot"),
        "uncertain": N_("Osäker läsning på sida"),
        "corrections": N_("Rättelse"),
        "asks": N_("%(Request)s"),
        "themes": N_("Tema"),
        "body_kinds": N_("Typ av instans"),
        "shortcomings": N_("Brist"),
        "process": N_("Steg i ärendet"),
    }
)
# Fields with codes or ids, for which readers see other words.
_CODED = {
    *("value", "status", "speaker", "kind", "theme"),
    *("answered_by", "text_from", "reviewed", "machine", "individuals", "private", "outcome"),
}
# Fields with ids from the plan, for which readers see numbers.
_IDS = {"unanswered", "refers_to", "group"}
_SIGNED = frozenset(fields_of(Signed))
_WORDS: Words[str] = Words(
    {
        "plan": N_("Planen själv"),
        "full": N_("Helt förenlig med lagen"),
        "partial": N_("Delvis förenlig med lagen"),
        "none": N_("Inte förenlig med lagen"),
        "true": N_("Ja"),
        "false": N_("Nej"),
    }
)

Names = Mapping[str, str]


def names(dataset: Dataset | None) -> Names:
    """Return the words for codes and ids; without a dataset, only those that all sites share."""
    words = {**_WORDS}
    for table in (
        wording.OUTCOME_WORDS,
        wording.POSITION_WORDS,
        wording.STATUS_WORDS,
        wording.DIRECTION_WORDS,
        wording.SPEAKER_WORDS,
    ):
        words |= {str(code): word for code, word in table.items()}
    if dataset is None:
        return words
    for name, codes in (("asks", dataset.plan.asks), ("themes", dataset.plan.themes)):
        label = RECORD_WORDS[name]
        for code in codes:
            words |= {code.id: code.name, f"{label} {code.id}": f"{label}: {code.name}"}
    words |= {kind.id: kind.name for kind in dataset.plan.body_kinds}
    numbered = (
        *dataset.goal_areas,
        *dataset.groups,
        *dataset.milestones,
        *dataset.strategies,
    )
    words |= {_of_plan(record.id): record.label for record in numbered}
    return words | {body.id: body.name for body in dataset.bodies}


def kind(change: Change) -> str:
    """Return the word for the kind of change.

    An outcome is always changed, never added: until it is known, it is "unknown".
    """
    return KIND_WORDS["changed" if _is_outcome(change) else change.kind]


def _is_outcome(change: Change) -> bool:
    """Whether the outcome of a request is changed, or given for the first time."""
    return change.path[-1] == "outcome" or change.path[-2:] == ("outcome", "value")


def place(change: Change, words: Names) -> str:
    """Return where a change is: "Provnämnden › Synpunkt på 1.2 › Text".

    A body that is still in the data is called by its present name.
    """
    first, *rest = (_step(step, words) for step in change.place)
    if change.body:
        first = words.get(change.body, first)
    if "outcome" in change.path:
        return _outcome_place(first, rest, words, whole=_is_outcome(change))
    return " › ".join([first, *(words.get(part, part) for part in rest)])


def _step(step: Step, words: Names) -> str:
    return f"{step.text} {listing(_numbers(step.ids, words))}" if step.ids else step.text


def _numbers(ids: Iterable[str], words: Names) -> list[str]:
    """Return what records are called that are or were in the plan; other ids as they are."""
    return [words.get(_of_plan(entity_id)) or label_in_id(entity_id) for entity_id in ids]


def _of_plan(entity_id: str) -> str:
    """Return the key of a record of the plan: its id may be a code as well."""
    return f"#{entity_id}"


def _outcome_place(body: str, rest: list[str], words: Names, *, whole: bool) -> str:
    """Return where a change to an outcome is.

    For example "Önskemålet om resurser från Provnämnden (Synpunkt på 1.2)", followed by the field
    that changed unless the outcome is `whole`.
    """
    text, _judgement, ask, *field = rest
    ask_name = words.get(ask, ask).removeprefix(f"{RECORD_WORDS['asks']}: ")
    outcome_place = _(
        "%(The_request)s om %(what)s från %(who)s (%(place)s)",
        what=decapitalised(ask_name),
        who=body,
        place=text,
    )
    return outcome_place if whole else " › ".join([outcome_place, *field])


def public_place(dataset: Dataset, event: Event, change: Change, words: Names) -> str:
    """Return the place as published: a body that has been removed is not named.

    Of a hidden change only the body is told: headings and names may be what is to be hidden.
    """
    is_hidden = event.commit.id in dataset.history.hidden
    if change.body is None:
        if is_hidden:
            return _("En dold ändring")
        if change.translated:
            return _translation_place(dataset, change, change.translated)
        return place(change, words)
    body_id = dataset.history.body_now(change.body)
    name = (
        words[body_id]
        if body_id in {body.id for body in dataset.bodies}
        else _("Ett svar som inte längre är publicerat")
    )
    return name if is_hidden else place(change, {**words, change.body: name})


def _translation_place(dataset: Dataset, change: Change, of: str) -> str:
    """Return whose translation a change is in: of the text as it is today, by its first words."""
    into = language_name(change.file.split("/")[2], language())
    text = text_named(dataset.original or dataset, _named_now(dataset, of))
    if text is None:
        return _(
            "Översättningen till %(language)s av en text som inte längre är publicerad",
            language=into,
        )
    words = wording.of_source(beginning(" ".join(text.split()), _FIRST_WORDS))
    return _("Översättningen till %(language)s av ”%(words)s”", language=into, words=words)


def _is_published(dataset: Dataset, of: str) -> bool:
    """Whether the text that is named so is in the data, and is no name of a private person."""
    private = {f"{body.id}/name" for body in dataset.bodies if body.kind and body.kind.private}
    return of not in private and text_named(dataset.original or dataset, of) is not None


def _named_now(dataset: Dataset, of: str) -> str:
    """Return the name of a text, given that one or an earlier one: its body may have another id."""
    body_id, slash, rest = of.partition("/")
    return f"{dataset.history.body_now(body_id)}{slash}{rest}"


def said(change: Change, words: Names) -> tuple[str, str]:
    """Return the old and the new words; empty where there is nothing to show."""
    if change.path[0] == "sources":
        return "", ""
    before, after = change.before or "", change.after or ""
    if _is_outcome(change):
        before, after = before or UNKNOWN_OUTCOME, after or UNKNOWN_OUTCOME
    if change.path[-1] in _CODED:
        return words.get(before, before), words.get(after, after)
    if change.path[-1] in _IDS:
        before, after = (", ".join(_numbers(ids.split(", "), words)) for ids in (before, after))
    if change.kind == "renamed" and change.place[-1].ids:
        before, after = (listing(_numbers(ids.split("+"), words)) for ids in (before, after))
    return before, after


def is_told(change: Change) -> bool:
    """Return whether what `said` returns is our words for something, not words of the data.

    So it is for codes and ids, for figures, and for a whole file, which is told by what it holds;
    but a new name is the data's.
    """
    of_all = (len(change.path) == 2 and change.kind != "renamed") or change.path[0] == "series"
    return of_all or change.path[-1] in _CODED | _IDS


def language_of(change: Change) -> str:
    """Return the language that the words of a change are in.

    That is the source's, but for what a translation says; of itself it says in the source's, too,
    who made it.
    """
    of_itself = change.path[0] == "translations" and not _SIGNED.isdisjoint(change.path[2:3])
    below = change.file.split("/")[2:]
    if change.path[0] not in ("search", "translations") or len(below) < 2 or of_itself:
        return SOURCE_LANGUAGE
    return below[0]


def may_be_shown(dataset: Dataset, event: Event, change: Change) -> bool:
    """Whether the words of a change may be published, even if they have been removed since.

    Not if the response, or the text that they translate, has been withdrawn, if they look like
    personal data or name a private person, or if the editors have hidden the change.
    """
    if event.commit.id in dataset.history.hidden:
        return False
    if change.body:
        body_id = dataset.history.body_now(change.body)
        body = next((body for body in dataset.bodies if body.id == body_id), None)
        if body is None:
            return False
        is_name = change.kind == "renamed" or change.path[2:] == ("name",)
        if is_name and body.kind and body.kind.private:
            return False
    if change.translated and not _is_published(dataset, _named_now(dataset, change.translated)):
        return False
    return not any(looks_personal(text) for text in (change.before, change.after) if text)
