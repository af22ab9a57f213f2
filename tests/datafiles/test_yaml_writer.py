"""Records written as YAML: the canonical form, and that nothing changes on the way."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap.datafiles.records import read_record
from roadmap.datafiles.yaml_reader import parse
from roadmap.datafiles.yaml_writer import WIDTH, dump
from roadmap.model import Comment, GoalArea, Plan, Response, reader_of
from roadmap.text import source_text
from tests.projects import MINI, REAL

# Letters, and the signs that mean something to YAML or to our texts.
SIGNS = "aåÖ1 .-#:'\"|>*&!%@`{}[],?~\\=<\n"
# What looks like git's mark of a merge is refused, as it should be: the law is about other texts.
GIT_MARKS = tuple(sign * 7 for sign in "<=>|")
words = st.text(st.sampled_from(SIGNS), min_size=1).filter(
    lambda text: text.split() and not any(mark in text for mark in GIT_MARKS)
)
lines = st.one_of(words, st.sampled_from(["no", "Null", "true", "1.10", "2018-02-30", "0x1f"]))
comments = st.builds(
    lambda strategies, heading, pages, text: {
        "strategies": strategies,
        "heading": heading,
        "pages": pages,
        "text": text,
    },
    st.lists(st.sampled_from(["S1.1", "S1.10", "S2.1"]), min_size=1),
    lines,
    st.sampled_from(["7", "7-8"]),
    words,
)


def read(text: str) -> Response:
    response, problems = read_record(parse("f.yml", text.encode()), Response)
    assert not problems
    assert response
    return response


@given(name=lines, notes=words, comments=st.lists(comments))
def test_what_is_written_is_read_again(
    name: str, notes: str, comments: list[dict[str, object]]
) -> None:
    head = {"note": notes, "name": name, "kind": "namnd", "status": "received"}
    response = reader_of(Response).validate_python({**head, "comments": comments})
    written = dump(response)
    again = read(written)
    assert dump(again) == written
    assert again.name == response.name
    assert source_text.blocks(again.note or "") == source_text.blocks(response.note or "")
    for ours, theirs in zip(again.comments, response.comments, strict=True):
        assert source_text.blocks(ours.text) == source_text.blocks(theirs.text)
        assert _without_text(ours) == _without_text(theirs)
    for line in written.splitlines():
        assert len(line) <= WIDTH or " " not in line.strip().removeprefix("- ").partition(": ")[2]


def _without_text(comment: Comment) -> Comment:
    return comment.altered(text="")


def test_the_real_data_is_in_the_canonical_form() -> None:
    for name, model in (
        ("responses/enskede-arsta-vantor.yml", Response),
        ("plan.yml", Plan),
    ):
        text = (REAL / "data" / name).read_text("utf-8")
        record, problems = read_record(parse(name, text.encode()), model)
        assert not problems
        assert record
        assert dump(record) == text


def test_figures_and_outcomes_are_written_as_they_stand() -> None:
    text = (MINI / "data/goal-areas/1-lara.yml").read_text("utf-8")
    area, problems = read_record(parse("1-lara.yml", text.encode()), GoalArea)
    assert not problems
    assert area
    assert area.milestones[0].judgement
    assert str(area.milestones[0].judgement.levels["baseline"].value) == "76.1"
    assert dump(area) == text
    written = (MINI / "data/responses/provnamnden.yml").read_text("utf-8")
    start, end = written.index("          outcome:"), written.index("      themes:")
    assert written[start:end] in dump(read(written))


def test_every_kind_of_value() -> None:
    response = reader_of(Response).validate_python(
        {
            "name": "No",
            "kind": "namnd",
            "status": "received",
            "date": "2020-01-15",
            "source": {"title": "Svar: del 1", "pages": "3"},
            "comments": [
                {
                    "strategies": ["S1.1", "S1.2"],
                    "heading": "Nämndens synpunkter på de båda strategierna som rör läsning i skolan",
                    "pages": "7-8",
                    "text": "Ett stycke.\n\nEtt till:\n- första - och\n- andra",
                    "judgement": {"by": "P", "reviewed": "false"},
                }
            ],
            "footnotes": [{"id": "1", "text": "# inte en kommentar"}],
        }
    )
    assert (
        dump(response)
        == """\
name: 'No'
kind: namnd
status: received
date: 2020-01-15
source:
  title: 'Svar: del 1'
  pages: 3
comments:
  - strategies:
      - S1.1
      - S1.2
    heading: >-
      Nämndens synpunkter på de båda strategierna som rör läsning i
      skolan
    pages: 7-8
    text: |
      Ett stycke.

      Ett till:

      - första - och
      - andra
    judgement:
      by: P
      reviewed: false
footnotes:
  - id: 1
    text: '# inte en kommentar'
"""
    )


def test_a_table_is_written_row_by_row() -> None:
    text = (
        "| Punkt | Yttrande |\n|---|---|\n"
        "| 1.1 Läs mer | Nämnden vill att skolorna får fler böcker - och | eller - lästid.<br>Nu. |"
    )
    text = text.replace("och | eller", "och \\| eller")
    response = reader_of(Response).validate_python(
        {"note": text, "name": "Provnämnden", "kind": "namnd", "status": "received"}
    )
    assert (
        dump(response)
        == """\
note: |
  | Punkt | Yttrande |
  |---|---|
  | 1.1 Läs mer | Nämnden vill att skolorna får fler böcker - och \\|
    eller - lästid.<br>Nu. |
name: Provnämnden
kind: namnd
status: received
"""
    )
    assert read(dump(response)).note == text
