"""The search index: built here, searched in the browser by `theme/assets/js/search.js`."""

from collections.abc import Iterator

from roadmap.model.dataset import Dataset
from roadmap.search import index_files
from roadmap.search.dictionaries import number_words, read_dictionaries
from roadmap.search.entries import longest_number, units


def build(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index with their path from the root of the language's tree.

    The same data always gives the same bytes.
    """
    dictionaries = read_dictionaries(dataset.synonyms, dataset.language)
    extra: dict[str, object] = {
        "words": dictionaries.forms.tables,
        "stop": " ".join(sorted(dictionaries.stop)),
        "weak": " ".join(sorted(dictionaries.weak)),
        "numbers": number_words(dataset.terms, dataset.language),
    }
    if longest := longest_number(dataset):
        extra["longest"] = longest
    yield from index_files.files(units(dataset), dictionaries, extra)
