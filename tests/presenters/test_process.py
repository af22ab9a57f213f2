"""The steps on the plan's way: what is known rests on something, what is not says so."""

from dataclasses import replace

from roadmap.model import PlanDecision, reader_of
from roadmap.presenters.marks import Link
from roadmap.presenters.process import StepView, steps
from roadmap.views import process
from tests.projects import MINI, dataset_of


def test_known_and_unknown_steps() -> None:
    assert steps(dataset_of(MINI), "") == (
        StepView(
            "Uppdrag",
            known=True,
            when="2019",
            what="Provnämnden ber om siffror.",
            link=Link("Läs det i remissvaret", "remissvar/provnamnden/#synpunkter"),
        ),
        StepView(
            "Remiss",
            known=True,
            when="2020",
            link=Link("Provstyrelsens missiv", "https://prov.example/missiv"),
        ),
        StepView(
            "Nämndens beslut",
            known=True,
            when="20 januari 2020",
            what="Provnämnden ställer sig bakom svaret.",
            link=Link("Läs remissvaret", "remissvar/provnamnden/"),
        ),
        StepView(
            "Provrådet",
            known=False,
            looked="Vi har letat men inte hittat det: provrådets diarium den 1 maj 2020.",
        ),
        StepView("Beslut om planen", known=False, looked="Vi har inte letat än."),
    )


def test_a_decision_on_the_plan_is_told_where_it_stands() -> None:
    dataset = dataset_of(MINI)
    decision = reader_of(PlanDecision).validate_python(
        {
            "value": "rejected",
            "date": "2020-05-02",
            "by": "Provfullmäktige",
            "source": {"title": "Protokoll", "file": "provstyrelsen/beslut.txt"},
        }
    )
    decided = replace(dataset, plan=dataset.plan.altered(decision=decision))
    last = steps(decided, "om/")[-1]
    assert last.known
    assert last.when == "2 maj 2020"
    assert last.what == "Provfullmäktige antog inte planen."
    assert last.link == Link("Protokoll", "../kallor/provstyrelsen/beslut.txt")


def test_a_plan_without_steps_has_no_heading_for_them() -> None:
    dataset = dataset_of(MINI)
    assert not process(replace(dataset, plan=dataset.plan.altered(process=())), "")
