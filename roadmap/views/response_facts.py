"""What a response's page tells about the document itself, and the files it was taken from."""

from typing import NamedTuple

from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import requests, unknowns, urls, wording
from roadmap.presenters.grammar import long_date
from roadmap.presenters.marks import Link
from roadmap.presenters.messages import _, ngettext


class Fact(NamedTuple):
    """A fact about a document: its name, what is known, and where there is more."""

    name: str
    told: str
    links: tuple[Link, ...] = ()


def response_facts(dataset: Dataset, here: str, body: Body) -> tuple[Fact, ...]:
    """Return the facts about the document of a response, in the order that a page has."""
    plan = dataset.plan
    about = _("%(plan)s, från %(issuer)s.", plan=plan.title, issuer=plan.issuer)
    date = body.response.date
    undated = " ".join((_("Svaret är odaterat."), unknowns.looked_for_response(body, "date")))
    subscribe = Link(_("Prenumerera på ändringar (RSS)"), urls.link(here, urls.feed(here)))
    facts = (
        Fact(_("Svar på"), about),
        Fact(_("Vems ord"), _whose(body)),
        _decision(body),
        Fact(_("Datum"), long_date(date) if date else undated),
        _source(here, body),
        _outcomes(dataset, here, body),
        Fact(_("Ändringar"), "", (subscribe,)),
    )
    return tuple(fact for fact in facts if fact)


def _whose(body: Body) -> str:
    kind = body.response.document_kind
    told = f"{wording.speaker(body)}{f' ({kind.lower()})' if kind else ''}."
    if not body.speaks_for_administration:
        return told
    return " ".join((told, _("Texten är förvaltningens förslag till svar.")))


def _decision(body: Body) -> Fact | None:
    decision = body.response.decision
    name = _("Nämndens beslut") if body.speaks_for_administration else _("Beslut")
    if decision is None:
        if not body.speaks_for_administration:
            return None
        looked = unknowns.looked_for_response(body, "decision")
        return Fact(name, " ".join((_("Vi vet inte vad nämnden beslutade."), looked)))
    told = f"{long_date(decision.date)}. {decision.text}"
    return Fact(name, told, (Link(_("Protokollet"), decision.url),) if decision.url else ())


def _source(here: str, body: Body) -> Fact:
    source = body.response.source
    if source is None:
        return Fact(_("Källa"), _("Inte angiven."))
    pages = ngettext(", %(num)s sida", ", %(num)s sidor", source.pages) if source.pages else ""
    links = downloads(here, body)
    if source.corrected:
        links.append(Link(_("Så har texten rättats"), urls.link(here, urls.CORRECTION)))
    return Fact(_("Källa"), f"{source.title}{pages}.", tuple(links))


def _outcomes(dataset: Dataset, here: str, body: Body) -> Fact | None:
    asks = [request.ask for request in requests.requests_of(body)]
    untold = requests.untold(dataset, asks)
    if not untold:
        return None
    every = Link(_("Alla %(requests)s"), urls.link(here, urls.requests()))
    return Fact(_("Det blev av det"), untold, (every,))


def downloads(here: str, body: Body) -> list[Link]:
    """Return links to the files that a response was taken from, which may be none."""
    source = body.response.source
    if source is None:
        return []
    links: list[Link] = []
    if source.received:
        # Only what was misread when it was scanned has a corrected text beside it.
        name = (
            _("Den skannade texten, orättad") if source.corrected else _("Dokumentet som det kom")
        )
        links.append(Link(name, urls.link(here, urls.source_file(source.received))))
    if source.corrected:
        links.append(Link(_("Rättad text"), urls.link(here, urls.source_file(source.corrected))))
    if source.url:
        links.append(Link(_("Dokumentet hos avsändaren"), source.url))
    return links
