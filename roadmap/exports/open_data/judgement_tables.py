"""The tables of what the editors have added: judgements, corrections and code lists."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from roadmap.exports.open_data.common_fields import (
    ADDRESS,
    BODY,
    SIGNED,
    STRATEGY,
    BodyText,
    address,
    comments,
    file_address,
    page_values,
    sections,
    signed_values,
)
from roadmap.exports.open_data.correction_tables import CORRECTIONS, UNCERTAIN_READINGS
from roadmap.exports.open_data.definitions import (
    OfEachResponse,
    Row,
    Table,
    TableSet,
    of,
    own,
    page_span,
)
from roadmap.exports.open_data.flat_table import FLAT
from roadmap.exports.open_data.milestone_tables import MILESTONE_JUDGEMENTS
from roadmap.model import (
    FROM_PLAN,
    Ask,
    Code,
    Comment,
    Judgement,
    Outcome,
    PlanSearch,
    PlanUnknown,
    Position,
    Problem,
    Reference,
    ResponseSearch,
    ResponseUnknown,
    Search,
    Section,
    ThemeMark,
)
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.messages import N_


def _answers(dataset: Dataset) -> Iterator[Row]:
    ids = {id(words.record): words.id for body in dataset.received for words in comments(body)}
    for strategy in dataset.strategies:
        for answer in dataset.answers(strategy.id):
            yield {
                "strategy": strategy.id,
                "body": answer.body.id,
                "comment": ids.get(id(answer.comment)),
                "position": answer.position,
            }


def _judged(body: Body) -> Iterator[tuple[BodyText, Judgement]]:
    for words in (*sections(body), *comments(body)):
        if words.record.judgement:
            yield words, words.record.judgement


@OfEachResponse
def _judgements(body: Body) -> Iterator[Row]:
    for words, judgement in _judged(body):
        position = judgement.position
        is_comment = isinstance(words.record, Comment)
        yield {
            "id": words.id,
            "body": words.body.id,
            "comment": words.id if is_comment else None,
            "section": None if is_comment else words.id,
            "position": position.value if position else None,
            "quote": position.quote if position else None,
            "reason": position.reason if position else None,
            **signed_values(judgement),
        }


@OfEachResponse
def _asks(body: Body) -> Iterator[Row]:
    for words, judgement in _judged(body):
        for number, ask in enumerate(judgement.asks, start=1):
            yield {
                "judgement": words.id,
                "number": number,
                "kind": ask.kind,
                "quote": ask.quote,
                "sentence": ask.sentence,
                "repeats": ask.repeats,
                "strategies": _strategies(words.record),
                "body": body.id,
                **page_values(words.record.pages),
                "address": address(urls.response(body), _anchor(words.record)),
            }


def _strategies(record: Comment | Section) -> str | None:
    return "+".join(record.strategies) if isinstance(record, Comment) else None


def _anchor(record: Comment | Section) -> str:
    return urls.comment_anchor(record) if isinstance(record, Comment) else record.id


@OfEachResponse
def _outcomes(body: Body) -> Iterator[Row]:
    for words, judgement in _judged(body):
        for number, ask in enumerate(judgement.asks, start=1):
            if ask.outcome:
                yield {
                    "judgement": words.id,
                    "number": number,
                    "outcome": ask.outcome.value,
                    "date": ask.outcome.date,
                    "source_title": ask.outcome.source.title,
                    "source_url": ask.outcome.source.url,
                    "source_file": file_address(ask.outcome.source.file),
                    **page_values(ask.outcome.pages),
                    "quote": ask.outcome.quote,
                    "reason": ask.outcome.reason,
                    **signed_values(ask.outcome),
                }


@OfEachResponse
def _themes(body: Body) -> Iterator[Row]:
    for words, judgement in _judged(body):
        for number, mark in enumerate(judgement.themes, start=1):
            yield {
                "judgement": words.id,
                "number": number,
                "theme": mark.theme,
                "quote": mark.quote,
            }


@OfEachResponse
def _problems(body: Body) -> Iterator[Row]:
    for words, judgement in _judged(body):
        for number, problem in enumerate(judgement.problems, start=1):
            yield {
                "judgement": words.id,
                "number": number,
                "quote": problem.quote,
                "sentence": problem.sentence,
            }


def _themes_of_strategies(dataset: Dataset) -> Iterator[Row]:
    for strategy in dataset.strategies:
        if strategy.judgement:
            for number, mark in enumerate(strategy.judgement.themes, start=1):
                yield {
                    "strategy": strategy.id,
                    "number": number,
                    "theme": mark.theme,
                    "quote": mark.quote,
                    **signed_values(strategy.judgement),
                }


def _searches(dataset: Dataset) -> Iterator[Row]:
    about: list[tuple[str, Sequence[Search]]] = [
        (FROM_PLAN, dataset.plan.searches),
        *((body.id, body.response.searches) for body in dataset.bodies),
        *(
            (f"{_STEP}/{place}", step.searches)
            for place, step in enumerate(dataset.plan.process, start=1)
        ),
    ]
    for subject, searches in about:
        for number, search in enumerate(searches, start=1):
            yield {
                "about": subject,
                "number": number,
                "what": search.what if isinstance(search, PlanSearch | ResponseSearch) else _STEP,
                "on": search.on,
                "where": search.where,
            }


def _codes(dataset: Dataset) -> Iterator[Row]:
    lists: dict[str, tuple[Code, ...]] = {
        "body_kinds": dataset.plan.body_kinds,
        "asks": dataset.plan.asks,
        "themes": dataset.plan.themes,
    }
    for name, code_list in lists.items():
        for code in code_list:
            yield {
                "list": name,
                "id": code.id,
                "name": code.name,
                "description": code.description,
            }
    for name, words in _FIXED.items():
        for code_id, word in words.items():
            yield {"list": name, "id": code_id, "name": word, "description": None}


_FIXED: dict[str, Mapping[Any, str]] = {
    "positions": wording.POSITION_WORDS,
    "outcomes": wording.OUTCOME_WORDS,
    "directions": wording.DIRECTION_WORDS,
    "statuses": wording.STATUS_WORDS,
    "speakers": wording.SPEAKER_WORDS,
}
# What is looked for when a step on the plan's way is unknown.
_STEP = "process"
_JUDGEMENT = own("judgement", N_("Bedömning"), N_("Bedömningens id."), refers="bedomningar")
_NUMBER = own("number", N_("Nummer"), N_("Ordningen inom bedömningen."), "integer")

JUDGEMENTS = TableSet(
    "judgements",
    N_("Tolkningar"),
    N_(
        "Vad vi eller en dator har läst ut ur texterna, med de ord som varje tolkning "
        "bygger på. Det är inte instansernas egna ord."
    ),
    (
        FLAT,
        Table(
            "svar",
            N_("Svar på %(strategies)s"),
            N_(
                "Ett svar är vad en instans säger om %(a_strategy)s. Det är svaren som räknas "
                "på webbplatsen. %(A_comment)s på flera %(strategies)s är lika många svar."
            ),
            ("strategy", "body"),
            (
                STRATEGY,
                BODY,
                own(
                    "comment",
                    N_("%(Comment)s"),
                    N_(
                        "Id för den %(comment)s som har innehållet. Tomt när instansen bara "
                        "hänvisar någon annanstans."
                    ),
                    required=False,
                    refers="synpunkter",
                ),
                of(
                    Position,
                    "value",
                    "position",
                    description=N_(
                        "%(The_comment)ss ställningstagande enligt bedomningar. Tomt när det "
                        "inte är tolkat."
                    ),
                    required=False,
                ),
            ),
            _answers,
        ),
        Table(
            "bedomningar",
            N_("Bedömningar"),
            N_("En bedömning av %(a_comment)s eller ett avsnitt."),
            ("id",),
            (
                own(
                    "id",
                    N_("Id"),
                    N_("Samma id som den %(comment)s eller det avsnitt som är bedömt."),
                ),
                BODY,
                own(
                    "comment",
                    N_("%(Comment)s"),
                    N_("Tomt när ett avsnitt är bedömt."),
                    required=False,
                    refers="synpunkter",
                ),
                own(
                    "section",
                    N_("Avsnitt"),
                    N_("Tomt när %(a_comment)s är bedömd."),
                    required=False,
                    refers="avsnitt",
                ),
                of(Position, "value", "position", required=False),
                of(
                    Position,
                    "quote",
                    description=N_("Ordagrant ur texten. Tomt när texten inte tar ställning."),
                ),
                of(Position, "reason"),
                *SIGNED,
            ),
            _judgements,
        ),
        Table(
            "onskemal",
            N_("%(Requests)s"),
            N_("Vad en bedömd text ber om. %(A_request)s per rad."),
            ("judgement", "number"),
            (
                _JUDGEMENT,
                _NUMBER,
                of(Ask, "kind", description=N_("Ur tabellen kodlistor, listan asks.")),
                of(Ask, "quote"),
                of(Ask, "sentence", description=N_("Vad som önskas, med redaktionens ord.")),
                of(
                    Ask,
                    "repeats",
                    description=N_(
                        "Den %(strategy)s eller det avsnitt där samma svar redan har bett om samma "
                        "sak. Räkna bara rader där fältet är tomt."
                    ),
                ),
                own(
                    "strategies",
                    N_("%(Strategies)s"),
                    N_("%(The_strategies)ss id, med + emellan. Tomt när ett avsnitt är bedömt."),
                    required=False,
                ),
                BODY,
                *page_span(Comment),
                ADDRESS,
            ),
            _asks,
        ),
        Table(
            "utfall",
            N_("Vad hände sedan"),
            N_(
                "Vad som hände med %(the_requests)s. En rad per %(request)s i tabellen "
                "onskemal som någon har tagit reda på det för; om de andra finns ingen "
                "uppgift."
            ),
            ("judgement", "number"),
            (
                _JUDGEMENT,
                own(
                    "number",
                    N_("Nummer"),
                    N_("%(The_request)ss nummer i tabellen onskemal."),
                    "integer",
                ),
                of(Outcome, "value", "outcome"),
                of(Outcome, "date"),
                of(Reference, "title", "source_title"),
                of(Reference, "url", "source_url"),
                of(
                    Reference,
                    "file",
                    "source_file",
                    description=N_("Källan på webbplatsen, räknat från startsidan."),
                ),
                *page_span(Outcome),
                of(Outcome, "quote"),
                of(Outcome, "reason"),
                *SIGNED,
            ),
            _outcomes,
        ),
        Table(
            "teman",
            N_("Teman"),
            N_("Vilka teman en bedömd text rör. Ett tema per rad."),
            ("judgement", "number"),
            (
                _JUDGEMENT,
                _NUMBER,
                of(ThemeMark, "theme", description=N_("Ur tabellen kodlistor, listan themes.")),
                of(ThemeMark, "quote"),
            ),
            _themes,
        ),
        Table(
            "problem",
            N_("Problem"),
            N_("Problem som en bedömd text pekar på. Ett problem per rad."),
            ("judgement", "number"),
            (
                _JUDGEMENT,
                _NUMBER,
                of(Problem, "quote"),
                of(Problem, "sentence", description=N_("Problemet, med redaktionens ord.")),
            ),
            _problems,
        ),
        Table(
            "strategiernas-teman",
            N_("%(The_strategies)ss teman"),
            N_("Vilka teman %(a_strategy)s själv handlar om. Ett tema per rad."),
            ("strategy", "number"),
            (
                STRATEGY,
                own("number", N_("Nummer"), N_("Ordningen inom %(the_strategy)s."), "integer"),
                of(ThemeMark, "theme", description=N_("Ur tabellen kodlistor, listan themes.")),
                of(
                    ThemeMark,
                    "quote",
                    description=N_("Ordagrant ur %(the_strategy)ss titel eller text."),
                ),
                *SIGNED,
            ),
            _themes_of_strategies,
        ),
        Table(
            "letat-efter",
            N_("Letat efter"),
            N_("Vad redaktionen har letat efter utan att hitta, när och var."),
            ("about", "number"),
            (
                own(
                    "about",
                    N_("Om"),
                    N_(
                        "%(plan)s, %(the_body)ss id, eller %(step)s/ och stegets nummer i "
                        "tabellen arendet.",
                        plan=FROM_PLAN,
                        step=_STEP,
                    ),
                ),
                own(
                    "number",
                    N_("Nummer"),
                    N_("Ordningen inom planen, svaret eller steget."),
                    "integer",
                ),
                own(
                    "what",
                    N_("Vad"),
                    N_(
                        "document (planen själv), decision (beslutet), responses (hur många som "
                        "svarade), outcomes (vad som hände med %(the_requests)s), "
                        "date (svarets datum) eller %(step)s (ett steg i ärendet).",
                        step=_STEP,
                    ),
                    words=tuple(
                        dict.fromkeys((*get_args(PlanUnknown), *get_args(ResponseUnknown), _STEP))
                    ),
                ),
                of(Search, "on"),
                of(Search, "where"),
            ),
            _searches,
        ),
        MILESTONE_JUDGEMENTS,
        UNCERTAIN_READINGS,
        CORRECTIONS,
        Table(
            "kodlistor",
            N_("Kodlistor"),
            N_("Vad koderna i de andra tabellerna heter på svenska."),
            ("list", "id"),
            (
                own(
                    "list",
                    N_("Lista"),
                    N_("Vilken lista koden hör till."),
                    words=("body_kinds", "asks", "themes", *_FIXED),
                ),
                own("id", N_("Kod"), N_("Koden som den står i tabellerna.")),
                of(Code, "name"),
                of(Code, "description"),
            ),
            _codes,
        ),
    ),
)
