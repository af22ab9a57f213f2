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
