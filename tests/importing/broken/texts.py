"""Plain texts: odd encodings, odd characters, and more than a file of `data/` may have."""

from collections.abc import Sequence

from tests.importing.broken.case import EITHER, Case, made, written

NO_TEXT = "Filen är ingen textfil."
ANSWER = "1.1 Läs mer\n\nJa.\n"

CASES: Sequence[Case] = (
    written("sound.txt", ANSWER.encode()),
    written("empty.txt", b"", "Filen är tom."),
    written("blank.txt", b" \n\t\n\f\n", "Dokumentet har ingen text."),
    written("invisible.txt", "\u200b\u00ad\ufeff\n".encode(), "Dokumentet har ingen text."),
    written("zeros.txt", bytes(1000), NO_TEXT),
    written("noise.txt", bytes(range(256)) * 40, NO_TEXT),
    written("half-a-letter.txt", ANSWER.encode()[:7]),
    written("bytes-of-no-letter.txt", b"1.1 L\x81\x8ds mer\n\nJa.\n", NO_TEXT),
    written("utf-16.txt", ANSWER.encode("utf-16")),
    written("utf-16-cut.txt", ANSWER.encode("utf-16")[:-1]),
    written("utf-16-half-letters.txt", "1.1 Ja.\ud800\n".encode("utf-16", "surrogatepass")),
    written("utf-16-without-mark.txt", ANSWER.encode("utf-16-le")),
    written("utf-32.txt", ANSWER.encode("utf-32")),
    written("controls.txt", b"1.1 L\x1b[31ms\x07 mer\x08\n\nJa.\x0b\x1c\x85\n"),
    written("other-way.txt", "1.1 \u202eLäs\u2066 mer\n\nJa.\n".encode()),
    written("many-accents.txt", ("1.1 Läs mer\n\nJ" + "\u0301" * 50_000 + "a.\n").encode()),
    written("old-line-ends.txt", ANSWER.replace("\n", "\r").encode()),
    written("web-page.txt", b"<!DOCTYPE html><p>1.1 Ja.", "Filen är en webbsida"),
    written("rich.txt", b"{\\rtf1 1.1 Ja.}", "Filen är ett RTF-dokument"),
    written("pdf.txt", b"%PDF-1.4\n1.1 Ja.\n", "Filen är en PDF"),
    written("word.txt", b"PK\x03\x041.1 Ja.\n", "Filen är ett Word-dokument eller en zip-fil"),
    written("yaml.txt", b"- &a [*a, *a]\n!!python/object:os.system\n1.1 #Ja: 'a\n"),
    written("signs-of-notes.txt", (("1.1 Ja" + "'1" * 3000 + "\n") * 3).encode()),
    written("numbers.txt", b"1.1 " * 30_000 + b"\n"),
    written("digits.txt", b"1.1 Ja.\n\n" + b"9" * 100_000 + b".1 Nej.\n"),
    made("one-long-word.txt", lambda: b"1.1 Ja.\n\n" + b"a" * 6_000_000, "MB text"),
    made("one-long-line.txt", lambda: b"1.1 Ja.\n\n" + b"en rad " * 900_000, "MB text"),
    made("many-lines.txt", lambda: b"1.1 Ja.\n\n" + b"rad\n" * 100_000, EITHER, costly=True),
    made("many-paragraphs.txt", lambda: b"1.1 Ja.\n\n" + b"Rad.\n\n" * 20_000, costly=True),
    made("many-headings.txt", lambda: b"1.1 L\xc3\xa4s mer\n\nJa.\n\n" * 5_000, costly=True),
    made("many-pages.txt", lambda: b"Ja.\f\n" * 100_000, "100 000 sidor"),
    made("hyphens.txt", lambda: b"1.1 Ja.\n\n" + b"a-\n" * 100_000, EITHER, costly=True),
)
