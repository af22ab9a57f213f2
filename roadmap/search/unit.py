"""The texts that a search can find, each with its address."""

from typing import Literal, NamedTuple, get_args

from roadmap.model import PositionValue

Kind = Literal[
    "page",
    "word",
    "theme",
    "request",
    "area",
    "milestone",
    "strategy",
    "comment",
    "footnote",
    "section",
    "body",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
# Each unit of these kinds is a result of its own, whatever its group.
ALONE: tuple[Kind, ...] = ("word", "theme", "request")


class Unit(NamedTuple):
    """A text that a search can find.

    `group` is the id that results are grouped by: of a strategy, a goal area, a section, a body or
    a page; words, themes and requests are results of their own. `title` is shown above the text and
    searched too; `text` is shown as it is; `hidden` is searched but never shown. `numbers` are the
    numbers that find it: "3.1", or "e3.1" for a milestone. `told` is shown but never searched, and
    `sign` is the outcome of a request. `speaker` is set for a body whose response is in the words
    of its administration.
    """

    group: str
    kind: Kind
    url: str
    anchor: str | None
    title: str
    text: str
    body: str | None = None
    area: str | None = None
    position: PositionValue | None = None
    numbers: tuple[str, ...] = ()
    hidden: str = ""
    told: str = ""
    sign: str = ""
    speaker: str = ""
