"""The search index: built here, searched in the browser by `theme/assets/js/search.js`."""

from collections.abc import Iterator

from roadmap.model.dataset import Dataset
from roadmap.search import index_files, words
from roadmap.search.dictionaries import read_tables
from roadmap.search.entries import units

FOLDER = index_files.FOLDER


def build(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index with their path from the site's root.

    The same data always gives the same bytes.
    """
    tables = read_tables(dataset.synonyms)
    extra = {
        "words": words.tables(),
        "stop": " ".join(sorted(tables.stop)),
        "weak": " ".join(sorted(tables.weak)),
    }
    yield from index_files.files(units(dataset), tables, extra)
