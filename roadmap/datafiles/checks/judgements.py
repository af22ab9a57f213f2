"""Rules about editorial judgements: their quotes, codes and signatures."""

from collections.abc import Iterator

from roadmap.datafiles.checks.dates import odd_date
from roadmap.datafiles.checks.scope import Scope, unknown
from roadmap.datafiles.problems import Problem, did_you_mean
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import (
    Comment,
    Judgement,
    Section,
    Signed,
    Strategy,
    StrategyJudgement,
    ThemeMark,
)
from roadmap.model.dataset import Body
from roadmap.presenters.messages import to_editors
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
        for name in ("asks", "problems", "themes"):
            for index, part in enumerate(getattr(judgement, name)):
                quotes.append(((*key, name, index, "quote"), part.quote))
        yield from missing_quotes(document, record.text, quotes)


def judged_strategies(scope: Scope) -> Iterator[tuple[Document, Key, StrategyJudgement, Strategy]]:
    """Yield every judgement of a strategy, with its file, its key and the strategy."""
    for area in scope.dataset.goal_areas:
        for index, strategy in enumerate(area.strategies):
            if strategy.judgement:
                key: Key = ("strategies", index, "judgement")
                yield scope.document(area.id), key, strategy.judgement, strategy


def themes_of_strategies_are_sound(scope: Scope) -> Iterator[Problem]:
    """The themes of a strategy exist, and rest on words of its title or its text."""
    themes = {code.id for code in scope.dataset.plan.themes}
    for document, key, judgement, strategy in judged_strategies(scope):
        yield from _unsigned(scope, document, key, judgement)
        yield from _unknown_themes(document, key, judgement.themes, themes)
        quotes: list[tuple[Key, str | None]] = [
            ((*key, "themes", index, "quote"), mark.quote)
            for index, mark in enumerate(judgement.themes)
        ]
        yield from missing_quotes(document, f"{strategy.title}\n\n{strategy.text}", quotes)


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
                yield from missing_quotes(scope.document(area.id), milestone.text, quotes)


def missing_quotes(
    document: Document,
    text: str,
    quotes: list[tuple[Key, str | None]],
    place: str = "texten ovanför",
) -> Iterator[Problem]:
    """Yield the quotes that do not occur in the text, letter for letter, which is at `place`."""
    words = plain(text)
    for key, quote in quotes:
        if quote is None or quote in words:
            continue
        if plain(quote) not in words:
            message = "De citerade orden står inte i texten."
            hint = did_you_mean(plain(quote), _runs(plain(quote), words))
            yield document.problem(message, *key, hint=hint or f"Kopiera dem ur {place}.")


def _runs(quote: str, text: str) -> Iterator[str]:
    """Return as many words as a quote has, from each place in a text."""
    words = text.split()
    length = len(quote.split())
    return (" ".join(words[start : start + length]) for start in range(len(words)))


def positions_rest_on_words(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """A position needs its quote; if none is stated, there is nothing to quote."""
    for key, judgement, record in judged(body):
        position = judgement.position
        if position is None:
            if isinstance(record, Comment) and not document.is_damaged("comments"):
                message = "Bedömningen saknar ställningstagande."
                hint = 'Lägg till position; skriv "none_stated" om texten inte tar ställning.'
                yield document.problem(message, *key, hint=hint)
        elif position.value == "none_stated":
            if position.quote is not None:
                message = "Texten sägs inte ta ställning, men ändå citeras ord."
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
                what = to_editors("%(the_requests)s (asks i data/plan.yml)")
                yield unknown(document, (*key, "asks", index, "kind"), ask.kind, what, asks)
        yield from _unknown_themes(document, key, judgement.themes, themes)


def _unknown_themes(
    document: Document, key: Key, marks: tuple[ThemeMark, ...], themes: set[str]
) -> Iterator[Problem]:
    for index, mark in enumerate(marks):
        if mark.theme not in themes:
            what = "temana (themes i data/plan.yml)"
            yield unknown(document, (*key, "themes", index, "theme"), mark.theme, what, themes)


def repeats_lead_to_the_request(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """A repeated request names the text where it stands first, and leaves the rest to that one."""
    asks_of = {
        name: judgement.asks
        for _, judgement, record in judged(body)
        for name in ([record.id] if isinstance(record, Section) else record.strategies)
    }
    for key, judgement, record in judged(body):
        own = {record.id} if isinstance(record, Section) else set(record.strategies)
        for index, ask in enumerate(judgement.asks):
            if ask.repeats is None:
                continue
            place: Key = (*key, "asks", index, "repeats")
            others = asks_of.get(ask.repeats)
            if others is None or ask.repeats in own:
                names = sorted(name for name in asks_of if name not in own)
                yield unknown(document, place, ask.repeats, "de andra bedömda texterna", names)
                continue
            same = [other for other in others if other.kind == ask.kind and other.repeats is None]
            if len(same) != 1:
                count = to_editors("flera %(requests)s" if same else "%(no_request)s")
                message = f'"{ask.repeats}" har {count} av slaget "{ask.kind}" att upprepa.'
                hint = to_editors(
                    "Ange den text där %(the_request)s står första gången, med samma kind."
                )
                yield document.problem(message, *place, hint=hint)
            for name in ("sentence", "outcome"):
                if getattr(ask, name) is not None:
                    message = to_editors(
                        '%(The_request)s upprepar %(it_request)s i "%(text)s" men har ett eget '
                        "%(field)s.",
                        text=ask.repeats,
                        field=name,
                    )
                    hint = to_editors(
                        "Skriv %(field)s där %(the_request)s står först, eller ta bort repeats.",
                        field=name,
                    )
                    yield document.problem(message, *key, "asks", index, name, hint=hint)


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
    if not signed.machine and signed.by.casefold().startswith("maskin"):
        message = "Bedömningen är gjord av ett program, men det framgår inte av machine."
        yield document.warning(f"{message} Lägg till machine: true.", *key, "by")
    if signed.reviewed_on:
        yield from odd_date(scope, document, (*key, "reviewed_on"), signed.reviewed_on)
