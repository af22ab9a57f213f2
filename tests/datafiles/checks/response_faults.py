"""Rules of responses, each broken with its complete messages."""

from tests.datafiles.checks.faults import BO, BOLAG, LARA, NAMND, PERSON, PLAN, Case, rename

# fmt: off
CASES: list[Case] = [
    ("sections_have_their_own_address", [(BO, "id: S2.1", "id: bo"), (NAMND, "- S2.1", "- bo"), (PERSON, "- S2.1", "- bo"), (NAMND, "id: synpunkter", "id: strategi-bo"), (PLAN, "section: synpunkter", "section: strategi-bo")], [
        'data/responses/provnamnden.yml:20:9: "strategi-bo" är redan adressen till något annat på svarets sida. Skriv till exempel avsnitt-strategi-bo.',
    ]),
    ("body_kind_exists", [(BOLAG, "kind: namnd", "kind: okand")], [
        "data/responses/provbolaget.yml:2:7: Det står inte vilken av typerna av remissinstanser (body_kinds i data/plan.yml) det är. Välj bland namnd och privatperson.",
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
    ("status_fits_content", [(BOLAG, "status: joint\nanswered_by: provnamnden", "status: received\nspeaker: body\nsource:\n  title: Brev\nunanswered: rest\nunplaced:\n  - reason: Står utan rubrik.\n    text: |\n      Ja")], [
        "data/responses/provbolaget.yml:3:9: Svaret sägs ha kommit in, men har varken avsnitt eller synpunkter. Flytta texterna under unplaced dit de hör.",
        "data/responses/provbolaget.yml:10:11: varning: Text ur dokumentet är inte placerad och publiceras inte. Står utan rubrik. Flytta texten dit den hör och ta bort posten.",
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
        "data/responses/provnamnden.yml:35:1: Svaret säger inget om S2.1. Lägg till synpunkten, skriv strategin under unanswered, eller skriv unanswered: rest.",
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
        'data/responses/provnamnden.yml:71:16: Synpunkten på "S1.1" omfattar inte "S1.2", som hänvisar dit. Lägg till S1.2 under strategies där.',
    ]),
    ("one_comment_per_strategy", [(NAMND, "    refers_to: S1.3\n", "    refers_to: S1.3\n    judgement:\n      by: Prov\n      reviewed: false\n      position:\n        value: none_stated\n")], [
        "data/responses/provnamnden.yml:72:5: En synpunkt som bara hänvisar vidare har ingen egen bedömning. Flytta bedömningen till den synpunkt som den hänvisar till.",
    ]),
    ("every_strategy_answered", [(NAMND, "unanswered:\n  - S2.1\n", "")], [
        "data/responses/provnamnden.yml:35:1: Svaret säger inget om S2.1. Lägg till synpunkten, skriv strategin under unanswered, eller skriv unanswered: rest.",
    ]),
    ("every_strategy_answered", [(NAMND, "unanswered:\n", "unanswered:\n  - S1.1\n")], [
        'data/responses/provnamnden.yml:85:5: "S1.1" sägs vara utan svar, men har en synpunkt.',
    ]),
    ("every_strategy_answered", [(NAMND, "unanswered:\n", "unanswered:\n  - S2.1\n")], [
        'data/responses/provnamnden.yml:86:5: "S2.1" står två gånger.',
    ]),
    ("sections_once", [(NAMND, "id: synpunkter", "id: bakgrund")], [
        'data/plan.yml:31:16: Avsnittet "synpunkter" finns inte i remissvaret "provnamnden".',
        'data/responses/provnamnden.yml:20:9: "bakgrund" står två gånger.',
    ]),
    ("tables_in_responses_are_whole", [(NAMND, "Provköping vill ha en plan.\n", "Provköping vill ha en plan.\n\n      | a | b |\n      |---|---|\n      | c |\n")], [
        'data/responses/provnamnden.yml:23:7: Raden har en cell, men tabellens första rad har 2. Skriv lika många: en tom cell som | |, och ett lodstreck i en cell som \\|.',
    ]),
    ("tables_in_responses_are_whole", [(NAMND, "Provköping vill ha en plan.\n", "Provköping vill ha en plan.\n\n      | a | b |\n      |---|---|---|\n      | c | d |\n")], [
        'data/responses/provnamnden.yml:22:7: Raden har tre celler, men tabellens första rad har 2. Skriv lika många: en tom cell som | |, och ett lodstreck i en cell som \\|.',
    ]),
    ("tables_in_responses_are_whole", [(NAMND, "Provköping vill ha en plan.\n", "Provköping vill ha en plan.\n\n      | a |\n      | b\n        c\n")], [
        'data/responses/provnamnden.yml:22:7: Tabellens rad slutar inte med ett lodstreck. Skriv | efter den sista cellen, och en tom rad mellan tabellen och annan text.',
    ]),
    ("tables_in_responses_are_whole", [(NAMND, "Provköping vill ha en plan.\n", "Provköping vill ha en plan.\n\n      | a |\n      | b |\n      |---|\n")], [
        'data/responses/provnamnden.yml:23:7: Raden med bindestreck står inte under tabellens första rad. Flytta den dit om den första raden är tabellens huvud; ta annars bort den.',
    ]),
    ("tables_in_responses_are_whole", [(NAMND, "Provköping vill ha en plan.\n", "Provköping vill ha en plan.\n\n      | | |\n      |---|---|\n")], [
        'data/responses/provnamnden.yml:21:7: Tabellen är tom. Skriv ord i dess celler, eller ta bort den.',
    ]),
    ("tables_in_responses_are_whole", [(NAMND, "Provköping vill ha en plan.\n", "Provköping vill ha en plan.\n      | a | b |\n      |---|---|\n")], [
        'data/responses/provnamnden.yml:20:7: Tabellen läses som löpande text. Skriv en tom rad före tabellen.',
    ]),
    ("tables_in_responses_are_whole", [(NAMND, "text: |\n      Provköping vill ha en plan.\n", "text: >\n      | a | b |\n      | c | d |\n")], [
        'data/responses/provnamnden.yml:18:11: Tabellens rader flyter ihop när texten inte börjar med ett lodstreck. Skriv text: | och tabellen på raderna under, en rad i taget.',
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
        "data/responses/provnamnden.yml:83:16: Texten sägs inte ta ställning, men ändå citeras ord. Ta bort quote, eller förklara under reason.",
    ]),
    ("positions_rest_on_words", [(NAMND, "      position:\n        value: supports\n        quote: Provnämnden välkomnar böckerna.\n", "")], [
        'data/responses/provnamnden.yml:43:7: Bedömningen saknar ställningstagande. Lägg till position; skriv "none_stated" om texten inte tar ställning.',
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
        "data/goal-areas/1-lara.yml:14:20: Datumet 2021-02-01 ligger i framtiden.",
    ]),
    ("rejections_have_reasons", [(NAMND, "value: partly", "value: rejected"), (NAMND, "            reason: Pengarna räcker inte till allt.\n", "")], [
        "data/responses/provnamnden.yml:56:20: Önskemålet sägs ha avslagits, men skälet saknas. Lägg till reason med det skäl som angavs i källan.",
    ]),
    ("nothing_known_has_no_words", [(NAMND, "value: partly", "value: no_information")], [
        "data/responses/provnamnden.yml:62:20: Ingen uppgift sägs finnas, men ändå citeras ord. Ta bort quote, eller välj det utfall som orden visar.",
    ]),
    ("outcomes_come_after", [(NAMND, "date: 2020-02-20", "date: 2020-07-20")], [
        "data/responses/provnamnden.yml:57:19: Datumet 2020-07-20 ligger i framtiden.",
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
    ("dates_are_plausible", [(NAMND, "date: 2020-01-15", "date: 2020-07-15"), (NAMND, "date: 2020-01-20", "date: 2020-07-20")], [
        "data/responses/provnamnden.yml:6:7: Datumet 2020-07-15 ligger i framtiden.",
        "data/responses/provnamnden.yml:8:9: Datumet 2020-07-20 ligger i framtiden.",
    ]),
    ("dates_are_plausible", [(NAMND, "date: 2020-01-15", "date: 1820-01-15")], [
        "data/responses/provnamnden.yml:6:7: Datumet 1820-01-15 är för gammalt för att stämma.",
    ]),
    ("dates_are_plausible", [(NAMND, "date: 2020-01-20", "date: 2020-01-10")], [
        "data/responses/provnamnden.yml:8:9: Beslutet är daterat före handlingen (2020-01-15).",
    ]),
    ("footnotes_both_ways", [(NAMND, "[^1]", "[^2]")], [
        'data/responses/provnamnden.yml:39:11: Texten hänvisar till fotnot "2", som inte finns. Lägg till den under footnotes.',
        'data/responses/provnamnden.yml:87:9: Ingen text hänvisar till fotnot "1". Skriv [^1] i texten där fotnoten hör hemma.',
    ]),
    ("footnotes_both_ways", [(NAMND, "Se svar under 1.3.", "Se svar under 1.3.[^1]")], [
        'data/responses/provnamnden.yml:69:11: Texten hänvisar till fotnot "1" en gång till. En fotnot hör till ett ställe.',
    ]),
    ("quotes_from_milestones_are_found", [(LARA, "        value: 85\n", "        value: åttiofem\n"), (LARA, "        unit: procent\n        seen_in: Provbudgeten för 2015\n        url: https://prov.example/budget\n", "        unit: procent\n        quote: 76 procent\n")], [
        "data/goal-areas/1-lara.yml:26:16: De citerade orden står inte i texten. Kopiera dem ur texten ovanför.",
        'data/goal-areas/1-lara.yml:29:16: Fältet "value" har ett värde som inte går att använda. Skriv till exempel 84,5.',
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
    ("quotes_are_found", [(NAMND, "      themes:\n", "      problems:\n        - quote: dyra böcker\n          sentence: Säger att böcker är dyra.\n      themes:\n")], [
        "data/responses/provnamnden.yml:65:18: De citerade orden står inte i texten. Kopiera dem ur texten ovanför.",
    ]),
    ("repeats_lead_to_the_request", [(NAMND, "- kind: resources\n          quote: mer pengar till provskolan\n", "- kind: clarification\n          quote: mer pengar till provskolan\n          repeats: synpunkter\n")], [
        'data/responses/provnamnden.yml:53:13: Önskemålet upprepar det i "synpunkter" men har ett eget outcome. Skriv outcome där önskemålet står först, eller ta bort repeats.',
    ]),
    ("repeats_lead_to_the_request", [(NAMND, "          quote: saknar siffror om elever\n", "          quote: saknar siffror om elever\n          repeats: S1.1\n")], [
        'data/responses/provnamnden.yml:31:20: "S1.1" har inget önskemål av slaget "clarification" att upprepa. Ange den text där önskemålet står första gången, med samma kind.',
    ]),
    ("repeats_lead_to_the_request", [(NAMND, "          quote: saknar siffror om elever\n", "          quote: saknar siffror om elever\n          repeats: bakgrund\n")], [
        'data/responses/provnamnden.yml:31:20: "bakgrund" finns inte bland de andra bedömda texterna. Det som finns är S1.1, S1.2 och S1.3.',
    ]),
    ("reviews_are_signed", [(NAMND, "by: Redaktionen", "by: Maskinellt förslag")], [
        "data/responses/provnamnden.yml:26:11: varning: Bedömningen är gjord av ett program, men det framgår inte av machine. Lägg till machine: true.",
    ]),
]
# fmt: on
