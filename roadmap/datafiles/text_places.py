"""The places of the published texts in the data files, so that pages can link to the lines."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from roadmap.datafiles.characters import decode
from roadmap.datafiles.files import Stamp, stamp
from roadmap.datafiles.yaml_places import Key, lines_of_keys
from roadmap.model.dataset import PLAN, Dataset, TextPlace


def text_places(dataset: Dataset) -> dict[str, TextPlace]:
    """Return the file, relative to the root, and the line of each text, by its `data-text`.

    Raises DataError or OSError if a file can no longer be read.
    """
    places: dict[str, TextPlace] = {}
    for name, texts in _texts(dataset):
        path = dataset.root / name
        lines = _lines(path, stamp(path), tuple(texts.values()))
        for text_id, line in zip(texts, lines, strict=True):
            places.setdefault(text_id, (name, line))
    return places


def _texts(dataset: Dataset) -> Iterator[tuple[str, Mapping[str, Key]]]:
    """Yield each file and the keys of its texts."""
    sections = enumerate(dataset.plan.sections)
    yield PLAN, {f"plan/{section.id}": ("sections", index, "text") for index, section in sections}
    for area in dataset.goal_areas:
        yield (
            dataset.paths[area.id],
            {
                f"{area.id}/text": ("text",),
                f"{area.id}/lead-milestones": ("lead_milestones",),
                f"{area.id}/lead-strategies": ("lead_strategies",),
                **{
                    record.id: (name, index, "text")
                    for name in ("groups", "milestones", "strategies")
                    for index, record in enumerate(getattr(area, name))
                },
            },
        )
    for body in dataset.received:
        response = body.response
        yield (
            dataset.paths[body.id],
            {
                f"{body.id}/{key}": (name, index, "text")
                for name, keys in (
                    ("sections", [section.id for section in response.sections]),
                    ("comments", ["+".join(comment.strategies) for comment in response.comments]),
                    ("footnotes", [f"fotnot-{footnote.id}" for footnote in response.footnotes]),
                )
                for index, key in reversed([*enumerate(keys)])
            },
        )


# An edit changes one file; the others' lines are the same as before.
@lru_cache(maxsize=10_000)
def _lines(path: Path, _changed: Stamp | None, keys: tuple[Key, ...]) -> tuple[int, ...]:
    """Return the lines of the keys in a file; for a missing key, that of its outermost field."""
    lines = lines_of_keys(decode(str(path), path.read_bytes()))
    return tuple(lines.get(key, lines.get(key[:1], 1)) for key in keys)
