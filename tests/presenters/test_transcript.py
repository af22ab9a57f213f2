"""The published words are the source's words, and the correction changed words one by one."""

from dataclasses import replace
from itertools import zip_longest

import pytest

from roadmap.model import Section
from roadmap.model.dataset import Dataset
from roadmap.presenters.transcript import SectionBlock, blocks, source_words
from tests.projects import REAL

SOURCES = REAL / "data" / "sources"
BODY = "enskede-arsta-vantor"


def lines_of(path: str) -> list[list[str]]:
    text = (SOURCES / path).read_text("utf-8").rstrip("\n")
    return [line.split() for line in text.split("\n")]


@pytest.fixture(scope="module")
def received(real: Dataset) -> list[list[str]]:
    source = real.body(BODY).response.source
    assert source
    assert source.received
    return lines_of(source.received)


@pytest.fixture(scope="module")
def corrected(real: Dataset) -> list[list[str]]:
    source = real.body(BODY).response.source
    assert source
    assert source.corrected
    return lines_of(source.corrected)


def test_the_correction_keeps_every_word_in_its_place(
    received: list[list[str]], corrected: list[list[str]]
) -> None:
    assert [len(line) for line in received] == [len(line) for line in corrected]
    pairs = [
        pair for lines in zip(received, corrected, strict=True) for pair in zip(*lines, strict=True)
    ]
    assert len(pairs) == 2453
    assert sum(before != after for before, after in pairs) == 805


def test_what_is_published_is_the_corrected_source(
    real: Dataset, corrected: list[list[str]]
) -> None:
    words = [word for line in corrected for word in line]
    # The footnote stands at the foot of its page in the source, and under its comment with us.
    mark = words.index("¹")
    end = words.index("2017.") + 1
    footnote = words[mark:end]
    del words[mark:end]
    anchor = words.index("män.¹") + 1
    words[anchor:anchor] = footnote
    published = source_words(real, real.body(BODY))
    for index, (ours, theirs) in enumerate(zip_longest(published, words)):
        assert ours == theirs, f"word {index}: …{' '.join(words[index - 5 : index + 3])}…"


def test_uncertain_readings_stand_in_both_texts(
    real: Dataset, received: list[list[str]], corrected: list[list[str]]
) -> None:
    before = " ".join(word for line in received for word in line)
    after = " ".join(word for line in corrected for word in line)
    source = real.body(BODY).response.source
    assert source
    assert len(source.uncertain) == 8
    for reading in source.uncertain:
        assert reading.received in before
        assert reading.corrected in after


def test_the_plan_is_whole(real: Dataset) -> None:
    assert [len(area.strategies) for area in real.goal_areas] == [6, 6, 5, 6]
    assert [len(area.milestones) for area in real.goal_areas] == [1, 1, 2, 2]
    assert len(real.received) == len(real.bodies) == 1


def test_every_strategy_is_answered_once_and_every_judgement_is_marked_unreviewed(
    real: Dataset,
) -> None:
    for strategy in real.strategies:
        (answer,) = real.answers(strategy.id)
        assert answer.judgement
        assert answer.position
        assert answer.judgement.by == "Maskinellt förslag"
        assert not answer.judgement.reviewed


def test_the_joint_comment_answers_for_both(real: Dataset) -> None:
    (first,), (second,) = real.answers("S3.1"), real.answers("S3.2")
    assert first.comments[0].text == "Se svar under 3.2."
    assert first.comment == second.comment
    assert first.comment
    assert first.comment.strategies == ("S3.1", "S3.2")


def test_sections_stand_where_their_document_has_them(real: Dataset) -> None:
    places = {"forslag": "before", "konsekvenser-for-barn": "after", "allmant": None}
    body = real.body(BODY)
    response = body.response.altered(
        sections=tuple(
            Section(id=name, heading=name, text="Text.").altered(place=place)
            for name, place in places.items()
        )
    )
    ordered = blocks(real, replace(body, response=response))
    names = [block.section.id for block in ordered if isinstance(block, SectionBlock)]
    assert names == ["forslag", "allmant", "konsekvenser-for-barn"]
    assert isinstance(ordered[1], SectionBlock)
    assert not isinstance(ordered[2], SectionBlock)
