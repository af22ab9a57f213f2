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
from roadmap.datafiles.checks.page_scope import PageScope
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.problems import ROADMAP, DataError, Problem
from roadmap.datafiles.site_pages import FRONT_MATTER, MACRO
from roadmap.datafiles.yaml_reader import parse
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import SETTINGS, Dataset
from roadmap.model.translatable import translatable
from roadmap.model.translations import PageTranslated, PageTranslation, text_hash
from roadmap.presenters import urls
from roadmap.presenters.messages import language_name, other_languages, to_editors
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
    """Return the hash of the plan and the answers, which a page `of: data` is of.

    It stays as it is when somebody reviews an interpretation and changes nothing in it.
    """
    texts = (one.text for one in translatable(dataset) if not one.of.endswith("/reviewed_by"))
    return text_hash("\n".join(texts))


def page_translations(scope: PageScope) -> dict[str, PageTranslated]:
    """Return what each sound page says of its translation, by its URL from the site's root."""
    found = {}
    for page in _pages(scope):
        try:
            claim = page.claim
        except ValidationError:
            continue
        if claim:
            stale = _later(scope, page, claim) is not None
            shows_data = MACRO.search(page.text) is not None
            address = urls.address(page.url, page.language)
            found[address] = PageTranslated(claim, stale, shows_data)
    return found


def translated_pages_are_told(scope: PageScope) -> Iterator[Problem]:
    """Yield a problem for each page that does not say what it translates, or of older words."""
    if (scope.root / "docs").is_dir():
        for language in scope.languages or ():
            if language in other_languages():
                yield from _missing(scope, language)
    for page in _pages(scope):
        yield from _told(scope, page)


def _missing(scope: PageScope, language: str) -> Iterator[Problem]:
    """Yield a problem if a language has no start page, and a warning for each area without one."""
    folder, named = scope.root / "docs" / language, language_name(language)
    if not (folder / "index.md").is_file():
        hint = f"Kör {ROADMAP} translate {language}."
        yield Problem(SETTINGS, 1, 1, f"Webbplatsen har ingen startsida på {named}.", hint)
    for file in scope.areas.values():
        if not (folder / f"{urls.goal_area_of(file).rstrip('/')}.md").is_file():
            message = to_editors(
                "%(The_goal_area)s har ingen sida på %(language)s. Länkarna dit leder till "
                "svenskan.",
                language=named,
            )
            hint = f"Kör {ROADMAP} translate {language}. Det skriver den, om den är utan egna ord."
            yield Problem(file, 1, 1, message, hint, "warning")


def _told(scope: PageScope, page: _Page) -> Iterator[Problem]:
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
    elif claim and (later := _later(scope, page, claim)):
        of = "Planen eller svaren" if claim.of else "Sidan på svenska"
        message = f"{of} har ändrats sedan det här skrevs."
        hint = f"Se över sidan och skriv hash: {later}."
        yield Problem(page.name, *page.place, message, hint, "warning")


def _block(page: _Page) -> str:
    return f"Skriv bland fälten {_FIELD}:, och under det hash: {page.original_hash}, {_FORM}."


def _later(scope: PageScope, page: _Page, claim: PageTranslation) -> str | None:
    """Return the hash of what a page is a translation of, if it has changed since.

    What cannot be read is not known to have changed.
    """
    if claim.of:
        present = data_hash(scope.dataset) if scope.dataset else claim.hash
    else:
        present = page.original_hash
    return present if present != claim.hash else None


def _pages(scope: PageScope) -> Iterator[_Page]:
    """Yield the pages in other languages, and those that say that they are translations."""
    docs = scope.root / "docs"
    for path in files_below(docs, ".md"):
        name = path.relative_to(docs).as_posix()
        language, url = language_of(scope.possible_languages, urls.page(name))
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
