"""The pages of `docs/` that are translations: what each says of itself, and whether that holds.

A page in another language is one of the page with the same name (`docs/en/om/index.md` of
`docs/om/index.md`); one with `of: data` retells the plan and the answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from roadmap.datafiles.characters import decode, place
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.site_pages import FRONT_MATTER, MACRO
from roadmap.datafiles.yaml_reader import parse
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import SETTINGS, Dataset
from roadmap.model.translatable import translatable
from roadmap.model.translations import PageTranslated, PageTranslation, text_hash
from roadmap.presenters import urls
from roadmap.presenters.messages import language_name
from roadmap.presenters.pages import language_of

_FIELD = "translation"
_WRITTEN = re.compile(rf"^[\"']?{_FIELD}[\"']?[ \t]*:", re.MULTILINE)
_FORM = "by: den som översatte, och reviewed: true eller false"


@dataclass(frozen=True)
class _Page:
    """A page that may be a translation. `original` is the file that it would be one of.

    `field` is what it says of itself, as it stands there; None if it says nothing.
    """

    name: str
    url: str
    language: str
    original: Path
    text: str
    field: object

    @property
    def claim(self) -> PageTranslation | None:
        """What it says of itself. Raises ValidationError."""
        if self.field is None:
            return None
        return PageTranslation(**self.field if isinstance(self.field, dict) else {})

    @property
    def original_hash(self) -> str:
        """The hash of the page that it would be a translation of; "" if there is none."""
        if not self.original.is_file():
            return ""
        # Letters that cannot be read are told by the rules for all pages.
        return text_hash(self.original.read_text("utf-8", errors="replace"))

    @property
    def place(self) -> tuple[int, int]:
        """The line of the field, and its column; the first of the page if it is hard to find."""
        found = _WRITTEN.search(self.text)
        return place(self.text, found.start()) if found else (1, 1)


def has_words(page: str) -> bool:
    """Whether the text of a page says anything that macros do not."""
    return bool(re.search(r"[^\W\d_]", MACRO.sub("", page)))


def data_hash(dataset: Dataset) -> str:
    """Return the hash of the plan and the answers, which a page `of: data` is of."""
    return text_hash("\n".join(one.text for one in translatable(dataset)))


def page_translations(dataset: Dataset) -> dict[str, PageTranslated]:
    """Return what each sound page says of its translation, by its URL from the site's root."""
    found = {}
    for page in _pages(dataset):
        try:
            claim = page.claim
        except ValidationError:
            continue
        if claim:
            stale = claim.hash != _present(dataset, page, claim)
            found[urls.address(page.url, page.language)] = PageTranslated(claim, stale)
    return found


def translated_pages_are_told(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each page that does not say what it translates, or of older words."""
    if (dataset.root / "docs").is_dir():
        for language in dataset.settings.languages:
            if language != SOURCE_LANGUAGE:
                yield from _missing(dataset, language)
    for page in _pages(dataset):
        yield from _told(dataset, page)


def _missing(dataset: Dataset, language: str) -> Iterator[Problem]:
    """Yield a problem if a language has no start page, and a warning for each area without one."""
    folder, named = dataset.root / "docs" / language, language_name(language)
    if not (folder / "index.md").is_file():
        hint = f"Verbet translate skriver den: translate {language}."
        yield Problem(SETTINGS, 1, 1, f"Webbplatsen har ingen startsida på {named}.", hint)
    for area in dataset.goal_areas:
        file = f"{urls.goal_area(dataset, area).rstrip('/')}.md"
        if not (folder / file).is_file():
            message = f"Målområdet har ingen sida på {named}. Länkarna dit leder till svenskan."
            hint = (
                f"Verbet translate skriver den (translate {language}), om sidan är utan egna ord."
            )
            yield Problem(dataset.paths[area.id], 1, 1, message, hint, "warning")


def _told(dataset: Dataset, page: _Page) -> Iterator[Problem]:
    try:
        claim = page.claim
    except ValidationError:
        message = f"Under {_FIELD} ska det stå hash, {_FORM}."
        yield Problem(page.name, *page.place, message, _block(page))
        return
    is_translation = page.language != SOURCE_LANGUAGE
    if is_translation and not page.original.is_file():
        message = "Sidan är en översättning av en sida som inte finns."
        hint = f"Den ska heta som sidan på svenska, här docs/{page.url.rstrip('/')}.md."
        yield Problem(page.name, 1, 1, message, hint)
    elif claim is None and is_translation and has_words(page.text):
        message = "Sidan säger inte vem som har översatt den, och av vilken lydelse."
        yield Problem(page.name, 1, 1, message, _block(page))
    elif claim and claim.hash != (present := _present(dataset, page, claim)):
        of = "Planen eller svaren" if claim.of else "Sidan på svenska"
        message = f"{of} har ändrats sedan det här skrevs."
        hint = f"Se över sidan och skriv hash: {present}."
        yield Problem(page.name, *page.place, message, hint, "warning")


def _block(page: _Page) -> str:
    return f"Skriv bland fälten {_FIELD}:, och under det hash: {page.original_hash}, {_FORM}."


def _present(dataset: Dataset, page: _Page, claim: PageTranslation) -> str:
    """Return the hash of what a page is a translation of, as it is now."""
    return data_hash(dataset) if claim.of else page.original_hash


def _pages(dataset: Dataset) -> Iterator[_Page]:
    """Yield the pages in other languages, and those that say that they are translations."""
    docs = dataset.root / "docs"
    for path in files_below(docs, ".md"):
        name = path.relative_to(docs).as_posix()
        language, url = language_of(dataset, urls.page(name))
        try:
            text = decode(f"docs/{name}", bytes_of(path, f"docs/{name}"))
            if language == SOURCE_LANGUAGE and not _WRITTEN.search(text):
                continue
            front = FRONT_MATTER.match(text)
            fields = parse(name, front[1].encode()).data if front else None
        except DataError:
            continue  # told by the rules for all pages
        original = docs / name.removeprefix(f"{language}/")
        field = fields.get(_FIELD) if isinstance(fields, dict) else None
        yield _Page(f"docs/{name}", url, language, original, text, field)
