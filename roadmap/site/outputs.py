"""The one list of what a site has besides the pages that MkDocs makes from `docs/`.

A build, `serve`, the project for Zensical and the check of addresses all use it: add a new output
here and nowhere else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from roadmap import search
from roadmap.datafiles.files import files_below
from roadmap.datafiles.load import redirects
from roadmap.datafiles.problems import DataError, Problem
from roadmap.exports import open_data
from roadmap.model.dataset import Dataset
from roadmap.presenters import answer_facets, urls
from roadmap.presenters.address_names import named
from roadmap.presenters.moved import moved_pages
from roadmap.presenters.pages import (
    generated_pages,
    language_of,
    page_addresses,
    telling,
)
from roadmap.presenters.translated import in_every_language
from roadmap.site import structured_data
from roadmap.site.assets import Assets, is_asset
from roadmap.site.security_txt import SECURITY_TXT, security_txt
from roadmap.text.file_names import same_on_some_disk
from roadmap.views import feeds, redirect_page

# The URL and the pieces of a file, which may be too large to keep in memory.
File = tuple[str, Iterable[bytes]]
_PIECE = 1 << 18  # bytes
_SOURCES = "data/sources/"
# What MkDocs makes of the templates of the theme.
_BY_THEME = ("404.html", structured_data.SITEMAP, f"{structured_data.SITEMAP}.gz")


# Folders in docs/ that MkDocs leaves out in silence, and what to do instead.
_LEFT_OUT = {
    "templates": "Byt namn på mappen.",
    ".well-known": "Skriv security i data/settings.yml, så görs security.txt av det.",
}


@dataclass(frozen=True)
class Content:
    """The input of the outputs: the data set, the new addresses of moved pages, the theme."""

    dataset: Dataset
    moved: Mapping[str, str] = field(default_factory=dict)
    assets: Assets = field(default_factory=Assets)


def _no_addresses(_: Dataset) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Output:
    """Some files of the site, made together.

    `addresses` are those of its URLs that others may rely on. `within` are the beginnings of URLs
    that nothing else may have. Those `on_request` are slow and no page of a reader's needs them, so
    a served site makes them when somebody asks. Those `for_publishing` are only on a site made for
    publishing. Those `in_every_tree` are made for each language, with its data set and URLs that
    are relative to the root of its tree; the others for the source's alone.
    """

    files: Callable[[Content], Iterator[File]]
    addresses: Callable[[Dataset], Iterable[str]] = _no_addresses
    within: tuple[str, ...] = ()
    on_request: bool = False
    for_publishing: bool = False
    in_every_tree: bool = False

    def make(self, folder: Path, content: Content) -> None:
        """Write the files in `folder`, in the site's own terms. Raises OSError with the file."""
        for told in self._trees(content.dataset):
            with telling(told):
                write(
                    folder / urls.address("", told.language),
                    self.files(replace(content, dataset=told)),
                )

    def all_addresses(self, dataset: Dataset) -> Iterator[str]:
        """Yield the `addresses` in every tree that the output is in, from the site's root."""
        for told in self._trees(dataset):
            yield from (urls.address(url, told.language) for url in self.addresses(told))

    def places(self, dataset: Dataset) -> tuple[str, ...]:
        """Return `within` for every tree that the output is in, from the site's root."""
        return tuple(
            urls.address(start, told.language)
            for told in self._trees(dataset)
            for start in self.within
        )

    def _trees(self, dataset: Dataset) -> Iterable[Dataset]:
        return in_every_language(dataset) if self.in_every_tree else (dataset,)


def _whole(files: Iterable[tuple[str, bytes]]) -> Iterator[File]:
    return ((url, [content]) for url, content in files)


def _open_data(content: Content) -> Iterator[File]:
    return open_data.build(content.dataset, content.dataset.address or "")


def _redirects(content: Content) -> Iterator[File]:
    pages = redirect_page.pages(content.dataset, content.moved, content.assets.urls)
    return _whole(pages.items())


def _feeds(content: Content) -> Iterator[File]:
    """Yield the feeds, also at what the town has moved; what the program has moved had none."""
    dataset = content.dataset
    languages = dataset.settings.languages
    by_program = moved_pages(dataset)
    moved = {}
    for places in content.moved.items():
        (old_in, old), (new_in, new) = (language_of(languages, place) for place in places)
        if old_in == new_in == dataset.language and old not in by_program:
            moved[old] = new
    return _whole(feeds.build(dataset, moved))


def _robots(content: Content) -> Iterator[File]:
    if not (content.dataset.root / "docs" / structured_data.ROBOTS).is_file():
        yield (
            structured_data.ROBOTS,
            [structured_data.robots(content.dataset.address or "").encode()],
        )


def _security_txt(content: Content) -> Iterator[File]:
    if security := content.dataset.settings.security:
        yield SECURITY_TXT, [security_txt(security, content.dataset.address).encode()]


def _source_files(content: Content) -> Iterator[File]:
    """Yield the documents that the texts were taken from, as they came."""
    folder = content.dataset.root / "data" / "sources"
    for path in files_below(folder):
        yield urls.source_file(path.relative_to(folder).as_posix()), _pieces(path)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _compilation(content: Content) -> Iterator[File]:
    # The Word library is slow to import, and few builds need it.
    from roadmap.exports.word import compilation_docx

    yield urls.COMPILATION_FILE, [compilation_docx(content.dataset, content.dataset.address)]


OUTPUTS: tuple[Output, ...] = (
    Output(lambda content: _whole(content.assets.files.items())),
    Output(
        lambda content: _whole(search.build(content.dataset)),
        within=(urls.SEARCH_INDEX,),
        on_request=True,
        in_every_tree=True,
    ),
    Output(
        _open_data,
        addresses=open_data.addresses,
        within=(urls.OPEN_DATA_FILES, urls.CATALOGUE),
        on_request=True,
    ),
    Output(
        lambda content: _whole(answer_facets.build(content.dataset).items()),
        within=(urls.OVERVIEW_ANSWERS,),
    ),
    Output(_feeds, addresses=feeds.addresses, in_every_tree=True),
    Output(_redirects, addresses=moved_pages),
    Output(_robots),
    Output(_security_txt),
    Output(_source_files, within=(urls.SOURCES,)),
    Output(_compilation, within=(urls.COMPILATION_FILE,), for_publishing=True),
)


def addresses(dataset: Dataset, files: Sequence[str]) -> frozenset[str]:
    """Return every URL of a site that others may rely on, relative to the site's root.

    `files` are the paths of the project's files, relative to the project. The pages of the version
    history are included only if the data set has its history.
    """
    sources = (path.removeprefix(_SOURCES) for path in files if path.startswith(_SOURCES))
    with named(dataset.terms):
        return page_addresses(dataset, files).union(
            map(urls.source_file, sources), *(output.all_addresses(dataset) for output in OUTPUTS)
        )


def refuse_collisions(dataset: Dataset) -> None:
    """Raise DataError if a file of `docs/` has the place of something else, or none at all."""
    if problems := [*left_out(dataset.root), *collisions(dataset, redirects(dataset))]:
        raise DataError(problems)


def left_out(root: Path) -> Iterator[Problem]:
    """Yield a problem for each folder of `docs/` that has no place on the site."""
    for name, hint in _LEFT_OUT.items():
        if (root / "docs" / name).exists():
            yield Problem(f"docs/{name}", 1, 1, "Det som ligger här publiceras inte.", hint)


def collisions(dataset: Dataset, moved: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each file of `docs/` whose place on the site is taken.

    Only assets and a robots.txt may stand there instead of the theme's and ours. `moved` are the
    old addresses of pages that have moved.
    """
    docs = dataset.root / "docs"
    names = [path.relative_to(docs).as_posix() for path in files_below(docs)]
    pages = {name: f"{urls.page(name)}index.html" for name in names if name.endswith(".md")}
    generated = {same_on_some_disk(page.file) for page in generated_pages(dataset)}
    for name, file in pages.items():
        if same_on_some_disk(file) in generated:
            message = f'Adressen "{urls.page(name)}" har redan en sida som görs av data.'
            yield Problem(f"docs/{name}", 1, 1, message, "Ge filen ett annat namn.")
    with named(dataset.terms):
        others = (*pages.values(), *_made(dataset, moved))
    taken = {PurePosixPath(file) for file in (*generated, *map(same_on_some_disk, others))}
    folders = {folder for place in taken for folder in place.parents}
    for name in names:
        if name in pages or name == structured_data.ROBOTS or is_asset(name):
            continue
        place = PurePosixPath(same_on_some_disk(name))
        if place in folders or not taken.isdisjoint((place, *place.parents)):
            message = f'Adressen "{name}" är upptagen: där lägger programmet något annat.'
            yield Problem(f"docs/{name}", 1, 1, message, "Byt namn på filen eller mappen.")


def _made(dataset: Dataset, moved: Iterable[str]) -> Iterator[str]:
    """Yield the places of what is made besides pages, or of the folder for them alone."""
    yield from _BY_THEME
    yield from (f"{old}index.html" for old in moved)
    for output in OUTPUTS:
        yield from output.places(dataset)
        yield from output.all_addresses(dataset)


def write(folder: Path, files: Iterable[File]) -> None:
    """Write files at their URLs in `folder`, one piece at a time. Raises OSError with the file."""
    for url, pieces in files:
        path = folder / url
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("wb") as file:
                file.writelines(pieces)
        except OSError as error:
            # That a disk is full is known only while writing, when Python no longer tells the name.
            raise OSError(error.errno, error.strerror, error.filename or str(path)) from error
