"""The views of the page of open data: the files, the meanings of fields, and the terms."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from roadmap.exports.open_data import files
from roadmap.exports.open_data.definitions import Field, Kind, Row, SetId, Table, TableSet
from roadmap.exports.open_data.flat_table import FLAT
from roadmap.exports.open_data.tables import sets_of
from roadmap.model import Licence
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.grammar import ngettext_in_words
from roadmap.presenters.marks import Link
from roadmap.presenters.messages import N_, Words, _
from roadmap.presenters.wording import FEW
from roadmap.views.templating import render

_KINDS: Words[Kind] = Words(
    {
        "string": N_("text"),
        "integer": N_("heltal"),
        "number": N_("tal"),
        "boolean": N_("true eller false"),
        "date": N_("datum, år-månad-dag"),
    }
)


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


_FIRST_ROWS = 4
_SHOWN = ("strategi", "vem", "ställning", "slag", "önskemål", "hela_meningen", "sida", "besked")


def open_data_start(dataset: Dataset, here: str) -> Markup:
    """Return the file to begin with: as Excel and as CSV, and its first rows."""
    fields = {field.name: field for field in FLAT.fields}
    return render(
        "open_data_start.html",
        count=files.survey(dataset).counts[FLAT.name],
        excel=urls.link(here, files.xlsx_url(FLAT)),
        csv=urls.link(here, files.csv_url(FLAT)),
        name=FLAT.name,
        titles=[fields[name].title for name in _SHOWN],
        rows=[
            [(name, fields[name].title, row[name]) for name in _SHOWN]
            for row in islice(FLAT.rows(dataset), _FIRST_ROWS)
        ],
    )


def open_data_files(dataset: Dataset, here: str) -> Markup:
    """Return the files that describe or contain all the others."""
    return render(
        "open_data_files.html",
        archive=urls.link(here, files.ARCHIVE),
        package=urls.link(here, files.DATA_PACKAGE),
        catalogue=urls.link(here, urls.CATALOGUE),
        publisher=dataset.settings.publisher,
    )


def open_data_tables(dataset: Dataset, here: str) -> Markup:
    """Return every table: its files, its number of rows, and the meanings of its fields."""
    return render("open_data_tables.html", sets=_sets(dataset, here))


def open_data_terms(dataset: Dataset, here: str) -> Markup:
    """Return the terms of use of each set, or that none are stated."""
    return render("open_data_terms.html", sets=_sets(dataset, here))


def open_data_formulas(dataset: Dataset, here: str) -> Markup:
    """Return the texts that a spreadsheet would take for formulas, or that there are none.

    If there are many, they are only counted, by table and field.
    """
    formulas = files.survey(dataset).formulas
    fields = Counter((table.name, name) for table, _, name in formulas)
    rows = (
        [(table.name, name, _row(table, formula_row)) for table, formula_row, name in formulas]
        if len(formulas) <= FEW
        else [
            (table, name, ngettext_in_words("en rad", "%(num)s rader", rows))
            for (table, name), rows in fields.items()
        ]
    )
    return render("open_data_formulas.html", rows=rows)


def _row(table: Table, row: Row) -> str:
    return _("raden %(key)s", key=", ".join(str(row[name]) for name in table.key))


def open_data_citation(dataset: Dataset, here: str) -> Markup:
    """Return how to refer to the open data as a whole."""
    return render(
        "open_data_citation.html", title=dataset.plan.title, publisher=dataset.settings.publisher
    )


def _sets(dataset: Dataset, here: str) -> list[_Set]:
    return [_set(dataset, here, table_set) for table_set in sets_of(dataset)]


def _set(dataset: Dataset, here: str, table_set: TableSet) -> _Set:
    return _Set(
        id=table_set.id,
        title=table_set.title,
        description=table_set.description,
        licence=files.licence(dataset, table_set),
        tables=tuple(_table(dataset, here, table) for table in table_set.tables),
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
            Link(_("JSON-schema"), urls.link(here, files.schema_url(table))),
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
        kind=kind if field.required else _("%(kind)s, kan saknas", kind=kind),
    )
