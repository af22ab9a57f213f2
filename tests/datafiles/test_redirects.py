"""The list of old addresses: every fault at its place."""

import pytest

from roadmap.datafiles.problems import DataError
from roadmap.datafiles.redirects import parse_redirects

PUBLISHED = {
    *("", "remissvar/", "remissvar/provnamnden/", "strategier/1-1/"),
    "oppna-data/v1/svar.csv",
}


def test_a_sound_list_is_read() -> None:
    raw = b"remissvar/namnden/: remissvar/provnamnden/\nom/allt/mer/: remissvar/\n"
    assert parse_redirects(raw, PUBLISHED) == {
        "remissvar/namnden/": "remissvar/provnamnden/",
        "om/allt/mer/": "remissvar/",
    }


# fmt: off
CASES = {
    "remissvar/namnden/: remissvar/provnamden/": ['1:21: Det finns ingen sida på adressen "remissvar/provnamden/". Menade du "remissvar/provnamnden/"?'],
    "oppna-data/gamla/: oppna-data/v1/": ['1:20: Det finns ingen sida på adressen "oppna-data/v1/".'],
    "remissvar/: strategier/1-1/": ['1:1: Sidan "remissvar/" finns, så adressen kan inte leda vidare. Ta bort raden.'],
    "a/: b/\nb/: remissvar/": ['1:5: "b/" leder själv vidare. Skriv "remissvar/" direkt.'],
    "a/: b/\nb/: a/": ['1:5: "b/" leder själv vidare.', '2:5: "a/" leder själv vidare.'],
    "a/: a/": ['1:5: "a/" leder själv vidare.'],
    "/a/: remissvar/": ['1:1: "/a/" är ingen adress till en sida. Skriv till exempel remissvar/provnamnden/: små bokstäver, snedstreck sist och inte först.'],
    "../a/: remissvar/": ['1:1: "../a/" är ingen adress till en sida. Skriv till exempel remissvar/provnamnden/: små bokstäver, snedstreck sist och inte först.'],
    "a/: remissvar": ['1:5: Adressen som "a/" ska leda till går inte att använda. Skriv till exempel remissvar/provnamnden/: små bokstäver, snedstreck sist och inte först.'],
    "a/: https://example.org/": ['1:5: Adressen som "a/" ska leda till går inte att använda. Skriv till exempel remissvar/provnamnden/: små bokstäver, snedstreck sist och inte först.'],
    "a/:": ['1:4: Adressen som "a/" ska leda till går inte att använda. Skriv till exempel remissvar/provnamnden/: små bokstäver, snedstreck sist och inte först.'],
    "a/: remissvar/\na/: strategier/1-1/": ['2:1: Fältet "a/" står två gånger. Behåll det ena.'],
    "- a/": ["1:1: Filen ska ha en adress per rad. Skriv gammal adress: ny adress, till exempel remissvar/namnden/: remissvar/provnamnden/."],
}
# fmt: on


@pytest.mark.parametrize("text", CASES)
def test_every_fault_is_told_at_its_place(text: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_redirects(text.encode(), PUBLISHED)
    expected = [f"data/redirects.yml:{line}" for line in CASES[text]]
    assert [str(problem) for problem in caught.value.problems] == expected
