"""Every rule, broken on purpose: one fault in a miniature site, the complete message."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.datafiles import personal_data, reader
from roadmap.datafiles.checks import CHECKS, RESPONSE_CHECKS, check
from roadmap.datafiles.reader import read
from roadmap.text.personal_data import looks_personal
from tests.projects import SITES

MINI = SITES / "mini"
TODAY = date(2020, 6, 1)
PLAN = "plan.yml"
LARA = "goal-areas/1-lara.yml"
BO = "goal-areas/2-bo.yml"
NAMND = "responses/provnamnden.yml"
BOLAG = "responses/provbolaget.yml"
PERSON = "responses/privatperson-1.yml"
SERIES = "series/E1.1.csv"

Edit = tuple[str, str, str]
Break = Callable[[Path], object]


def rename(old: str, new: str) -> Break:
    return lambda data: (data / old).rename(data / new)


def write(name: str, text: str) -> Break:
    return lambda data: (data / name).write_text(text, encoding="utf-8")


def copy(old: str, new: str) -> Break:
    return lambda data: shutil.copy(data / old, data / new)


def problems_of(root: Path) -> list[str]:
    return [str(problem) for problem in check(read(root), TODAY)]


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


def break_it(root: Path, *faults: Edit | Break) -> None:
    for fault in faults:
        if callable(fault):
            fault(root / "data")
            continue
        name, old, new = fault
        path = root / "data" / name
        text = path.read_text("utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_miniature_site_is_sound(mini: Path) -> None:
    assert problems_of(mini) == []


# rule, what is broken, every message that follows
# fmt: off
CASES: list[tuple[str, list[Edit | Break], list[str]]] = [
    ("unique_plan_ids", [(LARA, "id: S1.2", "id: S1.1")], [
        'data/goal-areas/1-lara.yml:44:9: Id "S1.1" används redan i data/goal-areas/1-lara.yml:39. Varje id får finnas en gång.',
        'data/responses/privatperson-1.yml:12:5: "S1.2" finns inte bland strategierna. Menade du "S1.3"?',
        'data/responses/provnamnden.yml:68:9: "S1.2" finns inte bland strategierna. Menade du "S1.3"?',
        'data/responses/provnamnden.yml:73:9: "S1.2" finns inte bland strategierna. Menade du "S1.3"?',
    ]),
    ("unique_plan_ids", [copy(BO, "goal-areas/3-bo.yml")], [
        'data/goal-areas/3-bo.yml:1:5: Id "M2" används redan i data/goal-areas/2-bo.yml:1. Varje id får finnas en gång.',
        'data/goal-areas/3-bo.yml:5:9: Id "S2.1" används redan i data/goal-areas/2-bo.yml:5. Varje id får finnas en gång.',
    ]),
    ("ids_follow_area", [(BO, "id: S2.1", "id: S3.1"), (NAMND, "- S2.1", "- S3.1"), (PERSON, "- S2.1", "- S3.1")], [
        'data/goal-areas/2-bo.yml:5:9: "S3.1" står i målområde M2. Här börjar id med S2.',
    ]),
    ("area_addresses_are_free", [rename(BO, "goal-areas/2-allmanna-synpunkter.yml")], [
        'data/goal-areas/2-allmanna-synpunkter.yml:1:1: Adressen "allmanna-synpunkter" är upptagen av sammanställningen. Ge filen ett annat namn.',
    ]),
    ("unique_codes", [(PLAN, "id: resources", "id: clarification")], [
        'data/plan.yml:18:9: "clarification" står två gånger i kodlistan asks.',
        'data/responses/provnamnden.yml:49:17: "resources" finns inte bland önskemålen (asks i data/plan.yml). Det som finns är clarification.',
    ]),
    ("unique_codes", [(PLAN, "name: Trygghet", "name: Skola")], [
        'data/plan.yml:24:11: "Skola" står två gånger i kodlistan themes.',
    ]),
    ("texts_have_a_source", [(BO, "text_from: provnamnden", "text_from: provnamden")], [
        'data/goal-areas/2-bo.yml:3:12: "provnamden" finns inte bland remissinstanserna. Menade du "provnamnden"?',
    ]),
    ("texts_have_a_source", [(BO, "text_from: provnamnden", "text_from: plan")], [
        "data/goal-areas/2-bo.yml:3:12: Texten sägs komma ur planen, men plan.yml har inget dokument. Beskriv planens dokument under document i data/plan.yml.",
    ]),
    ("texts_have_a_source", [(BO, "    pages: 2", "    pages: 2\n    text_from: okand")], [
        'data/goal-areas/2-bo.yml:10:16: "okand" finns inte bland remissinstanserna. Det som finns är plan, privatperson-1 och provnamnden.',
    ]),
    ("background_exists", [(PLAN, "response: provnamnden", "response: provnamden")], [
        'data/plan.yml:6:13: "provnamden" finns inte bland remissinstanserna. Menade du "provnamnden"?',
    ]),
    ("background_exists", [(PLAN, "section: bakgrund", "section: bilaga")], [
        'data/plan.yml:7:12: Avsnittet "bilaga" finns inte i remissvaret "provnamnden".',
    ]),
    ("responses_total_is_enough", [(PLAN, "responses_total: 3", "responses_total: 1")], [
        "data/plan.yml:8:18: Antalet inkomna svar är 1, men 2 svar är publicerade.",
    ]),
    ("body_kind_exists", [(BOLAG, "kind: namnd", "kind: nemnd")], [
        'data/responses/provbolaget.yml:2:7: "nemnd" finns inte bland typerna av remissinstanser (body_kinds i data/plan.yml). Menade du "namnd"?',
    ]),
    ("body_ids_are_addresses", [rename(BOLAG, "responses/Prov bolaget.yml")], [
        'data/responses/Prov bolaget.yml:1:1: Filnamnet "Prov bolaget" kan inte bli en webbadress. Döp om filen till prov-bolaget.yml.',
    ]),
    ("body_ids_are_addresses", [rename(BOLAG, "responses/plan.yml")], [
        'data/responses/plan.yml:1:1: "plan" betyder planen själv. Ge filen ett annat namn.',
    ]),
    ("body_ids_are_addresses", [rename(BOLAG, "responses/sida-2.yml")], [
        'data/responses/sida-2.yml:1:1: Adressen "sida-2" är upptagen av listan med remissvar. Ge filen ett annat namn.',
    ]),
    ("names_of_bodies", [(PERSON, "kind: privatperson", "name: Prov Provsson\nkind: privatperson")], [
        "data/responses/privatperson-1.yml:1:1: Privatpersoners namn publiceras inte. Ta bort fältet name.",
    ]),
    ("names_of_bodies", [rename(PERSON, "responses/prov-provsson.yml")], [
        "data/responses/prov-provsson.yml:1:1: Filnamnet blir en webbadress och får inte röja vem personen är. Döp om filen till privatperson-1.yml eller nästa lediga nummer.",
    ]),
    ("names_of_bodies", [(BOLAG, "name: Provbolaget\n", "")], [
        'data/responses/provbolaget.yml:1:1: Fältet "name" saknas. Skriv remissinstansens namn.',
    ]),
    ("names_of_bodies", [(BOLAG, "name: Provbolaget", "name: PROVNÄMNDEN")], [
        'data/responses/provnamnden.yml:1:7: Namnet "Provnämnden" används redan i data/responses/provbolaget.yml.',
    ]),
    ("status_fits_content", [(NAMND, "speaker: administration\n", "")], [
        "data/responses/provnamnden.yml:3:9: Det framgår inte vem som talar. Skriv speaker: administration (förvaltningen) eller body (instansen).",
    ]),
    ("status_fits_content", [(PERSON, "source:\n  title: Brev\n", "")], [
        "data/responses/privatperson-1.yml:2:9: Svarets källa saknas. Lägg till source med dokumentets titel.",
    ]),
    ("status_fits_content", [(BOLAG, "status: joint\nanswered_by: provnamnden", "status: received\nspeaker: body\nsource:\n  title: Brev\nunanswered:\n  - S1.1\n  - S1.2\n  - S1.3\n  - S2.1")], [
        "data/responses/provbolaget.yml:3:9: Svaret sägs ha kommit in, men har varken avsnitt eller synpunkter.",
    ]),
    ("status_fits_content", [(PERSON, "status: received", "status: declined")], [
        'data/responses/privatperson-1.yml:6:1: Läget är "declined", men filen har comments. Ett svar som publiceras har läget received.',
    ]),
    ("status_fits_content", [(BOLAG, "answered_by: provnamnden\n", "")], [
        "data/responses/provbolaget.yml:3:9: Svaret är gemensamt, men det framgår inte med vem. Lägg till answered_by med id för den instans vars fil har svaret.",
    ]),
    ("status_fits_content", [(BOLAG, "answered_by: provnamnden", "answered_by: provnamden")], [
        'data/responses/provbolaget.yml:4:14: "provnamden" finns inte bland remissinstanserna. Menade du "provnamnden"?',
    ]),
    ("status_fits_content", [(BOLAG, "answered_by: provnamnden", "answered_by: provforeningen")], [
        'data/responses/provbolaget.yml:4:14: "provforeningen" har inget publicerat svar.',
    ]),
    ("status_fits_content", [(BOLAG, "status: joint", "status: declined")], [
        'data/responses/provbolaget.yml:4:14: "answered_by" passar inte med läget "declined". Det hör till läget joint.',
    ]),
    ("strategies_exist", [(NAMND, "- S1.1", "- S1.9")], [
        'data/responses/provnamnden.yml:37:9: "S1.9" finns inte bland strategierna. Menade du "S1.3"?',
    ]),
    ("strategies_exist", [(NAMND, "- S2.1", "- S2.2")], [
        "data/responses/provnamnden.yml:35:1: Svaret säger inget om S2.1. Lägg till synpunkten, eller skriv strategin under unanswered.",
        'data/responses/provnamnden.yml:85:5: "S2.2" finns inte bland strategierna. Menade du "S2.1"?',
    ]),
    ("strategies_exist", [(NAMND, "area: M1", "area: M7")], [
        'data/responses/provnamnden.yml:32:11: "M7" finns inte bland målområdena. Det som finns är M1 och M2.',
    ]),
    ("one_comment_per_strategy", [(PERSON, "    - S1.1\n", "    - S1.1\n      - S1.1\n")], [
        'data/responses/privatperson-1.yml:9:9: "S1.1" står två gånger i samma synpunkt.',
    ]),
    ("one_comment_per_strategy", [(PERSON, "  - S1.2\n", ""), (PERSON, "comments:\n", "comments:\n  - strategies:\n      - S1.1\n      - S1.2\n    text: Jag igen.\n")], [
        'data/responses/privatperson-1.yml:12:9: "S1.1" har redan en synpunkt på rad 7. Slå ihop dem, eller ange refers_to om den ena bara hänvisar.',
    ]),
    ("one_comment_per_strategy", [(NAMND, "refers_to: S1.3", "refers_to: S2.1")], [
        'data/responses/provnamnden.yml:71:16: Hänvisningen till "S2.1" leder inte till någon synpunkt.',
    ]),
    ("one_comment_per_strategy", [(NAMND, "refers_to: S1.3", "refers_to: S1.1")], [
        'data/responses/provnamnden.yml:71:16: Synpunkten på "S1.1" omfattar inte "S1.2", som hänvisar till den. Lägg till S1.2 under strategies i den synpunkten.',
    ]),
    ("one_comment_per_strategy", [(NAMND, "    refers_to: S1.3\n", "    refers_to: S1.3\n    judgement:\n      by: Prov\n      reviewed: false\n      position:\n        value: none_stated\n")], [
        "data/responses/provnamnden.yml:72:5: En synpunkt som bara hänvisar vidare har ingen egen bedömning. Flytta bedömningen till den synpunkt som den hänvisar till.",
    ]),
    ("every_strategy_answered", [(NAMND, "unanswered:\n  - S2.1\n", "")], [
        "data/responses/provnamnden.yml:35:1: Svaret säger inget om S2.1. Lägg till synpunkten, eller skriv strategin under unanswered.",
    ]),
    ("every_strategy_answered", [(NAMND, "unanswered:\n", "unanswered:\n  - S1.1\n")], [
        'data/responses/provnamnden.yml:85:5: "S1.1" sägs vara utan svar, men har en synpunkt.',
    ]),
    ("every_strategy_answered", [(NAMND, "unanswered:\n", "unanswered:\n  - S2.1\n")], [
        'data/responses/provnamnden.yml:86:5: "S2.1" står två gånger.',
    ]),
    ("sections_once", [(NAMND, "id: synpunkter", "id: bakgrund")], [
        'data/responses/provnamnden.yml:20:9: "bakgrund" står två gånger.',
    ]),
    ("quotes_are_found", [(NAMND, "quote: mer pengar till provskolan", "quote: mer pengar till skolan")], [
        'data/responses/provnamnden.yml:50:18: De citerade orden står inte i texten. Menade du "mer pengar till provskolan."?',
    ]),
    ("quotes_are_found", [(NAMND, "quote: saknar siffror om elever", "quote: vill ha en ny badstrand")], [
        "data/responses/provnamnden.yml:30:18: De citerade orden står inte i texten. Kopiera dem ur texten ovanför.",
    ]),
    ("quotes_from_milestones_are_found", [(LARA, "quote: Fler", "quote: Färre")], [
        "data/goal-areas/1-lara.yml:17:16: De citerade orden står inte i texten. Kopiera dem ur texten ovanför.",
    ]),
    ("positions_rest_on_words", [(NAMND, "        quote: Provnämnden välkomnar böckerna.\n", "")], [
        "data/responses/provnamnden.yml:46:9: Ställningstagandet saknar de ord som det bygger på. Lägg till quote med ord ur texten.",
    ]),
    ("positions_rest_on_words", [(NAMND, "reason: Orden säger varken ja eller nej.", "quote: Nämnden säger varken ja")], [
        "data/responses/provnamnden.yml:83:16: Ställningstagandet framgår inte, men ändå citeras ord. Ta bort quote, eller förklara under reason.",
    ]),
    ("positions_rest_on_words", [(NAMND, "      position:\n        value: supports\n        quote: Provnämnden välkomnar böckerna.\n", "")], [
        'data/responses/provnamnden.yml:43:7: Bedömningen saknar ställningstagande. Lägg till position; skriv "none_stated" om det inte framgår.',
    ]),
    ("codes_exist", [(NAMND, "kind: clarification", "kind: clarifikation")], [
        'data/responses/provnamnden.yml:29:17: "clarifikation" finns inte bland önskemålen (asks i data/plan.yml). Menade du "clarification"?',
    ]),
    ("codes_exist", [(NAMND, "theme: skola", "theme: skolor")], [
        'data/responses/provnamnden.yml:65:18: "skolor" finns inte bland temana (themes i data/plan.yml). Menade du "skola"?',
    ]),
    ("codes_exist", [(PLAN, "id: skola", "id: skolor")], [
        'data/responses/provnamnden.yml:65:18: "skola" finns inte bland temana (themes i data/plan.yml). Menade du "skolor"?',
    ]),
    ("reviews_of_milestones_are_signed", [(LARA, "      reviewed_by: Provsekreteraren\n", "")], [
        "data/goal-areas/1-lara.yml:12:17: Bedömningen sägs vara granskad, men inte av vem. Lägg till reviewed_by.",
    ]),
    ("reviews_of_milestones_are_signed", [(LARA, "reviewed: true", "reviewed: false")], [
        "data/goal-areas/1-lara.yml:12:17: Bedömningen har en granskare men sägs vara ogranskad. Skriv reviewed: true, eller ta bort granskaren.",
    ]),
    ("reviews_of_milestones_are_signed", [(LARA, "2020-02-01", "2021-02-01")], [
        "data/goal-areas/1-lara.yml:14:20: Datumet 2021-02-01 har inte varit än.",
    ]),
    ("rejections_have_reasons", [(NAMND, "value: partly", "value: rejected"), (NAMND, "            reason: Pengarna räcker inte till allt.\n", "")], [
        "data/responses/provnamnden.yml:56:20: Önskemålet sägs vara avslaget, men skälet saknas. Lägg till reason med det skäl som angavs i källan.",
    ]),
    ("nothing_known_has_no_words", [(NAMND, "value: partly", "value: no_information")], [
        "data/responses/provnamnden.yml:62:20: Ingen uppgift sägs finnas, men ändå citeras ord. Ta bort quote, eller välj det utfall som orden visar.",
    ]),
    ("outcomes_come_after", [(NAMND, "date: 2020-02-20", "date: 2020-07-20")], [
        "data/responses/provnamnden.yml:57:19: Datumet 2020-07-20 har inte varit än.",
    ]),
    ("outcomes_come_after", [(NAMND, "date: 2020-02-20", "date: 2020-01-14")], [
        "data/responses/provnamnden.yml:57:19: Utfallet är daterat före svaret (2020-01-15).",
    ]),
    ("outcomes_come_after", [(NAMND, "value: partly", "value: avslaget"), (NAMND, "date: 2020-02-20", "date: i våras")], [
        'data/responses/provnamnden.yml:56:20: "avslaget" är inget av de värden som "value" kan ha. Välj adopted (tillgodosett), partly (delvis tillgodosett), rejected (avslaget), pending (under beredning) eller no_information (ingen uppgift finns).',
        'data/responses/provnamnden.yml:57:19: Fältet "date" har ett värde som inte går att använda. Skriv datumet som år-månad-dag, till exempel 2018-09-20.',
    ]),
    ("outcomes_come_after", [(NAMND, "            date: 2020-02-20\n            source:\n              title: Provstyrelsens beslut om provplanen\n              file: provstyrelsen/beslut.txt\n", "")], [
        'data/responses/provnamnden.yml:52:13: Fältet "date" saknas. Lägg till det. Datum: när det sades; vid no_information när någon letade.',
        'data/responses/provnamnden.yml:52:13: Fältet "source" saknas. Lägg till det. Källa: var det sägs; vid no_information var någon letade.',
    ]),
    ("reviews_are_signed", [(NAMND, "            reviewed_by: Provsekreteraren\n", "")], [
        "data/responses/provnamnden.yml:53:23: Bedömningen sägs vara granskad, men inte av vem. Lägg till reviewed_by.",
    ]),
    ("source_files_exist", [(NAMND, "provstyrelsen/beslut.txt", "provstyrelsen/beslutet.txt")], [
        'data/responses/provnamnden.yml:60:21: "provstyrelsen/beslutet.txt" finns inte bland filerna i data/sources/. Menade du "provstyrelsen/beslut.txt"?',
    ]),
    ("dates_are_sane", [(NAMND, "date: 2020-01-15", "date: 2020-07-15"), (NAMND, "date: 2020-01-20", "date: 2020-07-20")], [
        "data/responses/provnamnden.yml:6:7: Datumet 2020-07-15 har inte varit än.",
        "data/responses/provnamnden.yml:8:9: Datumet 2020-07-20 har inte varit än.",
    ]),
    ("dates_are_sane", [(NAMND, "date: 2020-01-15", "date: 1820-01-15")], [
        "data/responses/provnamnden.yml:6:7: Datumet 1820-01-15 är för gammalt för att stämma.",
    ]),
    ("dates_are_sane", [(NAMND, "date: 2020-01-20", "date: 2020-01-10")], [
        "data/responses/provnamnden.yml:8:9: Beslutet är daterat före handlingen (2020-01-15).",
    ]),
    ("footnotes_both_ways", [(NAMND, "[^1]", "[^2]")], [
        'data/responses/provnamnden.yml:39:11: Texten hänvisar till fotnot "2", som inte finns. Lägg till den under footnotes.',
        'data/responses/provnamnden.yml:87:9: Ingen text hänvisar till fotnot "1". Skriv [^1] i texten där fotnoten hör hemma.',
    ]),
    ("footnotes_both_ways", [(NAMND, "Se svar under 1.3.", "Se svar under 1.3.[^1]")], [
        'data/responses/provnamnden.yml:69:11: Texten hänvisar till fotnot "1" en gång till. En fotnot hör till ett ställe.',
    ]),
    ("no_footnotes_in_the_plan", [(BO, "lagom mycket.", "lagom mycket.[^1]")], [
        'data/goal-areas/2-bo.yml:7:11: Texten hänvisar till fotnot "1", som inte finns. Fotnoter kan stå i remissvarens texter.',
    ]),
    ("everything_has_its_place", [(NAMND, "footnotes:\n", "unplaced:\n  - pages: 3\n    reason: Står före den första rubriken.\n    text: |\n      Dnr PROV 1\nfootnotes:\n")], [
        "data/responses/provnamnden.yml:89:11: varning: Text ur dokumentet är inte placerad och publiceras inte. Står före den första rubriken. Flytta texten dit den hör och ta bort posten.",
    ]),
    ("doubts_are_settled", [(NAMND, "footnotes:\n", "doubts:\n  - received: bor\n    reading: bör\n    rivals:\n      - bor\n    near:\n      - staden bör ta\n      - staden bör se\nfootnotes:\n")], [
        "data/responses/provnamnden.yml:86:1: varning: Två läsningar är inte avgjorda. Pröva dem mot dokumentet, rätta i texten och ta bort posterna under doubts.",
    ]),
    ("pages_exist", [(NAMND, "pages: 2-3", "pages: 2-4")], [
        "data/responses/provnamnden.yml:75:12: Sida 4 finns inte; dokumentet har 3 sidor.",
    ]),
    ("pages_exist", [(BO, "pages: 2", "pages: 12")], [
        "data/goal-areas/2-bo.yml:9:12: Sida 12 finns inte; dokumentet har 3 sidor.",
    ]),
    ("source_files_exist", [(NAMND, "provnamnden/svar.txt", "provnamnden/svaret.txt")], [
        'data/responses/provnamnden.yml:13:13: "provnamnden/svaret.txt" finns inte bland filerna i data/sources/. Menade du "provnamnden/svar.txt"?',
    ]),
    ("series_belong_to_milestones", [rename(SERIES, "series/E1.2.csv")], [
        "data/goal-areas/1-lara.yml:34:7: Filen data/series/E1.1.csv saknas.",
        'data/series/E1.2.csv:1:1: Det finns inget etappmål med id "E1.2". Menade du "E1.1"?',
    ]),
    ("series_belong_to_milestones", [(LARA, "    series:\n      title: Elever som trivs\n      unit: procent\n      source: Provmyndigheten\n      url: https://prov.example/elever\n", "")], [
        'data/series/E1.1.csv:1:1: Etappmålet "E1.1" säger inte varifrån siffrorna är. Lägg till series med titel, enhet och källa under etappmålet.',
    ]),
    ("series_are_complete", [(SERIES, "2019;män;79,0\n", "")], [
        "data/series/E1.1.csv:2:1: varning: För 2019 saknas män. Fyll i dem om källan har dem. Annars visar webbplatsen en lucka.",
    ]),
    ("figures_fit_their_milestone", [(SERIES, "2018;kvinnor;80,1", "2021;kvinnor;80,1")], [
        "data/series/E1.1.csv:5:1: varning: För 2021 saknas män och totalt. Fyll i dem om källan har dem. Annars visar webbplatsen en lucka.",
        "data/series/E1.1.csv:5:1: År 2021 har inte varit än.",
        "data/series/E1.1.csv:6:1: varning: För 2018 saknas kvinnor. Fyll i dem om källan har dem. Annars visar webbplatsen en lucka.",
    ]),
    ("figures_fit_their_milestone", [(SERIES, "80,1", "80,1 %"), (LARA, "      unit: procent\n      source", "      unit: elever\n      source"), (LARA, "        unit: procent\n", "        unit: elever\n"), (LARA, "        unit: procent\n", "        unit: elever\n")], [
        'data/series/E1.1.csv:5:1: Värdet har procenttecken, men enheten är "elever". Rätta värdet, eller unit under series.',
    ]),
    ("levels_are_told_by_somebody", [(LARA, "        unit: procent\n", "        unit: elever\n")], [
        'data/goal-areas/1-lara.yml:25:15: Enheten är "elever", men statistikens är "procent".',
    ]),
    ("levels_are_told_by_somebody", [(LARA, "        seen_in: Provbudgeten för 2015\n", "")], [
        "data/goal-areas/1-lara.yml:24:16: Det framgår inte var uppgiften står. Lägg till quote med ord ur etappmålet, eller seen_in med källan.",
    ]),
    ("levels_are_told_by_somebody", [(LARA, "year: 2022", "year: 2012")], [
        "data/goal-areas/1-lara.yml:29:15: Målåret kommer före utgångslägets år.",
    ]),
    ("quotes_from_milestones_are_found", [(LARA, "        value: 85\n", "        value: åttiofem\n"), (LARA, "        unit: procent\n        seen_in: Provbudgeten för 2015\n        url: https://prov.example/budget\n", "        unit: procent\n        quote: 76 procent\n")], [
        "data/goal-areas/1-lara.yml:26:16: De citerade orden står inte i texten. Kopiera dem ur texten ovanför.",
        'data/goal-areas/1-lara.yml:29:16: Fältet "value" har ett värde som inte går att använda. Skriv till exempel 84,5.',
    ]),
    ("series_are_complete", [(SERIES, "2019;män;79,0\n", "2019;män;79,0\n2019;män;78,0\n")], [
        "data/series/E1.1.csv:4:1: Värdet för 2019, män står redan på rad 3.",
    ]),
    ("series_are_complete", [write(SERIES, "år;kön;värde\n")], [
        "data/series/E1.1.csv:1:1: Filen har inga siffror. Fyll i dem eller ta bort den.",
    ]),
    ("personal_data", [(NAMND, "vill ha en plan.", "vill 19121212-1212 ha en plan.")], [
        "data/responses/provnamnden.yml:19:23: varning: Det här ser ut som ett personnummer. Ta bort uppgiften om den gäller en enskild person.",
    ]),
    ("personal_data", [(NAMND, "vill ha en plan.", "ring 08-123 45 67 eller 070-123 45 67.")], [
        "data/responses/provnamnden.yml:19:23: varning: Det här ser ut som ett telefonnummer. Ta bort uppgiften om den gäller en enskild person.",
        "data/responses/provnamnden.yml:19:42: varning: Det här ser ut som ett telefonnummer. Ta bort uppgiften om den gäller en enskild person.",
    ]),
    ("personal_data", [(NAMND, "vill ha en plan.", "skriv till prov.provsson@post.example.")], [
        "data/responses/provnamnden.yml:19:29: varning: Det här ser ut som en e-postadress. Ta bort uppgiften om den gäller en enskild person.",
    ]),
    ("personal_data", [(NAMND, "kind: namnd", "kind: 08-123 45 67")], [
        'data/responses/provnamnden.yml:2:7: "08-123 45 67" har inte den form som "kind" ska ha. Använd små bokstäver a–z, siffror och bindestreck. Till exempel "08-123-45-67".',
    ]),
    ("accessibility_is_told_straight", [("settings.yml", "status: partial", "status: full")], [
        'data/settings.yml:7:11: Webbplatsen sägs vara helt förenlig med lagen, men har kända brister. Skriv partial.',
    ]),
    ("accessibility_is_told_straight", [("settings.yml", "  shortcomings:\n    - text: Provbilden saknar beskrivning.\n      reason: Den är påhittad.\n", "")], [
        "data/settings.yml:7:11: Webbplatsen sägs ha brister, men inga står under shortcomings. Lägg till dem.",
    ]),
    ("accessibility_is_told_straight", [("settings.yml", "updated_on: 2020-03-01", "updated_on: 2020-02-01")], [
        "data/settings.yml:9:15: Redogörelsen är äldre än bedömningen (2020-03-01).",
    ]),
    ("accessibility_is_told_straight", [("settings.yml", "updated_on: 2020-03-01", "updated_on: 2030-03-01")], [
        "data/settings.yml:9:15: Datumet 2030-03-01 har inte varit än.",
    ]),
    ("repository_can_be_edited", [("settings.yml", "repository_kind: github\n", "")], [
        "data/settings.yml:4:13: varning: Det framgår inte om arkivet finns på GitHub eller GitLab, så webbplatsen kan inte länka till dess redigerare. Skriv repository_kind: github eller gitlab.",
    ]),
    ("settings_are_filled", [write("settings.yml", "publisher: Prov\n")], [
        "data/settings.yml:1:1: varning: Inte angivet: e-post och källkodsarkiv. Fyll i när det är bestämt; till dess säger webbplatsen att det saknas.",
    ]),
]
# fmt: on


@pytest.mark.parametrize(
    ("faults", "expected"),
    [
        pytest.param(faults, expected, id=f"{rule}-{n}")
        for n, (rule, faults, expected) in enumerate(CASES)
    ],
)
def test_a_broken_rule_says_what_is_wrong_and_where(
    mini: Path, faults: list[Edit | Break], expected: list[str]
) -> None:
    sound = problems_of(mini)
    break_it(mini, *faults)
    # What is remembered of the sound site tells no more and no less than to read it all anew.
    assert problems_of(mini) == expected
    reader._kept.clear()
    assert problems_of(mini) == expected
    assert expected != sound


def test_synonyms_are_checked_like_everything_else(mini: Path) -> None:
    folder = mini / "data" / "search"
    folder.mkdir()
    text = "# Kommentarer får stå här.\nskola: plugget\nbok:\ntal: [siffra]\nbok: lektyr\n"
    (folder / "synonyms.yml").write_text(text, encoding="utf-8")
    (folder / "list.yml").write_text("- skola\n", encoding="utf-8")
    assert problems_of(mini) == [
        "data/search/list.yml:1:1: Filen ska ha ett ord per rad. Skriv till exempel förskola: dagis, daghem.",
        'data/search/synonyms.yml:5:1: Fältet "bok" står två gånger. Behåll det ena.',
    ]
    (folder / "list.yml").unlink()
    (folder / "synonyms.yml").write_text(text.replace("\nbok: lektyr", ""), encoding="utf-8")
    assert problems_of(mini) == [
        'data/search/synonyms.yml:3:5: Efter "bok" ska det stå ord med komma emellan. Skriv till exempel förskola: dagis, daghem.',
        'data/search/synonyms.yml:4:6: Efter "tal" ska det stå ord med komma emellan. Skriv till exempel förskola: dagis, daghem.',
    ]


def test_every_rule_has_a_case() -> None:
    rules = {rule.__name__ for rule in (*CHECKS, *RESPONSE_CHECKS)}
    assert rules | {"personal_data"} == {rule for rule, _, _ in CASES}


@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789",
                *"+- /aå–@.\n",
                "2020-01-02",
                "19121212-1212",
                "+46 70 123 45 67",
                "08-",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_lines_are_looked_through_for_personal_data_wherever_there_may_be_any(text: str) -> None:
    likely = "\n".join(line for _, line in personal_data._likely_lines(text))
    assert looks_personal(text) == looks_personal(likely)
