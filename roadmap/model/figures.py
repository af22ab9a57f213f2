"""The figures of a series, once they have been read."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

Sex = Literal["kvinnor", "män", "totalt"]


SEXES: tuple[Sex, ...] = get_args(Sex)


@dataclass(frozen=True)
class Figure:
    """One value of a series; `line` is its line in the file.

    `value` is None if the file says that it is missing. `percent`: written with a percent sign.
    """

    year: int
    sex: Sex
    value: Decimal | None
    line: int
    percent: bool = False
