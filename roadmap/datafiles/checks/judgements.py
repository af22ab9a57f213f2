"""Rules about editorial judgements: their quotes, codes and signatures."""

from collections.abc import Iterator

from roadmap.datafiles.checks.dates import odd_date
from roadmap.datafiles.checks.scope import Scope, unknown
from roadmap.datafiles.problems import Problem, did_you_mean
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import Comment, Judgement, Section, Signed
from roadmap.model.dataset import Body
from roadmap.text.source_text import plain


def judged(body: Body) -> Iterator[tuple[Key, Judgement, Comment | Section]]:
    """Yield every judgement of a response, with its key and the text's record."""
    for name in ("sections", "comments"):
        for index, record in enumerate(getattr(body.response, name)):
            if record.judgement:
                yield (name, index, "judgement"), record.judgement, record


def quotes_are_found(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """The quotes of a judgement occur in its text, letter for letter."""
    for key, judgement, record in judged(body):
        quotes: list[tuple[Key, str | None]] = []
        if judgement.position:
            quotes.append(((*key, "position", "quote"), judgement.position.quote))
        for name in ("asks", "themes"):
            for index, part in enumerate(getattr(judgement, name)):
                quotes.append(((*key, name, index, "quote"), part.quote))
        yield from _missing_quotes(document, record.text, quotes)


def quotes_from_milestones_are_found(scope: Scope) -> Iterator[Problem]:
    """The quotes of a milestone's judgement occur in its text, letter for letter."""
    for area in scope.dataset.goal_areas:
        for index, milestone in enumerate(area.milestones):
            if milestone.judgement:
                key: Key = ("milestones", index, "judgement")
                judgement = milestone.judgement
                quotes: list[tuple[Key, str | None]] = [
                    ((*key, "direction", "quote"), judgement.direction.quote),
                    ((*key, "counted", "quote"), judgement.counted.quote),
                    *(
                        ((*key, name, "quote"), level.quote)
                        for name, level in judgement.levels.items()
                    ),
                ]
                yield from _missing_quotes(scope.document(area.id), milestone.text, quotes)


def _missing_quotes(
    document: Document, text: str, quotes: list[tuple[Key, str | None]]
) -> Iterator[Problem]:
    words = plain(text)
    for key, quote in quotes:
        if quote is None or quote in words:
            continue
        if plain(quote) not in words:
            message = "De citerade orden står inte i texten."
            hint = _nearest_words(plain(quote), words)
            yield document.problem(message, *key, hint=hint)


def _nearest_words(quote: str, text: str) -> str:
    words = text.split()
    length = len(quote.split())
    runs = (" ".join(words[start : start + length]) for start in range(len(words)))
    return did_you_mean(quote, runs) or "Kopiera dem ur texten ovanför."


def positions_rest_on_words(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """A position needs its quote; if none is stated, there is nothing to quote."""
    for key, judgement, record in judged(body):
        position = judgement.position
        if position is None:
            if isinstance(record, Comment) and not document.is_damaged("comments"):
                message = "Bedömningen saknar ställningstagande."
                hint = 'Lägg till position; skriv "none_stated" om det inte framgår.'
                yield document.problem(message, *key, hint=hint)
        elif position.value == "none_stated":
            if position.quote is not None:
                message = "Ställningstagandet framgår inte, men ändå citeras ord."
                hint = "Ta bort quote, eller förklara under reason."
                yield document.problem(message, *key, "position", "quote", hint=hint)
        elif position.quote is None and not document.is_damaged(str(key[0])):
            message = "Ställningstagandet saknar de ord som det bygger på."
            hint = "Lägg till quote med ord ur texten."
            yield document.problem(message, *key, "position", hint=hint)


def codes_exist(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """Kinds of requests and themes are in the code lists."""
    asks = {code.id for code in scope.dataset.plan.asks}
    themes = {code.id for code in scope.dataset.plan.themes}
    for key, judgement, _ in judged(body):
        for index, ask in enumerate(judgement.asks):
            if ask.kind not in asks:
                what = "önskemålen (asks i data/plan.yml)"
                yield unknown(document, (*key, "asks", index, "kind"), ask.kind, what, asks)
        for index, mark in enumerate(judgement.themes):
            if mark.theme not in themes:
                what = "temana (themes i data/plan.yml)"
                place: Key = (*key, "themes", index, "theme")
                yield unknown(document, place, mark.theme, what, themes)


def reviews_are_signed(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """A reviewed judgement names its reviewer, and no review is dated in the future."""
    for key, judgement, _ in judged(body):
        yield from _unsigned(scope, document, key, judgement)
        for index, ask in enumerate(judgement.asks):
            if ask.outcome:
                yield from _unsigned(scope, document, (*key, "asks", index, "outcome"), ask.outcome)


def reviews_of_milestones_are_signed(scope: Scope) -> Iterator[Problem]:
    """The same for the judgements of milestones."""
    for area in scope.dataset.goal_areas:
        for index, milestone in enumerate(area.milestones):
            if milestone.judgement:
                key: Key = ("milestones", index, "judgement")
                yield from _unsigned(scope, scope.document(area.id), key, milestone.judgement)


def _unsigned(scope: Scope, document: Document, key: Key, signed: Signed) -> Iterator[Problem]:
    if signed.reviewed and signed.reviewed_by is None and not document.is_damaged(str(key[0])):
        message = "Bedömningen sägs vara granskad, men inte av vem."
        hint = "Lägg till reviewed_by."
        yield document.problem(message, *key, "reviewed", hint=hint)
    if not signed.reviewed and (signed.reviewed_by or signed.reviewed_on):
        message = "Bedömningen har en granskare men sägs vara ogranskad."
        hint = "Skriv reviewed: true, eller ta bort granskaren."
        yield document.problem(message, *key, "reviewed", hint=hint)
    if signed.reviewed_on:
        yield from odd_date(scope, document, (*key, "reviewed_on"), signed.reviewed_on)
