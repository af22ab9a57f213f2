"""Word files: broken packages, bombs, and parts that are not as Word writes them."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import docx

from tests.importing.broken.case import EITHER, made, written

NO_WORD = "Filen går inte att läsa som Word-dokument."
TOO_LARGE = "MB uppackat"
DOCUMENT = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
ANSWER = "<w:p><w:r><w:t>1.1 Läs mer</w:t></w:r></w:p><w:p><w:r><w:t>Ja.</w:t></w:r></w:p>"


def sound() -> bytes:
    """Return a Word file as Word might have written it."""
    return packed({DOCUMENT: body(ANSWER)})


def unpacked() -> bytes:
    """Return the same file with its parts as they are, so that a changed byte is one of theirs."""
    return packed({DOCUMENT: body(ANSWER)}, zipfile.ZIP_STORED)


def body(xml: str, before: str = "") -> bytes:
    """Return the main part of a document with this content."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document xmlns:w="{W}"'
    return f'{head} xmlns:r="{RELATIONSHIPS}"><w:body>{xml}</w:body></w:document>'.encode()


def packed(changed: Mapping[str, bytes | None], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a Word file with some parts replaced, added, or, if None, left out."""
    new = io.BytesIO()
    docx.Document().save(new)
    with zipfile.ZipFile(new) as package:
        parts: dict[str, bytes | None] = {name: package.read(name) for name in package.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=1) as package:
        for name, content in (parts | dict(changed)).items():
            if content is not None:
                package.writestr(name, content)
    return out.getvalue()


def with_part(kind: str, target: str, content: bytes | None, xml: str = ANSWER) -> bytes:
    """Return a Word file whose document refers to one more part."""
    with zipfile.ZipFile(io.BytesIO(sound())) as package:
        types = package.read(TYPES).decode()
        relations = package.read(RELATIONS).decode()
    relation = f'<Relationship Id="rId90" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
    content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    override = f'<Override PartName="/word/{target}" ContentType="{content_type}"/>'
    return packed(
        {
            DOCUMENT: body(xml),
            TYPES: types.replace("</Types>", f"{override}</Types>").encode(),
            RELATIONS: relations.replace("</Rel", f"{relation}</Rel").encode(),
            f"word/{target}": content,
        }
    )


def types_of(main: str) -> bytes:
    """Return the list of content types of a package with another main part."""
    kind = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<?xml version="1.0"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{kind}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    ).encode()


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
HEAD = '<w:sectPr><w:headerReference w:type="default" r:id="rId%d"/></w:sectPr>'
ITEM = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>Ja.</w:t></w:r></w:p>'
NOTES = f'<w:footnotes xmlns:w="{W}">%s</w:footnotes>'
MARK = f"{ANSWER}<w:p><w:r><w:t>Se</w:t><w:footnoteReference%s/></w:r></w:p>"


def laughs() -> str:
    """Return a document type in which each word is ten of the one before."""
    rows = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10))
    return f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{rows}]>'


def patched(field: int, value: bytes) -> bytes:
    """Return a Word file whose list of contents says something else of the document.

    `field` is the place in its row: 8 the flags, 10 the method, 16 the checksum, 24 the size.
    """
    raw = bytearray(sound())
    local = struct.unpack("<L", raw[-6:-2])[0]
    while True:
        at = raw.index(b"PK\x01\x02", local)
        if raw[at + 46 :].startswith(DOCUMENT.encode()):
            raw[at + field : at + field + len(value)] = value
            if field <= 10:
                start = struct.unpack("<L", raw[at + 42 : at + 46])[0]
                raw[start + field - 2 : start + field - 2 + len(value)] = value
            return bytes(raw)
        local = at + 4


def overlapping() -> bytes:
    """Return a Word file in whose list of contents one large part stands a thousand times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(DOCUMENT, bytes(10**6))
        package.filelist.extend(package.filelist * 999)
    return out.getvalue()


def _document(xml: Callable[[], str]) -> Callable[[], bytes]:
    return lambda: packed({DOCUMENT: body(xml())})


CASES = (
    written("sound.docx", sound()),
    written("empty.docx", b"", "Filen är tom."),
    written("noise.docx", bytes(range(256)) * 40, NO_WORD),
    made("half.docx", lambda: sound()[: len(sound()) // 2], NO_WORD),
    made("no-list-of-contents.docx", lambda: sound()[:-40], NO_WORD),
    made("zeros-after-half.docx", lambda: sound()[:9000] + bytes(9000), NO_WORD),
    made("no-types.docx", lambda: packed({"[Content_Types].xml": None}), NO_WORD),
    made("no-document.docx", lambda: packed({DOCUMENT: None}), NO_WORD),
    made("no-relations.docx", lambda: packed({"_rels/.rels": None}), NO_WORD),
    made("no-styles.docx", lambda: packed({"word/styles.xml": None}), NO_WORD),
    made("no-xml.docx", lambda: packed({DOCUMENT: b"Hej!"}), NO_WORD),
    made("empty-part.docx", lambda: packed({DOCUMENT: b""}), NO_WORD),
    made("other-root.docx", lambda: packed({DOCUMENT: b"<html/>"}), NO_WORD),
    made(
        "no-body.docx",
        lambda: packed({DOCUMENT: b'<w:document xmlns:w="%s"/>' % W.encode()}),
        NO_WORD,
    ),
    made("no-text.docx", lambda: packed({DOCUMENT: body("<w:p/>")}), "Dokumentet har ingen text."),
    made(
        "laughs.docx",
        lambda: packed({DOCUMENT: body("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", laughs())}),
        NO_WORD,
    ),
    made(
        "entities-in-relations.docx",
        lambda: packed(
            {
                "_rels/.rels": laughs().replace("w:document", "Relationships").encode()
                + b"<Relationships>&e9;</Relationships>"
            }
        ),
        NO_WORD,
    ),
    made(
        "one-large-entity.docx",
        lambda: packed(
            {
                DOCUMENT: body(
                    f"<w:p><w:r><w:t>{'&a;' * 50_000}</w:t></w:r></w:p>",
                    f'<!DOCTYPE w:document [<!ENTITY a "{"a" * 50_000}">]>',
                )
            }
        ),
        NO_WORD,
    ),
    made(
        "file-as-entity.docx",
        lambda: packed(
            {
                DOCUMENT: body(
                    "<w:p><w:r><w:t>1.1 &f;</w:t></w:r></w:p>",
                    '<!DOCTYPE w:document [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
                )
            }
        ),
        NO_WORD,
    ),
    made("bomb.docx", lambda: packed({DOCUMENT: bytes(150_000_000)}), TOO_LARGE),
    made(
        "bomb-of-pictures.docx",
        lambda: packed({f"word/media/{number}.png": bytes(10**6) for number in range(120)}),
        TOO_LARGE,
    ),
    made("overlapping-bomb.docx", overlapping, TOO_LARGE),
    made("size-too-small.docx", lambda: patched(24, struct.pack("<L", 10)), NO_WORD),
    made("size-too-large.docx", lambda: patched(24, struct.pack("<L", 4_000_000_000)), TOO_LARGE),
    made("checksum.docx", lambda: patched(16, b"\0\0\0\0"), NO_WORD),
    made("locked-part.docx", lambda: patched(8, b"\1\0"), NO_WORD),
    made("unknown-method.docx", lambda: patched(10, b"\x63\0"), NO_WORD),
    written(
        "locked.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "Filen är låst med lösenord, eller sparad i ett äldre format.",
    ),
    made("workbook.docx", lambda: packed({"[Content_Types].xml": types_of(SHEET)}), NO_WORD),
    made("deep.docx", _document(lambda: "<w:p>" * 100_000 + "</w:p>" * 100_000), NO_WORD),
    made(
        "nested-tables.docx",
        _document(lambda: "<w:tbl><w:tr><w:tc>" * 70 + ANSWER + "</w:tc></w:tr></w:tbl>" * 70),
    ),
    made(
        "nested-text-boxes.docx",
        _document(lambda: "<w:p><w:r>" * 100 + ANSWER + "</w:r></w:p>" * 100),
    ),
    made(
        "many-runs.docx",
        _document(lambda: ANSWER + f"<w:p>{'<w:r><w:t>a </w:t></w:r>' * 200_000}</w:p>"),
        costly=True,
    ),
    made("many-empty-paragraphs.docx", _document(lambda: ANSWER + "<w:p/>" * 300_000), costly=True),
    made(
        "many-page-breaks.docx",
        _document(lambda: ANSWER + '<w:p><w:r><w:t>a</w:t><w:br w:type="page"/></w:r></w:p>' * 600),
        "600 sidor",
    ),
    made(
        "many-styled-paragraphs.docx",
        _document(lambda: ITEM * 20_000),
        EITHER,
        costly=True,
    ),
    made(
        "one-long-word.docx",
        _document(lambda: ANSWER + f"<w:p><w:r><w:t>{'a' * 6_000_000}</w:t></w:r></w:p>"),
        "MB text",
    ),
    made("notes-no-xml.docx", lambda: with_part("footnotes", "footnotes.xml", b"<w:"), NO_WORD),
    made("notes-missing.docx", lambda: with_part("footnotes", "footnotes.xml", None), NO_WORD),
    made(
        "note-without-id.docx",
        lambda: with_part(
            "footnotes", "footnotes.xml", (NOTES % "<w:footnote/>").encode(), MARK % ""
        ),
    ),
    made(
        "note-with-a-word-for-id.docx",
        lambda: with_part(
            "footnotes",
            "footnotes.xml",
            (NOTES % f'<w:footnote w:id="a]b">{ANSWER}</w:footnote>').encode(),
            MARK % ' w:id="a]b"',
        ),
    ),
    made("remarks-no-xml.docx", lambda: with_part("comments", "comments.xml", b"<w:"), NO_WORD),
    made(
        "head-of-other-kind.docx",
        lambda: with_part(
            "header",
            "header1.xml",
            b"<a/>",
            ANSWER + HEAD % 90,
        ),
    ),
    made("head-missing.docx", lambda: packed({DOCUMENT: body(ANSWER + HEAD % 99)})),
    made("properties-no-xml.docx", lambda: packed({"docProps/core.xml": b"<"}), NO_WORD),
    made(
        "style-without-id.docx",
        lambda: packed(
            {
                "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style/></w:styles>'.encode(),
                DOCUMENT: body(ITEM),
            }
        ),
    ),
    made(
        "unknown-encoding.docx",
        lambda: packed({DOCUMENT: body(ANSWER).replace(b"UTF-8", b"KLINGON")}),
        NO_WORD,
    ),
    made(
        "utf-16.docx",
        lambda: packed(
            {DOCUMENT: body(ANSWER).decode().replace("UTF-8", "UTF-16").encode("utf-16")}
        ),
    ),
    made("up-and-out.docx", lambda: packed({"../../up.txt": b"a", DOCUMENT: body(ANSWER)})),
)
