"""The milestones that a heading of their own is over."""

from collections.abc import Sequence
from itertools import takewhile

from roadmap.importing.plan.doubts import joined, of_lines
from roadmap.importing.plan.drafts import Item
from roadmap.importing.plan.heads import Head
from roadmap.importing.plan.marks import Marks
from roadmap.importing.plan.units import Unit, item_of

SEVERAL_ITEMS = (
    "Flera punkter står under rubriken ”%(heading)s”. Är var och en av dem %(a_milestone)s?"
)


def milestone_of(head: Head, title: str) -> Item:
    """Return the milestone of a heading: its title, else the text in the same paragraph."""
    if not title:
        title = " ".join(line.text for line in head.unit.rest)
        head.unit.rest.clear()
    return Item(head.mark, title, head.unit.page, head.doubt)


def milestones_under(head: Head, following: Sequence[Unit], marks: Marks) -> list[Item]:
    """Return the milestones of a heading that is only a word and a number: "Delmål A".

    They are the items of the list right under it, without its number if they are several, or the
    paragraph there. One without a text if there is neither. Each with a text is one unit.
    """
    units = [*takewhile(lambda unit: unit.is_item, following)]
    if len(units) > 1:
        found = [(unit, *item_of(unit, marks)) for unit in units]
        return [Item(mark, text, unit.page, head.doubt) for unit, mark, text in found]
    mark, text, doubt = None, "", head.doubt
    if units:
        mark, text = item_of(units[0], marks)
    elif following:
        text = following[0].text
        doubt = joined(doubt, of_lines(following[0].lines))
    return [Item(mark or head.mark, text, head.unit.page, doubt)]
