"""The catalogue has what the profiles ask for, and leads to files that are there."""

import os
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from pyshacl import validate
from rdflib import DCTERMS, FOAF, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib import namespace as ns

from roadmap.exports import open_data
from roadmap.exports.open_data import files
from roadmap.exports.open_data.catalogue import NO_PUBLISHER, catalogue
from roadmap.exports.open_data.tables import SETS
from roadmap.model import Settings
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from tests.projects import MINI, REAL, ROOT, dataset_of

HOME = "https://prov.example/plan/"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")

# What the Swedish profile makes obligatory, and how many there may be: least and most.
MANY = 10**6
OBLIGATORY = {
    ns.DCAT.Catalog: {
        DCTERMS.title: (1, MANY),
        DCTERMS.description: (1, MANY),
        DCTERMS.publisher: (1, 1),
        DCTERMS.license: (1, 1),
        ns.DCAT.dataset: (1, MANY),
    },
    ns.DCAT.Dataset: {
        DCTERMS.title: (1, MANY),
        DCTERMS.description: (1, MANY),
        DCTERMS.publisher: (1, 1),
        DCTERMS.modified: (0, 1),
    },
    ns.DCAT.Distribution: {
        ns.DCAT.accessURL: (1, 1),
        DCTERMS["format"]: (1, 1),
        DCTERMS.license: (0, 1),
    },
    FOAF.Agent: {FOAF.name: (1, MANY)},
    VCARD.Organization: {VCARD.fn: (1, MANY), VCARD.hasEmail: (1, MANY)},
    SKOS.Concept: {SKOS.prefLabel: (1, MANY)},
    SKOS.ConceptScheme: {DCTERMS.title: (1, MANY)},
}
# What a value has to be, by the European profile's class ranges.
RANGES = {
    DCTERMS.publisher: FOAF.Agent,
    DCTERMS.license: DCTERMS.LicenseDocument,
    DCTERMS.language: DCTERMS.LinguisticSystem,
    DCTERMS.accessRights: DCTERMS.RightsStatement,
    DCTERMS["format"]: DCTERMS.MediaTypeOrExtent,
    ns.DCAT.mediaType: DCTERMS.MediaType,
    ns.DCAT.theme: SKOS.Concept,
    ns.DCAT.themeTaxonomy: SKOS.ConceptScheme,
    ns.DCAT.dataset: ns.DCAT.Dataset,
    ns.DCAT.distribution: ns.DCAT.Distribution,
    ns.DCAT.contactPoint: VCARD.Kind,
    ns.DCAT.landingPage: FOAF.Document,
    FOAF.homepage: FOAF.Document,
    FOAF.page: FOAF.Document,
}


def graph(dataset: Dataset, site_url: str = HOME) -> Graph:
    """Return the catalogue as one reads it who fetched it from the site."""
    return Graph().parse(
        data=catalogue(dataset, site_url), format="xml", publicID=urljoin(HOME, urls.CATALOGUE)
    )


@pytest.mark.parametrize("site_url", ["", HOME])
def test_what_is_obligatory_is_there(dataset: Dataset, site_url: str) -> None:
    found = graph(dataset, site_url)
    assert len([*found.subjects(RDF.type, ns.DCAT.Catalog)]) == 1
    for kind, properties in OBLIGATORY.items():
        for subject in found.subjects(RDF.type, kind):
            for name, (least, most) in properties.items():
                count = len([*found.objects(subject, name)])
                assert least <= count <= most, f"{subject} {name}"
    for name, kind in RANGES.items():
        for subject, value in found.subject_objects(name):
            assert (value, RDF.type, kind) in found, f"{subject} {name} {value}"


def official_shapes() -> list[Path]:
    """Return the SHACL files of DCAT-AP 3.0.1, which are run against and not copied in.

    They are looked for in the folder that the variable DCAT_SHAPES names, else beside the project.
    """
    named = os.environ.get("DCAT_SHAPES")
    folders = [Path(named)] if named else sorted(ROOT.parent.glob("*/dcat"))
    return [path for folder in folders for path in sorted(folder.glob("*.ttl"))]


@pytest.mark.skipif(
    not official_shapes(),
    reason="The shapes of DCAT-AP 3.0.1 are not here: set DCAT_SHAPES to a folder that has them",
)
def test_the_official_shapes_are_met(dataset: Dataset) -> None:
    for path in official_shapes():
        conforms, _, report = validate(
            graph(dataset), shacl_graph=Graph().parse(path), allow_warnings=True
        )
        assert conforms, report


def test_a_catalogue_that_lacks_something_meets_them_not(real: Dataset) -> None:
    shapes = Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        [] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
            sh:property [ sh:path dct:title ; sh:minCount 1 ] ."""
    )
    found = graph(real)
    assert validate(found, shacl_graph=shapes)[0]
    found.remove((None, DCTERMS.title, None))
    assert not validate(found, shacl_graph=shapes)[0]


@pytest.mark.parametrize("site_url", ["", HOME])
def test_words_are_swedish_and_nodes_have_addresses(dataset: Dataset, site_url: str) -> None:
    for subject, predicate, value in graph(dataset, site_url):
        assert isinstance(subject, URIRef)
        assert "://" in subject
        if isinstance(value, Literal) and predicate not in (VCARD.fn, DCTERMS.modified):
            assert value.language == "sv", value


def test_the_address_of_the_site_need_not_be_known(dataset: Dataset) -> None:
    assert set(graph(dataset, "")) == set(graph(dataset, HOME))


def test_the_catalogue_leads_to_every_table_with_rows_and_nowhere_else(dataset: Dataset) -> None:
    found = graph(dataset)
    targets = {
        str(target).removeprefix(HOME) for target in found.objects(None, ns.DCAT.downloadURL)
    }
    assert targets == {
        f"{urls.OPEN_DATA_FILES}{table.name}.{kind}"
        for each in SETS
        if any([*table.rows(dataset)] for table in each.tables)
        for table in each.tables
        for kind in ("csv", "json")
    } | {files.ARCHIVE}
    assert targets <= set(dict(open_data.build(dataset)))


def test_the_zip_is_described_and_its_terms_are_those_of_each_part(real: Dataset) -> None:
    found = graph(real)
    everything, package = (
        URIRef(f"{HOME}{urls.CATALOGUE}#{name}") for name in ("allt", "allt-zip")
    )
    assert (everything, ns.DCAT.distribution, package) in found
    assert found.value(package, ns.DCAT.mediaType) == URIRef(
        "https://www.iana.org/assignments/media-types/application/zip"
    )
    anchor = str(found.value(package, DCTERMS.license)).removeprefix(f"{HOME}{urls.OPEN_DATA}#")
    assert f"{{: #{anchor} }}" in (REAL / "docs/oppna-data.md").read_text("utf-8")
    none_stated = replace(real, settings=Settings())
    assert graph(none_stated).value(package, DCTERMS.license) is None


def test_the_terms_are_those_of_the_settings(real: Dataset) -> None:
    found = graph(real)
    catalog = found.value(predicate=RDF.type, object=ns.DCAT.Catalog)
    assert found.value(catalog, DCTERMS.license) == CC0

    def licence(table: str) -> object:
        return found.value(URIRef(f"{HOME}{urls.CATALOGUE}#{table}-csv"), DCTERMS.license)

    assert licence("bedomningar") == CC0
    own = licence("synpunkter")
    assert own == URIRef(f"{HOME}oppna-data/#villkor-responses")
    assert isinstance(own, URIRef)
    assert str(found.value(own, DCTERMS.title)) == "Skyddas inte av upphovsrätt"


def test_a_publisher_that_is_unset_is_said_to_be_and_one_that_is_set_is_named(
    real: Dataset,
) -> None:
    assert {str(name) for name in graph(real).objects(None, FOAF.name)} == {NO_PUBLISHER}
    assert not [*graph(real).objects(None, ns.DCAT.contactPoint)]
    found = graph(dataset_of(MINI))
    assert {str(name) for name in found.objects(None, FOAF.name)} == {"Provköpings kommun"}
    assert {str(each) for each in found.objects(None, VCARD.hasEmail)} == {
        "mailto:prov@provkoping.example"
    }
