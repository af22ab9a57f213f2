"""The search index: built here, searched in the browser by `theme/assets/js/search.js`."""

from collections.abc import Iterator

from roadmap.model.dataset import Dataset
from roadmap.search import index_files, word_forms
from roadmap.search.dictionaries import read_dictionaries
from roadmap.search.entries import longest_number, units

FOLDER = index_files.FOLDER


def build(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index with their path from the site's root.

    The same data always gives the same bytes.
    """
    dictionaries = read_dictionaries(dataset.synonyms)
    extra: dict[str, object] = {
        "words": word_forms.tables(),
        "stop": " ".join(sorted(dictionaries.stop)),
        "weak": " ".join(sorted(dictionaries.weak)),
    }
    if longest := longest_number(dataset):
        extra["longest"] = longest
    yield from index_files.files(units(dataset), dictionaries, extra)
