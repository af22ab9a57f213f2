"""What becomes of a whole response: nothing but misread words changes, whatever it holds."""

import random
import unicodedata

import pytest

from roadmap.datafiles.formatter import rewritten
from roadmap.datafiles.yaml_reader import parse
from roadmap.datafiles.yaml_writer import dump
from roadmap.importing.repair.confusions import MAX_STEPS
from roadmap.importing.repair.engine import Engine
from roadmap.importing.repair.responses import places, repaired
from roadmap.model import Response
from roadmap.model.response import Section
from tests.importing.repair.test_engine import MISREAD

NAME = "data/responses/provnamnden.yml"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def response_of(*texts: str) -> Response:
    sections = tuple(
        Section(id=f"avsnitt-{number}", heading="Synpunkter", text=text)
        for number, text in enumerate(texts, start=1)
    )
    return Response(name="Provnämnden", kind="namnd", status="received", sections=sections)


def test_each_word_is_told_at_its_place(engine: Engine) -> None:
    before = response_of(MISREAD * 3, "En rad.\n\nSedan behover vi svar, och okar det?")
    after, changes = repaired(before, engine)
    text = rewritten(NAME, dump(before).encode(), lambda _: after)
    rows = text.split("\n")
    for change, (line, column) in zip(
        changes, places(parse(NAME, text.encode()), changes), strict=True
    ):
        assert rows[line - 1][column - 1 :].startswith(change.repair.after)


def test_a_huge_paragraph(engine: Engine) -> None:
    times = 1_000
    [after], changes = _texts(engine, MISREAD * times)
    assert after.count("Förvaltningen") == after.count("möjligheter") == times
    assert len(changes) > 10 * times


def test_a_huge_paragraph_without_spaces(engine: Engine) -> None:
    times = 1_000
    [_, after], changes = _texts(engine, MISREAD * 3, "behover,bor," * times)
    assert after == "behöver,bör," * times
    doubts = repaired(response_of(MISREAD * 3, "behover,bor," * times), engine)[0].doubts
    assert max(len(near) for doubt in doubts for near in doubt.near) < 400
    assert len(changes) > times


def test_words_of_a_kind_are_looked_up_once(engine: Engine) -> None:
    engine.repair([MISREAD])
    before = engine.steps
    engine.repair([MISREAD] * 50)
    assert engine.steps == before


def test_no_word_is_worth_more_than_its_steps(engine: Engine) -> None:
    dice = random.Random(1)
    hostile = ["".join(dice.choices("adéioln", k=40)) for _ in range(20)]
    before = engine.steps
    engine.repair([" ".join(hostile)])
    most_beyond = 50  # the letters of the last word asked for
    assert engine.steps - before <= len(hostile) * (MAX_STEPS + most_beyond)


@pytest.mark.parametrize(
    ("received", "mended"),
    [
        (unicodedata.normalize("NFD", "Det är förslag för äldre å ö Åsa"), None),
        ("för\u00adslag, för\u00advalt\u00adningen och åt\u00adgärder", None),
        ("f\u00f6rslag fo\u0308rslag fo\u0308r\u00adslag", None),
        ("forÃ¶slag Ã¥tgÃ¤rder fÃ¶r Ã¤ldre", None),
        ("f�rslag �tg�rder f�r �ldre", None),
        ("f”rslag †tg„rder f”r „ldre", None),
        ("för\u200bslag \u202eför\u202c äldre", None),
        ("a" * 100_000, None),
        ("å" * 100_000, None),
        ("a" + "\u0308" * 100_000, None),
        ("&" * 1000 + "1" * 1000 + "é" * 1000, None),
        ("for\u00adslag", "förslag"),
        ("behover\u00a0vi", "behöver\u00a0vi"),
    ],
)
def test_odd_letters(engine: Engine, received: str, mended: str | None) -> None:
    [_, repairs] = engine.repair([MISREAD * 3, received])
    for repair in reversed(repairs):
        assert received[repair.start : repair.end] == repair.before
        assert mended is not None or repair.after == repair.before
        received = received[: repair.start] + repair.after + received[repair.end :]
    assert mended is None or received == mended


def test_decomposed_letters_are_kept_ones(engine: Engine) -> None:
    sound = unicodedata.normalize(
        "NFD", "Nämnden är för förslaget och vill öka åtgärderna för äldre."
    )
    assert engine.repair([sound]) == [[]]


def _texts(engine: Engine, *texts: str) -> tuple[list[str], list[object]]:
    response, changes = repaired(response_of(*texts), engine)
    return [section.text for section in response.sections], [*changes]
