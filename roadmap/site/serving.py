"""What a served site needs besides MkDocs' server: every edit is seen, every page is answered."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread
from typing import Any

from roadmap.datafiles.reader import state

_PAUSE = 0.5  # seconds between two looks at the files

Application = Callable[[Any, Any], Iterable[bytes]]
StartResponse = Callable[[str, list[tuple[str, str]]], object]


def fingerprint(root: Path) -> object:
    """Return what changes with every file of `data/` and `docs/`, the folders gone included."""
    return state(root), state(root, "docs")


class Watch:
    """Tells when the files are no longer those that the site was built from.

    MkDocs' own watch stops looking for good when a folder is away for a moment, as when a branch is
    checked out, and misses an edit that keeps a file's size and time.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: object = None
        self._ended = Event()

    def building(self) -> None:
        """Remember the files as they are when a build begins to read them."""
        self._seen = fingerprint(self._root)

    def start(self, changed: Callable[[], None]) -> None:
        """Begin to look, and go on until the end."""
        Thread(target=self._look, args=(changed,), daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def _look(self, changed: Callable[[], None]) -> None:
        while not self._ended.wait(_PAUSE):
            present = fingerprint(self._root)
            if present != self._seen:
                self._seen = present
                changed()


def answered_by_one_build(
    serve: Application, prepare: Callable[[str], None], build_now: Callable[[], object]
) -> Application:
    """Return `serve` such that a request is prepared for and answered by the same build.

    `prepare` makes what a request asks for, and `build_now` tells builds apart. If another build
    has taken over in between, it may lack what was made, so the request begins again.
    """

    def answer(environ: Any, start_response: StartResponse) -> Iterable[bytes]:
        while True:
            build = build_now()
            prepare(environ["PATH_INFO"])
            head: list[Any] = []
            content = serve(environ, lambda *arguments, head=head: head.extend(arguments))
            if build_now() is build:
                start_response(*head)
                return content
            if close := getattr(content, "close", None):
                close()

    return answer
