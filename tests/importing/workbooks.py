"""Make Excel workbooks, also such as no spreadsheet program would write."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# The number formats of the made workbooks, by the name that a test gives them.
FORMATS = {
    **{"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "0%": 9, "0.00%": 10, "0.00E+00": 11},
    **{
        "yyyy-mm-dd": 14,
        '0.0" kr"': 164,
        "yyyy": 165,
        "0.0%": 166,
        "0,": 167,
        "0.0;[Red]-0.0": 168,
    },
}


@dataclass(frozen=True)
class Number:
    """A number in one of `FORMATS`, or what a formula gave."""

    value: str
    shown_as: str = "General"
    formula: str | None = None


@dataclass(frozen=True)
class Raw:
    """A cell as XML: its attributes and what is in it."""

    attributes: str
    content: str = ""


Value = str | int | float | Number | Raw | None


@dataclass(frozen=True)
class Made:
    """A sheet: its rows, by number if they are not from the first, and XML around them."""

    rows: Sequence[Sequence[Value]]
    state: str = "visible"
    before: str = ""
    after: str = ""
    row_attributes: Mapping[int, str] | None = None


def workbook(sheets: Mapping[str, Made], *, properties: str = "") -> bytes:
    """Return an .xlsx with these sheets."""
    strings: list[str] = []
    parts = {
        f"xl/worksheets/sheet{number}.xml": _sheet(made, strings)
        for number, made in enumerate(sheets.values(), start=1)
    }
    entries = "".join(
        f'<sheet name="{escape(title)}" sheetId="{number}" state="{made.state}" '
        f'r:id="rId{number}"/>'
        for number, (title, made) in enumerate(sheets.items(), start=1)
    )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{properties}<sheets>{entries}</sheets>'
        "</workbook>"
    )
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{items}</sst>'
    parts["xl/styles.xml"] = _styles()
    targets = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    kinds = ["worksheet"] * len(sheets) + ["sharedStrings", "styles"]
    parts["xl/_rels/workbook.xml.rels"] = _relations(
        zip(kinds, [*targets, "sharedStrings.xml", "styles.xml"], strict=True)
    )
    parts["_rels/.rels"] = _relations([("officeDocument", "xl/workbook.xml")])
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="{_KIND}.{_content_type(path)}+xml"/>'
        for path in parts
        if not path.endswith(".rels")
    )
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
    return zipped(parts)


def zipped(parts: Mapping[str, str]) -> bytes:
    """Return the parts as one package."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for path, text in parts.items():
            package.writestr(path, text)
    return whole.getvalue()


def _content_type(path: str) -> str:
    if "worksheets" in path:
        return "worksheet"
    return {"xl/workbook.xml": "sheet.main"}.get(path, path.removeprefix("xl/").split(".")[0])


def _relations(pairs: "zip[tuple[str, str]] | list[tuple[str, str]]") -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _styles() -> str:
    own = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for code, number in FORMATS.items()
        if number >= 164
    )
    cell_formats = "".join(f'<xf numFmtId="{number}"/>' for number in FORMATS.values())
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts>{own}</numFmts><cellXfs>{cell_formats}</cellXfs>'
        "</styleSheet>"
    )


def _sheet(made: Made, strings: list[str]) -> str:
    rows = "".join(
        f'<row r="{line}" {(made.row_attributes or {}).get(line, "")}>'
        + "".join(
            _cell(value, f"{chr(64 + column)}{line}", strings)
            for column, value in enumerate(row, 1)
        )
        + "</row>"
        for line, row in enumerate(made.rows, start=1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}">{made.before}<sheetData>{rows}</sheetData>{made.after}'
        "</worksheet>"
    )


def _cell(value: Value, place: str, strings: list[str]) -> str:
    match value:
        case None:
            return ""
        case Raw(attributes, content):
            return f'<c r="{place}" {attributes}>{content}</c>'
        case Number(written, shown_as, formula):
            style = list(FORMATS).index(shown_as)
            reckoned = f"<f>{formula}</f>" if formula else ""
            return f'<c r="{place}" s="{style}">{reckoned}<v>{written}</v></c>'
        case str():
            strings.append(value)
            return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'
        case _:
            return f'<c r="{place}"><v>{value}</v></c>'
