"""From a file to the text of the response that is written: all that is done to a document."""

from pathlib import Path

from roadmap.datafiles.characters import MAX_BYTES
from roadmap.datafiles.yaml_writer import dump
from roadmap.importing.lines import Progress, UnreadableError, no_progress
from roadmap.importing.readers import read_manuscript
from roadmap.importing.response import Account, account_of
from roadmap.model import ImportLimits
from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import speaking


def read_response(
    dataset: Dataset,
    body_id: str,
    path: Path,
    limits: ImportLimits | None = None,
    progress: Progress = no_progress,
) -> tuple[Account, str]:
    """Return what became of a document, its response with it, and the text of its file.

    Raises UnreadableError if the document cannot be read, or if its file would be too large.
    """
    manuscript = read_manuscript(path, limits, progress)
    # Seen here as well, since what is too long would take long to arrange.
    check_length(sum(len(line.text.encode()) for line in manuscript.lines))
    with speaking(dataset.terms):
        account = account_of(dataset, body_id, manuscript)
    text = dump(account.response)
    check_length(len(text.encode()))
    return account, text


def check_length(size: int) -> None:
    """Raise UnreadableError for more text than `validate` accepts in a file."""
    if size > MAX_BYTES:
        sizes = [f"{value / 10**6:.1f}".replace(".", ",") for value in (size, MAX_BYTES)]
        what = f"Dokumentet har {sizes[0]} MB text, och en fil i data/ får ha {sizes[1]} MB."
        raise UnreadableError(f"{what} Dela upp det i flera dokument.")
