"""The figures of a series, once they have been read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from roadmap.model.periods import Period

Sex = Literal["kvinnor", "män", "totalt"]


SEXES: tuple[Sex, ...] = get_args(Sex)
# The words of sources. They are published as they are, whichever sex they are counted as.
SEX_WORDS: Mapping[str, Sex] = {
    **{sex: sex for sex in SEXES},
    "flickor": "kvinnor",
    "pojkar": "män",
    "samtliga": "totalt",
    "båda könen": "totalt",
}


@dataclass(frozen=True)
class Figure:
    """One value of a series; `line` and `column` are its place in the file.

    `word` is what the source calls the sex. `value` is None if the file says that it is missing,
    and `mark` is how it says so, if it does. `percent`: written with a percent sign.
    """

    period: Period
    sex: Sex
    word: str
    value: Decimal | None
    line: int
    column: int = 1
    percent: bool = False
    mark: str | None = None


def words_of(figures: Iterable[Figure]) -> dict[Sex, str]:
    """Return the source's word for each sex, and our own for one that it does not mention."""
    used = {figure.sex: figure.word for figure in figures}
    if "flickor" in used.values() or "pojkar" in used.values():
        used = {"kvinnor": "flickor", "män": "pojkar", **used}
    return {sex: used.get(sex, sex) for sex in SEXES}
