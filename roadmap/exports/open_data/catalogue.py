"""The catalogue of the open data as RDF, in the profile DCAT-AP-SE 3 that dataportal.se harvests.

The Swedish profile contradicts the European one in one point: it wants a file's format as text,
while the European shapes accept only an address. An address is used here.

Every node has its own address. While the site's address is unknown, they are relative to that of
the catalogue, as RDF allows, and are correct wherever it is published.
"""

from collections.abc import Generator, Sequence
from typing import Any

from rdflib import DCAT, DCTERMS, FOAF, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from roadmap.exports.open_data import files
from roadmap.exports.open_data.dates import modified
from roadmap.exports.open_data.definitions import Table, TableSet
from roadmap.exports.open_data.tables import sets_of
from roadmap.model import Settings
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.messages import N_, _, language, said

_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_EU = Namespace("http://publications.europa.eu/resource/authority/")
_IANA = Namespace("https://www.iana.org/assignments/media-types/")
_SWEDISH = _EU["language/SWE"]
_THEMES = _EU["data-theme"]
_GOVERNMENT = _EU["data-theme/GOVE"]
_PUBLIC = _EU["access-right/PUBLIC"]
# The only licence that the profile allows for the catalogue, that is, for the descriptions.
_CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
_FORMATS = {
    "csv": (_EU["file-type/CSV"], _IANA["text/csv"]),
    "json": (_EU["file-type/JSON"], _IANA["application/json"]),
    "zip": (_EU["file-type/ZIP"], _IANA["application/zip"]),
}
# The id of the heading over the terms of all sets, on the page of open data.
_TERMS = "villkor"
_TERMS_OF_ALL = N_("Villkoren står för varje del")
NO_PUBLISHER = N_("Utgivare är inte angiven")


def catalogue(dataset: Dataset, site_url: str) -> bytes:
    """Return the catalogue as RDF/XML, the same for the same data.

    `site_url` is the address of the published site with a final "/", or "" while it is undecided.
    A set without rows is left out.
    """
    return _Catalogue(dataset, site_url).graph().serialize(format="xml", encoding="utf-8")


class _OrderedGraph(Graph):
    """A graph that is always written in the same order."""

    def subjects(self, *arguments: Any, **options: Any) -> Generator[Node, None, None]:
        subjects = set(super().subjects(*arguments, **options))
        yield from sorted(subjects, key=str)


class _Catalogue:
    """The builder of one catalogue."""

    def __init__(self, dataset: Dataset, site_url: str) -> None:
        self._dataset = dataset
        self._site_url = site_url
        self._graph = _OrderedGraph()
        self._graph.bind("vcard", _VCARD)

    def graph(self) -> Graph:
        plan, settings = self._dataset.plan, self._dataset.settings
        node = self._own_node("katalog")
        self._add(node, RDF.type, DCAT.Catalog)
        self._add_text(node, DCTERMS.title, _("Öppna data: %(plan)s", plan=plan.title))
        about = _("Planen och svaren på den.")
        self._add_text(node, DCTERMS.description, f"{about} {plan.summary}")
        self._add(node, DCTERMS.publisher, self._publisher(settings))
        self._add(node, DCTERMS.license, self._licence_document(_CC0, "CC0 1.0"))
        self._add(node, DCTERMS.language, _SWEDISH)
        self._add(node, DCAT.themeTaxonomy, _THEMES)
        self._describe_vocabularies()
        self._add(node, FOAF.homepage, self._document(urls.START))
        filled_sets = [
            table_set
            for table_set in sets_of(self._dataset)
            if any(True for table in table_set.tables for _ in table.rows(self._dataset))
        ]
        for table_set in filled_sets:
            self._add(node, DCAT.dataset, self._set(table_set))
        self._add(node, DCAT.dataset, self._everything(filled_sets))
        return self._graph

    def _describe_vocabularies(self) -> None:
        """Describe the catalogue's terms from other vocabularies, as the profile requires."""
        self._add(_SWEDISH, RDF.type, DCTERMS.LinguisticSystem)
        self._add(_PUBLIC, RDF.type, DCTERMS.RightsStatement)
        self._add(_THEMES, RDF.type, SKOS.ConceptScheme)
        self._add_text(_THEMES, DCTERMS.title, _("Datateman"))
        self._add(_GOVERNMENT, RDF.type, SKOS.Concept)
        self._add_text(_GOVERNMENT, SKOS.prefLabel, _("Regeringen och den offentliga sektorn"))

    def _set(self, table_set: TableSet) -> URIRef:
        node = self._described(table_set.id, table_set.title, table_set.description, [table_set])
        for table in table_set.tables:
            self._add(node, DCAT.distribution, self._file(table_set, table, "csv"))
            self._add(node, DCAT.distribution, self._file(table_set, table, "json"))
        return node

    def _everything(self, filled_sets: Sequence[TableSet]) -> URIRef:
        """Describe the zip, which holds all sets."""
        description = _("Planen, %(the_responses)s, bedömningarna och statistiken i en zip-fil.")
        node = self._described("allt", _("Allt"), description, filled_sets)
        package = self._distribution(
            "allt-zip", _("Allt (ZIP)"), description, files.ARCHIVE, "zip", files.DATA_PACKAGE
        )
        if any(files.licence(self._dataset, table_set) for table_set in filled_sets):
            terms = self._site(urls.OPEN_DATA, _TERMS)
            self._add(package, DCTERMS.license, self._licence_document(terms, _TERMS_OF_ALL))
        self._add(node, DCAT.distribution, package)
        return node

    def _described(
        self, name: str, title: str, description: str, sets: Sequence[TableSet]
    ) -> URIRef:
        plan, settings = self._dataset.plan, self._dataset.settings
        node = self._own_node(name)
        self._add(node, RDF.type, DCAT.Dataset)
        self._add_text(node, DCTERMS.title, f"{title}: {plan.title}")
        self._add_text(node, DCTERMS.description, description)
        self._add(node, DCTERMS.publisher, self._publisher(settings))
        self._add(node, DCTERMS.language, _SWEDISH)
        self._add(node, DCTERMS.accessRights, _PUBLIC)
        self._add(node, DCAT.theme, _GOVERNMENT)
        self._add(node, DCAT.landingPage, self._document(urls.OPEN_DATA))
        for word in (_("remiss"), _("%(response)s"), plan.municipality):
            self._add_text(node, DCAT.keyword, word)
        if settings.contact:
            self._add(node, DCAT.contactPoint, self._contact(settings, settings.contact))
        day = modified(self._dataset.history, [table_set.id for table_set in sets])
        if day:
            self._graph.add((node, DCTERMS.modified, Literal(day)))
        return node

    def _file(self, table_set: TableSet, table: Table, kind: str) -> URIRef:
        url = files.csv_url(table) if kind == "csv" else files.json_url(table)
        described_by = files.DATA_PACKAGE if kind == "csv" else files.schema_url(table)
        title = f"{table.title} ({kind.upper()})"
        node = self._distribution(
            f"{table.name}-{kind}", title, table.description, url, kind, described_by
        )
        terms = files.licence(self._dataset, table_set)
        if terms:
            self._add(node, DCTERMS.license, self._licence(table_set, terms.name, terms.url))
        return node

    def _distribution(
        self, name: str, title: str, description: str, url: str, kind: str, described_by: str
    ) -> URIRef:
        node = self._own_node(name)
        self._add(node, RDF.type, DCAT.Distribution)
        self._add_text(node, DCTERMS.title, title)
        self._add_text(node, DCTERMS.description, description)
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
        node = self._own_node("utgivare")
        self._add(node, RDF.type, FOAF.Agent)
        self._add_text(node, FOAF.name, settings.publisher or NO_PUBLISHER)
        if settings.publisher_url:
            homepage = URIRef(settings.publisher_url)
            self._add(node, FOAF.homepage, homepage)
            self._add(homepage, RDF.type, FOAF.Document)
        return node

    def _contact(self, settings: Settings, address: str) -> URIRef:
        node = self._own_node("kontakt")
        self._add(node, RDF.type, _VCARD.Organization)
        self._add(node, RDF.type, _VCARD.Kind)
        name = said(settings.publisher or NO_PUBLISHER)
        self._graph.add((node, _VCARD.fn, Literal(name)))
        self._add(node, _VCARD.hasEmail, URIRef(f"mailto:{address}"))
        return node

    def _licence(self, table_set: TableSet, name: str, url: str | None) -> URIRef:
        if not url:
            return self._licence_document(
                self._site(urls.OPEN_DATA, f"villkor-{table_set.id}"), name
            )
        # Creative Commons' identifiers, which the profile lists, begin with http.
        identifier = url.replace("https://creativecommons.org/", "http://creativecommons.org/")
        return self._licence_document(URIRef(identifier), name)

    def _licence_document(self, node: URIRef, name: str) -> URIRef:
        self._add(node, RDF.type, DCTERMS.LicenseDocument)
        if node != _CC0:
            self._add_text(node, DCTERMS.title, name)
        return node

    def _document(self, url: str) -> URIRef:
        node = self._site(url)
        self._add(node, RDF.type, FOAF.Document)
        return node

    def _add(self, subject: URIRef, predicate: URIRef, value: URIRef) -> None:
        self._graph.add((subject, predicate, value))

    def _add_text(self, subject: URIRef, predicate: URIRef, words: str) -> None:
        self._graph.add((subject, predicate, Literal(said(words), lang=language())))

    def _own_node(self, name: str) -> URIRef:
        """Return the address of a node of the catalogue itself."""
        return URIRef(f"{self._site_url}{urls.CATALOGUE}#{name}" if self._site_url else f"#{name}")

    def _site(self, url: str, anchor: str | None = None) -> URIRef:
        """Return the address of a page or file of the site."""
        if self._site_url:
            return URIRef(self._site_url + urls.link(urls.START, url, anchor).removeprefix("./"))
        return URIRef(urls.link(urls.CATALOGUE, url, anchor))
