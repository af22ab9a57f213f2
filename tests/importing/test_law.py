"""What came in is what stands, in documents made at random; no answer is put in a wrong place."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.datafiles.checks import check as problems_of
from roadmap.datafiles.reader import read
from roadmap.datafiles.yaml_writer import dump
from roadmap.importing.law import check_words, texts
from roadmap.importing.lines import Line, Manuscript, UnreadableError
from roadmap.importing.readers import read_manuscript
from roadmap.importing.response import response_of
from roadmap.model import Comment, Response
from tests.importing.generated import Made, documents
from tests.projects import MINI, TODAY, dataset_of, make_project

DATASET = dataset_of(MINI)
PLAN = list(DATASET.strategies)
# Two tests share them: 300 by default, and as many as a larger profile says.
MANY = settings(max_examples=max(150, settings().max_examples // 2))


def check(made: Made, response: Response) -> None:
    """Each word stands once, and under no strategy that it is not about."""
    found = Counter(re.findall(r"x[a-z]{3}q", " ".join(texts(response))))
    assert found == dict.fromkeys(made.about, 1)
    for comment in response.comments:
        for word in re.findall(r"x[a-z]{3}q", f"{comment.heading} {comment.text}"):
            assert set(comment.strategies) <= made.about[word], (word, comment)


@pytest.mark.words
@MANY
@given(documents(PLAN, levels=True))
def test_a_document_with_levels(made: Made) -> None:
    check(made, response_of(DATASET, "provutskottet", made.manuscript()))


@pytest.mark.words
@MANY
@given(documents(PLAN, levels=False))
def test_a_text_file(tmp_path_factory: pytest.TempPathFactory, made: Made) -> None:
    path = tmp_path_factory.getbasetemp() / "svar.txt"
    path.write_text(made.text(), encoding="utf-8")
    for word in re.findall(r"x[a-z]{3}q", " ".join(made.footnotes.values())):
        del made.about[word]  # no text file has them
    check(made, response_of(DATASET, "provutskottet", read_manuscript(path)))


def test_a_heading_before_the_numbers_of_a_table_ends_the_answer_before_it(tmp_path: Path) -> None:
    """It was taken for a list, since each number had a heading elsewhere."""
    path = tmp_path / "svar.txt"
    answers = ("Strategi 1.1", "Bra.", "Strategi 1.2", "Dyrt.")
    table = ("Strategi 1.3", "1.1", "1.1", "Tabellen gäller skrivandet.")
    path.write_text(
        "\n\n".join((*answers, *table, "Reservation", "Nej.", "1.3 Skriv mer", "Nej.")), "utf-8"
    )
    response = response_of(DATASET, "provutskottet", read_manuscript(path))
    (about,) = [one for one in response.comments if "S1.2" in one.strategies]
    assert about.text == "Dyrt."
    assert any("skrivandet" in one.text for one in response.unplaced)


FILLED_IN = {"name": "Provutskottet", "kind": "namnd", "speaker": "body"}  # by an editor


@settings(max_examples=40)
@given(documents(PLAN, levels=True))
def test_what_is_written_is_valid(tmp_path_factory: pytest.TempPathFactory, made: Made) -> None:
    project = tmp_path_factory.getbasetemp() / "written"
    if not project.exists():
        make_project(project, MINI)
    response = response_of(DATASET, "provutskottet", made.manuscript())
    text = dump(response.altered(**FILLED_IN))
    (project / "data/responses/provutskottet.yml").write_text(text, encoding="utf-8")
    errors = [
        problem.message
        for problem in problems_of(read(project), TODAY)
        if problem.severity == "error"
    ]
    if response.sections or response.comments:
        assert errors == []
    else:
        assert len(errors) == 1  # there is nothing to publish until a text is placed


COMMENT = Comment(strategies=("S1.1",), text="Vi anser att samverkan behövs.")
RESPONSE = Response(kind="namnd", status="received", comments=(COMMENT,))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["Vi anser att samver-", "kan behövs."], ""),
        (["Vi anser att samver-kan behövs."], "”samver-kan” skulle gå förlorade"),
        (["Vi anser att samverkan inte behövs."], "”inte” skulle gå förlorade"),
        (["Vi anser samverkan behövs."], "”att” skulle läggas till eller dubbleras"),
    ],
)
def test_an_import_that_would_change_a_word_stops(rows: list[str], told: str) -> None:
    lines = [Line(row) for row in rows]
    manuscript = Manuscript("svar", tuple(lines))
    if not told:
        check_words(manuscript, lines, (), texts(RESPONSE))
        return
    with pytest.raises(UnreadableError, match=told):
        check_words(manuscript, lines, (), texts(RESPONSE))


@given(st.lists(st.sampled_from(["a-", "b-", "c", "d e-", "f g"]), min_size=1, max_size=8))
def test_words_divided_over_several_lines_are_joined(rows: list[str]) -> None:
    manuscript = Manuscript("svar", tuple(Line(row, starts=not at) for at, row in enumerate(rows)))
    assert response_of(DATASET, "provutskottet", manuscript).unplaced
