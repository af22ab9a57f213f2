"""The search index: built here, searched in the browser by `theme/assets/js/search.js`."""

from pathlib import Path

from roadmap.dataset import Dataset
from roadmap.search import shards, words
from roadmap.search.index import build_index
from roadmap.search.tables import read_tables
from roadmap.search.units import units


def build(dataset: Dataset, synonyms: Path) -> dict[str, bytes]:
    """Return the files of the index by their path from the site's root.

    `synonyms` is the folder of the editors' tables, `data/search/`. The same data and tables
    always give the same bytes.
    """
    tables = read_tables(synonyms)
    found = units(dataset)
    terms = build_index(found, tables)
    extra = {
        "words": words.tables(),
        "stop": " ".join(sorted(tables.stop)),
        "weak": " ".join(sorted(tables.weak)),
    }
    return shards.files(found, terms, tables, extra)
