"""The pages of `docs/` that are translations: what each says of itself, and whether that holds.

A page in another language is one of the page with the same name (`docs/en/om/index.md` of
`docs/om/index.md`); one with `of: data` retells the plan and the answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from roadmap.datafiles.characters import decode
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
_FORM = "by: den som översatte, och reviewed: true eller false"


@dataclass(frozen=True)
class _Page:
    """A page that may be a translation. `original` is the file that it would be one of."""

    name: str
    url: str
    language: str
    original: Path
    text: str

    @property
    def claim(self) -> PageTranslation | None:
        """What it says of itself. Raises ValidationError."""
        front = FRONT_MATTER.match(self.text)
        fields = parse(self.name, front[1].encode()).data if front else None
        claim = fields.get(_FIELD) if isinstance(fields, dict) else None
        if claim is None:
            return None
        return PageTranslation(**claim if isinstance(claim, dict) else {})


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
        yield Problem(page.name, *_place(page), message, _block(dataset, page))
        return
    is_translation = page.language != SOURCE_LANGUAGE
    if is_translation and not page.original.is_file():
        message = "Sidan är en översättning av en sida som inte finns."
        hint = f"Den ska heta som sidan på svenska, här docs/{page.url.rstrip('/')}.md."
        yield Problem(page.name, 1, 1, message, hint)
    elif claim is None and is_translation and has_words(page.text):
        message = "Sidan säger inte vem som har översatt den, och av vilken lydelse."
        yield Problem(page.name, 1, 1, message, _block(dataset, page))
    elif claim and claim.hash != (present := _present(dataset, page, claim)):
        of = "Planen eller svaren" if claim.of else "Sidan på svenska"
        message = f"{of} har ändrats sedan det här skrevs."
        hint = f"Se över sidan och skriv hash: {present}."
        yield Problem(page.name, *_place(page), message, hint, "warning")


def _block(dataset: Dataset, page: _Page) -> str:
    present = text_hash(page.original.read_text("utf-8")) if page.original.is_file() else ""
    return f"Skriv bland fälten {_FIELD}:, och under det hash: {present}, {_FORM}."


def _place(page: _Page) -> tuple[int, int]:
    lines = page.text.split("\n")
    return next(i for i, line in enumerate(lines, 1) if line.startswith(f"{_FIELD}:")), 1


def _present(dataset: Dataset, page: _Page, claim: PageTranslation) -> str:
    """Return the hash of what a page is a translation of, as it is now."""
    if claim.of:
        return data_hash(dataset)
    return text_hash(page.original.read_text("utf-8")) if page.original.is_file() else ""


def _pages(dataset: Dataset) -> Iterator[_Page]:
    """Yield the pages in other languages, and those that say that they are translations."""
    docs = dataset.root / "docs"
    for path in files_below(docs, ".md"):
        name = path.relative_to(docs).as_posix()
        language, url = language_of(dataset, urls.page(name))
        try:
            text = decode(f"docs/{name}", bytes_of(path, f"docs/{name}"))
        except DataError:
            continue  # told by the rules for all pages
        if language != SOURCE_LANGUAGE or f"\n{_FIELD}:" in text:
            original = docs / name.removeprefix(f"{language}/")
            yield _Page(f"docs/{name}", url, language, original, text)
