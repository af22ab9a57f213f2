"""What speaks for that a text is about a strategy: numbers, titles, milestones, other plans."""

import pytest

from tests.importing.test_kinds import FIRST, SECOND, account, answers

LAST = "Strategi 4.6: Bra."


@pytest.mark.parametrize(
    "row",
    [
        "S 2.4: Vi saknar mål.",
        "S. 2.4 Vi saknar mål.",
        "S-2.4 – Vi saknar mål.",
        "Str. 2.4: Vi saknar mål.",
        "Strategi 2:4. Vi saknar mål.",
        "Strategi 2,4 Vi saknar mål.",
        "Strategi (2.4) Vi saknar mål.",
        "Strategi nr. 2.4 Vi saknar mål.",
        "Delstrategi 2.4: Vi saknar mål.",
        "a) Strategi 2.4: Vi saknar mål.",
        "1. Strategi 2.4: Vi saknar mål.",
        "- Strategi 2.4: Vi saknar mål.",
        "☒ Strategi 2.4 tillstyrks.",
        "”Strategi 2.4” Vi saknar mål.",
    ],
)
def test_numbers_as_people_type_them(row: str) -> None:
    found = account("Strategi 1.1: Ja.", row, LAST)
    assert answers(found) == {"S1.1": "Strategi 1.1: Ja.", "S2.4": row, "S4.6": LAST}
    assert not found.unsure


@pytest.mark.parametrize(
    "row",
    [
        "Svar strategi 2.4: nej.",
        "Nämnden instämmer i strategi 2.4.",
        "Fråga 7: Strategi 2.4",
        "Målområde 2, strategi 4: nej.",
        "Strategi 4 i målområde 2: nej.",
    ],
)
def test_a_paragraph_that_names_another_strategy_is_no_part_of_an_answer(row: str) -> None:
    found = account("Strategi 1.1: Ja.", row, LAST)
    assert answers(found) == {"S1.1": "Strategi 1.1: Ja.", "S4.6": LAST}
    assert [item.text for item in found.unsure] == [row]
    assert found.unsure[0].reason.endswith("Förslag: svar på 2.4.")


@pytest.mark.parametrize(
    "row",
    [
        "Strategi 1.1: ja; strategi 2.4: nej.",
        "Strategi 1.1: ja; 2.4: nej.",
        "Strategi 1.1 – ja, strategi 2.4 – nej.",
        "Ang. 1.1: Ja. Strategi 2.4: Nej.",
    ],
)
def test_a_paragraph_with_several_answers_is_uncertain(row: str) -> None:
    found = account(row, LAST)
    assert answers(found) == {"S4.6": LAST}
    assert [item.text for item in found.unsure] == [row]
    assert found.unsure[0].reason.endswith("Förslag: svar på 1.1 och 2.4.")


def test_an_answer_in_a_list_ends_with_its_item() -> None:
    found = account("- Strategi 1.1: ja.", "- Mer pengar.", LAST)
    assert answers(found) == {"S1.1": "- Strategi 1.1: ja.", "S4.6": LAST}
    assert [item.text for item in found.unsure] == ["- Mer pengar."]


def test_uncertain_answers_in_a_row_are_told_apart() -> None:
    rows = ("Strategi 3.3 vill vi se mer av.", "Strategi 3.4 vill vi se mindre av.")
    found = account(FIRST, "Ja.", *rows)
    assert [item.text for item in found.unsure] == [*rows]


@pytest.mark.parametrize(
    "row", ["(2.4) Vi saknar mål.", "Till 2.4: Vi saknar mål.", "2.4. Vi vet."]
)
def test_a_number_alone_takes_nothing_from_another_answer(row: str) -> None:
    found = account("Strategi 1.1: Ja.", row, LAST)
    assert answers(found) == {"S1.1": "Strategi 1.1: Ja.", "S4.6": LAST}
    assert [item.text for item in found.unsure] == [row]
    assert found.unsure[0].reason.endswith("Förslag: svar på 2.4.")


@pytest.mark.parametrize(
    "row",
    [
        "Stärkt likvärdighet i förskolan",
        "Öka deltagandet, stärk likvärdigheten",
        "Förskolan (1.2)",
        "Om förskolan (strategi 1.2)",
    ],
)
def test_a_shortened_title_takes_nothing_from_another_answer(row: str) -> None:
    found = account(FIRST, "Ja.", row, "Vi saknar mål.", "2.2 Stärk kopplingen", "Nej.")
    assert answers(found)["S1.1"] == "Ja."
    kept = [*answers(found).values(), *(item.text for item in found.unsure)]
    assert any("Vi saknar mål." in text and text != "Ja." for text in kept)


def test_a_heading_on_its_own_strategy_stays_in_the_answer() -> None:
    found = account(SECOND, "Ja.", "Likvärdighet i förskolan", "Mer.", LAST)
    assert answers(found)["S1.2"] == "Ja.\n\nLikvärdighet i förskolan\n\nMer."


@pytest.mark.parametrize(
    "head",
    [
        *("Etappmål", "Synpunkter på etappmålen", "Mål och delmål", "# Mål"),
        *("Etappmål i B", "Etappmålen för målområde 2", "Synpunkter på delmål inom skolan"),
        "Mål i B",
    ],
)
def test_under_a_heading_on_milestones_numbers_are_theirs(head: str) -> None:
    rows = ("1.2 Deltagandet i förskolan", "Målet är lågt.", "2.1", "Bra.")
    found = account("Bakgrund", "A.", head, *rows, "Strategier", FIRST, "Ja.", SECOND, "Nej.")
    assert answers(found) == {"S1.1": "Ja.", "S1.2": "Nej."}
    assert not found.unsure
    kept = [item.text for item in found.left if "etappmål" in item.reason]
    assert kept[-2:] == ["1.2 Deltagandet i förskolan\n\nMålet är lågt.", "2.1\n\nBra."]


def test_a_strategy_ends_the_milestones() -> None:
    found = account("Etappmål", "1.1 Fler barn", "A.", FIRST, "Ja.", "1.2 Förskolan", "B.")
    assert answers(found) == {"S1.1": "Ja."}
    assert [item.text for item in found.unsure] == ["1.2 Förskolan\n\nB."]


@pytest.mark.parametrize("strategies", ["Strategier i B", "Strategierna inom målområde 2"])
def test_what_is_over_the_strategies_of_an_area_ends_its_milestones(strategies: str) -> None:
    found = account("Etappmål i B", "1.1 Fler barn", "A.", strategies, "1.2 Deltagandet", "B.")
    assert "etappmål" not in " ".join(item.reason for item in found.left if "B." in item.text)


@pytest.mark.parametrize("text", ["Etappmål i B", "Etappmål för skolan", "Etappmål B.1"])
def test_what_is_said_on_milestones_is_no_part_of_the_answer_before(text: str) -> None:
    for after in ((SECOND, "Nej."), ()):
        found = account(FIRST, "Ja.", text, "Vi saknar siffror.", *after)
        assert answers(found)["S1.1"] == "Ja."
        assert not found.unsure
        assert "etappmål" in found.left[0].reason


@pytest.mark.parametrize("end", [".", " än vad som sägs i planen, och det gäller varje år"])
def test_a_sentence_on_milestones_stays_in_its_answer(end: str) -> None:
    words = f"Etappmål i strategin bör följas upp oftare{end}"
    assert answers(account(FIRST, "Ja.", words, LAST))["S1.1"] == f"Ja.\n\n{words}"


@pytest.mark.parametrize(
    "heading",
    [
        *("Mål 1.2", "Mål 1.2: Fler barn", "Delmål 1.2", "Etappmål 1.2"),
        *("Etappmål B.1", "Etappmål B: Fler barn", "Synpunkter på delmål A.2"),
    ],
)
def test_a_number_of_a_goal_is_no_strategy(heading: str) -> None:
    found = account(FIRST, "Ja.", heading, "Målet är lågt.", LAST)
    assert answers(found)["S1.1"] == "Ja."
    assert "etappmål" in found.left[0].reason


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("Yttrande över förslag till Program för ett tillgängligt Provstad", "Program för ett"),
        ("Remissvar om strategi för friluftsliv", "strategi för friluftsliv"),
        ("Synpunkter på ny policy för upphandling", "policy för upphandling"),
    ],
)
def test_a_document_about_another_plan_gives_no_answers(head: str, named: str) -> None:
    found = account(head, "Strategi 1.1: Vi stöder den.")
    assert not answers(found)
    assert any(named in told for told in found.told)


@pytest.mark.parametrize(
    "rows",
    [
        ("Yttrande över stadens färdplan", "Vi svarar och jämför med Trafikplan 2030."),
        ("Yttrande över färdplan för ett Stockholm för alla", "A."),
        ("Svar på remiss om plan för ett Stockholm för alla", "A."),
        ("Yttrande", "Vi lämnar svar på planen för alla."),
    ],
)
def test_a_document_about_the_plan_may_name_others(rows: tuple[str, ...]) -> None:
    assert answers(account(*rows, LAST)) == {"S4.6": LAST}


def test_what_is_not_answered_is_told_of_each_strategy() -> None:
    sentence = "Nämnden har inget att erinra på 1.1–1.4."
    found = account("Bakgrund", sentence, SECOND, "Ja.")
    told = f"Dokumentet säger: ”{sentence}” Inget svar är skrivet på 1.1, 1.3 och 1.4"
    assert any(item.startswith(told) for item in found.told)


def test_nothing_to_say_on_others_is_no_part_of_an_answer() -> None:
    sentence = "Vi har inga synpunkter på 2.1 och 2.2."
    found = account(FIRST, "Ja.", sentence, SECOND, "Inga synpunkter utöver dem på 1.1.", "Mer.")
    assert answers(found)["S1.1"] == "Ja."
    assert [item.text for item in found.unsure] == [sentence]
    assert answers(found)["S1.2"] == "Inga synpunkter utöver dem på 1.1.\n\nMer."


def test_a_section_between_answers_is_told_since_it_is_shown_after_them() -> None:
    found = account("Bakgrund", "Ja.", FIRST, "Ja.", "Ekonomi", "Det kostar.", SECOND, "Nej.")
    assert [section.heading for section in found.response.sections] == ["Bakgrund", "Ekonomi"]
    assert [told for told in found.told if "visas efter" in told] == [
        "Avsnittet ”Ekonomi” står mellan svaren i dokumentet, men visas efter dem. Gäller det en "
        "strategi är det en synpunkt: flytta det till comments."
    ]
