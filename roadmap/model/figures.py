"""The figures of a series, as they are once they have been read."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

Sex = Literal["kvinnor", "män", "totalt"]


SEXES: tuple[Sex, ...] = get_args(Sex)


@dataclass(frozen=True)
class Figure:
    """One value of a series; `line` is where it stands in its file.

    `value` is None where the file says that it is missing. `percent` tells of a percent sign.
    """

    year: int
    sex: Sex
    value: Decimal | None
    line: int
    percent: bool = False
