"""Rules about the comments of a response, their strategies, and its footnotes."""

from collections.abc import Iterator
from dataclasses import replace

from roadmap.datafiles.checks.scope import Scope, in_unread_area, repeats, unknown
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import Comment
from roadmap.model.dataset import Body
from roadmap.model.fields import REST
from roadmap.presenters.messages import to_editors
from roadmap.text.source_text import FOOTNOTE_REFERENCE
from roadmap.text.swedish import listing


def strategies_exist(scope: Scope) -> Iterator[Problem]:
    """Every strategy and goal area that a response refers to is in the plan."""
    known = {strategy.id for strategy in scope.dataset.strategies}
    areas = {area.id for area in scope.dataset.goal_areas}
    for body in scope.dataset.bodies:
        document = scope.document(body.id)
        for key, strategy_id in _strategy_references(body):
            is_reported = strategy_id in scope.ids or in_unread_area(scope, strategy_id)
            if strategy_id not in known and not is_reported:
                problem = unknown(
                    document, key, strategy_id, to_editors("%(the_strategies)s"), known
                )
                if hint := _number_for_id(scope, strategy_id):
                    problem = replace(problem, hint=hint)
                yield problem
        for index, heading in enumerate(body.response.area_headings):
            if heading.area not in areas and not in_unread_area(scope, heading.area):
                key = ("area_headings", index, "area")
                yield unknown(document, key, heading.area, to_editors("%(the_goal_areas)s"), areas)


def _number_for_id(scope: Scope, written: str) -> str | None:
    """Return what to write where a strategy's number stands for its id; None if it does not."""
    found = (item.id for item in scope.dataset.strategies if item.number == written)
    return next((f"Det är numret på {one}: skriv - {one}." for one in found), None)


def _strategy_references(body: Body) -> Iterator[tuple[Key, str]]:
    for index, comment in enumerate(body.response.comments):
        for item, strategy_id in enumerate(comment.strategies):
            yield ("comments", index, "strategies", item), strategy_id
        if comment.refers_to:
            yield ("comments", index, "refers_to"), comment.refers_to
    if body.response.unanswered != REST:
        for index, strategy_id in enumerate(body.response.unanswered):
            yield ("unanswered", index), strategy_id


def one_comment_per_strategy(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """A response comments on a strategy once; a reference leads to a joint comment."""
    if body.response.status != "received":
        return
    covered: dict[str, int] = {}
    for index, comment in enumerate(body.response.comments):
        for item, strategy_id in repeats(comment.strategies):
            message = to_editors('"%(id)s" står två gånger i samma %(comment)s.', id=strategy_id)
            yield document.problem(message, "comments", index, "strategies", item)
        if comment.refers_to:
            continue
        for item, strategy_id in enumerate(dict.fromkeys(comment.strategies)):
            if strategy_id in covered:
                line = document.at("comments", covered[strategy_id])[0]
                message = to_editors(
                    '"%(id)s" har redan %(a_comment)s på rad %(line)s.',
                    id=strategy_id,
                    line=str(line),
                )
                hint = "Slå ihop dem, eller ange refers_to om den ena bara hänvisar."
                key: Key = ("comments", index, "strategies", item)
                yield document.problem(message, *key, hint=hint)
            covered.setdefault(strategy_id, index)
    for index, comment in enumerate(body.response.comments):
        yield from _reference_leads_somewhere(document, body, index, comment)


def _reference_leads_somewhere(
    document: Document, body: Body, index: int, comment: Comment
) -> Iterator[Problem]:
    if comment.refers_to is None:
        return
    target = next(
        (
            other
            for other in body.response.comments
            if not other.refers_to and comment.refers_to in other.strategies
        ),
        None,
    )
    if target is None:
        if not document.is_damaged("comments"):
            message = to_editors(
                'Hänvisningen till "%(id)s" leder inte till %(any_comment)s.', id=comment.refers_to
            )
            yield document.problem(message, "comments", index, "refers_to")
    else:
        for strategy_id in comment.strategies:
            if strategy_id not in target.strategies:
                message = to_editors(
                    '%(The_comment)s på "%(to)s" omfattar inte "%(id)s", som hänvisar dit.',
                    to=comment.refers_to,
                    id=strategy_id,
                )
                hint = f"Lägg till {strategy_id} under strategies där."
                yield document.problem(message, "comments", index, "refers_to", hint=hint)
    if comment.judgement:
        message = to_editors("%(A_comment)s som bara hänvisar vidare har ingen egen bedömning.")
        hint = to_editors(
            "Flytta bedömningen till %(it_comment)s %(comment)s som %(it_comment)s hänvisar till."
        )
        place = document.at_key("comments", index, "judgement")
        yield Problem(document.path, *place, message, hint)


def every_strategy_answered(scope: Scope) -> Iterator[Problem]:
    """A received response answers every strategy, or states that it does not."""
    known = {strategy.id for strategy in scope.dataset.strategies}
    for body in scope.dataset.received:
        document = scope.document(body.id)
        if document.is_damaged("comments", "unanswered", "status"):
            continue
        answered, unanswered = body.response.answered, scope.dataset.unanswered(body)
        for index, strategy_id in enumerate(unanswered):
            if strategy_id in answered:
                message = to_editors(
                    '"%(id)s" sägs vara utan svar, men har %(a_comment)s.', id=strategy_id
                )
                yield document.problem(message, "unanswered", index)
        for index, strategy_id in repeats(unanswered):
            message = f'"{strategy_id}" står två gånger.'
            yield document.problem(message, "unanswered", index)
        missing = [
            strategy.id
            for strategy in scope.dataset.strategies
            if strategy.id not in answered and strategy.id not in unanswered
        ]
        # An unknown id is reported already, and is likely to be the missing one misspelt.
        unknown_ids = {entity_id for entity_id in answered - known if entity_id not in scope.ids}
        if missing and all(in_unread_area(scope, entity_id) for entity_id in unknown_ids):
            message = f"Svaret säger inget om {listing(missing)}."
            hint = to_editors(
                "Lägg till %(the_comment)s, skriv %(the_strategy)s under unanswered, eller skriv "
                "unanswered: rest."
            )
            place = document.at_key("comments") if body.response.comments else (1, 1)
            yield Problem(document.path, *place, message, hint)


def sections_once(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """Sections, area headings and footnotes occur once in a response."""
    response = body.response
    lists: dict[str, tuple[str, list[str]]] = {
        "sections": ("id", [section.id for section in response.sections]),
        "area_headings": ("area", [heading.area for heading in response.area_headings]),
        "footnotes": ("id", [footnote.id for footnote in response.footnotes]),
    }
    for name, (field, words) in lists.items():
        for index, word in repeats(words):
            yield document.problem(f'"{word}" står två gånger.', name, index, field)


def footnotes_both_ways(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """Every footnote reference has its footnote, and every footnote is referred to once."""
    footnotes = [footnote.id for footnote in body.response.footnotes]
    used: set[str] = set()
    for key, text in _texts(body):
        for reference in FOOTNOTE_REFERENCE.findall(text):
            if reference not in footnotes and not document.is_damaged("footnotes"):
                message = f'Texten hänvisar till fotnot "{reference}", som inte finns.'
                hint = "Lägg till den under footnotes."
                yield document.problem(message, *key, hint=hint)
            elif reference in used:
                message = f'Texten hänvisar till fotnot "{reference}" en gång till.'
                yield document.problem(message, *key, hint="En fotnot hör till ett ställe.")
            used.add(reference)
    for index, footnote_id in enumerate(footnotes):
        if footnote_id not in used and not document.is_damaged("sections", "comments"):
            message = f'Ingen text hänvisar till fotnot "{footnote_id}".'
            hint = f"Skriv [^{footnote_id}] i texten där fotnoten hör hemma."
            yield document.problem(message, "footnotes", index, "id", hint=hint)


def _texts(body: Body) -> Iterator[tuple[Key, str]]:
    for name in ("sections", "comments"):
        for index, record in enumerate(getattr(body.response, name)):
            yield (name, index, "text"), record.text
