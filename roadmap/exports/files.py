"""The open data as files: each table as CSV and JSON, what they mean, the terms, all in one zip."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from roadmap import urls
from roadmap.dataset import Dataset
from roadmap.exports import formats
from roadmap.exports.schema import Row, Table, TableSet
from roadmap.exports.tables import SETS, TABLES
from roadmap.model import Licence

DATA_PACKAGE = f"{urls.OPEN_DATA_FILES}datapackage.json"
TERMS = f"{urls.OPEN_DATA_FILES}villkor.txt"
ARCHIVE = f"{urls.OPEN_DATA_FILES}allt.zip"
# The earliest time that a zip can hold: the time of building would change it every time.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


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


def data_files(dataset: Dataset, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the open data but the catalogue, with its URL, and the zip of them.

    `site_url` is where the site is published, or "" while that is not decided. One at a time:
    thousands of responses make hundreds of megabytes.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in _texts(dataset, site_url):
            content = text.encode()
            _pack(archive, name, content)
            yield name, content
    yield ARCHIVE, buffer.getvalue()


def _texts(dataset: Dataset, site_url: str) -> Iterator[tuple[str, str]]:
    for each in SETS:
        for table in each.tables:
            rows = tuple(table.rows(dataset))
            yield csv_url(table), formats.to_csv(table, rows)
            yield json_url(table), formats.to_json(rows)
            yield schema_url(table), formats.to_text(formats.json_schema(table))
    yield DATA_PACKAGE, formats.to_text(_data_package(dataset, site_url))
    yield TERMS, _terms(dataset)


def licence(dataset: Dataset, each: TableSet) -> Licence | None:
    """Return the terms of a set, or None where none are stated."""
    found: Licence | None = getattr(dataset.settings.licences, each.id)
    return found


@dataclass(frozen=True)
class Survey:
    """What a look through all rows tells.

    `counts` are the numbers of rows by table. `formulas` are the texts that a spreadsheet takes
    for formulas: table, row and field.
    """

    counts: Mapping[str, int]
    formulas: tuple[tuple[Table, Row, str], ...]


@lru_cache(maxsize=1)
def survey(dataset: Dataset) -> Survey:
    """Look through every row of every table, once for as long as the data are the same."""
    counts = dict.fromkeys((table.name for table in TABLES), 0)

    def rows(table: Table) -> Iterator[Row]:
        for row in table.rows(dataset):
            counts[table.name] += 1
            yield row

    formulas = tuple(
        (table, row, name) for table in TABLES for row, name in formats.formulas(table, rows(table))
    )
    return Survey(counts, formulas)


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


def _pack(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Put a file into a zip, the same way every time."""
    info = zipfile.ZipInfo(name.removeprefix(urls.OPEN_DATA_FILES), _NO_TIME)
    info.external_attr = 0o644 << 16
    info.create_system = 3  # Unix, on every machine
    # Beyond level 3 it takes twice as long, for a quarter fewer bytes.
    archive.writestr(info, content, zipfile.ZIP_DEFLATED, compresslevel=3)
