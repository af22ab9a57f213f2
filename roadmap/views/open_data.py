"""The views of the page of open data: the files, what their fields mean, and on what terms."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from roadmap.exports.open_data import files
from roadmap.exports.open_data.schema import Field, Kind, SetId, Table, TableSet
from roadmap.exports.open_data.tables import SETS
from roadmap.model import Licence
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.answers import FEW
from roadmap.presenters.marks import Link
from roadmap.text.swedish import counted
from roadmap.views.templating import render

_KINDS: dict[Kind, str] = {
    "string": "text",
    "integer": "heltal",
    "number": "tal",
    "boolean": "true eller false",
    "date": "datum, år-månad-dag",
}


@dataclass(frozen=True)
class _Column:
    name: str
    title: str
    description: str
    kind: str


@dataclass(frozen=True)
class _Table:
    name: str
    title: str
    description: str
    count: int
    files: tuple[Link, ...]
    columns: tuple[_Column, ...]


@dataclass(frozen=True)
class _Set:
    id: SetId
    title: str
    description: str
    licence: Licence | None
    tables: tuple[_Table, ...]


def open_data_files(dataset: Dataset, here: str) -> Markup:
    """Return the files that tell of or hold all the others."""
    return render(
        "open_data_files.html",
        archive=urls.link(here, files.ARCHIVE),
        package=urls.link(here, files.DATA_PACKAGE),
        catalogue=urls.link(here, urls.CATALOGUE),
        publisher=dataset.settings.publisher,
    )


def open_data_tables(dataset: Dataset, here: str) -> Markup:
    """Return every table: its files, how many rows it has, and what its fields mean."""
    return render("open_data_tables.html", sets=[_set(dataset, here, each) for each in SETS])


def open_data_terms(dataset: Dataset, here: str) -> Markup:
    """Return on what terms each set may be used, or that none are stated."""
    return render("open_data_terms.html", sets=[_set(dataset, here, each) for each in SETS])


def open_data_formulas(dataset: Dataset, here: str) -> Markup:
    """Return where a spreadsheet would take a text for a formula, or that it would nowhere.

    Where there are many, how many they are in each field of each table.
    """
    formulas = files.survey(dataset).formulas
    fields = Counter((table.name, name) for table, _, name in formulas)
    found = (
        [
            (table.name, name, f"raden {', '.join(str(row[key]) for key in table.key)}")
            for table, row, name in formulas
        ]
        if len(formulas) <= FEW
        else [
            (table, name, counted(number, "rad", "rader", neuter=False))
            for (table, name), number in fields.items()
        ]
    )
    return render("open_data_formulas.html", found=found)


def open_data_citation(dataset: Dataset, here: str) -> Markup:
    """Return how to refer to the open data as a whole."""
    return render(
        "open_data_citation.html", title=dataset.plan.title, publisher=dataset.settings.publisher
    )


def _set(dataset: Dataset, here: str, each: TableSet) -> _Set:
    return _Set(
        id=each.id,
        title=each.title,
        description=each.description,
        licence=files.licence(dataset, each),
        tables=tuple(_table(dataset, here, table) for table in each.tables),
    )


def _table(dataset: Dataset, here: str, table: Table) -> _Table:
    return _Table(
        name=table.name,
        title=table.title,
        description=table.description,
        count=files.survey(dataset).counts[table.name],
        files=(
            Link("CSV", urls.link(here, files.csv_url(table))),
            Link("JSON", urls.link(here, files.json_url(table))),
            Link("JSON-schema", urls.link(here, files.schema_url(table))),
        ),
        columns=tuple(map(_column, table.fields)),
    )


def _column(field: Field) -> _Column:
    kind = _KINDS[field.kind]
    if field.words:
        kind = f"{kind}: {', '.join(field.words)}"
    return _Column(
        name=field.name,
        title=field.title,
        description=field.description,
        kind=kind if field.required else f"{kind}, kan saknas",
    )
