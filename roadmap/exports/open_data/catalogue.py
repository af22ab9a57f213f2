"""The catalogue of the open data as RDF, in the profile DCAT-AP-SE 3 that dataportal.se harvests.

In one thing the Swedish profile contradicts the European one that it profiles: it wants a file's
format as text, where the European shapes refuse anything but an address. The address is kept.

Every node has an address of its own. Where it is not known yet where the site will be published
the addresses are relative to the catalogue's own, as RDF allows, and are right wherever it is put.
"""

from collections.abc import Generator, Sequence
from typing import Any

from rdflib import DCAT, DCTERMS, FOAF, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from roadmap.exports.open_data import files
from roadmap.exports.open_data.dates import modified
from roadmap.exports.open_data.schema import Table, TableSet
from roadmap.exports.open_data.tables import SETS
from roadmap.model import Settings
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls

_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_EU = Namespace("http://publications.europa.eu/resource/authority/")
_IANA = Namespace("https://www.iana.org/assignments/media-types/")
_SWEDISH = _EU["language/SWE"]
_THEMES = _EU["data-theme"]
_GOVERNMENT = _EU["data-theme/GOVE"]
_PUBLIC = _EU["access-right/PUBLIC"]
# The profile lets a catalogue itself have these terms only. They cover the descriptions.
_CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
_FORMATS = {
    "csv": (_EU["file-type/CSV"], _IANA["text/csv"]),
    "json": (_EU["file-type/JSON"], _IANA["application/json"]),
    "zip": (_EU["file-type/ZIP"], _IANA["application/zip"]),
}
# The heading on the page of open data under which the terms of every set stand.
_TERMS = "villkor"
_TERMS_OF_ALL = "Villkoren står för varje del"
NO_PUBLISHER = "Utgivare är inte angiven"


def catalogue(dataset: Dataset, site_url: str) -> bytes:
    """Return the catalogue as RDF/XML, the same for the same data.

    `site_url` is where the site is published, ending in "/", or "" while that is not decided. A
    set without rows is left out.
    """
    return _Catalogue(dataset, site_url).graph().serialize(format="xml", encoding="utf-8")


class _OrderedGraph(Graph):
    """A graph that is written in the same order every time."""

    def subjects(self, *arguments: Any, **options: Any) -> Generator[Node, None, None]:
        found = set(super().subjects(*arguments, **options))
        yield from sorted(found, key=str)


class _Catalogue:
    """One catalogue while it is put together."""

    def __init__(self, dataset: Dataset, site_url: str) -> None:
        self._dataset = dataset
        self._site_url = site_url
        self._graph = _OrderedGraph()
        self._graph.bind("vcard", _VCARD)

    def graph(self) -> Graph:
        plan, settings = self._dataset.plan, self._dataset.settings
        node = self._here("katalog")
        self._add(node, RDF.type, DCAT.Catalog)
        self._say(node, DCTERMS.title, f"Öppna data: {plan.title}")
        self._say(node, DCTERMS.description, f"Planen och svaren på den. {plan.summary}")
        self._add(node, DCTERMS.publisher, self._publisher(settings))
        self._add(node, DCTERMS.license, self._licence_document(_CC0, "CC0 1.0"))
        self._add(node, DCTERMS.language, _SWEDISH)
        self._add(node, DCAT.themeTaxonomy, _THEMES)
        self._describe_words()
        self._add(node, FOAF.homepage, self._document(urls.START))
        filled = [
            each
            for each in SETS
            if any(True for table in each.tables for _ in table.rows(self._dataset))
        ]
        for each in filled:
            self._add(node, DCAT.dataset, self._set(each))
        self._add(node, DCAT.dataset, self._everything(filled))
        return self._graph

    def _describe_words(self) -> None:
        """Say what the words of others are that the catalogue uses, as the profile asks."""
        self._add(_SWEDISH, RDF.type, DCTERMS.LinguisticSystem)
        self._add(_PUBLIC, RDF.type, DCTERMS.RightsStatement)
        self._add(_THEMES, RDF.type, SKOS.ConceptScheme)
        self._say(_THEMES, DCTERMS.title, "Datateman")
        self._add(_GOVERNMENT, RDF.type, SKOS.Concept)
        self._say(_GOVERNMENT, SKOS.prefLabel, "Regeringen och den offentliga sektorn")

    def _set(self, each: TableSet) -> URIRef:
        node = self._described(each.id, each.title, each.description, [each])
        for table in each.tables:
            self._add(node, DCAT.distribution, self._file(each, table, "csv"))
            self._add(node, DCAT.distribution, self._file(each, table, "json"))
        return node

    def _everything(self, filled: Sequence[TableSet]) -> URIRef:
        """Describe the zip, which is no part of any one set."""
        description = "Planen, remissvaren, bedömningarna och statistiken i en zip-fil."
        node = self._described("allt", "Allt", description, filled)
        package = self._distribution(
            "allt-zip", "Allt (ZIP)", description, files.ARCHIVE, "zip", files.DATA_PACKAGE
        )
        if any(files.licence(self._dataset, each) for each in filled):
            terms = self._site(urls.OPEN_DATA, _TERMS)
            self._add(package, DCTERMS.license, self._licence_document(terms, _TERMS_OF_ALL))
        self._add(node, DCAT.distribution, package)
        return node

    def _described(
        self, name: str, title: str, description: str, sets: Sequence[TableSet]
    ) -> URIRef:
        plan, settings = self._dataset.plan, self._dataset.settings
        node = self._here(name)
        self._add(node, RDF.type, DCAT.Dataset)
        self._say(node, DCTERMS.title, f"{title}: {plan.title}")
        self._say(node, DCTERMS.description, description)
        self._add(node, DCTERMS.publisher, self._publisher(settings))
        self._add(node, DCTERMS.language, _SWEDISH)
        self._add(node, DCTERMS.accessRights, _PUBLIC)
        self._add(node, DCAT.theme, _GOVERNMENT)
        self._add(node, DCAT.landingPage, self._document(urls.OPEN_DATA))
        for word in ("remiss", "remissvar", plan.municipality):
            self._say(node, DCAT.keyword, word)
        if settings.contact:
            self._add(node, DCAT.contactPoint, self._contact(settings, settings.contact))
        day = modified(self._dataset.history, [each.id for each in sets])
        if day:
            self._graph.add((node, DCTERMS.modified, Literal(day)))
        return node

    def _file(self, each: TableSet, table: Table, kind: str) -> URIRef:
        url = files.csv_url(table) if kind == "csv" else files.json_url(table)
        described_by = files.DATA_PACKAGE if kind == "csv" else files.schema_url(table)
        title = f"{table.title} ({kind.upper()})"
        node = self._distribution(
            f"{table.name}-{kind}", title, table.description, url, kind, described_by
        )
        terms = files.licence(self._dataset, each)
        if terms:
            self._add(node, DCTERMS.license, self._licence(each, terms.name, terms.url))
        return node

    def _distribution(
        self, name: str, title: str, description: str, url: str, kind: str, described_by: str
    ) -> URIRef:
        node = self._here(name)
        self._add(node, RDF.type, DCAT.Distribution)
        self._say(node, DCTERMS.title, title)
        self._say(node, DCTERMS.description, description)
        self._add(node, DCAT.accessURL, self._site(url))
        self._add(node, DCAT.downloadURL, self._site(url))
        file_type, media_type = _FORMATS[kind]
        self._add(node, DCTERMS["format"], file_type)
        self._add(file_type, RDF.type, DCTERMS.MediaTypeOrExtent)
        self._add(node, DCAT.mediaType, media_type)
        self._add(media_type, RDF.type, DCTERMS.MediaType)
        self._add(node, FOAF.page, self._document(described_by))
        return node

    def _publisher(self, settings: Settings) -> URIRef:
        node = self._here("utgivare")
        self._add(node, RDF.type, FOAF.Agent)
        self._say(node, FOAF.name, settings.publisher or NO_PUBLISHER)
        if settings.publisher_url:
            home = URIRef(settings.publisher_url)
            self._add(node, FOAF.homepage, home)
            self._add(home, RDF.type, FOAF.Document)
        return node

    def _contact(self, settings: Settings, address: str) -> URIRef:
        node = self._here("kontakt")
        self._add(node, RDF.type, _VCARD.Organization)
        self._add(node, RDF.type, _VCARD.Kind)
        name = settings.publisher or NO_PUBLISHER
        self._graph.add((node, _VCARD.fn, Literal(name)))
        self._add(node, _VCARD.hasEmail, URIRef(f"mailto:{address}"))
        return node

    def _licence(self, each: TableSet, name: str, url: str | None) -> URIRef:
        if not url:
            return self._licence_document(self._site(urls.OPEN_DATA, f"villkor-{each.id}"), name)
        # Creative Commons' identifiers, which the profile lists, begin with http.
        known = url.replace("https://creativecommons.org/", "http://creativecommons.org/")
        return self._licence_document(URIRef(known), name)

    def _licence_document(self, node: URIRef, name: str) -> URIRef:
        self._add(node, RDF.type, DCTERMS.LicenseDocument)
        if node != _CC0:
            self._say(node, DCTERMS.title, name)
        return node

    def _document(self, url: str) -> URIRef:
        node = self._site(url)
        self._add(node, RDF.type, FOAF.Document)
        return node

    def _add(self, subject: URIRef, predicate: URIRef, value: URIRef) -> None:
        self._graph.add((subject, predicate, value))

    def _say(self, subject: URIRef, predicate: URIRef, words: str) -> None:
        self._graph.add((subject, predicate, Literal(words, lang="sv")))

    def _here(self, name: str) -> URIRef:
        """Return a node of the catalogue itself."""
        return URIRef(f"{self._site_url}{urls.CATALOGUE}#{name}" if self._site_url else f"#{name}")

    def _site(self, url: str, anchor: str | None = None) -> URIRef:
        """Return a page or file of the site."""
        if self._site_url:
            return URIRef(self._site_url + urls.link(urls.START, url, anchor).removeprefix("./"))
        return URIRef(urls.link(urls.CATALOGUE, url, anchor))
