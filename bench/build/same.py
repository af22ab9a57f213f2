"""Whether a peer's pages really have the texts: a fair comparison builds the same."""

import re
from functools import lru_cache
from html import unescape
from itertools import chain
from pathlib import Path

from roadmap.model.dataset import Dataset
from roadmap.presenters import urls

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+")


def missing_texts(dataset: Dataset, output: Path) -> list[str]:
    """Return the pages that lack a comment of the first or the last body, word for word."""
    missing: set[str] = set()
    for body in (dataset.received[0], dataset.received[-1]):
        for comment in body.response.comments:
            strategies = map(dataset.strategy, comment.strategies)
            pages = chain([urls.response(body)], map(urls.strategy, strategies))
            wanted = _words(comment.text)
            missing |= {page for page in pages if wanted not in _page(output, page)}
    return sorted(missing)


@lru_cache(maxsize=64)
def _page(output: Path, url: str) -> str:
    """Return the words of a page and of those below it, where the texts may go on."""
    found = sorted((output / url).rglob("index.html"))
    html = "\n".join(path.read_text("utf-8") for path in found)
    return _words(unescape(_TAG.sub(" ", html)))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))
