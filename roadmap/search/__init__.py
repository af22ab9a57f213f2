"""The search index: built here, searched in the browser by `theme/assets/js/search.js`."""

from collections.abc import Iterator

from roadmap.dataset import Dataset
from roadmap.search import shards, words
from roadmap.search.tables import read_tables
from roadmap.search.units import units

FOLDER = shards.FOLDER


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
    yield from shards.files(units(dataset), tables, extra)
