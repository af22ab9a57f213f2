"""The line on each strategy of an area, and the sentence for them all."""

from dataclasses import replace

from bench.synthetic import with_bodies
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters.answers import result
from roadmap.presenters.area_summary import finding, rows
from roadmap.presenters.judgements import counts

SPEAKER = "Enskede-Årsta-Vantörs stadsdelsförvaltning"


def unread(dataset: Dataset) -> Dataset:
    """Return the data set as it is before anybody has read the response."""
    (body,) = dataset.bodies
    comments = tuple(one.altered(judgement=None) for one in body.response.comments)
    response = body.response.altered(comments=comments)
    return replace(dataset, bodies=(Body(body.id, body.name, body.kind, response),))


def test_the_only_response_is_told_in_a_sentence(real: Dataset) -> None:
    told = [finding(real, area) for area in real.goal_areas]
    assert told[0] == f"{SPEAKER} stöder 1 av 6 strategier helt, 1 delvis och ber om något i 5"
    assert told[3] == f"{SPEAKER} stöder 2 av 6 strategier helt och ber om något i 3"
    assert finding(unread(real), real.goal_areas[0]) is None
    assert finding(with_bodies(real, 2), real.goal_areas[0]) is None


def test_each_strategy_has_a_line_with_stand_and_requests(real: Dataset) -> None:
    first, second, *_ = rows(real, real.goal_areas[0].strategies)
    assert first.href == "#strategi-1-1"
    assert first.line.startswith("Vill att staden fortsätter att satsa")
    assert first.requests == "2 önskemål"
    assert len(first.slips) == 2
    assert [count.word for count in second.counts] == ["Stöder"]
    assert second.requests is None


def test_many_answers_are_told_by_how_they_went(real: Dataset) -> None:
    dataset = with_bodies(real, 60)
    for row in rows(dataset, dataset.goal_areas[0].strategies):
        assert row.line.endswith(" av 60 är emot")
        assert row.slips == ()
        assert row.counts == ()


def test_how_several_answers_went_begins_with_opposition() -> None:
    assert result(counts(["opposes", "supports", "neutral"])) == "1 av 3 är emot"
    assert result(counts(["opposes", "opposes"])) == "båda är emot"
    assert result(counts(["opposes"] * 3)) == "alla 3 är emot"
    assert result(counts(["supports", "supports"])) == "båda stöder strategin"
    assert result(counts(["supports"] * 3)) == "alla 3 stöder strategin"
    assert result(counts(["supports", "neutral"])) == "ingen är emot, 1 av 2 stöder helt"
    assert result(counts(["neutral", "none_stated"])) == "ingen är emot"
    # Of what nobody has read nobody knows whether it is against.
    assert result(counts([None, "supports"])) == "1 av 2 stöder helt"
    assert result(counts([None, "neutral"])) is None
