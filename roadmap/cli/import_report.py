"""What `import` says of a document: what is placed, unsure, left over, and what to do next."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby

from roadmap.importing.blocks import Placement
from roadmap.importing.facts import Fact
from roadmap.importing.response import Account
from roadmap.model import Unplaced
from roadmap.model.codes import UNKNOWN_KIND
from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import to_editors
from roadmap.presenters.wording import SPEAKER_WORDS
from roadmap.text.swedish import counted, decapitalised, listing

_MOST = 8  # lines of each kind
_MOST_PLACED = 12
_ALIKE = 4  # so many answers that are placed for the same reason are one line
_A_FEW = 2
_LONGEST = 60  # characters of a text
_FACTS = {
    "date": "Datum",
    "case_number": "Diarienummer",
    "document_kind": "Handlingens slag",
    "speaker": "Vem som talar",
    "proposal": "Föreslås beslutas",
}
_FIELDS = {"date": "date", "document_kind": "document_kind", "speaker": "speaker"}


def report(dataset: Dataset, name: str, document: str, account: Account) -> str:
    """Return the lines that an officer needs, in the order that they are needed in.

    `name` is the file that is written, and `document` that of the document.
    """
    return "\n".join(_lines(dataset, name, document, account))


def titled(title: str, items: Sequence[str], most: int = _MOST) -> Iterator[str]:
    """Yield a title and as many items as a screen holds; nothing if there is none."""
    if items:
        yield title
        yield from (f"- {item}" for item in items[:most])
        if len(items) > most:
            yield f"- … och {len(items) - most} till."


def to_do(steps: Iterable[str]) -> Iterator[str]:
    """Yield what to do next, numbered; the last step follows every other."""
    yield "Gör så här:"
    last = "Kör make content. Det säger till så länge något är kvar."
    yield from (f"{number}. {step}" for number, step in enumerate([*steps, last], start=1))


def _lines(dataset: Dataset, name: str, document: str, account: Account) -> Iterator[str]:
    response = account.response
    counts = [
        counted(len(response.sections), "avsnitt", "avsnitt"),
        dataset.terms.comment.counted(len(response.comments)),
        counted(len(response.footnotes), "fotnot", "fotnoter", neuter=False),
    ]
    yield f"{name} är skriven: {listing(counts)}."
    yield from titled("Placerat:", [*_placed(dataset, account.placements)], _MOST_PLACED)
    if not response.comments:
        yield to_editors("Inget svar på %(any_strategy)s hittades. Handlar dokumentet om planen?")
    yield from titled("Osäkert (står under unplaced):", [*map(_kept, account.unsure)])
    yield from titled("Inte placerat (står under unplaced):", [*map(_kept, account.left)])
    told = [*map(_fact, account.facts), *account.told]
    yield from titled("Ur dokumentet. Stämmer det?", told, len(told))
    yield from to_do(_steps(dataset, document, account))


def _placed(dataset: Dataset, placements: Sequence[Placement]) -> Iterator[str]:
    """Yield what is placed and why: in few words what many have, in the document's own the rest."""
    reasons = Counter(placement.why for placement in placements)
    for why, count in reasons.items():
        if count >= _ALIKE:
            found = [placement.labels for placement in placements if placement.why == why]
            yield f"{_spans(dataset, [*chain.from_iterable(found)])} ({why})."
    for placement in placements:
        if reasons[placement.why] < _ALIKE:
            page = f", sidan {placement.page}" if placement.page else ""
            words = f"”{_short(placement.words)}”{page} ({placement.why})"
            yield f"{listing(placement.labels)}: {words}."


def _spans(dataset: Dataset, numbers: Collection[str]) -> str:
    """Return numbers of strategies in Swedish, those in a row of one goal area as a span."""
    parts: list[str] = []
    for area in dataset.goal_areas:
        for found, row in groupby(
            (strategy.label for strategy in area.strategies), key=numbers.__contains__
        ):
            run = [*row] if found else []
            parts.extend([f"{run[0]}–{run[-1]}"] if len(run) > _A_FEW else run)
    return listing(parts)


def _kept(item: Unplaced) -> str:
    where = ""
    if item.pages:
        where = f", {'sidan' if item.pages.first == item.pages.last else 'sidorna'} {item.pages}"
    return f"”{_short(item.text)}”{where} – {item.reason}"


def _fact(fact: Fact) -> str:
    if fact.value is None:
        told = "inte ifyllt" if fact.name in _FIELDS else "inget fält"
        return f"{_FACTS[fact.name]}: {_short(fact.words, 100)} ({told})."
    value = fact.value
    if fact.name == "speaker":
        value = decapitalised({str(key): word for key, word in SPEAKER_WORDS.items()}[value])
    told = "ifyllt" if fact.name in _FIELDS else "inget fält"
    return f"{_FACTS[fact.name]}: {value}, av orden {_short(fact.words, 100)} ({told})."


def _steps(dataset: Dataset, document: str, account: Account) -> Iterator[str]:
    response = account.response
    kinds = listing([kind.id for kind in dataset.plan.body_kinds], "eller")
    missing = [
        *([] if response.name or account.private else [to_editors("name (%(the_body)ss namn)")]),
        *([f"kind (typ av instans: {kinds})"] if response.kind == UNKNOWN_KIND else []),
        *([] if response.speaker else ["speaker (vem som talar: administration eller body)"]),
    ]
    if missing:
        yield f"Fyll i {listing(missing)}."
    if response.source and response.source.title == document:
        yield "Skriv dokumentets titel i source.title. Nu står filens namn där."
    if response.unplaced:
        count = len(response.unplaced)
        pieces = counted(count, "text", "texter", neuter=False)
        theirs = "den hör, och ta bort posten" if count == 1 else "de hör, och ta bort posterna"
        yield f"Flytta {pieces} under unplaced dit {theirs}."
    if response.unanswered:
        missing_numbers = [dataset.label(strategy_id) for strategy_id in response.unanswered]
        numbers = _spans(dataset, missing_numbers)
        they = "Numret" if len(response.unanswered) == 1 else "De"
        yield f"Inget svar hittades på {numbers}. {they} står under unanswered; stämmer det?"


def _short(text: str, longest: int = _LONGEST) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
