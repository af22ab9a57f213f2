"""Reads the data once: Zensical runs `main.py` anew for every page, but imports this once."""

from functools import lru_cache

import yaml


@lru_cache(maxsize=1)
def read_all(files):
    """Return what the files say, by folder; kept, since Zensical asks for it on every page."""
    found = {}
    for path, _ in files:
        text = path.read_text("utf-8")
        found.setdefault(path.parent.name, {})[path.stem] = yaml.safe_load(text)
    return found
