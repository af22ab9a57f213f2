"""The files of the open data in one piece each."""

from collections.abc import Iterable

from roadmap.exports.open_data.files import File


def whole(files: Iterable[File]) -> dict[str, bytes]:
    """Return the files by their URL."""
    return {url: b"".join(pieces) for url, pieces in files}
