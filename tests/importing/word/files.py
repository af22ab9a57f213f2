"""Make small Word files from their XML, without what a test does not need."""

import io
import zipfile
from collections.abc import Mapping, Sequence

from roadmap.importing.lines import Manuscript
from roadmap.importing.word import read
from roadmap.model import ImportLimits

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "m": f"{OFFICE}/math",
    "r": f"{OFFICE}/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "x": "urn:nobody-knows",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Kommunens rubrik"/>
  <w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:type="paragraph" w:styleId="Svensk"><w:name w:val="Rubrik 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Liststycke"><w:name w:val="List Paragraph"/></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Gomt"><w:name w:val="Gömt"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="GomtTecken"><w:name w:val="Gömt tecken"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Vit"><w:name w:val="Vit"/>
  <w:rPr><w:color w:val="ffffff"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Fet"><w:name w:val="Fet"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Inneh1"><w:name w:val="toc 1"/></w:style>
"""


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """Return a level of a list. `text` has %1 for the number of the first level."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(lists: Mapping[int, str], more: str = "") -> str:
    """Return lists, each with its levels, and numbers that refer to lists."""
    return "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'
        for key, levels in lists.items()
    ) + (
        "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists)
        + more
    )


# 1 counts 1., a), i), 2 has bullets, 3 numbers headings 1, 1.1.
NUMBERING = numbering(
    {
        1: level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"),
        2: level(0, "bullet", "\uf0b7"),
        3: level(0, "decimal", "%1") + level(1, "decimal", "%1.%2"),
    }
)


def text(words: str, look: str = "") -> str:
    """Return a run of text. `look` is its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph, of XML or else of plain words."""
    runs = inner if inner.startswith("<") or not inner else text(inner)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{runs}</w:p>"


def item(words: str, number: int = 1, depth: int = 0, style: str = "") -> str:
    """Return a paragraph with a number or a bullet."""
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(words, style, properties)


def table(*rows: Sequence[str]) -> str:
    """Return a table. Cells are XML or else plain words."""
    cells = [
        "".join(f"<w:tc>{cell if cell[:1] == '<' else paragraph(cell)}</w:tc>" for cell in row)
        for row in rows
    ]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def notes(kind: str, texts: Mapping[int, str]) -> tuple[str, str]:
    """Return a part of footnotes or endnotes, and its content."""
    inner = "".join(
        f'<w:{kind} w:id="{key}">{content if content[:1] == "<" else paragraph(content)}</w:{kind}>'
        for key, content in texts.items()
    )
    return f"{kind}s", f"<w:{kind}s {DECLARED}>{inner}</w:{kind}s>"


def head(kind: str, content: str) -> tuple[str, str]:
    """Return a head or a foot of the pages, and its content."""
    tag = {"header": "hdr", "footer": "ftr"}[kind]
    return kind, f"<w:{tag} {DECLARED}>{content}</w:{tag}>"


def word_file(
    body: str,
    *parts: tuple[str, str],
    files: Mapping[str, tuple[str, bytes]] | None = None,
    styles: str = STYLES,
    lists: str = NUMBERING,
    title: str = "",
) -> bytes:
    """Return a Word file. `files` are parts by their id, each with its name and content."""
    types, relations, contents = [], [], {}
    with_styles = ("styles", f"<w:styles {DECLARED}>{styles}</w:styles>")
    with_lists = ("numbering", f"<w:numbering {DECLARED}>{lists}</w:numbering>")
    for place, (kind, content) in enumerate([with_styles, with_lists, *parts]):
        path = f"word/{kind}{place}.xml"
        contents[path] = content.encode()
        types.append(f'<Override PartName="/{path}" ContentType="{WORD_TYPE}.{kind}+xml"/>')
        target = f'Type="{OFFICE}/relationships/{kind}" Target="{kind}{place}.xml"'
        relations.append(f'<Relationship Id="part{place}" {target}/>')
    for key, (name, raw) in (files or {}).items():
        contents[f"word/{name}"] = raw
        target = f'Type="{OFFICE}/relationships/aFChunk" Target="{name}"'
        relations.append(f'<Relationship Id="{key}" {target}/>')
    document = f"<w:document {DECLARED}><w:body>{body}</w:body></w:document>"
    core = "http://purl.org/dc/elements/1.1/"
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "html": "text/html",
        "txt": "text/plain",
        "rtf": "application/rtf",
        "docx": f"{WORD_TYPE}.document.main+xml",
        "bin": "application/octet-stream",
        "xml": "application/xml",
    }
    types += [f'<Default Extension="{key}" ContentType="{of}"/>' for key, of in defaults.items()]
    main = f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>'
    contents |= {
        "word/document.xml": document.encode(),
        "docProps/core.xml": f'<c xmlns:dc="{core}"><dc:title>{title}</dc:title></c>'.encode(),
        "word/_rels/document.xml.rels": _relations(relations),
        "_rels/.rels": _relations(
            [
                f'<Relationship Id="a" Type="{OFFICE}/relationships/officeDocument" '
                'Target="word/document.xml"/>',
                f'<Relationship Id="b" Type="{PACKAGE}/relationships/metadata/core-properties" '
                'Target="docProps/core.xml"/>',
            ]
        ),
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">{"".join(types)}{main}</Types>'
        ).encode(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for path, raw in contents.items():
            package.writestr(path, raw)
    return out.getvalue()


def _relations(relations: Sequence[str]) -> bytes:
    inner = "".join(relations)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'.encode()


def manuscript(raw: bytes) -> Manuscript:
    """Read a Word file."""
    return read(raw, "svar.docx", ImportLimits())


def lines(body: str, lists: str = NUMBERING) -> list[str]:
    """Return the lines of a document with this body."""
    return [line.text for line in manuscript(word_file(body, lists=lists)).lines]
