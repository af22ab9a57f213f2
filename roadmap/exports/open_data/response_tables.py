"""The tables of the bodies and their responses: what they say, in their own words."""

from collections.abc import Iterator

from roadmap.exports.open_data.common_fields import (
    ADDRESS,
    BODY,
    STRATEGY,
    address,
    comments,
    file_address,
    page_values,
    sections,
)
from roadmap.exports.open_data.definitions import (
    OfEachResponse,
    Row,
    Table,
    TableSet,
    of,
    own,
    page_span,
)
from roadmap.model import AreaHeading, Comment, Decision, Footnote, Response, Section, Source
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls
from roadmap.presenters.messages import N_
from roadmap.text import source_text


def _bodies(dataset: Dataset) -> Iterator[Row]:
    for body in dataset.bodies:
        response = body.response
        decision = response.decision
        received = response.status == "received"
        yield {
            "id": body.id,
            "name": body.name,
            "kind": response.kind,
            "status": response.status,
            "answered_by": response.answered_by,
            "speaker": response.speaker,
            "document_kind": response.document_kind,
            "date": response.date,
            "decision_date": decision.date if decision else None,
            "decision": decision.text if decision else None,
            "decision_url": decision.url if decision else None,
            "address": address(urls.response(body)) if received else None,
            "speaker_name": response.speaker_name,
        }


def _sources(dataset: Dataset) -> Iterator[Row]:
    for body in dataset.bodies:
        source = body.response.source
        if source:
            yield {
                "body": body.id,
                "title": source.title,
                "pages": source.pages,
                "url": source.url,
                "received": file_address(source.received),
                "corrected": file_address(source.corrected),
            }


@OfEachResponse
def _sections(body: Body) -> Iterator[Row]:
    for words in sections(body):
        assert isinstance(words.record, Section)
        yield {
            "id": words.id,
            "body": body.id,
            "section": words.record.id,
            "heading": words.record.heading,
            "place": "after" if words.record.closes else "before",
            **page_values(words.record.pages),
            "text": source_text.unwrapped(words.record.text),
            "address": address(urls.response(body), words.record.id),
        }


@OfEachResponse
def _comments(body: Body) -> Iterator[Row]:
    for words in comments(body):
        assert isinstance(words.record, Comment)
        yield {
            "id": words.id,
            "body": body.id,
            "heading": words.record.heading,
            **page_values(words.record.pages),
            "text": source_text.unwrapped(words.record.text),
            "refers_to": words.record.refers_to,
            "address": address(urls.response(body), urls.comment_anchor(words.record)),
        }


@OfEachResponse
def _links(body: Body) -> Iterator[Row]:
    for words in comments(body):
        assert isinstance(words.record, Comment)
        for strategy_id in words.record.strategies:
            yield {"comment": words.id, "strategy": strategy_id}


def _unanswered(dataset: Dataset) -> Iterator[Row]:
    for body in dataset.received:
        for strategy_id in dataset.unanswered(body):
            yield {"body": body.id, "strategy": strategy_id}


@OfEachResponse
def _footnotes(body: Body) -> Iterator[Row]:
    for footnote in body.response.footnotes:
        anchor = urls.footnote_anchor(footnote.id)
        yield {
            "id": f"{body.id}/{anchor}",
            "body": body.id,
            "number": int(footnote.id),
            **page_values(footnote.pages),
            "text": footnote.text,
            "address": address(urls.response(body), anchor),
        }


@OfEachResponse
def _area_headings(body: Body) -> Iterator[Row]:
    for heading in body.response.area_headings:
        yield {
            "body": body.id,
            "goal_area": heading.area,
            "heading": heading.heading,
            **page_values(heading.pages),
        }


_LINKS = "synpunkternas-strategier"
_FILE = N_("Filen på webbplatsen, räknad från startsidan.")
_TEXT = N_(
    "Ordagrant. Tom rad mellan stycken, - framför en punkt i en lista, | mellan en tabells celler "
    "och <br> mellan raderna i en cell, [^1] där fotnot 1 hör."
)

RESPONSES = TableSet(
    "responses",
    N_("%(The_responses)s"),
    N_("%(The_bodies)s och deras svar, ord för ord."),
    (
        Table(
            "remissinstanser",
            N_("%(Bodies)s"),
            N_("Alla instanser, även de som inte har svarat, i bokstavsordning."),
            ("id",),
            (
                own("id", N_("Id"), N_("Instansens id, samma som i webbadressen. Ändras aldrig.")),
                own(
                    "name",
                    N_("Namn"),
                    N_("%(The_body)ss namn. Privatpersoners namn publiceras inte."),
                ),
                of(Response, "kind", description=N_("Ur tabellen kodlistor, listan body_kinds.")),
                of(Response, "status"),
                of(
                    Response,
                    "answered_by",
                    description=N_("Vid gemensamt svar (joint): den instans som svaret står hos."),
                    refers="remissinstanser",
                ),
                of(Response, "speaker"),
                of(Response, "document_kind"),
                of(Response, "date", description=N_("Tomt när det är okänt.")),
                of(Decision, "date", "decision_date", required=False),
                of(Decision, "text", "decision", required=False),
                of(Decision, "url", "decision_url", required=False),
                ADDRESS,
                of(Response, "speaker_name"),
            ),
            _bodies,
        ),
        Table(
            "kallor",
            N_("Källor"),
            N_("Dokumentet som ett svar är hämtat ur."),
            ("body",),
            (
                BODY,
                of(Source, "title"),
                of(Source, "pages"),
                of(Source, "url"),
                of(Source, "received", description=_FILE),
                of(Source, "corrected", description=_FILE),
            ),
            _sources,
        ),
        Table(
            "avsnitt",
            N_("Avsnitt"),
            N_("De delar av svaren som inte gäller en enskild %(strategy)s."),
            ("id",),
            (
                own("id", N_("Id"), N_("Instansens id och avsnittets.")),
                BODY,
                of(Section, "id", "section"),
                of(Section, "heading"),
                of(
                    Section,
                    "place",
                    description=N_(
                        "before (före svaren på %(the_strategies)s) eller after (efter dem)."
                    ),
                ),
                *page_span(Section),
                of(Section, "text", description=_TEXT),
                ADDRESS,
            ),
            _sections,
        ),
        Table(
            "synpunkter",
            N_("%(Comments)s"),
            N_(
                "Vad instanserna säger om %(the_strategies)s. Vilka %(strategies)s "
                "%(a_comment)s gäller står i %(table)s, eftersom %(a_comment)s kan "
                "gälla flera.",
                table=_LINKS,
            ),
            ("id",),
            (
                own("id", N_("Id"), N_("Instansens id och %(the_strategies)ss.")),
                BODY,
                of(Comment, "heading"),
                *page_span(Comment),
                of(Comment, "text", description=_TEXT),
                of(Comment, "refers_to", refers="strategier"),
                ADDRESS,
            ),
            _comments,
        ),
        Table(
            _LINKS,
            N_("%(The_comments)ss %(strategies)s"),
            N_(
                "Vilka %(strategies)s %(a_comment)s gäller. En rad per %(comment)s och "
                "%(strategy)s."
            ),
            ("comment", "strategy"),
            (
                own("comment", N_("%(Comment)s"), N_("%(The_comment)ss id."), refers="synpunkter"),
                STRATEGY,
            ),
            _links,
        ),
        Table(
            "strategier-utan-svar",
            N_("%(Strategies)s utan svar"),
            N_("%(Strategies)s som en instans har svarat utan att säga något om."),
            ("body", "strategy"),
            (BODY, STRATEGY),
            _unanswered,
        ),
        Table(
            "fotnoter",
            N_("Fotnoter"),
            N_("Svarens fotnoter. I texten står [^1] där fotnot 1 hör hemma."),
            ("id",),
            (
                own("id", N_("Id"), N_("Instansens id och fotnotens.")),
                BODY,
                own("number", N_("Nummer"), N_("Fotnotens nummer i dokumentet."), "integer"),
                *page_span(Footnote),
                of(Footnote, "text"),
                ADDRESS,
            ),
            _footnotes,
        ),
        Table(
            "malomradenas-rubriker",
            N_("%(The_goal_areas)ss rubriker"),
            N_("Hur svarens dokument formulerar rubriken till %(a_goal_area)s."),
            ("body", "goal_area"),
            (
                BODY,
                own(
                    "goal_area",
                    N_("%(Goal_area)s"),
                    N_("%(The_goal_area)ss id."),
                    refers="malomraden",
                ),
                of(AreaHeading, "heading"),
                *page_span(AreaHeading),
            ),
            _area_headings,
        ),
    ),
)
