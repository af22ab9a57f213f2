"""Who a response is from: the body's name and kind, which its document may have."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from roadmap.importing import titles
from roadmap.importing.lines import Line
from roadmap.model import BodyKind
from roadmap.model.dataset import Dataset
from roadmap.text.swedish import slug

UNUSED_TITLE = (
    "Dokumentets egenskaper har en annan titel än dokumentet självt, och den är inte använd. "
    "Kontrollera title mot dokumentet. Oanvänd titel"
)


def is_shown(stored: str, top: Iterable[str]) -> bool:
    """Whether the title in a document's properties stands at its top too.

    It is often that of a template, or of the file that the document was made from.
    """
    return any(fuzz.ratio(stored.casefold(), text.casefold()) >= titles.ALIKE for text in top)


def private_kind(dataset: Dataset, body_id: str) -> BodyKind | None:
    """Return the kind of a private person, if the id says that the body is one."""
    for kind in dataset.plan.body_kinds:
        names = {kind.id, slug(kind.name)}
        if kind.private and any(re.fullmatch(rf"{name}(-.*|\d*)", body_id) for name in names):
            return kind
    return None


def name_and_kind(
    dataset: Dataset, body_id: str, lines: Sequence[Line]
) -> tuple[str | None, str | None]:
    """Return the body's name and kind in the document: the words that make up its id.

    A kind word after them belongs to the name: "Enskede-Årsta-Vantörs stadsdelsnämnd".
    """
    words = [re.sub(r"[^\w-]+$", "", word) for line in lines for word in line.text.split()]
    found_name: str | None = None
    longest = body_id.count("-") + 1
    slugs = {word: slug(word) for word in set(words)}
    for start, first in enumerate(words):
        if not slugs[first] or not f"{body_id}s".startswith(slugs[first].removesuffix("s")):
            continue
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            name = " ".join(words[start:end])
            if slug(name).removesuffix("s") != body_id.removesuffix("s"):
                continue
            following = titles.folded(words[end]) if end < len(words) else ""
            for kind in dataset.plan.body_kinds:
                if kind.private:
                    continue
                if fuzz.ratio(following, titles.folded(kind.name)) >= titles.ALIKE:
                    return f"{name} {words[end]}", kind.id
            found_name = found_name or (name if slug(name) == body_id else None)
    return found_name, None
