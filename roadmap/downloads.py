"""The files that a published site offers for downloading, and that take longer to make."""

from collections.abc import Callable
from dataclasses import dataclass

from roadmap import urls
from roadmap.dataset import Dataset
from roadmap.docx import compilation_docx

# Set in the environment of a build whose site is to have the files: `roadmap publish`.
PUBLISHING = "ROADMAP_PUBLISH"


@dataclass(frozen=True)
class Download:
    """A file: its URL, and what makes it of the data and the site's address (None: unknown)."""

    url: str
    make: Callable[[Dataset, str | None], bytes]


DOWNLOADS = (Download(urls.COMPILATION_FILE, compilation_docx),)
