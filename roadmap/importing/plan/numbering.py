"""The ids of a plan's parts: their numbers where they have one that can be an id, else words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmap.importing.headings import unlike
from roadmap.importing.plan.drafts import AreaDraft, Item
from roadmap.model import FROM_PLAN, Terms
from roadmap.model.fields import NUMBER_ID, is_slug
from roadmap.model.numbered import number_in_id
from roadmap.text.swedish import slug, sort_key

_LONGEST_WORD = 40  # characters of an id


@dataclass(frozen=True)
class Name:
    """The id of a part of the plan, and its number where that does not follow from the id."""

    id: str
    number: str | None


@dataclass(frozen=True)
class Names:
    """The names of a goal area and of its groups, milestones and strategies, in their order."""

    area: Name
    groups: tuple[Name, ...]
    milestones: tuple[Name, ...]
    strategies: tuple[Name, ...]


class Numbering:
    """Names the parts of a plan.

    `repeated` are the numbers that several parts have, and that stand for none of them alone.
    `terms` are the site's own words, for the ids of those that have neither a number nor a title.
    """

    def __init__(self, areas: Sequence[AreaDraft], terms: Terms) -> None:
        self._milestone, self._strategy = slug(terms.milestone.one), slug(terms.strategy.one)
        self._taken = {FROM_PLAN}
        inner = Counter(
            item.label for area in areas for item in (*area.milestones, *area.strategies)
        )
        own = Counter(area.label for area in areas)
        # "1.1 Målområde skola" is numbered by its document, if "1.1" is a strategy as well.
        clash = any(
            label and (count > 1 or ("." in label and label in inner))
            for label, count in own.items()
        )
        labels = [area.number if clash or not area.label else area.label for area in areas]
        if max(Counter(filter(None, labels)).values(), default=1) > 1:
            labels = [""] * len(areas)
        self.repeated = [label for label in own if clash and label]
        self._used = Counter(item.label for area in areas for item in area.strategies)
        self._of_milestones = Counter(item.label for area in areas for item in area.milestones)
        for used in (self._used, self._of_milestones):
            self.repeated += [label for label, count in used.items() if label and count > 1]
        keys = [sort_key(label) for label in labels]
        # Numbers give the order of the goal areas, unless they are in another order themselves.
        in_order = all(labels) and keys == sorted(keys)
        self.names = tuple(
            self._names(place, area, label, in_order)
            for place, (area, label) in enumerate(zip(areas, labels, strict=True), start=1)
        )

    def _names(self, place: int, area: AreaDraft, label: str, in_order: bool) -> Names:
        number = label if in_order else ""
        area_id = self._id("M", number) or self._word(area.title, f"del-{place}")
        plain = re.fullmatch(r"M(\d+)", area_id)
        prefix = plain[1] if plain else ""
        groups = [self._of_group(group) for group in area.groups]
        milestones = self._inner("E", prefix, f"{self._milestone}-{place}", area.milestones)
        strategies = self._inner("S", prefix, f"{self._strategy}-{place}", area.strategies)
        return Names(_named(area_id, label), tuple(groups), tuple(milestones), tuple(strategies))

    def _of_group(self, group: Item) -> Name:
        known = self._id("", group.label) or self._word(group.title, "grupp")
        return _named(known, group.label)

    def _inner(self, letter: str, area: str, word: str, items: Sequence[Item]) -> Iterator[Name]:
        """Yield the names of the strategies or the milestones of a goal area.

        `word` begins the ids of those that have neither a number nor a title.
        """
        used = self._used if letter == "S" else self._of_milestones
        lasts = _last_parts(items) if area else []
        for place, item in enumerate(items, start=1):
            label = item.label if _is_alone(item.label, used) else ""
            elsewhere = area and re.fullmatch(r"\d+\.\d+", label) and label.split(".")[0] != area
            known = self._id(letter, label) if label and not elsewhere else ""
            if not known and area and not (item.label or item.title):
                known = self._id(letter, f"{area}.{place}")  # all of it is left to fill in
            if not known and lasts:
                # "Insats 4" of the second goal area, and "Mål 2 – Insats 4", are 2.4.
                known = self._id(letter, f"{area}.{lasts[place - 1]}")
            title = item.title if letter == "S" else ""
            yield _named(known or self._word(title, f"{word}-{place}"), label)

    def _id(self, letter: str, label: str) -> str:
        """Return an id that a number can be, "" if there is none that is free."""
        if not re.fullmatch(NUMBER_ID, label):
            return ""
        found = f"{letter}{label}" if label[0].isdigit() else label
        if found in self._taken:
            return ""
        self._taken.add(found)
        return found

    def _word(self, title: str, fallback: str) -> str:
        """Return an id of a title's words, unlike all others."""
        word = slug(title)
        while len(word) > _LONGEST_WORD:
            word = word[:_LONGEST_WORD].rpartition("-")[0] or word[:_LONGEST_WORD].strip("-")
        found = unlike(word if is_slug(word) else fallback, self._taken)
        self._taken.add(found)
        return found


def _is_alone(label: str, used: Counter[str]) -> bool:
    """Whether a number stands for one part alone: none like 3, where 1 begins anew."""
    begins_anew = any(count > 1 and other.isdecimal() for other, count in used.items())
    return used[label] == 1 and not (begins_anew and label.isdecimal())


def _named(part_id: str, label: str) -> Name:
    return Name(part_id, label if label and label != number_in_id(part_id) else None)


def _last_parts(items: Sequence[Item]) -> list[int]:
    """Return the last part of each number; none unless all have one, each greater than before."""
    found = [re.search(r"(?<!\d)([1-9]\d{0,2})$", item.label) for item in items]
    own = [int(match[1]) for match in found if match]
    return own if len(own) == len(items) and own == sorted({*own}) else []
