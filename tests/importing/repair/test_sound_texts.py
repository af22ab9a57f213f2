"""A sound text is left alone, whatever abbreviations, names and languages it has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.importing.repair.engine import Engine
from tests.importing.repair.sound_texts import SOUND
from tests.importing.repair.test_engine import MISREAD

ENGINE = Engine()
IN_MISREAD = sorted(set(SOUND) - {"a few slips of the author"})
# What the texts beside this test have not: parts that a generated text is put together of.
_NAMES = (
    "Akerlund Angermo Bjorn Dahlstrom Froberg Gosta Hojer Jonkoby Kallgren Malarhem Orjan Ystrom"
)
_SHORT = (
    "ds rd st dr ad od kr tj bil dir sek ber kap mal ak an ar fa pa sa ra la far nar tal par sar"
)
_SIGNS = "Ds Rd St Dr KS SBR ST SoU AU OA Ad Od An Ar Pa Sa Fa"
_FOREIGN = (
    "the health people which framework equity knowledge ikke hjelp mener høring selv hvis flere"
)
_PLAIN = (
    "vi nämnden anser att planen är bra och det finns mer inte men skolan staden enligt samt vid"
)
parts = st.one_of(
    *(st.sampled_from(words.split()) for words in (_NAMES, _SIGNS, _FOREIGN, _PLAIN)),
    st.sampled_from(_SHORT.split()).map(lambda word: f"{word}."),
    st.sampled_from(_SHORT.split()),
    st.builds("{} kap. {} § SFS {}:{}".format, *[st.integers(1, 2024)] * 4),
    st.builds("{} {}".format, st.integers(1, 999), st.sampled_from(["mnkr", "tkr", "kvm", "%"])),
    st.builds("{}@{}.example".format, *[st.sampled_from(_NAMES.lower().split())] * 2),
    st.builds("www.{}.example/{}-ar".format, *[st.sampled_from(_NAMES.lower().split())] * 2),
    st.builds("{}_{}.docx".format, *[st.sampled_from(_NAMES.lower().split())] * 2),
)


@pytest.mark.parametrize("kind", SOUND)
def test_nothing_is_said_of_a_sound_text(kind: str) -> None:
    assert ENGINE.repair([SOUND[kind]]) == [[]]
    rows = SOUND[kind].splitlines()
    assert ENGINE.repair(rows) == [[] for _ in rows]


def test_many_sound_texts_are_sound_together() -> None:
    assert ENGINE.repair(list(SOUND.values())) == [[] for _ in SOUND]


@settings(max_examples=50)
@given(st.lists(parts, min_size=1, max_size=80).map(" ".join))
def test_nothing_is_said_of_any_such_text(text: str) -> None:
    assert ENGINE.repair([text]) == [[]]


@pytest.mark.parametrize("kind", IN_MISREAD)
def test_nothing_is_sure_of_such_words_in_a_misread_document(kind: str) -> None:
    repairs = ENGINE.repair([MISREAD * 3, SOUND[kind]])[1]
    assert [repair for repair in repairs if repair.sure] == []


@pytest.mark.parametrize("kind", ["Norwegian", "Danish", "more Norwegian", "more Danish"])
def test_another_language_is_kept_in_a_misread_document(kind: str) -> None:
    repairs = ENGINE.repair([MISREAD * 3, SOUND[kind]])[1]
    assert repairs  # what is Swedish by chance is told
    assert [repair for repair in repairs if repair.before != repair.after] == []


def test_a_short_text_that_was_misread_is_mended() -> None:
    [repairs] = ENGINE.repair(["Inget att erinra mot forslaget, som ger battre forskolor."])
    assert [repair.after for repair in repairs] == ["förslaget", "bättre", "förskolor"]


def test_two_words_that_could_be_misread_are_chance() -> None:
    assert ENGINE.repair(["Inget att erinra mot forslaget, som ger battre skolor."]) == [[]]
