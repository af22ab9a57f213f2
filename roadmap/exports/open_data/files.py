"""The open data as files: tables as CSV and JSON, their schemas, the terms, and a zip of all."""

import zipfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from roadmap.exports.open_data import formats
from roadmap.exports.open_data.definitions import OfEachResponse, Row, Table, TableSet
from roadmap.exports.open_data.flat_table import FLAT
from roadmap.exports.open_data.tables import TABLES, sets_of, tables_of
from roadmap.exports.open_data.workbook import workbook
from roadmap.model import Licence, Response
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls
from roadmap.presenters.messages import _

DATA_PACKAGE = f"{urls.OPEN_DATA_FILES}datapackage.json"
TERMS = f"{urls.OPEN_DATA_FILES}villkor.txt"
ARCHIVE = f"{urls.OPEN_DATA_FILES}allt.zip"
_MAX_IN_MEMORY = 1 << 22  # bytes of a file that is kept in memory and not on disk
_PIECE = 1 << 18  # bytes

# The URL and the pieces of a file, which may be too large to keep in memory. Take all pieces before
# the next file.
File = tuple[str, Iterable[bytes]]


def csv_url(table: Table) -> str:
    """Return the URL of a table as CSV, relative to the site's root."""
    return f"{urls.OPEN_DATA_FILES}{table.name}.csv"


def json_url(table: Table) -> str:
    """Return the URL of a table as JSON, relative to the site's root."""
    return f"{urls.OPEN_DATA_FILES}{table.name}.json"


def schema_url(table: Table) -> str:
    """Return the URL of the JSON Schema of a table, relative to the site's root."""
    return f"{urls.OPEN_DATA_FILES}{table.name}.schema.json"


def xlsx_url(table: Table) -> str:
    """Return the URL of a table as an Excel workbook, relative to the site's root."""
    return f"{urls.OPEN_DATA_FILES}{table.name}.xlsx"


def addresses(dataset: Dataset) -> Iterator[str]:
    """Yield the URL of every file that `data_files` makes, which follow from what the plan has."""
    for table_set in sets_of(dataset):
        for table in table_set.tables:
            yield from (csv_url(table), json_url(table), schema_url(table))
    yield from (xlsx_url(FLAT), DATA_PACKAGE, TERMS, ARCHIVE)


def data_files(dataset: Dataset, site_url: str) -> Iterator[File]:
    """Yield every file of the open data except the catalogue, and last a zip of them.

    `site_url` is the address of the published site, or "" while it is undecided.
    """
    with SpooledTemporaryFile(_MAX_IN_MEMORY) as zip_file:
        # A higher level than 3 takes twice as long for a quarter fewer bytes.
        with zipfile.ZipFile(zip_file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            for url, pieces in _files(dataset, site_url):
                # An entry opened by name gets the earliest time possible, not the present time.
                with archive.open(url.removeprefix(urls.OPEN_DATA_FILES), "w") as entry:
                    copied_pieces = _copied(pieces, entry)
                    yield url, copied_pieces
                    # The zip also needs the pieces that the caller did not take.
                    deque(copied_pieces, maxlen=0)
            for info in archive.infolist():
                info.create_system = 3  # Unix, on every machine
                info.external_attr = 0o644 << 16
        yield ARCHIVE, _read(zip_file)


def _files(dataset: Dataset, site_url: str) -> Iterator[File]:
    for table_set in sets_of(dataset):
        for table in table_set.tables:
            # Written together with the CSV, and yielded after it.
            with SpooledTemporaryFile(_MAX_IN_MEMORY) as json_file:
                yield csv_url(table), _csv(table, dataset, json_file)
                yield json_url(table), _read(json_file)
            yield schema_url(table), [formats.to_text(formats.json_schema(table)).encode()]
    yield xlsx_url(FLAT), [workbook(FLAT, FLAT.rows(dataset))]
    yield DATA_PACKAGE, [formats.to_text(_data_package(dataset, site_url)).encode()]
    yield TERMS, [_terms(dataset).encode()]


def _csv(table: Table, dataset: Dataset, json_file: IO[bytes]) -> Iterator[bytes]:
    """Yield a table as CSV, and write the same rows to the JSON file."""
    for csv_piece, json_piece in formats.pieces(table, table.rows(dataset)):
        json_file.write(json_piece.encode())
        yield csv_piece.encode()


def _read(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece


def _copied(pieces: Iterable[bytes], copy: IO[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        copy.write(piece)
        yield piece


def licence(dataset: Dataset, table_set: TableSet) -> Licence | None:
    """Return the terms of a set, or None if they are not stated."""
    terms: Licence | None = getattr(dataset.settings.licences, table_set.id)
    return terms


Formula = tuple[Table, Row, str]


@dataclass(frozen=True)
class Survey:
    """The result of a pass through all rows.

    `counts` are the numbers of rows by table. `formulas` are the texts that a spreadsheet takes
    for formulas, each as table, row and field.
    """

    counts: Mapping[str, int]
    formulas: tuple[Formula, ...]


@lru_cache(maxsize=1)
def survey(dataset: Dataset) -> Survey:
    """Survey every row of every table; the result is cached for a data set."""
    responses = [_survey_of(body) for body in dataset.received]
    counts: dict[str, int] = {}
    formulas: list[Formula] = []
    for table in tables_of(dataset):
        surveys = (
            responses
            if isinstance(table.rows, OfEachResponse)
            else [_survey_rows([(table, table.rows(dataset))])]
        )
        counts[table.name] = sum(table_survey.counts[table.name] for table_survey in surveys)
        formulas.extend(
            formula
            for table_survey in surveys
            for formula in table_survey.formulas
            if formula[0] is table
        )
    return Survey(counts, tuple(formulas))


# By the body's id, with the response surveyed: an edit changes one of hundreds.
_surveys: dict[str, tuple[Response, Survey]] = {}


def _survey_of(body: Body) -> Survey:
    cached = _surveys.get(body.id)
    if not cached or cached[0] is not body.response:
        tables = (
            (table, table.rows.of(body))
            for table in TABLES
            if isinstance(table.rows, OfEachResponse)
        )
        cached = _surveys[body.id] = body.response, _survey_rows(tables)
    return cached[1]


def _survey_rows(tables: Iterable[tuple[Table, Iterable[Row]]]) -> Survey:
    counts: dict[str, int] = {}
    formulas: list[Formula] = []

    def counted(table: Table, rows: Iterable[Row]) -> Iterator[Row]:
        counts[table.name] = 0
        for row in rows:
            counts[table.name] += 1
            yield row

    for table, rows in tables:
        rows_and_fields = formats.formulas(table, counted(table, rows))
        formulas.extend((table, row, name) for row, name in rows_and_fields)
    return Survey(counts, tuple(formulas))


def _data_package(dataset: Dataset, site_url: str) -> dict[str, Any]:
    about = _("Planen, %(the_responses)s och tolkningarna.")
    package: dict[str, Any] = {
        "name": "oppna-data",
        "profile": "data-package",
        "title": dataset.plan.title,
        "description": " ".join((about, dataset.plan.summary)),
        "version": "1",
    }
    if site_url:
        package["homepage"] = f"{site_url}{urls.OPEN_DATA}"
    package["resources"] = [
        _resource(dataset, table_set, table)
        for table_set in sets_of(dataset)
        for table in table_set.tables
    ]
    return package


def _resource(dataset: Dataset, table_set: TableSet, table: Table) -> dict[str, Any]:
    terms = licence(dataset, table_set)
    resource: dict[str, Any] = {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "profile": "tabular-data-resource",
        "path": csv_url(table).removeprefix(urls.OPEN_DATA_FILES),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": formats.DELIMITER, "lineTerminator": formats.LINE_END},
    }
    if terms:
        path = terms.url or TERMS.removeprefix(urls.OPEN_DATA_FILES)
        resource["licenses"] = [{"title": terms.name, "path": path}]
    return resource | {"schema": formats.table_schema(table)}


def _terms(dataset: Dataset) -> str:
    """Return the terms of every set as a text for people."""
    heading = _("%(plan)s: villkor för öppna data", plan=dataset.plan.title)
    paragraphs = [f"{heading}\n"]
    for table_set in sets_of(dataset):
        terms = licence(dataset, table_set)
        names = ", ".join(table.name for table in table_set.tables)
        words = f"{terms.name}. {terms.terms}" if terms else _("Villkor är inte angivna.")
        address = f"\n{terms.url}" if terms and terms.url else ""
        paragraphs.append(f"{table_set.title} ({names})\n{words}{address}\n")
    return "\n".join(paragraphs)
