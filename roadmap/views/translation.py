"""The translation of a document's text, to stand beside it on a page in another language."""

from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import _
from roadmap.presenters.translated import made_words
from roadmap.text import source_text


class Translation(NamedTuple):
    """A translation, and what readers are told of it."""

    html: Markup | None
    told: str


def translation(dataset: Dataset, text: str) -> Translation | None:
    """Return what there is of a text in the data set's language; None if that is the text's own."""
    if dataset.original is None:
        return None
    found = dataset.translated.get(text)
    if found is None:
        return Translation(None, _("Texten är inte översatt."))
    told = made_words(dataset, found.made)
    if found.stale:
        older = _("texten på svenska har ändrats sedan dess")
        told = f"{told}; {older}"
    return Translation(source_text.to_html(found.text), f"{told}.")


def of_quote(dataset: Dataset, quote: str) -> Translation | None:
    """Return the translation of a quote that is all of some text; None if there is none.

    What a part of a text is in the other language nobody has said: see `there`.
    """
    text = _text_by_words(dataset).get(source_text.plain(quote))
    return translation(dataset, text) if text else None


def there(dataset: Dataset, text: str, place: str) -> str:
    """Return the name of a link to a text, which says if its translation stands beside it there."""
    if text not in dataset.translated:
        return place
    return _("%(place)s, med översättning", place=place)


@lru_cache(maxsize=4)
def _text_by_words(dataset: Dataset) -> dict[str, str]:
    return {source_text.plain(text): text for text in dataset.translated}
