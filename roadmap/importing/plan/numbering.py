"""The ids of a plan's parts, which follow from its numbers where they can."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.importing.plan.drafts import AreaDraft, Item
from roadmap.model.plan import number_in_id


@dataclass(frozen=True)
class Ids:
    """The id of a goal area and of its milestones and strategies, in their order."""

    area: str
    milestones: tuple[str, ...]
    strategies: tuple[str, ...]


class Numbering:
    """Gives ids and numbers. `unused` are the numbers of the document that nothing can bear."""

    def __init__(self, areas: Sequence[AreaDraft]) -> None:
        labels = [item.label for area in areas for item in (*area.milestones, *area.strategies)]
        self._used = Counter(label for label in labels if label)
        own = [area.label for area in areas]
        plain = [int(label) for label in own if re.fullmatch(r"[1-9]\d?", label)]
        in_order = plain == sorted({*plain}) and len(plain) == len(areas)
        self._areas = plain if in_order else [*range(1, len(areas) + 1)]
        # "1.1 Målområde skola" is numbered by its document, if "1.1" is a strategy as well.
        clash = any(
            ("." in label and label in self._used) or own.count(label) > 1 for label in own if label
        )
        self._own = [""] * len(areas) if clash else own
        self.unused = [label for label in own if clash and label]
        self.unused += [label for label, count in self._used.items() if count > 1]

    def ids(self, place: int, area: AreaDraft) -> Ids:
        """Return the ids of the goal area at a place, from 0, and of what is in it."""
        number = self._areas[place]
        return Ids(
            f"M{number}",
            tuple(f"E{number}.{last}" for last in _last_parts(area.milestones)),
            tuple(f"S{number}.{last}" for last in _last_parts(area.strategies)),
        )

    def area_number(self, place: int, area_id: str) -> str | None:
        """Return the number of a goal area; None if it follows from its id, or there is none."""
        label = self._own[place]
        return label if label and label != number_in_id(area_id) else None

    def number(self, item: Item, item_id: str) -> str | None:
        """Return the number of an item; None if it follows from its id, or there is none."""
        label = item.label
        is_own = bool(label) and self._used[label] == 1
        return label if is_own and label != number_in_id(item_id) else None


def _last_parts(items: Sequence[Item]) -> list[int]:
    """Return a number for each item: the last part of its own, if all have one that differs."""
    found = [re.search(r"(?<!\d)([1-9]\d{0,2})$", item.label) for item in items]
    own = [int(match[1]) for match in found if match]
    in_order = own == sorted({*own})
    return own if in_order and len(own) == len(items) else [*range(1, len(items) + 1)]
