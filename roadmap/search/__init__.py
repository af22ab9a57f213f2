"""The search index: built here, searched in the browser by `theme/assets/js/search.js`."""

from roadmap.dataset import Dataset
from roadmap.search import shards, words
from roadmap.search.index import build_index
from roadmap.search.tables import read_tables
from roadmap.search.units import units

FOLDER = shards.FOLDER


def build(dataset: Dataset) -> dict[str, bytes]:
    """Return the files of the index by their path from the site's root.

    The same data always gives the same bytes.
    """
    tables = read_tables(dataset.synonyms)
    found = units(dataset)
    terms = build_index(found, tables)
    extra = {
        "words": words.tables(),
        "stop": " ".join(sorted(tables.stop)),
        "weak": " ".join(sorted(tables.weak)),
    }
    return shards.files(found, terms, tables, extra)
