"""Rules of the plan, its figures, sources and settings, each broken with its complete messages."""

from tests.datafiles.checks.faults import (
    BO,
    LARA,
    NAMND,
    PERSON,
    PLAN,
    SERIES,
    Case,
    copy,
    look,
    rename,
    write,
)
from tests.datafiles.test_published_words import DOCUMENT
from tests.look import LOGO

# fmt: off
CASES: list[Case] = [
    ("unique_plan_ids", [(LARA, "id: S1.2", "id: S1.1")], [
        'data/goal-areas/1-lara.yml:44:9: Id "S1.1" används redan i data/goal-areas/1-lara.yml:39. Varje id får finnas en gång.',
        'data/responses/privatperson-1.yml:21:5: "S1.2" finns inte bland strategierna. Menade du "S1.3"?',
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
    ("unique_plan_ids", [(BO, "id: S2.1", "id: provnamnden"), (NAMND, "- S2.1", "- provnamnden"), (PERSON, "- S2.1", "- provnamnden")], [
        'data/goal-areas/2-bo.yml:5:9: Id "provnamnden" används redan i data/responses/provnamnden.yml. Varje id får finnas en gång.',
    ]),
    ("unique_plan_ids", [(BO, "id: S2.1", "id: plan"), (NAMND, "- S2.1", "- plan"), (PERSON, "- S2.1", "- plan")], [
        'data/goal-areas/2-bo.yml:5:9: "plan" är upptaget och kan inte vara ett id. Välj ett annat ord.',
    ]),
    ("unique_plan_ids", [(BO, "id: S2.1", "id: 1-1-och-1-2"), (NAMND, "- S2.1", "- 1-1-och-1-2"), (PERSON, "- S2.1", "- 1-1-och-1-2")], [
        'data/goal-areas/2-bo.yml:5:9: "1-1-och-1-2" är upptaget och kan inte vara ett id. Välj ett annat ord.',
    ]),
    ("plan_addresses_are_unique", [(BO, "id: S2.1", "id: 1-1"), (NAMND, "- S2.1", "- 1-1"), (PERSON, "- S2.1", "- 1-1")], [
        'data/goal-areas/2-bo.yml:5:9: "1-1" får samma adress (strategier/1-1/) som "S1.1" i data/goal-areas/1-lara.yml:39. Skilj dem åt med mer än stora bokstäver, punkter och bindestreck.',
    ]),
    ("areas_have_marks_of_their_own", [(NAMND, "unanswered:\n  - S2.1", "unanswered: rest"), (PERSON, "unanswered:\n  - S1.2\n  - S1.3\n  - S2.1", "unanswered: rest"), *(write(f"goal-areas/{n}-mer-{n}.yml", f"id: M{n}\ntitle: Mer {n}\ntext_from: provnamnden\nstrategies:\n  - id: S{n}.1\n    title: Mer\n    text: Mer.\n") for n in range(3, 17))], [
        'data/goal-areas/16-mer-16.yml:1:5: varning: Webbplatsen har former och färger för 15 målområden, och planen har fler. Det här får samma form och färg som ett av de första.',
    ]),
    ("groups_stand_together", [(BO, "    pages: 2", "    pages: 2\n    group: hus")], [
        'data/goal-areas/2-bo.yml:10:12: "hus" finns inte bland målområdets grupper.',
    ]),
    ("groups_stand_together", [(LARA, "milestones:\n", "groups:\n  - id: ord\n    title: Ord\nmilestones:\n"), (LARA, "  - id: S1.1\n", "  - id: S1.1\n    group: ord\n")], [
        'data/goal-areas/1-lara.yml:48:9: "S1.2" ska stå före det som hör till "ord". Det som inte hör till någon grupp står först, och sedan det som hör till varje grupp, i gruppernas ordning.',
        'data/goal-areas/1-lara.yml:53:9: "S1.3" ska stå före det som hör till "ord". Det som inte hör till någon grupp står först, och sedan det som hör till varje grupp, i gruppernas ordning.',
    ]),
    ("groups_stand_together", [(BO, "strategies:\n", "groups:\n  - id: hus\n    title: Hus\nstrategies:\n")], [
        'data/goal-areas/2-bo.yml:5:9: Inget hör till gruppen "hus". Skriv group under det som hör till den, eller ta bort gruppen.',
    ]),
    ("no_footnotes_in_the_plan", [(BO, "strategies:\n", "groups:\n  - id: hus\n    title: Hus\n    text: Alla hus.[^2]\nstrategies:\n"), (BO, "    pages: 2", "    pages: 2\n    group: hus")], [
        'data/goal-areas/2-bo.yml:7:11: Texten hänvisar till fotnot "2", som inte finns. Fotnoter kan stå i remissvarens texter.',
    ]),
    ("no_footnotes_in_the_plan", [(BO, "strategies:\n", "text: Alla områden.[^3]\nstrategies:\n")], [
        'data/goal-areas/2-bo.yml:4:7: Texten hänvisar till fotnot "3", som inte finns. Fotnoter kan stå i remissvarens texter.',
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
    ("plan_sections_once", [(PLAN, "body_kinds:\n", "sections:\n  - id: slut\n    heading: Slut\n  - id: slut\n    heading: Slut igen\nbody_kinds:\n"), (PLAN, "responses_total:", "document:\n  title: Planen\nresponses_total:")], [
        'data/plan.yml:14:9: "slut" står två gånger.',
    ]),
    ("texts_have_a_source", [(PLAN, "body_kinds:\n", "sections:\n  - id: slut\n    heading: Slut\nbody_kinds:\n")], [
        'data/plan.yml:10:3: Texten sägs komma ur planen, men plan.yml har inget dokument. Beskriv planens dokument under document i data/plan.yml.',
    ]),
    ("no_footnotes_in_the_plan", [(PLAN, "body_kinds:\n", "sections:\n  - id: slut\n    heading: Slut\n    text: Det är slut.[^1]\nbody_kinds:\n"), (PLAN, "responses_total:", "document:\n  title: Planen\nresponses_total:")], [
        'data/plan.yml:14:11: Texten hänvisar till fotnot "1", som inte finns. Fotnoter kan stå i remissvarens texter.',
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
    ("source_files_exist", [(NAMND, "provstyrelsen/beslut.txt", "provstyrelsen/beslutet.txt")], [
        'data/responses/provnamnden.yml:60:21: "provstyrelsen/beslutet.txt" finns inte bland filerna i data/sources/. Menade du "provstyrelsen/beslut.txt"?',
    ]),
    ("no_footnotes_in_the_plan", [(BO, "lagom mycket.", "lagom mycket.[^1]")], [
        'data/goal-areas/2-bo.yml:7:11: Texten hänvisar till fotnot "1", som inte finns. Fotnoter kan stå i remissvarens texter.',
    ]),
    ("everything_has_its_place", [(NAMND, "footnotes:\n", "unplaced:\n  - pages: 3\n    reason: Står före den första rubriken.\n    text: |\n      Dnr PROV 1\nfootnotes:\n")], [
        "data/responses/provnamnden.yml:89:11: varning: Text ur dokumentet är inte placerad och publiceras inte. Står före den första rubriken. Flytta texten dit den hör och ta bort posten.",
    ]),
    ("the_plan_has_its_place", [(BO, "title: Bo\n", "title: Bo\nunsure:\n  - Rubriken säger inte vad den är.\nunplaced:\n  - reason: Står under rubriken.\n    text: |\n      Alla ska bo.\n\n      | a | b |\n      | c |\n"), (PLAN, "issuer: ", "unplaced:\n  - reason: Står före planen.\n    text: |\n      Förord\nissuer: ")], [
        "data/goal-areas/2-bo.yml:4:5: varning: Osäkert: Rubriken säger inte vad den är. Jämför med dokumentet, rätta vid behov och ta bort raden.",
        "data/goal-areas/2-bo.yml:7:11: varning: Text ur dokumentet är inte placerad och publiceras inte. Står under rubriken. Flytta texten dit den hör och ta bort posten.",
        "data/goal-areas/2-bo.yml:11:7: Raden har en cell, men tabellens första rad har 2. Skriv lika många: en tom cell som | |, och ett lodstreck i en cell som \\|.",
        "data/plan.yml:6:11: varning: Text ur dokumentet är inte placerad och publiceras inte. Står före planen. Flytta texten dit den hör och ta bort posten.",
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
    ("pages_exist", [(NAMND, "footnotes:\n", "corrections:\n  - pages: 4\n    stood: penningar\n    stands: pengar\n    reason: Påhittat skäl.\nfootnotes:\n")], [
        "data/responses/provnamnden.yml:87:12: Sida 4 finns inte; dokumentet har 3 sidor.",
    ]),
    ("corrections_tell_their_pages", [(NAMND, "footnotes:\n", "corrections:\n  - stood: penningar\n    stands: pengar\n    reason: Påhittat skäl.\nfootnotes:\n")], [
        "data/responses/provnamnden.yml:87:5: Rättelsen säger inte vilken sida den gäller. Skriv pages: sidan i dokumentet.",
    ]),
    ("corrections_tell_their_pages", [(NAMND, "  pages: 3\n", ""), (NAMND, "footnotes:\n", "corrections:\n  - stood: penningar\n    stands: pengar\n    reason: Påhittat skäl.\nfootnotes:\n")], [
        "data/responses/provnamnden.yml:86:5: Rättelsen säger inte vilken sida den gäller. Skriv pages: sidan i dokumentet.",
    ]),
    ("corrections_tell_their_pages", [(LARA, "strategies:\n", "corrections:\n  - stood: texter\n    stands: böcker\n    reason: Påhittat skäl.\nstrategies:\n")], [
        "data/goal-areas/1-lara.yml:39:5: Rättelsen säger inte vilken sida den gäller. Skriv pages: sidan i dokumentet.",
    ]),
    ("corrections_stand_in_the_texts", [(LARA, "strategies:\n", "corrections:\n  - pages: 2\n    stood: texter\n    stands: noveller\n    reason: Påhittat skäl.\nstrategies:\n")], [
        'data/goal-areas/1-lara.yml:41:13: "noveller" står inte i någon text i filen. Skriv orden så som de nu står i texten.',
    ]),
    ("published_words_are_the_source", [(NAMND, "received: provnamnden/svar.txt", "received: provnamnden/svar.txt\n  corrected: provnamnden/rattad.txt"), write("sources/provnamnden/rattad.txt", DOCUMENT.replace("siffror", "tal"))], [
        'data/responses/provnamnden.yml:25:26: Här står "siffror", men källan har "tal" (data/sources/provnamnden/rattad.txt, rad 4). Om det är en rättelse: lägg till den under corrections med stood, stands och reason, och pages om dokumentet har sidor. Annars: skriv som i källan.',
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
        "data/series/E1.1.csv:5:14: 2021 ligger i framtiden.",
        "data/series/E1.1.csv:6:1: varning: För 2018 saknas kvinnor. Fyll i dem om källan har dem. Annars visar webbplatsen en lucka.",
    ]),
    ("figures_fit_their_milestone", [(SERIES, "80,1", "80,1 %"), (LARA, "      unit: procent\n      source", "      unit: elever\n      source"), (LARA, "        unit: procent\n", "        unit: elever\n"), (LARA, "        unit: procent\n", "        unit: elever\n")], [
        'data/series/E1.1.csv:5:14: Värdet har procenttecken, men enheten är "elever". Rätta värdet, eller unit under series.',
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
    ("series_are_complete", [write(SERIES, "år;kön;värde\n")], [
        "data/series/E1.1.csv:1:1: Filen har inga siffror. Fyll i dem eller ta bort den.",
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
        "data/settings.yml:9:15: Datumet 2030-03-01 ligger i framtiden.",
    ]),
    ("the_colour_can_be_read", [look("colour: '#FF7F00'")], [
        "data/settings.yml:14:11: Färgen #ff7f00 syns för dåligt mot webbplatsens ljusa bottnar: 2,23 mot 1. Det ska vara minst 4,5 mot 1. Närmast som räcker är '#ad5600'.",
    ]),
    ("the_colour_can_be_read", [look("colour: röd")], [
        """data/settings.yml:14:11: Fältet "colour" har ett värde som inte går att använda. Skriv färgen som # och sex tecken inom citattecken, till exempel '#8a1538'.""",
    ]),
    ("the_logo_says_something", [look("logo: bild.svg", LOGO)], [
        "data/settings.yml:14:9: Logotypen har ingen text, så den som inte ser den får inte veta vad det är. Skriv det som den säger under logo_text.",
    ]),
    ("the_logo_says_something", [look("logo_text: Provköping")], [
        "data/settings.yml:14:14: Det finns en text till en logotyp, men ingen logotyp. Skriv logotypens fil under logo, eller ta bort texten.",
    ]),
    ("pictures_of_the_look_are_sound", [look("icon: bid.svg", LOGO)], [
        'data/settings.yml:14:9: "bid.svg" finns inte bland bilderna i docs/. Menade du "bild.svg"?',
    ]),
    ("pictures_of_the_look_are_sound", [look("icon: index.md", LOGO)], [
        "data/settings.yml:14:9: index.md är ingen bild som visas på sidorna. De typer som går är .svg och .png.",
    ]),
    ("pictures_of_the_look_are_sound", [look("icon: bild.svg", "<svg/>")], [
        "data/settings.yml:14:9: bild.svg: Filen är ingen SVG med en storlek. Spara den på nytt. En SVG ska ha width och height, eller viewBox.",
    ]),
    ("repository_can_be_edited", [("settings.yml", "repository_kind: github\n", "")], [
        "data/settings.yml:4:13: varning: Det framgår inte om arkivet finns på GitHub eller GitLab, så webbplatsen kan inte länka till dess redigerare. Skriv repository_kind: github eller gitlab.",
    ]),
    ("security_contact_is_current", [("settings.yml", "accessibility:", "security:\n  contact: mailto:sakerhet@provkoping.example\n  expires: 2020-05-31\naccessibility:")], [
        "data/settings.yml:8:12: varning: Datumet 2020-05-31 har passerat. Den som hittar en säkerhetsbrist kan inte längre lita på kontakten. Se efter att den stämmer, och skriv en dag inom ett år.",
    ]),
    ("security_contact_is_current", [("settings.yml", "accessibility:", "security:\n  contact: mailto:sakerhet@provkoping.example\n  expires: 2021-06-03\naccessibility:")], [
        "data/settings.yml:8:12: varning: Datumet 2021-06-03 är mer än ett år bort. Till dess kan kontakten ha bytts ut. Skriv en dag inom ett år.",
    ]),
    ("placeholders_are_filled", [(PLAN, "title: ", "title: FYLL I ")], [
        'data/plan.yml:1:8: varning: Det här är kvar att skriva: "FYLL I Provplan för Provköping". Innan dess kan webbplatsen byggas, men inte publiceras.',
    ]),
    ("settings_are_filled", [write("settings.yml", "publisher: Prov\n")], [
        "data/settings.yml:1:1: varning: Inte angivet: e-post och källkodsarkiv. Fyll i när det är bestämt; till dess säger webbplatsen att det saknas.",
    ]),
    ("themes_of_strategies_are_sound", [(LARA, "  - id: S1.2\n    title", "    judgement:\n      by: Maskin\n      reviewed: true\n      themes:\n        - theme: skolan\n          quote: finns inte här\n        - theme: skola\n          quote: X\n  - id: S1.2\n    title")], [
        "data/goal-areas/1-lara.yml:45:11: varning: Bedömningen är gjord av ett program, men det framgår inte av machine. Lägg till machine: true.",
        "data/goal-areas/1-lara.yml:46:17: Bedömningen sägs vara granskad, men inte av vem. Lägg till reviewed_by.",
        'data/goal-areas/1-lara.yml:48:18: "skolan" finns inte bland temana (themes i data/plan.yml). Menade du "skola"?',
        "data/goal-areas/1-lara.yml:49:18: De citerade orden står inte i texten. Kopiera dem ur texten ovanför.",
        "data/goal-areas/1-lara.yml:51:18: De citerade orden står inte i texten. Kopiera dem ur texten ovanför.",
    ]),
    ("searches_are_plausible", [(PLAN, "title:", "searches:\n  - what: responses\n    on: 2020-07-01\n    where: Provdiariet\ndecision:\n  value: adopted\n  date: 2020-08-01\n  by: Provfullmäktige\n  source:\n    title: Protokoll\ntitle:"), (NAMND, "status: received\n", "status: received\nsearches:\n  - what: decision\n    on: 1820-01-01\n    where: Provdiariet\n")], [
        "data/plan.yml:2:11: Det som någon letat efter (responses) är känt. Ta bort posten: den är till för det som inte har hittats.",
        "data/plan.yml:3:9: Datumet 2020-07-01 ligger i framtiden.",
        "data/plan.yml:7:9: Datumet 2020-08-01 ligger i framtiden.",
        "data/responses/provnamnden.yml:5:11: Det som någon letat efter (decision) är känt. Ta bort posten: den är till för det som inte har hittats.",
        "data/responses/provnamnden.yml:6:9: Datumet 1820-01-01 är för gammalt för att stämma.",
    ]),
    ("steps_rest_on_something", [(PLAN, "    source:\n      title: Provstyrelsens missiv\n      url: https://prov.example/missiv\n", "")], [
        'data/plan.yml:33:11: Det framgår inte hur man vet något om steget "Remiss". Lägg till section och quote, source eller seen_in, eller ta bort when och what.',
    ]),
    ("steps_rest_on_something", [(PLAN, "where: provrådets diarium", "where: provrådets diarium\n    seen_in: Provbladet"), (PLAN, "2020-05-01", "2020-07-01")], [
        'data/plan.yml:42:7: Steget "Provrådet" är känt, men någon sägs ha letat efter det. Ta bort searches: det är till för det som inte har hittats.',
        "data/plan.yml:42:13: Datumet 2020-07-01 ligger i framtiden.",
    ]),
    ("steps_rest_on_something", [(PLAN, "decision_of: provnamnden", "when: 2020\n    decision_of: provnamden")], [
        "data/plan.yml:39:11: Steget hämtar when från beslutet som decision_of pekar på. Ta bort when här.",
        'data/plan.yml:40:18: "provnamden" finns inte bland plan och de remissinstanser som har svarat. Menade du "provnamnden"?',
    ]),
    ("quotes_of_steps_are_found", [(PLAN, "    section:\n      response: provnamnden\n      section: synpunkter\n    quote: ", "    seen_in: Provbladet\n    quote: ")], [
        "data/plan.yml:30:12: Det framgår inte var de citerade orden står. Lägg till section med response och section.",
    ]),
    ("quotes_of_steps_are_found", [(PLAN, "    quote: saknar siffror\n", ""), (PLAN, "      section: synpunkter\n", "      section: bilaga\n")], [
        'data/plan.yml:30:7: Steget "Uppdrag" saknar de ord som det bygger på. Lägg till quote med ord ur avsnittet.',
        'data/plan.yml:31:16: Avsnittet "bilaga" finns inte i remissvaret "provnamnden".',
    ]),
    ("quotes_of_steps_are_found", [(PLAN, "quote: saknar siffror", "quote: Provnämnden saknar böcker och annat")], [
        'data/plan.yml:32:12: De citerade orden står inte i texten. Menade du "Provnämnden saknar siffror om elever."?',
    ]),
    ("source_files_exist", [(PLAN, "url: https://prov.example/missiv", "file: provstyrelsen/missiv.txt")], [
        'data/plan.yml:37:13: "provstyrelsen/missiv.txt" finns inte bland filerna i data/sources/. Menade du "provstyrelsen/beslut.txt"?',
    ]),
    ("tables_in_the_plan_are_whole", [(LARA, "Provskolan ska ha fler böcker.\n", "Provskolan ska ha fler böcker.\n\n      | a | b |\n      | c |\n")], [
        'data/goal-areas/1-lara.yml:45:7: Raden har en cell, men tabellens första rad har 2. Skriv lika många: en tom cell som | |, och ett lodstreck i en cell som \\|.',
    ]),
    ("tables_in_the_plan_are_whole", [(BO, "strategies:\n", "text: |\n  | a | b |\n  | c |\nstrategies:\n")], [
        'data/goal-areas/2-bo.yml:6:3: Raden har en cell, men tabellens första rad har 2. Skriv lika många: en tom cell som | |, och ett lodstreck i en cell som \\|.',
    ]),
    ("terms_are_told_apart", [write("terms.yml", "strategy: {one: önskemål, the_one: önskemålet, many: önskemål, the_many: önskemålen, neuter: true}\n")], [
        'data/terms.yml:1:11: Ordet "önskemål" står också för request. Läsaren ser ingen skillnad. Ge dem olika ord.',
    ]),
    ("terms_are_told_apart", [write("terms.yml", "response: {one: svar, the_one: svaret, many: svar, the_many: svaren, neuter: true}\ncomment: {one: ord, the_one: ordet, many: Svar, the_many: orden, neuter: true}\n")], [
        'data/terms.yml:2:10: Ordet "Svar" står också för response. Läsaren ser ingen skillnad. Ge dem olika ord.',
    ]),
    ("addresses_are_free", [write("terms.yml", "addresses: true\nrequest: {one: tema, the_one: temat, many: teman, the_many: temana, neuter: true}\ncomment: {one: svar, the_one: svaret, many: svar, the_many: svaren, neuter: true}\nstrategy: {one: мера, the_one: мера, many: меры, the_many: меры}\n")], [
        'data/terms.yml:2:44: "teman" är redan början på andra adresser. Välj ett annat ord, eller ta bort addresses.',
        'data/terms.yml:3:16: "svar" är redan början på andra adresser. Välj ett annat ord, eller ta bort addresses.',
        'data/terms.yml:4:17: "мера" kan inte stå i en adress. Välj ett ord med bokstäverna a till ö.',
        'data/terms.yml:4:44: "меры" kan inte stå i en adress. Välj ett ord med bokstäverna a till ö.',
    ]),
    ("forms_are_of_one_word", [write("terms.yml", "strategy: {one: insats, the_one: åtgärden, many: insatser, the_many: insatserna}\ngoal_area: {one: del, the_one: den stora delen, many: delar, the_many: delarna}\nbody: {one: yttre instans, the_one: den yttre instansen, many: yttre instanser, the_many: de yttre instanserna}\n")], [
        'data/terms.yml:1:34: varning: "åtgärden" börjar inte som "insats". Är det rätt ord?',
        'data/terms.yml:2:32: varning: "den stora delen" börjar inte som "del". Är det rätt ord?',
    ]),
]
# fmt: on
