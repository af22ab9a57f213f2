"""Two texts compared word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True)
class Piece:
    """Words that stand in both texts, or only in the earlier or the later one."""

    kind: Literal["same", "removed", "added"]
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts as one, word by word. ¶ is a new paragraph or list item."""
    old, new = _words(before), _words(after)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece("same", " ".join(old[start:end])))
            continue
        if end > start:
            found.append(Piece("removed", " ".join(old[start:end])))
        if new_end > new_start:
            found.append(Piece("added", " ".join(new[new_start:new_end])))
    return tuple(found)


def excerpt(found: Sequence[Piece], around: int = 8) -> tuple[Piece, ...]:
    """Return the pieces with only so many words of what stands around a change."""
    short: list[Piece] = []
    for index, piece in enumerate(found):
        words = piece.text.split(" ")
        head = words[:around] if index else []
        tail = words[-around:] if index + 1 < len(found) else []
        if piece.kind == "same" and len(words) > len(head) + len(tail) + 1:
            piece = Piece("same", " ".join([*head, "…", *tail]))
        short.append(piece)
    return tuple(short)


def _words(text: str) -> list[str]:
    return text.replace("\n", " ¶ ").split()
