"""Characters that nobody sees are refused where they stand."""

import pytest

from roadmap.datafiles.problems import DataError
from roadmap.datafiles.yaml_reader import parse

# What escaping cannot cure, as code points: each is refused at its line.
INVISIBLE: tuple[int, ...] = (
    0x00AD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B,
    0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xFFF9, 0xE0001,
    0xE0041, 0x0007, 0x0008, 0x001B, 0x007F, 0x0085, 0xE000, 0xFE0F,
)  # fmt: skip


@pytest.mark.parametrize("code_point", INVISIBLE, ids=lambda number: f"U+{number:04X}")
def test_what_escaping_cannot_cure_is_refused(code_point: int) -> None:
    raw = f"title: Plan\nsummary: för{chr(code_point)}slag\n".encode()
    with pytest.raises(DataError) as caught:
        parse("data/plan.yml", raw)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 13)
    assert f"U+{code_point:04X}" in problem.message
