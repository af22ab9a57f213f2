"""Lists of contents that somebody typed: none of their rows is a heading, and none is lost."""

from pathlib import Path

import pytest

from roadmap.importing.readers import read_manuscript
from roadmap.importing.response import account_of
from tests.importing.test_kinds import DATASET, FIRST, SECOND, answers

HALF = FIRST.index("barn och")
LISTS = {
    "dots": (f"{FIRST} ......... 2", f"{SECOND} ........ 3", "Övriga synpunkter ..... 4"),
    "spaced dots": (f"{FIRST} . . . . . 2", f"{SECOND} . . . . . 3", "Övriga synpunkter . . . . 4"),
    "tabs": (f"{FIRST}\t2", f"{SECOND}\t3", "Övriga synpunkter\t4"),
    "roman": (f"{FIRST} ..... ii", f"{SECOND} ..... iii", "Övriga synpunkter ..... iv"),
    "sides": (f"{FIRST} s. 2", f"{SECOND} sid 3", "Övriga synpunkter sidan 4"),
    "shortened": ("1.1 Tidiga insatser ..... 2", "1.2 Förskolan .... 3", "Övriga .... 4"),
    "wrapped": (FIRST[:HALF], f"{FIRST[HALF:]} ..... 2", f"{SECOND} .... 3", "Övriga .... 4"),
}
TEXT = f"""Inledning

Vi har läst.

{FIRST}

Vi instämmer.

{SECOND}

Vi saknar mål.

Övriga synpunkter

Planen är lång.
"""


@pytest.mark.parametrize(
    "head", ["Innehåll\n", "Innehållsförteckning:\n\n", "Detta tas upp\n\n", ""]
)
@pytest.mark.parametrize("kind", LISTS)
def test_a_typed_list_of_contents(tmp_path: Path, kind: str, head: str) -> None:
    between = "\n" if kind == "wrapped" else "\n\n"
    path = tmp_path / "svar.txt"
    path.write_text(f"Provnämndens svar\n\n{head}{between.join(LISTS[kind])}\n\n{TEXT}", "utf-8")
    found = account_of(DATASET, "provnamnden", read_manuscript(path))
    assert answers(found) == {"S1.1": "Vi instämmer.", "S1.2": "Vi saknar mål."}
    assert [item.text for item in found.response.sections[-2:]] == [
        "Vi har läst.",
        "Planen är lång.",
    ]
    [kept] = [item.text for item in found.left if "innehållsförteckning" in item.reason]
    assert " ".join(" ".join(LISTS[kind]).split()) in " ".join(kept.split())
