"""Plain texts: their encodings, lost letters, and e-mails."""

import os
from pathlib import Path

import pytest

from roadmap.importing.lines import Manuscript, UnreadableError
from roadmap.importing.plain_text import decode, file_name, read
from roadmap.importing.readers import read_manuscript

TEXT = "Förvaltningen anser att målen är bra på gården.\nÖka närvaron – 50 % “nu”, § 3.\n"
PLAIN = "Förvaltningen anser att målen är bra på gården.\nÖka närvaron, Åsa säger ÄVEN é.\n"


def lines_of(text: str) -> tuple[list[str], Manuscript]:
    manuscript = read(text.encode(), "svar.txt")
    return [line.text for line in manuscript.lines], manuscript


def test_a_drawn_line_under_a_heading_is_no_text() -> None:
    rows, manuscript = lines_of("Plan för unga\n======\nVi vill.\n\n2 Skola\n---\n\n---\nMer.\n")
    assert rows == ["Plan för unga", "Vi vill.", "2 Skola", "---", "Mer."]
    assert [line.starts for line in manuscript.lines] == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", TEXT),
        ("utf-8-sig", TEXT),
        ("utf-16", TEXT),
        ("utf-16-le", TEXT),
        ("utf-16-be", TEXT),
        ("utf-32", TEXT),
        ("cp1252", TEXT),
        ("mac_roman", TEXT),
        ("cp850", PLAIN),
        ("cp437", PLAIN),
        ("latin-1", PLAIN),
    ],
)
def test_the_encoding_is_found(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert bool(decoded.told) == (encoding in ("cp850", "cp437", "mac_roman"))


@pytest.mark.parametrize("word", ["Ja, på Ö", "ÅRSTA STADSDELSNÄMND", "En öl", "Mål 1: håll ut"])
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
def test_a_few_letters_are_enough(word: str, encoding: str) -> None:
    assert decode(word.encode(encoding)).text == word


def test_foreign_letters_alone_are_taken_as_windows_wrote_them() -> None:
    assert decode("Café “Šibenik”".encode("cp1252")).text == "Café “Šibenik”"


def test_one_broken_byte_leaves_one_letter_in_doubt() -> None:
    decoded = decode("Målen är bra.\nSe n".encode() + b"\xe4" + "rvaro på gården.".encode())
    assert decoded.text == "Målen är bra.\nSe n\ufffdrvaro på gården."
    [told] = decoded.told
    assert told == "Bokstäver har gått förlorade på raden 2. Där står \ufffd i stället."


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableError, match="ingen textfil"):
        decode(bytes(range(256)))


def test_an_e_mail_is_read_without_its_head_and_what_it_quotes() -> None:
    texts, manuscript = lines_of(
        "Från: Registrator\nTill: Stadsledningskontoret\nÄmne: Svar på remiss\n\n"
        "Vi tycker att planen är bra.\n\n> Hej,\n> svara senast den 3 maj.\n\nHälsningar\n\n"
        "-----Ursprungligt meddelande-----\nFrån: Stadsledningskontoret\n\nVälkomna att svara.\n"
    )
    assert texts == ["Vi tycker att planen är bra.", "Hälsningar"]
    assert [why for _, why in manuscript.aside] == [
        "Brevhuvud i e-postmeddelandet.",
        "Ur ett tidigare e-postmeddelande.",
    ]
    aside = " ".join(text for text, _ in manuscript.aside).split()
    for word in ["Registrator", "Ämne:", "remiss", "senast", "Ursprungligt", "Välkomna"]:
        assert any(word in other for other in aside), word


def test_a_text_that_is_no_e_mail_keeps_its_first_lines() -> None:
    texts, manuscript = lines_of("Till: Kommunstyrelsen\nYttrande över planen\n\n> 5 procent\n")
    assert texts == ["Till: Kommunstyrelsen", "Yttrande över planen", "> 5 procent"]
    assert manuscript.aside == ()


def test_a_soft_hyphen_at_the_end_of_a_line_is_a_hyphen() -> None:
    texts, _ = lines_of("funktions\xad\nned\xadsättning\n")
    assert texts == ["funktions-", "nedsättning"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850"])
def test_a_file_name_in_another_encoding_is_read(encoding: str) -> None:
    assert file_name("Yttrande från nämnden.txt".encode(encoding)) == "Yttrande från nämnden.txt"


def test_a_file_with_a_name_that_is_not_utf_8_is_imported(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + "/nämnd.txt".encode("cp1252")))
    try:
        path.write_text("Planen är bra.", encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    assert read_manuscript(path).title == "nämnd.txt"


def test_letters_in_pieces_are_put_together(tmp_path: Path) -> None:
    path = tmp_path / "na\u0308mnd.txt"
    path.write_text("Fo\u0308rslag", encoding="utf-8")
    manuscript = read_manuscript(path)
    assert (manuscript.title, manuscript.lines[0].text) == ("nämnd.txt", "Förslag")


def test_a_new_page_begins_a_new_line() -> None:
    texts, manuscript = lines_of("Strategi 1.1\fStrategi 1.2\f\n\fSlut\n")
    assert texts == ["Strategi 1.1", "Strategi 1.2", "Slut"]
    assert [line.page for line in manuscript.lines] == [1, 2, 4]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<!DOCTYPE html>\n<p>Ja.", "en webbsida"),
        ("\ufeff  <HTML>Ja.", "en webbsida"),
        ('<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="y">Ja.', "en webbsida"),
        ('<p class="x">Ja &amp; nej</p>', "en webbsida"),
        ("{\\rtf1 Ja.}", "ett RTF-dokument"),
        ("Received: from x\n\tby y\nMIME-Version: 1.0\n\nJa=C3=A4.", "ett e-postmeddelande"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_another_kind_of_file_is_refused(
    tmp_path: Path, content: str, what: str, encoding: str
) -> None:
    path = tmp_path / "svar.txt"
    path.write_bytes(content.encode(encoding))
    with pytest.raises(UnreadableError, match=f"Filen är {what}"):
        read_manuscript(path)


def test_brackets_at_the_beginning_of_a_text_are_its_own() -> None:
    texts, _ = lines_of("<Provnämnden>\nJa.\n")
    assert texts == ["<Provnämnden>", "Ja."]


@pytest.mark.parametrize(
    "earlier",
    [
        "________________\nFrån: Sven\nSkickat: i maj\nTill: Anna\nÄmne: Svar\n\nStrategi 1.3\n",
        "From: Sven\nSent: den 3 maj\nTo: Anna\n\nStrategi 1.3\n",
    ],
)
@pytest.mark.parametrize("head", ["Från: Anna\nTill: Sven\nÄmne: SV: Remiss\n\n", ""])
def test_an_earlier_message_is_no_part_of_the_answer(head: str, earlier: str) -> None:
    texts, manuscript = lines_of(f"{head}Strategi 1.1: Ja.\n\n{earlier}")
    assert texts == ["Strategi 1.1: Ja."]
    kept = [text for text, why in manuscript.aside if "tidigare" in why]
    assert " ".join(kept[0].split()) == " ".join(earlier.split())


@pytest.mark.parametrize(
    "wrote",
    ["Den 2 feb. 2019 kl. 10:12 skrev Sven <s@stad.example>:", "On Feb 2, 2019\nSven wrote:"],
)
def test_an_answer_under_what_it_quotes(wrote: str) -> None:
    texts, manuscript = lines_of(f"Hej!\n\n{wrote}\n> Strategi 1.1\n> Strategi 1.2\n\nJa.\n")
    assert texts == ["Hej!", "Ja."]
    assert manuscript.aside[0][0] == f"{wrote}\n> Strategi 1.1\n> Strategi 1.2"


def test_letters_that_are_drawn_together_are_letters() -> None:
    assert lines_of("eﬀektiv ﬁnans ﬂytta")[0] == ["effektiv finans flytta"]
