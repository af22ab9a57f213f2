"""Rules for the pages of goal areas: each area has one in `docs/`, and it shows that area."""

import re
from collections.abc import Container, Iterator

from roadmap.datafiles.characters import decode, place
from roadmap.datafiles.checks.address_folders import misnamed
from roadmap.datafiles.checks.page_scope import PageScope
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.problems import DataError, Problem
from roadmap.presenters import urls
from roadmap.presenters.messages import to_editors

_SHOWN = re.compile(r"""\{\{[^}"']*\(\s*["']([\w.-]+)["']""")


def areas_have_their_pages(scope: PageScope) -> Iterator[Problem]:
    """Yield a problem for an area without a page, and for a page that shows another area.

    Data may be read where there are no pages at all, as for the open data alone.
    """
    docs = scope.root / "docs"
    if not docs.is_dir() or not scope.names_known:
        return
    if urls.goal_areas() in misnamed(docs).values():
        return
    names = (path.relative_to(docs).as_posix() for path in files_below(docs, ".md"))
    pages = {urls.page(name): f"docs/{name}" for name in names}
    for area_id, file in scope.areas.items():
        url = urls.goal_area_of(file)
        if url in pages:
            yield from _of_another_area(scope, pages[url], area_id)
        else:
            hint = to_editors(
                "Kopiera sidan för %(a_goal_area)s till %(page)s, och byt id på den mot %(id)s.",
                page=f"docs/{url.rstrip('/')}.md",
                id=area_id,
            )
            yield Problem(file, 1, 1, to_editors("%(The_goal_area)s har ingen sida."), hint)


def _is_area(entity_id: str, areas: Container[str]) -> bool:
    """Whether an id on a page is that of an area, or was meant to be one: M9."""
    return entity_id in areas or bool(re.fullmatch(r"M[1-9]\d*", entity_id))


def _of_another_area(scope: PageScope, name: str, area_id: str) -> Iterator[Problem]:
    try:
        text = decode(name, bytes_of(scope.root / name, name))
    except DataError:
        return  # told by the rules for all pages
    shown = [found for found in _SHOWN.finditer(text) if _is_area(found[1], scope.areas)]
    if shown and area_id not in {found[1] for found in shown}:
        message = to_editors(
            "Sidan hör till %(goal_area)s %(id)s, men visar %(shown)s.",
            id=area_id,
            shown=shown[0][1],
        )
        hint = f"Byt id på sidan mot {area_id}."
        yield Problem(name, *place(text, shown[0].start(1)), message, hint)
