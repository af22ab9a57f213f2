"""The site's own Swedish words about records: positions, status, speakers, page numbers."""

from collections.abc import Iterable, Sequence

from roadmap.model import Comment, GoalArea, Group, Milestone, PositionValue, Signed, Strategy
from roadmap.model.codes import SOURCE_LANGUAGE, Direction, OutcomeValue, Speaker, Status
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.model.figures import Figure, Sex, words_of
from roadmap.model.numbered import has_words
from roadmap.model.periods import Period
from roadmap.presenters import urls
from roadmap.presenters.grammar import listing, long_date
from roadmap.presenters.messages import N_, Words, _, language
from roadmap.text.foreign import foreign
from roadmap.text.swedish import capitalised

# The words for codes, the same on the pages and in the open data.
POSITION_WORDS: Words[PositionValue] = Words(
    {
        "supports": N_("Stöder"),
        "supports_in_part": N_("Stöder delvis"),
        "neutral": N_("Neutral"),
        "opposes": N_("Är emot"),
        "none_stated": N_("Tar inte ställning"),
    }
)
OUTCOME_WORDS: Words[OutcomeValue] = Words(
    {
        "adopted": N_("Ja"),
        "partly": N_("Delvis"),
        "rejected": N_("Nej"),
        "pending": N_("Under arbete"),
        "no_information": N_("Besked saknas"),
    }
)
DIRECTION_WORDS: Words[Direction] = Words(
    {
        "increase": N_("Ska öka"),
        "decrease": N_("Ska minska"),
        "unchanged": N_("Ska vara oförändrat"),
    }
)
STATUS_WORDS: Words[Status] = Words(
    {
        "received": N_("Har svarat"),
        "declined": N_("Avstår från att svara"),
        "not_received": N_("Inget svar har kommit in"),
        "joint": N_("Svarar tillsammans med en annan instans"),
    }
)
SPEAKER_WORDS: Words[Speaker] = Words(
    {
        "administration": N_("Förvaltningen"),
        "body": N_("%(The_body)s"),
    }
)
# Up to this many bodies are named one by one on pages that are not about them.
FEW = 10


def unclassified() -> str:
    """Return the word for what nobody has classified."""
    return _("Inte tolkat än")


def position(value: PositionValue | None) -> str:
    """Return the word for a position, or for having none yet."""
    return POSITION_WORDS[value] if value else unclassified()


def reading(judgement: Signed) -> str:
    """Return what a judgement is called: whose reading it is."""
    if judgement.reviewed:
        return _("Tolkning")
    if judgement.machine:
        return _("Datorns tolkning")
    return _("Tolkning av %(by)s", by=judgement.by)


def review(judgement: Signed) -> str:
    """Return the sentence on whether a person has reviewed a judgement."""
    if not judgement.reviewed:
        return _("Ingen har granskat den.")
    by, on = judgement.reviewed_by, judgement.reviewed_on
    if by and on:
        return _("Granskad av %(by)s den %(date)s.", by=by, date=long_date(on))
    return _("Granskad av %(by)s.", by=by) if by else _("Granskad.")


def signature(judgement: Signed) -> str:
    """Return whose reading a judgement is, and whether a person has reviewed it."""
    return f"{reading(judgement)}. {review(judgement)}"


def signatures(judgements: Sequence[Signed]) -> str:
    """Return the same for several judgements together."""
    reviewed = sum(judgement.reviewed for judgement in judgements)
    if len(judgements) == 1:
        return signature(judgements[0])
    if reviewed == len(judgements):
        return _("Tolkningar, alla granskade.")
    if reviewed:
        total = len(judgements)
        return _("%(count)s av %(total)s tolkningar är granskade.", count=reviewed, total=total)
    if all(judgement.machine for judgement in judgements):
        return _("Datorns tolkningar. Ingen har granskat dem.")
    return _("Tolkningar. Ingen har granskat dem.")


def sender(dataset: Dataset) -> str:
    """Return the short word for who sent the plan out for consultation, as sentences use it."""
    return dataset.plan.sender or _("kommunen")


def speaker(body: Body) -> str:
    """Return the name of who speaks in a response: an administration, or the body itself."""
    if not body.speaks_for_administration:
        return body.name
    return body.response.speaker_name or _("Förvaltningen, %(name)s", name=body.name)


def short_speaker(body: Body) -> str:
    """Return what to call who speaks where the name has been said: "stadsdelsförvaltningen"."""
    if not body.speaks_for_administration:
        return body.name
    usual = _("förvaltningen")
    last = (body.response.speaker_name or "").casefold().rpartition(" ")[2]
    # A name is said in the form of the word that it ends with, and not at all in other languages.
    return next((word for word in (last, f"{last}en") if last and word.endswith(usual)), usual)


def speaks(body: Body) -> str:
    """Return what the words of a response are, as it stands below the speaker's name."""
    if not body.speaks_for_administration:
        return body.response.document_kind or _("%(Response)s")
    if body.response.decision:
        return _("Förslag till svar")
    return _("Förslag till svar, inte nämndens beslut")


def status(body: Body) -> str:
    """Return whether a body has answered; of an administration's draft, that it is one."""
    if body.response.status == "received" and body.speaks_for_administration:
        return speaks(body)
    return STATUS_WORDS[body.response.status]


def document(body: Body) -> str:
    """Return whose words a response is, and its kind of document."""
    kind = body.response.document_kind
    if body.speaks_for_administration:
        if kind:
            return _("Förvaltningens %(document)s", document=kind.lower())
        return _("Förvaltningens svar")
    return kind or _("%(Response)s")


def retold_by(source: Body | None, what: str | None = None) -> str:
    """Return the label of a plan text: what part of the plan it is, and who retells it.

    `what` is the part if it is no strategy: a neuter noun, as those of areas and milestones are.
    """
    if what is None:
        return text_retold_by(source, _("%(The_strategy)s"))
    if source is None:
        return _("%(part)s, ur planen", part=what)
    return _("%(part)s, återgivet av %(speaker)s", part=what, speaker=speaker(source))


def text_retold_by(source: Body | None, what: str) -> str:
    """Return the same label where `what` is a noun of common gender, as a text is."""
    if source is None:
        return _("%(part)s, ur planen", part=what)
    return _("%(part)s, återgiven av %(speaker)s", part=what, speaker=speaker(source))


# The words that sources have for those counted, which are shown as they are.
_SEX_WORDS: Words[str] = Words(
    {
        word: word
        for word in (
            N_("kvinnor"),
            N_("män"),
            N_("totalt"),
            N_("flickor"),
            N_("pojkar"),
            N_("samtliga"),
            N_("båda könen"),
        )
    }
)


def sex_words(figures: Iterable[Figure]) -> dict[Sex, str]:
    """Return the word for each sex that figures are of, the source's own where it has one."""
    return {sex: _SEX_WORDS.get(word, word) for sex, word in words_of(figures).items()}


def plan_name(dataset: Dataset) -> str:
    """Return what the plan is called, in another language with its own name beside."""
    if dataset.original is None or dataset.plan.title == foreign(dataset.original.plan.title):
        return dataset.plan.title
    return f"{dataset.plan.title} ({foreign(dataset.original.plan.title)})"


def quoted(text: str) -> str:
    """Return words of a document within quotation marks, in its language."""
    return f"”{of_source(text)}”"


def of_source(text: str) -> str:
    """Return words in the source's language, marked so where another is spoken."""
    return foreign(text) if text and language() != SOURCE_LANGUAGE else text


def page(pages: Pages) -> str:
    """Return for example "sida 3" or "sidorna 3–4", in whole words as in running text.

    Screen readers pronounce these correctly, but not "s.".
    """
    if pages.first == pages.last:
        return _("sida %(page)s", page=pages)
    return _("sidorna %(pages)s", pages=pages)


def short_page(pages: Pages) -> str:
    """Return for example "s. 3", as in Swedish references; of several in English "pp. 3–4".

    Only for ready-made references, which readers copy into their own texts.
    """
    if pages.first == pages.last:
        return _("s. %(page)s", page=pages)
    return _("s. %(pages)s", pages=pages)


def period(when: Period) -> str:
    """Return a period in running text: "år 2018", "läsåret 2016/17"."""
    if not when.written[0].isdigit():
        return when.written
    match when.kind:
        case "år":
            return _("år %(period)s", period=when.written)
        case "läsår":
            return _("läsåret %(period)s", period=when.written)
    return when.written


def period_kind(when: Period) -> str:
    """Return what a period is, as a heading."""
    match when.kind:
        case "år":
            return _("År")
        case "läsår":
            return _("Läsår")
        case "halvår":
            return _("Halvår")
    return _("Kvartal")


def numbers(dataset: Dataset, comment: Comment) -> str:
    """Return what a comment's strategies are called, in the plan's order: "3.1 och 3.2"."""
    if len(comment.strategies) == 1:
        return dataset.label(comment.strategies[0])
    return listing([item.label for item in dataset.strategies if item.id in comment.strategies])


def all_named(dataset: Dataset, comment: Comment) -> str:
    """Return the same with the noun: "strategi 3.1 och 3.2"."""
    if any(named(dataset.strategy(one)) == dataset.label(one) for one in comment.strategies):
        return numbers(dataset, comment)
    return _("%(strategy)s %(number)s", number=numbers(dataset, comment))


def joint(dataset: Dataset, comment: Comment) -> str | None:
    """Return the sentence that says what a joint comment is about, or None for a single one."""
    if len(comment.strategies) == 1:
        return None
    return _("Samma %(comment)s gäller %(numbers)s", numbers=numbers(dataset, comment))


def answers_range(page: int, total: int) -> str:
    """Return which answers are on a page: "Svar 7–36 av 300"."""
    shown = urls.on_page(page)
    first, last = shown.start + 1, min(total, shown.stop)
    return _("Svar %(first)s–%(last)s av %(total)s", first=first, last=last, total=total)


def search_examples(dataset: Dataset) -> tuple[str, ...]:
    """Return what one could search for: two themes, and a strategy by its number."""
    themes = [theme.name.casefold() for theme in dataset.plan.themes[:2]]
    last = dataset.strategies[-1]
    return (*themes, named(last) if last.shown_number else last.title)


def heading_of(record: GoalArea | Group | Strategy) -> str:
    """Return a record's number and title, as headings, crumbs and tables name it."""
    return " ".join(filter(None, (record.shown_number, record.title)))


def named(record: GoalArea | Group | Milestone | Strategy) -> str:
    """Return what a record is called in a sentence: "strategi 1.1", "”Bättre skola”".

    A number that has words of its own needs no noun: "Mål 2 – Insats 4".
    """
    number = record.shown_number
    if number is None and isinstance(record, Milestone):
        return quoted(record.name)
    if number is None or has_words(number):
        return record.label
    match record:
        case GoalArea():
            return _("%(goal_area)s %(number)s", number=number)
        case Group():
            return _("grupp %(number)s", number=number)
        case Milestone():
            return _("%(milestone)s %(number)s", number=number)
        case Strategy():
            return _("%(strategy)s %(number)s", number=number)


def milestone_named(dataset: Dataset, milestone: Milestone) -> str:
    """Return what a milestone is called in a sentence; in another language translated, if it is."""
    found = dataset.translated.get(milestone.text)
    if milestone.shown_number or found is None or found.stale:
        return named(milestone)
    return f"”{milestone.altered(text=' '.join(found.text.split())).name}”"


def titled(record: GoalArea | Strategy) -> str:
    """Return a record's name and title as a heading: "Strategi 1.1: Bättre skola"."""
    if record.shown_number is None:
        return record.title
    return _("%(name)s: %(title)s", name=capitalised(named(record)), title=record.title)


def area_line(area: GoalArea) -> str:
    """Return an area with its noun, number and title: "Målområde 1 Skola"."""
    if area.shown_number and has_words(area.shown_number):
        return heading_of(area)
    return _("%(Goal_area)s %(name)s", name=heading_of(area))


def announced(record: GoalArea | Milestone | Strategy) -> str | None:
    """Return what stands before a record's title: "Strategi 1.1"; None if it has no number."""
    return capitalised(named(record)) if record.shown_number else None
