"""Compare a repaired text with the right one, word for word; damage a sound text likewise."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from difflib import SequenceMatcher

from roadmap.importing.repair.confusions import SWEDISH
from roadmap.importing.repair.engine import Engine, Repair


@dataclass(frozen=True)
class Outcome:
    """What became of a text, in words between spaces."""

    words: int
    broken: int
    right: int  # broken words that were repaired rightly
    damaged: int  # healthy words that were changed
    wrong_untold: int  # changed to the wrong word without being told as unsure
    left_untold: int  # broken words left as they were without being told as unsure
    unsure: int  # words told as unsure
    groups: int  # different ones among them

    @property
    def share(self) -> float:
        """The share of the broken words that became right."""
        return self.right / self.broken if self.broken else 1.0

    @property
    def changes_per_thousand(self) -> float:
        """How many healthy words of a thousand were changed."""
        return 1000 * self.damaged / (self.words - self.broken)


def measure(engine: Engine, received: str, right: str) -> Outcome:
    """Repair `received` and compare it with `right`, which has the same words in number."""
    spans = [match.span() for match in re.finditer(r"\S+", received)]
    goal = right.split()
    assert len(spans) == len(goal)
    [repairs] = engine.repair([received])
    of_word: list[list[Repair]] = [[] for _ in spans]
    at = 0
    for repair in repairs:
        while spans[at][1] <= repair.start:
            at += 1
        of_word[at].append(repair)
    count: Counter[str] = Counter()
    groups: set[tuple[str, str]] = set()
    for (start, end), wanted, own in zip(spans, goal, of_word, strict=True):
        before = received[start:end]
        after = before
        for repair in reversed(own):
            after = after[: repair.start - start] + repair.after + after[repair.end - start :]
        unsure = [repair for repair in own if not repair.sure]
        groups.update((repair.before, repair.after) for repair in unsure)
        count["unsure"] += bool(unsure)
        count["broken"] += before != wanted
        count["right"] += before != wanted and after == wanted
        count["damaged"] += before == wanted and after != wanted
        if after != wanted and not unsure:
            count["wrong_untold" if after != before else "left_untold"] += 1
    return Outcome(
        words=len(goal),
        broken=count["broken"],
        right=count["right"],
        damaged=count["damaged"],
        wrong_untold=count["wrong_untold"],
        left_untold=count["left_untold"],
        unsure=count["unsure"],
        groups=len(groups),
    )


def readings_of(received: str, right: str) -> dict[str, Counter[str]]:
    """Return how often each of å, ä and ö was read as what, from a text and its right form."""
    found: dict[str, Counter[str]] = {letter: Counter() for letter in SWEDISH}
    for before, after in zip(received.lower().split(), right.lower().split(), strict=True):
        matcher = SequenceMatcher(None, after, before, autojunk=False)
        for tag, start, end, first, last in matcher.get_opcodes():
            if tag == "equal":
                for letter in after[start:end]:
                    if letter in found:
                        found[letter][letter] += 1
            elif end - start == 1 and after[start] in found:
                found[after[start]][before[first:last]] += 1
    return found


def damaged(text: str, readings: dict[str, Counter[str]], seed: int) -> str:
    """Return a text with its å, ä and ö misread as often and as variously as `readings` says."""
    dice = random.Random(seed)
    out = ""
    for letter in text:
        small = letter.lower()
        if small not in readings:
            out += letter
            continue
        seen = readings[small]
        reading = dice.choices(list(seen), weights=list(seen.values()))[0]
        out += reading.capitalize() if letter != small else reading
    return out


def joined(outcomes: Sequence[Outcome]) -> Outcome:
    """Return several outcomes as one."""
    rows = [astuple(outcome) for outcome in outcomes]
    return Outcome(*(sum(column) for column in zip(*rows, strict=True)))
