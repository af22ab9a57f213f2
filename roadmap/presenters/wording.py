"""The site's own Swedish words about records: positions, status, speakers, page numbers."""

from collections.abc import Sequence

from roadmap.model import Comment, GoalArea, PositionValue, Signed, Strategy
from roadmap.model.codes import DIRECTION_WORDS as DIRECTION_WORDS
from roadmap.model.codes import POSITION_WORDS as POSITION_WORDS
from roadmap.model.codes import STATUS_WORDS as STATUS_WORDS
from roadmap.model.codes import UNCLASSIFIED as UNCLASSIFIED
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.presenters import urls
from roadmap.text.swedish import listing, long_date

_MACHINE = "maskinellt"


def position(value: PositionValue | None) -> str:
    """Return the word for a position, or for having none yet."""
    return POSITION_WORDS[value] if value else UNCLASSIFIED


def signature(judgement: Signed) -> str:
    """Return who made a judgement and whether a person has reviewed it."""
    if judgement.reviewed:
        by = f" av {judgement.reviewed_by}" if judgement.reviewed_by else ""
        on = f" den {long_date(judgement.reviewed_on)}" if judgement.reviewed_on else ""
        return f"Granskad{by}{on}"
    if judgement.by.casefold().startswith(_MACHINE):
        return f"{judgement.by}, inte granskat"
    return f"Bedömd av {judgement.by}, inte granskad"


def signatures(judgements: Sequence[Signed]) -> str:
    """Return the same for several judgements together."""
    reviewed = sum(judgement.reviewed for judgement in judgements)
    if not reviewed:
        makers = {signature(judgement) for judgement in judgements}
        return makers.pop() if len(makers) == 1 else "Inte granskade"
    if reviewed == len(judgements):
        return "Granskade"
    return f"{reviewed} av {len(judgements)} bedömningar är granskade"


def document(body: Body) -> str:
    """Return whose words a response is, and its kind of document."""
    kind = body.response.document_kind
    if body.speaks_for_administration:
        return f"Förvaltningens {kind.lower()}" if kind else "Förvaltningens svar"
    return kind or "Remissvar"


def retold_by(source: Body | None, what: str = "strategin") -> str:
    """Return the label of a plan text: who retells it, and `what` part of the plan it is."""
    if source is None:
        return "Planens text"
    reteller = "förvaltningen" if source.speaks_for_administration else source.name
    return f"Så återger {reteller} {what}"


def page(pages: Pages) -> str:
    """Return for example "sida 3" or "sidorna 3–4", in whole words as in running text.

    Screen readers pronounce these correctly, but not "s.".
    """
    return f"{'sida' if pages.first == pages.last else 'sidorna'} {pages}"


def short_page(pages: Pages) -> str:
    """Return for example "s. 3", as in Swedish references.

    Only for ready-made references, which readers copy into their own texts.
    """
    return f"s. {pages}"


def numbers(dataset: Dataset, comment: Comment) -> str:
    """Return the numbers of the strategies of a comment in the plan's order: "3.1 och 3.2"."""
    if len(comment.strategies) == 1:
        return dataset.number(comment.strategies[0])
    return listing(
        [item.shown_number for item in dataset.strategies if item.id in comment.strategies]
    )


def joint(dataset: Dataset, comment: Comment) -> str | None:
    """Return the sentence that says what a joint comment is about, or None for a single one."""
    if len(comment.strategies) == 1:
        return None
    return f"Samma synpunkt gäller {numbers(dataset, comment)}"


def answers_range(page: int, total: int) -> str:
    """Return which answers are on a page: "Svar 21–40 av 300"."""
    first = (page - 1) * urls.ANSWERS_PER_PAGE + 1
    return f"Svar {first}–{min(total, first + urls.ANSWERS_PER_PAGE - 1)} av {total}"


def search_examples(dataset: Dataset) -> tuple[str, ...]:
    """Return what one could search for: two themes, and a strategy by its number."""
    themes = [theme.name.casefold() for theme in dataset.plan.themes[:2]]
    return (*themes, f"strategi {dataset.strategies[-1].shown_number}")


def heading_of(record: GoalArea | Strategy) -> str:
    """Return a record's number and title, as headings, crumbs and tables name it."""
    return f"{record.shown_number} {record.title}"


def strategies_word(count: int) -> str:
    return "strategi" if count == 1 else "strategier"
