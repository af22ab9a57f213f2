"""The open data as files: each table as CSV and JSON, what they mean, the terms, all in one zip."""

import zipfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from roadmap.exports.open_data import formats
from roadmap.exports.open_data.schema import OfEachResponse, Row, Table, TableSet
from roadmap.exports.open_data.tables import SETS, TABLES
from roadmap.model import Licence, Response
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls

DATA_PACKAGE = f"{urls.OPEN_DATA_FILES}datapackage.json"
TERMS = f"{urls.OPEN_DATA_FILES}villkor.txt"
ARCHIVE = f"{urls.OPEN_DATA_FILES}allt.zip"
_IN_MEMORY = 1 << 22  # most bytes of a file that waits in memory and not on the disk
_PIECE = 1 << 18

# A file with its URL, piece by piece, for it may be larger than there should be in memory. The
# pieces are to be taken before the next file is asked for.
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


def addresses() -> Iterator[str]:
    """Yield the URL of every file that `data_files` makes, which is the same for all data."""
    for each in SETS:
        for table in each.tables:
            yield from (csv_url(table), json_url(table), schema_url(table))
    yield from (DATA_PACKAGE, TERMS, ARCHIVE)


def data_files(dataset: Dataset, site_url: str) -> Iterator[File]:
    """Yield every file of the open data but the catalogue, and the zip of them.

    `site_url` is where the site is published, or "" while that is not decided.
    """
    with SpooledTemporaryFile(_IN_MEMORY) as packed:
        # Beyond level 3 it takes twice as long, for a quarter fewer bytes.
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            for url, pieces in _files(dataset, site_url):
                # An entry opened by name has the earliest time there is, and not that of now.
                with archive.open(url.removeprefix(urls.OPEN_DATA_FILES), "w") as entry:
                    copied = _copied(pieces, entry)
                    yield url, copied
                    deque(copied, maxlen=0)  # the zip has what nobody else took, too
            for info in archive.infolist():
                info.create_system = 3  # Unix, on every machine
                info.external_attr = 0o644 << 16
        yield ARCHIVE, _read(packed)


def _files(dataset: Dataset, site_url: str) -> Iterator[File]:
    for each in SETS:
        for table in each.tables:
            # Made together with the CSV, and waits until it is written.
            with SpooledTemporaryFile(_IN_MEMORY) as as_json:
                yield csv_url(table), _csv(table, dataset, as_json)
                yield json_url(table), _read(as_json)
            yield schema_url(table), [formats.to_text(formats.json_schema(table)).encode()]
    yield DATA_PACKAGE, [formats.to_text(_data_package(dataset, site_url)).encode()]
    yield TERMS, [_terms(dataset).encode()]


def _csv(table: Table, dataset: Dataset, as_json: IO[bytes]) -> Iterator[bytes]:
    """Yield a table as CSV, and write it as JSON."""
    for csv_piece, json_piece in formats.pieces(table, table.rows(dataset)):
        as_json.write(json_piece.encode())
        yield csv_piece.encode()


def _read(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece


def _copied(pieces: Iterable[bytes], copy: IO[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        copy.write(piece)
        yield piece


def licence(dataset: Dataset, each: TableSet) -> Licence | None:
    """Return the terms of a set, or None where none are stated."""
    found: Licence | None = getattr(dataset.settings.licences, each.id)
    return found


Formula = tuple[Table, Row, str]


@dataclass(frozen=True)
class Survey:
    """What a look through all rows tells.

    `counts` are the numbers of rows by table. `formulas` are the texts that a spreadsheet takes
    for formulas: table, row and field.
    """

    counts: Mapping[str, int]
    formulas: tuple[Formula, ...]


@lru_cache(maxsize=1)
def survey(dataset: Dataset) -> Survey:
    """Look through every row of every table, once for as long as the data are the same."""
    responses = [_survey_of(body) for body in dataset.received]
    counts: dict[str, int] = {}
    formulas: list[Formula] = []
    for table in TABLES:
        told = (
            responses
            if isinstance(table.rows, OfEachResponse)
            else [_look_through([(table, table.rows(dataset))])]
        )
        counts[table.name] = sum(each.counts[table.name] for each in told)
        formulas.extend(one for each in told for one in each.formulas if one[0] is table)
    return Survey(counts, tuple(formulas))


# By the body, with the response that it is true of: an edit changes one of hundreds.
_surveys: dict[str, tuple[Response, Survey]] = {}


def _survey_of(body: Body) -> Survey:
    kept = _surveys.get(body.id)
    if not kept or kept[0] is not body.response:
        tables = (
            (table, table.rows.of(body))
            for table in TABLES
            if isinstance(table.rows, OfEachResponse)
        )
        kept = _surveys[body.id] = body.response, _look_through(tables)
    return kept[1]


def _look_through(tables: Iterable[tuple[Table, Iterable[Row]]]) -> Survey:
    counts: dict[str, int] = {}
    formulas: list[Formula] = []

    def counted(table: Table, rows: Iterable[Row]) -> Iterator[Row]:
        counts[table.name] = 0
        for row in rows:
            counts[table.name] += 1
            yield row

    for table, rows in tables:
        found = formats.formulas(table, counted(table, rows))
        formulas.extend((table, row, name) for row, name in found)
    return Survey(counts, tuple(formulas))


def _data_package(dataset: Dataset, site_url: str) -> dict[str, Any]:
    package: dict[str, Any] = {
        "name": "oppna-data",
        "profile": "data-package",
        "title": dataset.plan.title,
        "description": f"Planen, remissvaren och redaktionens bedömningar. {dataset.plan.summary}",
        "version": "1",
    }
    if site_url:
        package["homepage"] = f"{site_url}{urls.OPEN_DATA}"
    package["resources"] = [
        _resource(dataset, each, table) for each in SETS for table in each.tables
    ]
    return package


def _resource(dataset: Dataset, each: TableSet, table: Table) -> dict[str, Any]:
    terms = licence(dataset, each)
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
    """Return the terms of every set, for people."""
    parts = [f"{dataset.plan.title}: villkor för öppna data\n"]
    for each in SETS:
        terms = licence(dataset, each)
        names = ", ".join(table.name for table in each.tables)
        told = f"{terms.name}. {terms.terms}" if terms else "Villkor är inte angivna."
        address = f"\n{terms.url}" if terms and terms.url else ""
        parts.append(f"{each.title} ({names})\n{told}{address}\n")
    return "\n".join(parts)
