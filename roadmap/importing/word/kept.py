"""What a Word document has beside its running text: kept aside with a reason, or told."""

from collections.abc import Iterable
from enum import Enum

from roadmap.importing.lines import clean

_MANY = 3  # so many examples are told of what there may be much of


class Why(Enum):
    """Why a text is no running text, as the editor is told."""

    HIDDEN = "Dold text i Word-dokumentet."
    UNSEEN = "Vit eller pytteliten text i Word-dokumentet, som ingen ser."
    STRUCK = "Överstruken text i Word-dokumentet."
    DELETED = "Borttagen text bland Word-dokumentets spårade ändringar."
    MOVED = "Text som har flyttats i Word-dokumentet, men inte finns där den skulle stå."
    CONTENTS = "Innehållsförteckning i Word-dokumentet."
    MARGIN = "Sidhuvud eller sidfot i Word-dokumentet."
    REMARK = "Kommentar i Word-dokumentets marginal."
    NOTE = "Not i Word-dokumentet som ingen läsbar text hänvisar till."
    PICTURE = "Text som beskriver en bild i Word-dokumentet."
    FIGURE = "Text i en figur i Word-dokumentet."
    UNKNOWN = "Text i en del av Word-dokumentet som inte känns igen."
    PLACEHOLDER = ""  # is told, see below


# These are one text each; of the others a document may have any number.
_APART = (Why.MARGIN, Why.REMARK, Why.NOTE, Why.PICTURE, Why.FIGURE)
# The same in each section of a document.
_ONCE = (Why.MARGIN,)


class Kept:
    """Collects what is aside, and what is to be told of the document."""

    def __init__(self) -> None:
        self._texts: dict[Why, list[str]] = {}
        self._moved_here: list[str] = []
        self._told: dict[str, list[str]] = {}

    def keep(self, why: Why, text: str) -> None:
        """Keep a text aside."""
        texts = self._texts.setdefault(why, [])
        if (words := clean(text)) and not (why in _ONCE and words in texts):
            texts.append(words)

    def moved_here(self, text: str) -> None:
        """Note a text that was moved to where it is read."""
        self._moved_here.append(text)

    def tell(self, what: str, item: str) -> None:
        """Tell of an item: all items of a kind make one sentence."""
        self._told.setdefault(what, []).append(clean(item))

    def aside(self) -> tuple[tuple[str, str], ...]:
        """Return the texts aside with their reasons: one text per kind, but for those apart."""
        pairs: list[tuple[str, str]] = []
        for why, texts in self._texts.items():
            if why is Why.PLACEHOLDER:
                continue
            if why is Why.MOVED:
                here = _letters("".join(self._moved_here))
                lost = " ".join(text for text in texts if _letters(text) not in here)
                texts = [lost] if lost else []
            groups = [[text] for text in texts] if why in _APART else [texts]
            pairs.extend(("\n\n".join(group), why.value) for group in groups if group)
        return tuple(pairs)

    def told(self) -> tuple[str, ...]:
        """Return the sentences to tell."""
        sentences = [f"{what}: {_listed(items)}." for what, items in self._told.items()]
        if places := self._texts.get(Why.PLACEHOLDER):
            distinct = ", ".join(f"«{text}»" for text in dict.fromkeys(places))
            count = len(places)
            what = "Ett fält är inte ifyllt" if count == 1 else f"{count} fält är inte ifyllda"
            sentences.append(f"{what} i Word-dokumentet: {distinct}.")
        return tuple(sentences)


def _letters(text: str) -> str:
    return "".join(clean(text).split())


def _listed(items: Iterable[str]) -> str:
    distinct = list(dict.fromkeys(items))
    more = len(distinct) - _MANY
    shown = ", ".join(distinct[:_MANY])
    return f"{shown} och {more} till" if more > 0 else shown
