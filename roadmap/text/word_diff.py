"""Two texts compared word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from roadmap.text.tables import in_words


@dataclass(frozen=True)
class Piece:
    """Words that are in both texts, or only in the earlier or the later one."""

    kind: Literal["same", "removed", "added"]
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return the differences word by word. ¶ stands for a new paragraph, list item or row."""
    old, new = _words(before), _words(after)
    diff: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            diff.append(Piece("same", " ".join(old[start:end])))
            continue
        if end > start:
            diff.append(Piece("removed", " ".join(old[start:end])))
        if new_end > new_start:
            diff.append(Piece("added", " ".join(new[new_start:new_end])))
    return tuple(diff)


def excerpt(diff: Sequence[Piece], around: int = 8) -> tuple[Piece, ...]:
    """Return the diff with unchanged text shortened to `around` words beside each change."""
    short: list[Piece] = []
    for index, piece in enumerate(diff):
        words = piece.text.split(" ")
        head = words[:around] if index else []
        tail = words[-around:] if index + 1 < len(diff) else []
        if piece.kind == "same" and len(words) > len(head) + len(tail) + 1:
            piece = Piece("same", " ".join([*head, "…", *tail]))
        short.append(piece)
    return tuple(short)


def _words(text: str) -> list[str]:
    return " ¶ ".join(filter(None, map(in_words, text.split("\n")))).split()
