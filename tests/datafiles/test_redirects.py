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
    "404.html/: remissvar/": ['1:1: "404.html/" är ingen adress till en sida. Skriv till exempel remissvar/provnamnden/: små bokstäver, snedstreck sist och inte först.'],
    "om/feed.xml/a/: remissvar/": ['1:1: "om/feed.xml/a/" är ingen adress till en sida. Skriv till exempel remissvar/provnamnden/: små bokstäver, snedstreck sist och inte först.'],
    "om/con/: remissvar/": ['1:1: Adressen "om/con/" kan inte bli en mapp. "con" är reserverat i Windows. Ta bort raden.'],
    "om/a./: remissvar/": ['1:1: Adressen "om/a./" kan inte bli en mapp. Ett filnamn får inte sluta med punkt eller mellanslag i Windows. Ta bort raden.'],
    "v1.2/: remissvar": ['1:8: Adressen som "v1.2/" ska leda till går inte att använda. Skriv till exempel remissvar/provnamnden/: små bokstäver, snedstreck sist och inte först.'],
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
