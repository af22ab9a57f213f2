"""Rules for the pages of goal areas: each area has one in `docs/`, and it shows that area."""

import re
from collections.abc import Iterator

from roadmap.datafiles.characters import decode, place
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.problems import DataError, Problem
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls

_SHOWN = re.compile(r"""\{\{[^}"']*\(\s*["']([\w.-]+)["']""")


def areas_have_their_pages(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for an area without a page, and for a page that shows another area.

    Data may be read where there are no pages at all, as for the open data alone.
    """
    docs = dataset.root / "docs"
    if not docs.is_dir():
        return
    files = (path.relative_to(docs).as_posix() for path in files_below(docs, ".md"))
    pages = {urls.page(file): f"docs/{file}" for file in files}
    for area in dataset.goal_areas:
        url = urls.goal_area(dataset, area)
        if url in pages:
            yield from _of_another_area(dataset, pages[url], area.id)
        else:
            hint = (
                f"Kopiera sidan för ett annat målområde till docs/{url.rstrip('/')}.md, "
                f"och byt id på den mot {area.id}."
            )
            yield Problem(dataset.paths[area.id], 1, 1, "Målområdet har ingen sida.", hint)


def _is_area(entity_id: str, areas: set[str]) -> bool:
    """Whether an id on a page is that of an area, or was meant to be one: M9."""
    return entity_id in areas or bool(re.fullmatch(r"M[1-9]\d*", entity_id))


def _of_another_area(dataset: Dataset, name: str, area_id: str) -> Iterator[Problem]:
    try:
        text = decode(name, bytes_of(dataset.root / name, name))
    except DataError:
        return  # told by the rules for all pages
    areas = {area.id for area in dataset.goal_areas}
    shown = [found for found in _SHOWN.finditer(text) if _is_area(found[1], areas)]
    if shown and area_id not in {found[1] for found in shown}:
        message = f"Sidan hör till målområde {area_id}, men visar {shown[0][1]}."
        hint = f"Byt id på sidan mot {area_id}."
        yield Problem(name, *place(text, shown[0].start(1)), message, hint)
