"""The finding: a sentence that the data makes, whatever the data."""

from dataclasses import replace

import pytest

from roadmap.model import Ask, Comment, Judgement, Outcome, Position, Response, reader_of
from roadmap.model.codes import OutcomeValue, PositionValue
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters.finding import finding
from tests.projects import MINI, dataset_of

STRATEGIES = ("S1.1", "S1.2", "S1.3", "S2.1")
# A position for each strategy, and the outcomes of what is asked there ("" if nobody knows).
Said = list[tuple[PositionValue | None, list[str]]]


@pytest.fixture(scope="module")
def mini() -> Dataset:
    return dataset_of(MINI)


def outcome(value: str) -> Outcome | None:
    if not value:
        return None
    source = {"title": "Provprotokoll"}
    record = {"value": value, "date": "2020-05-01", "source": source, "by": "Prov"}
    return reader_of(Outcome).validate_python({**record, "reviewed": "false", "reason": "Skäl."})


def body(name: str, said: Said, **more: str) -> Body:
    comments = [
        Comment(
            strategies=(strategy,),
            text="Prov.",
            judgement=Judgement(
                by="Prov",
                reviewed="false",
                position=Position(value=position) if position else None,
                asks=tuple(
                    Ask(kind="resources", quote="Prov", outcome=outcome(value)) for value in asks
                ),
            ),
        )
        for strategy, (position, asks) in zip(STRATEGIES, said, strict=False)
    ]
    response = Response(name=name, kind="namnd", status="received", comments=comments, **more)
    return Body(name, name, None, response)


def told(dataset: Dataset, *bodies: Body, sender: str = "kommunen") -> str:
    plan = dataset.plan.altered(sender=sender)
    found = finding(replace(dataset, plan=plan, bodies=bodies))
    assert "".join(found.parts) == found.sentences
    return found.sentences.replace(found.asks, f"[{found.asks}]") if found.asks else found.sentences


NOTHING: Said = [("none_stated", []), (None, [])]
SOME: Said = [("supports", [""]), ("supports", []), ("opposes", ["", ""]), ("neutral", [])]
ADMINISTRATION = {"speaker": "administration", "speaker_name": "Lillmåla miljöförvaltning"}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (SOME, "Miljöförvaltningen stöder 2 av 4 strategier helt, är emot 1 och "
         "[ber om något i 2]. Vi vet inte om staden gjorde som den bad."),
        (NOTHING, "Miljöförvaltningen stöder ingen strategi helt och ber inte om något."),
        ([(None, [""])], "Miljöförvaltningen [ber om något i 1 av 4 strategier]. "
         "Vi vet inte om staden gjorde som den bad."),
        ([("supports", ["adopted", "rejected", ""])], "Miljöförvaltningen stöder 1 av 4 "
         "strategier helt och [ber om något i 1]. Staden har gjort 1 av 3 saker som den bad om. "
         "Om 1 vet vi inget."),
        ([("supports", ["adopted"])], "Miljöförvaltningen stöder 1 av 4 strategier helt och "
         "[ber om något i 1]. Staden har gjort 1 av 1 saker som den bad om."),
        ([("supports", ["rejected", "no_information"])], "Miljöförvaltningen stöder 1 av 4 "
         "strategier helt och [ber om något i 1]. Vi vet hur det gick för 1 av 2 önskemål."),
        ([(None, [])], "Svaret är inte tolkat än."),
    ],
)  # fmt: skip
def test_of_one_body(mini: Dataset, said: Said, sentence: str) -> None:
    assert told(mini, body("Provnämnden", said, **ADMINISTRATION), sender="staden") == sentence


def test_a_body_that_speaks_for_itself_is_named(mini: Dataset) -> None:
    assert told(mini, body("Provförbundet", SOME)) == (
        "Provförbundet stöder 2 av 4 strategier helt, är emot 1 och [ber om något i 2]. "
        "Vi vet inte om kommunen gjorde som remissinstansen bad."
    )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ([SOME, SOME, NOTHING], "Flest är emot strategin ”Skriv mer”: 2 av 3. "
         "[2 av 3 ber om något]. Vi vet inte om kommunen gjorde som de bad."),
        ([[("opposes", []), ("opposes", [])], NOTHING], "Som mest är 1 av 2 emot en strategi, "
         "till exempel ”Läs mer”."),
        ([NOTHING, NOTHING], "Ingen är emot någon strategi."),
        ([[("supports", [""])], [("supports", [""])]], "Ingen är emot någon strategi. "
         "[Alla 2 ber om något]. Vi vet inte om kommunen gjorde som de bad."),
        ([[], []], "De 2 svaren är inte tolkade än."),
        ([], "Vi har inget svar än."),
    ],
)  # fmt: skip
def test_of_many_bodies(mini: Dataset, said: list[Said], sentence: str) -> None:
    bodies = [body(f"Provnämnd {number}", each) for number, each in enumerate(said)]
    assert told(mini, *bodies) == sentence


def partly_read(name: str, said: Said, **more: str) -> Body:
    """Return a body whose last comment nobody has classified."""
    found = body(name, said, **more)
    *read, last = found.response.comments
    comments = (*read, last.altered(judgement=None))
    return Body(name, name, None, found.response.altered(comments=comments))


def test_nothing_is_said_of_what_nobody_has_read(mini: Dataset) -> None:
    one = partly_read("Provnämnden", NOTHING, **ADMINISTRATION)
    assert told(mini, one) == "1 av 2 svar på strategier är inte tolkade än."
    assert told(mini, partly_read("Provnämnden", SOME, **ADMINISTRATION), sender="staden") == (
        "Miljöförvaltningen stöder 2 av 4 strategier helt, är emot 1 och [ber om något i 2]. "
        "Vi vet inte om staden gjorde som den bad. 1 av 4 svar på strategier är inte tolkade än."
    )
    many = told(mini, partly_read("Provnämnd 1", NOTHING), body("Provnämnd 2", NOTHING))
    assert many == "1 av 4 svar på strategier är inte tolkade än."


@pytest.mark.parametrize("value", ["adopted", "partly", "rejected", "pending"])
def test_no_outcome_is_told_as_a_no_that_is_none(mini: Dataset, value: OutcomeValue) -> None:
    sentence = told(mini, body("Provnämnden", [("supports", [value, ""])]))
    assert " 0 av" not in sentence
