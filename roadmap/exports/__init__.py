"""The open data: the whole of `data/` as files for other programs, each a function of the data."""

from roadmap import urls
from roadmap.dataset import Dataset
from roadmap.exports.files import data_files


def build(dataset: Dataset, site_url: str = "") -> dict[str, bytes]:
    """Return every file of the open data by its URL, relative to the site's root.

    `site_url` is where the site is published, ending in "/", or "" while that is not decided.
    The same data give the same bytes.
    """
    # The library for RDF is slow to load, and most of the time nobody asks for a catalogue.
    from roadmap.exports.catalogue import catalogue

    return {
        **data_files(dataset, site_url),
        urls.CATALOGUE: catalogue(dataset, site_url),
    }
