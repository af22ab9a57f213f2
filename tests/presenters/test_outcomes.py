"""What came of a strategy: told once, with its source, and never made up."""

from dataclasses import replace

import pytest

from bench.synthetic import with_bodies
from roadmap.model import reader_of
from roadmap.model.dataset import Dataset
from roadmap.model.plan import PlanDecision
from roadmap.presenters import urls
from roadmap.presenters.enquiry import enquiry
from roadmap.presenters.outcomes import Group, Outcomes, outcomes
from roadmap.site.project import current
from roadmap.views import strategies, strategy
from roadmap.views.answer_blocks import on_strategy_page
from tests.projects import MINI, TODAY


@pytest.fixture(scope="module")
def mini() -> Dataset:
    return current(MINI, TODAY)


def decided(dataset: Dataset, value: str = "adopted") -> Dataset:
    """Return the data set with a plan that has come to its end."""
    decision = reader_of(PlanDecision).validate_python(
        {
            "value": value,
            "date": "2020-05-04",
            "by": "Provfullmäktige",
            "source": {"title": "Påhittat protokoll", "url": "https://prov.example/protokoll"},
        }
    )
    return replace(dataset, plan=dataset.plan.altered(decision=decision))


def told(dataset: Dataset, strategy_id: str) -> Outcomes:
    here = urls.strategy(dataset.strategy(strategy_id))
    groups = on_strategy_page(dataset, here, dataset.strategy(strategy_id)).requests
    return outcomes(dataset, here, dataset.strategy(strategy_id), groups)


def test_while_nothing_is_known_that_is_said_once(real: Dataset) -> None:
    state = told(real, "S1.1")
    assert not state.known
    assert state.sentences == (
        "Vi vet inte vad staden gjorde med önskemålen.",
        "Vi har inte letat än.",
    )
    (group,) = state.groups
    assert [ask.number for ask in group.asks] == [1, 2]


def test_an_answer_that_asks_for_nothing_leaves_the_strategy_itself(real: Dataset) -> None:
    state = told(real, "S1.2")
    assert state.sentences == (
        "Förvaltningen ber inte om något här.",
        "Vi vet inte om strategin genomfördes.",
        "Vi har inte letat än.",
    )
    assert told(decided(real), "S1.2").sentences == state.sentences[:1]


def test_what_is_known_is_told_with_its_source(mini: Dataset) -> None:
    state = told(mini, "S1.1")
    assert state.known
    assert state.sentences == ()
    (group,) = state.groups
    assert group.asks[0].outcome
    end = told(decided(mini), "S2.1")
    assert end.known
    assert end.decision
    assert end.decision.sentence == "Provfullmäktige antog planen den 4 maj 2020."
    assert end.decision.href == "https://prov.example/protokoll"
    rejected = told(decided(mini, "rejected"), "S2.1").decision
    assert rejected
    assert rejected.sentence.startswith("Provfullmäktige antog inte planen.")


def test_many_requests_are_counted(real: Dataset) -> None:
    dataset = with_bodies(real, 60)
    subject = dataset.strategy("S1.3")
    state = outcomes(dataset, urls.strategy(subject), subject, None)
    asks = [
        ask
        for answer in dataset.answers("S1.3")
        if answer.judgement
        for ask in answer.judgement.asks
    ]
    assert sum(number for _, _, number in state.counts) == len(asks)
    unknown = {value: number for value, _, number in state.counts}["no_information"]
    assert state.sentences == (
        f"Om {unknown} av de {len(asks)} önskemålen vet vi inte vad staden gjorde.",
    )


def test_a_joint_comment_that_stands_elsewhere_is_pointed_to(real: Dataset) -> None:
    subject = real.strategy("S3.1")
    empty: tuple[Group, ...] = ()
    state = outcomes(real, "", subject, empty, says_unknown=False)
    assert state.sentences == ("Önskemålet står där synpunkten står i sin helhet.",)


def test_the_letter_names_the_case_and_who_wrote(real: Dataset) -> None:
    letter = enquiry(real, real.strategy("S1.1"))
    assert letter
    assert letter.heading == "Fråga staden"
    assert letter.advice == (
        "Alla har rätt att begära ut handlingar. Kopiera texten och mejla den till "
        "kommunstyrelsens registrator."
    )
    assert letter.letter == (
        "Hej! Jag vill ta del av alla beslut om Färdplan för ett Stockholm för alla, dnr KS "
        "2018/911. Jag vill särskilt se hur ni svarade på det som Enskede-Årsta-Vantörs "
        "stadsdelsförvaltning skrev om strategi 1.1."
    )
    many = enquiry(with_bodies(real, 60), real.strategy("S1.1"))
    assert many
    assert "på det som remissinstanserna skrev om strategi 1.1." in many.letter


def test_without_a_case_number_the_letter_asks_for_the_matter(mini: Dataset) -> None:
    letter = enquiry(mini, mini.strategy("S2.1"))
    assert letter
    assert letter.advice.endswith("Fråga efter ärendet om Provplan för Provköping.")
    assert letter.letter == "Hej! Jag vill ta del av alla beslut om Provplan för Provköping."


def test_nobody_asks_for_what_is_known(mini: Dataset, real: Dataset) -> None:
    known = decided(mini)
    assert enquiry(known, mini.strategy("S1.1")) is None
    assert enquiry(known, mini.strategy("S2.1")) is None
    here = urls.strategy(mini.strategy("S1.1"))
    assert 'id="fraga"' in strategy(mini, here, "S1.1")
    assert 'id="fraga"' not in strategy(known, here, "S1.1")
    area = urls.goal_area(mini, mini.goal_areas[0])
    assert "Fråga kommunen" in strategies(mini, area, "M1")
    letter = enquiry(decided(real), real.strategy("S1.1"))
    assert letter
    assert letter.letter.startswith("Hej! Jag vill se hur ni svarade på det som")
