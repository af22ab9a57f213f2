"""The files that a published site offers for downloading, and that take longer to make."""

from collections.abc import Callable
from dataclasses import dataclass

from roadmap.model.dataset import Dataset
from roadmap.presenters import urls

# Set in the environment of a build whose site is to have the files: `roadmap publish`.
PUBLISHING = "ROADMAP_PUBLISH"


@dataclass(frozen=True)
class Download:
    """A file: its URL, and what makes it of the data and the site's address (None: unknown)."""

    url: str
    make: Callable[[Dataset, str | None], bytes]


def compilation(dataset: Dataset, site_url: str | None) -> bytes:
    """Return the compilation as a Word file."""
    # The library for Word files is slow to load, and few builds make any.
    from roadmap.exports.word import compilation_docx

    return compilation_docx(dataset, site_url)


DOWNLOADS = (Download(urls.COMPILATION_FILE, compilation),)
