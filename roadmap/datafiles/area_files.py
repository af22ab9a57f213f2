"""The files of goal areas that a program writes: the data of each, and its page in `docs/`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import Template

from roadmap.datafiles.yaml_reader import parse
from roadmap.datafiles.yaml_writer import dump
from roadmap.model import FROM_PLAN, RESERVED_AREAS, GoalArea, Record
from roadmap.model.codes import PLACEHOLDER
from roadmap.model.fields import is_slug
from roadmap.presenters import urls
from roadmap.starter import starter
from roadmap.text.swedish import slug

AREAS = "data/goal-areas"
_LONGEST_ADDRESS = 60
# What a goal area says of its strategies until somebody has written their words. A site may choose
# its terms after that, so what is to be filled in is called by none of them.
NO_TITLE = f"{PLACEHOLDER} titeln"
NO_TEXT = f"{PLACEHOLDER} texten, ord för ord ur planen."


@dataclass(frozen=True)
class AreaFiles:
    """The paths of a goal area's data and page, relative to the root, and their texts."""

    path: str
    text: str
    page_path: str
    page: str

    def page_in(self, language: str) -> str:
        """Return the path of the same page in another language than the source's."""
        return page_in_language(self.page_path, language)


def page_in_language(page_path: str, language: str) -> str:
    """Return where the page of `docs/` has its like in another language than the source's."""
    return page_path.replace("docs/", f"docs/{language}/", 1)


def area_pages() -> str:
    """Return the folder of the pages of goal areas, as the site's addresses name it."""
    return f"docs/{urls.goal_areas().rstrip('/')}"


def empty_area(number: int, title: str | None) -> GoalArea:
    """Return a goal area to fill in: its strategy says so, and its title if none is given."""
    return GoalArea(
        id=f"M{number}",
        title=title or no_area_title(number),
        text_from=FROM_PLAN,
        strategies=[{"id": f"S{number}.1", "title": NO_TITLE, "text": NO_TEXT}],
    )


def no_area_title(number: int) -> str:
    """Return what stands for the title of a goal area until somebody has written it."""
    return f"{PLACEHOLDER} titeln på planens del {number}"


def is_empty(area: GoalArea) -> bool:
    """Whether nobody has written anything in a goal area but its title."""
    number = area.id.lstrip("M")
    return number.isdigit() and area == empty_area(int(number), area.title)


def area_files(areas: Sequence[GoalArea]) -> Iterator[AreaFiles]:
    """Yield the files of goal areas in their order. Raises DataError if one cannot be read."""
    titles = [None if PLACEHOLDER in area.title else area.title for area in areas]
    for number, (area, address) in enumerate(zip(areas, _addresses(titles), strict=True), 1):
        path = f"{AREAS}/{number}-{address}.yml"
        page_path = f"{area_pages()}/{address}.md"
        yield AreaFiles(path, sound_text(path, area), page_path, area_page(area.id))


def area_page(area_id: str) -> str:
    """Return the text of the page that a goal area begins with."""
    return Template(starter("area.md")).substitute(id=area_id)


def sound_text(path: str, record: Record) -> str:
    """Return the text of a record's file. Raises DataError if it cannot be read again."""
    text = dump(record)
    parse(path, text.encode())
    return text


def _addresses(titles: Sequence[str | None]) -> Iterator[str]:
    """Yield an address for each area that no other page has."""
    taken = {"index", *RESERVED_AREAS}
    for number, title in enumerate(titles, 1):
        address = slug(title or "")[:_LONGEST_ADDRESS].strip("-")
        while not is_slug(address) or address in taken:
            address = f"{address or 'del'}-{number}"
        taken.add(address)
        yield address
