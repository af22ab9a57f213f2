"""Words that were hyphenated at the end of a line."""

import pytest

from roadmap.importing import hyphens
from roadmap.importing.hyphens import with_whole_words
from roadmap.importing.lines import Line, Manuscript


def whole(*texts: str, starts: bool = False) -> Manuscript:
    lines = tuple(Line(text, 1, number == 0 or starts) for number, text in enumerate(texts))
    return with_whole_words(Manuscript("svar", lines))


def joined(*texts: str) -> str:
    return " ".join(line.text for line in whole(*texts).lines)


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        ("barn med funktions-", "nedsättning och", "barn med funktionsnedsättning och"),
        ("Barn- och ungdomsför-", "valtningen instämmer.", "Barn- och ungdomsförvaltningen"),
        ("frågor om E-", "hälsa och", "frågor om E-hälsa och"),
        ("stadens IT-", "tjänster", "stadens IT-tjänster"),
        ("från 1990-", "talet", "från 1990-talet"),
        ("under 2018-", "2022", "under 2018-2022"),
        ("i Enskede-", "Årsta", "i Enskede-Årsta"),
        ("med mark-", "och planprocessen", "med mark- och planprocessen"),
        ("enligt Bris-", "rapporten", "enligt Bris-rapporten"),
        ("enligt Social-", "styrelsen", "enligt Socialstyrelsen"),
        ("i Stock-", "holms stad", "i Stockholms stad"),
        ("Social-", "nämnden vill", "Socialnämnden vill"),
        ("BARN MED FUNKTIONS-", "NEDSÄTTNING", "BARN MED FUNKTIONSNEDSÄTTNING"),
        ("en icke-", "verbal form", "en icke-verbal form"),
        ("det här är bra -", "eller hur", "det här är bra - eller hur"),
    ],
)
def test_a_word_is_put_together_and_its_own_hyphen_stays(above: str, below: str, text: str) -> None:
    assert joined(above, below).startswith(text)


def test_what_the_document_writes_elsewhere_counts_most() -> None:
    assert joined("Kultur-", "garantin. Vår kultur-garanti och kultur-garantin").startswith(
        "Kultur-garantin."
    )
    assert joined("Xyzzy-", "fonden, som heter Xyzzyfonden").startswith("Xyzzyfonden,")


def test_each_joined_word_is_told_and_an_unknown_one_is_a_question() -> None:
    told = whole("barn med funktions-", "nedsättning och xqzw-", "prtk.").told
    assert told == (
        "Ord som var delade vid radens slut och är hopsatta: xqzwprtk. Är de rätt?",
        "Ord som var delade vid radens slut och är hopsatta: funktionsnedsättning.",
    )


def test_a_new_paragraph_continues_no_word() -> None:
    assert len(whole("Vi saknar mark-", "Planen är bra.", starts=True).lines) == 2
    assert joined("mark-", "- en punkt") == "mark- - en punkt"


def test_without_the_dictionary_the_hyphen_of_a_line_end_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hyphens, "_lexicon", lambda vocabulary: None)
    assert joined("barn med funktions-", "nedsättning") == "barn med funktionsnedsättning"
    assert joined("frågor om E-", "hälsa") == "frågor om E-hälsa"
