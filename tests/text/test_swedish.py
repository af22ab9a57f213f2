"""Swedish words: numbers, dates, names of addresses, order."""

import unicodedata
from datetime import date

from roadmap.text import swedish


def test_numbers_in_words() -> None:
    assert swedish.counted(1, "svar", "svar") == "ett svar"
    assert swedish.counted(1, "strategi", "strategier", neuter=False) == "en strategi"
    assert swedish.counted(12, "svar", "svar") == "tolv svar"
    assert swedish.counted(40, "svar", "svar") == "40 svar"


def test_dates_and_slugs() -> None:
    assert swedish.long_date(date(2018, 9, 5)) == "5 september 2018"
    assert swedish.slug("Ärendets beredning, é") == "arendets-beredning-e"
    # As macOS writes the names of files.
    assert swedish.slug(unicodedata.normalize("NFD", "Förskolenämnden")) == "forskolenamnden"


def test_swedish_order() -> None:
    names = ["Örebro", "Ängby", "Åre", "Zeta", "Nämnd 10", "Nämnd 2", "Éa", "ål", "Al"]
    assert sorted(names, key=swedish.sort_key) == [
        *("Al", "Éa", "Nämnd 2", "Nämnd 10", "Zeta", "ål", "Åre", "Ängby", "Örebro")
    ]


def test_numbers_of_every_kind_and_length_have_an_order() -> None:
    names = ["1" + "0" * 5000, "9" * 5000, "a 007", "a 8", "a 0", "a", "m²", "m①", "m٣", "٣"]
    ordered = sorted(names, key=swedish.sort_key)
    assert ordered[:2] == ["9" * 5000, "1" + "0" * 5000]
    assert [name for name in ordered if name[0] == "a"] == ["a", "a 0", "a 007", "a 8"]
