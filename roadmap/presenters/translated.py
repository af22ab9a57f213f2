"""A data set as readers of another language are shown it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from roadmap.model import Signed, Terms
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.model.terms import USUAL
from roadmap.model.translatable import Translatable, in_other_words, translatable
from roadmap.model.translations import Translated, text_hash
from roadmap.presenters.messages import _, usual_terms
from roadmap.text.foreign import foreign


def in_every_language(dataset: Dataset) -> Iterator[Dataset]:
    """Yield the data set in each language that the site is in, the source's own first."""
    return (in_language(dataset, language) for language in dataset.settings.languages)


def in_language(dataset: Dataset, language: str) -> Dataset:
    """Return a data set of the source's language in one that the site is in.

    In another the town's own words are translated. Where that is not done, or was done of other
    words than those that stand there now, they are marked as foreign. The texts of documents stay.
    """
    return dataset if language == SOURCE_LANGUAGE else _in_another(dataset, language)


@lru_cache(maxsize=4)
def _in_another(dataset: Dataset, language: str) -> Dataset:
    table = translations(dataset, language)

    def word(text: str) -> str:
        return _worded(table, text)

    return replace(
        in_other_words(dataset, word),
        language=language,
        original=dataset,
        terms=terms_in(dataset, language),
        history=dataset.histories.get(language, dataset.history),
        translated=table,
    )


def _worded(table: Mapping[str, Translated], text: str) -> str:
    found = table.get(text)
    return foreign(text) if found is None or found.stale else found.text


@lru_cache(maxsize=8)
def translations(dataset: Dataset, language: str) -> dict[str, Translated]:
    """Return the translation of each text that has one in this language, by the text itself."""
    texts = {one.of: one.text for one in translatable(dataset)}
    return {
        text: Translated(entry.text, file, entry.hash != text_hash(text))
        for file in dataset.translations.get(language, {}).values()
        for entry in file.texts
        if (text := texts.get(entry.of)) and not entry.left
    }


def untranslated(dataset: Dataset, language: str) -> Iterator[Translatable]:
    """Yield each text that is left to translate, the first time that it stands in the data."""
    seen = set(translations(dataset, language))
    for one in translatable(dataset):
        if one.asked and one.text not in seen:
            seen.add(one.text)
            yield one


def told_text(dataset: Dataset, text: str) -> str:
    """Return a document's text for a description, which cannot mark a language.

    In another one it is the translation; without one that is of the text as it is, nothing.
    """
    if dataset.original is None:
        return text
    found = dataset.translated.get(text)
    return found.text if found and not found.stale else ""


def made_words(dataset: Dataset, made: Signed) -> str:
    """Return who made a translation, and whether a person has looked at it."""
    if made.machine:
        by = _("Översatt av ett program")
    else:
        by = _("Översatt av %(by)s", by=by_name(dataset, made.by))
    if not made.reviewed:
        return _("%(translated)s, inte granskad av en människa", translated=by)
    if made.reviewed_by:
        reviewer = by_name(dataset, made.reviewed_by)
        return _("%(translated)s, granskad av %(by)s", translated=by, by=reviewer)
    return _("%(translated)s, granskad av en människa", translated=by)


def by_name(dataset: Dataset, name: str) -> str:
    """Return the name of who made or reviewed something, which may be a title in Swedish."""
    return name if dataset.original is None else _worded(dataset.translated, name)


def terms_in(dataset: Dataset, language: str) -> Terms:
    """Return the site's own terms in a language, and the usual ones where it has none."""
    usual, own = usual_terms(language), dataset.own_terms.get(language)
    if own is None:
        return usual
    chosen = {name: term for name, term in own.by_name() if term != getattr(USUAL, name)}
    return usual.altered(**chosen)
