"""The differences between two states of a project, as text or Markdown: `roadmap diff`.

A state is a revision in the repository, another folder, or the project as it is now. Nothing is
checked out: an old revision is read from git, and compared as far as it can be read.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from roadmap.datafiles.checks import check
from roadmap.datafiles.load import project_files
from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.reader import read
from roadmap.datafiles.redirects import parse_redirects
from roadmap.history import git
from roadmap.history.compare import Comparison, compare
from roadmap.history.git import Contents
from roadmap.model.dataset import CONTENT_FOLDERS, REDIRECTS, Dataset
from roadmap.model.history import Change
from roadmap.presenters import change_words, urls
from roadmap.text.swedish import counted
from roadmap.text.word_diff import excerpt, pieces

Format = Literal["text", "markdown"]
_Version = Literal["tidigare", "senare"]
# What the errors of a version are errors by, and what to do about them.
_OF_FAULTS: dict[_Version, tuple[str, str]] = {
    "tidigare": (" enligt de regler som gäller nu", "Du behöver inte göra något åt det."),
    "senare": ("", "Rätta det som validate säger."),
}
# Returns the addresses that a data set and the files of its project publish.
Addresses = Callable[[Dataset, Sequence[str]], frozenset[str]]


@dataclass(frozen=True)
class Snapshot:
    """The files of `data/` and `docs/` in one state, by path, and their content as a data set.

    `dataset` is None if today's program cannot read them, and `faults` are the errors it finds.
    `site_addresses` are the addresses of pages and files, None if errors leave them unknown.
    `redirects` maps addresses that are no longer pages to new ones.
    """

    files: Mapping[str, bytes]
    dataset: Dataset | None
    faults: tuple[Problem, ...]
    site_addresses: frozenset[str] | None
    redirects: Mapping[str, str]

    @property
    def data(self) -> dict[str, bytes]:
        """The files under `data/`."""
        return {path: raw for path, raw in self.files.items() if path.startswith("data/")}

    @property
    def leads(self) -> dict[str, str]:
        """The new address of each old one; the feed of a page moves with it."""
        feeds = {urls.feed(old): urls.feed(new) for old, new in self.redirects.items()}
        moved_feeds = {old: new for old, new in feeds.items() if new in (self.site_addresses or ())}
        return {**self.redirects, **moved_feeds}

    @property
    def addresses(self) -> frozenset[str]:
        """Every address that works, directly or by redirect."""
        return (self.site_addresses or frozenset()) | self.leads.keys()


@dataclass(frozen=True)
class Difference:
    """The changes by meaning, and the new and removed addresses.

    `gone` maps each removed address to its new one, or None, and so it does those that lead on to
    another address than before. `addresses_known` is False if the
    addresses of a state are unknown.
    """

    comparison: Comparison
    new: tuple[str, ...]
    gone: Mapping[str, str | None]
    unknown: tuple[str, ...]
    names: Mapping[str, str]
    addresses_known: bool = True

    @property
    def lost(self) -> tuple[str, ...]:
        """The removed addresses without a new one, except the feeds of removed pages.

        Nobody can lead a feed on: it goes on at its page's new address, if that has one.
        """
        feeds = {urls.feed(address) for address in self.gone}
        return tuple(
            address
            for address, target in self.gone.items()
            if target is None and address not in feeds
        )


def snapshot(root: Path, where: str | None, addresses: Addresses) -> Snapshot:
    """Return the state of a revision or a folder, or the project's own as it is now.

    Raises GitError if there is no such revision, or no git.
    """
    folder = root if where is None else Path(where)
    if where is None or (folder / "data").is_dir():
        files = {path: (folder / path).read_bytes() for path in project_files(folder)}
        return _snapshot(files, addresses)
    blobs = git.files(root, git.resolve(root, where), *CONTENT_FOLDERS)
    with Contents(root) as contents:
        files = {path: contents.read(blob) for path, blob in blobs.items()}
    return _snapshot(files, addresses)


def _snapshot(files: dict[str, bytes], addresses: Addresses) -> Snapshot:
    with TemporaryDirectory(prefix="roadmap-") as name:
        root = Path(name)
        for path, raw in files.items():
            # A path stored in git may be anything: write nothing outside data/ in the folder.
            if path.startswith("data/") and ".." not in path.split("/"):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(raw)
        reading = read(root)
        # Any date is allowed: a date in the future does not affect addresses.
        faults = [problem for problem in check(reading, date.max) if problem.severity == "error"]
    site_addresses: frozenset[str] | None = None
    if reading.dataset:
        try:
            site_addresses = addresses(reading.dataset, [*files])
        except KeyError:
            # A reference to something that does not exist makes no page.
            if not faults:
                raise
    redirects: Mapping[str, str] = {}
    if REDIRECTS in files and site_addresses is not None:
        try:
            redirects = parse_redirects(files[REDIRECTS], site_addresses)
        except DataError as error:
            faults.extend(error.problems)
    return Snapshot(files, reading.dataset, tuple(sorted(faults)), site_addresses, redirects)


def difference(before: Snapshot, after: Snapshot) -> Difference:
    """Return the difference between two states."""
    comparison = compare(before.data, after.data)
    unknown = [
        f"{path} går inte att läsa i den {version} versionen; vad som ändrats i den är inte känt."
        for version, paths in (
            ("tidigare", comparison.unreadable_before),
            ("senare", comparison.unreadable_after),
        )
        for path in paths
    ]
    unknown += [*_faults("tidigare", before), *_faults("senare", after)]
    new: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    if before.site_addresses is not None and after.site_addresses is not None:
        new = after.site_addresses - before.site_addresses
        gone = before.addresses - after.site_addresses
        # What led on before, and leads to the same now, is as it was.
        gone -= {old for old, new in before.leads.items() if after.leads.get(old) == new}
    return Difference(
        comparison=comparison,
        new=tuple(sorted(new)),
        gone={address: after.leads.get(address) for address in sorted(gone)},
        unknown=tuple(unknown),
        names=change_words.names(after.dataset),
        addresses_known=None not in (before.site_addresses, after.site_addresses),
    )


def _faults(version: _Version, state: Snapshot) -> Iterator[str]:
    """Yield what the errors of a state mean for what is told of it, and what to do about them."""
    if not state.faults:
        return
    count = counted(len(state.faults), "fel", "fel")
    if state.site_addresses is None:
        meaning = "så dess adresser är inte kända"
    else:
        meaning = "så det som inte går att läsa där saknas bland adresserna"
    rules, way_out = _OF_FAULTS[version]
    first = f"{'Felet' if len(state.faults) == 1 else 'Det första felet'}: {state.faults[0]}"
    yield f"Den {version} versionen har {count}{rules}, {meaning}. {way_out} {first}"


def tell(difference: Difference, form: Format, *, only_addresses: bool = False) -> str:
    """Return the difference in Swedish, as plain text or as Markdown for a pull request."""
    blocks = [] if only_addresses else [_changes(difference, form)]
    if difference.addresses_known:
        blocks.append(_addresses(difference, form))
    unknown = [f"- {_escaped(line)}" if form == "markdown" else line for line in difference.unknown]
    blocks.append("\n".join(unknown))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _changes(difference: Difference, form: Format) -> str:
    places_and_kinds = [
        (change_words.place(change, difference.names), change_words.kind(change), change)
        for change in difference.comparison.changes
    ]
    if not places_and_kinds:
        return "Inget i data/ har ändrats till sin innebörd."
    if form == "text":
        lines = []
        for place, kind, change in places_and_kinds:
            words = _marked(change, difference.names, form)
            lines.append(f"{place}: {kind}" + (f"\n    {words}" if words else ""))
        return "\n".join(lines)
    rows = [
        f"| {_escaped(place)} | {kind} | {_marked(change, difference.names, form)} |"
        for place, kind, change in places_and_kinds
    ]
    return "\n".join(["| Var | Vad | Ord |", "|---|---|---|", *rows])


def _addresses(difference: Difference, form: Format) -> str:
    quote = "`" if form == "markdown" else ""
    lines = [f"Ny adress: {quote}{address or './'}{quote}" for address in difference.new]
    for address, target in difference.gone.items():
        outcome = f"leder nu till {quote}{target}{quote}" if target else "finns inte längre"
        lines.append(f"Borttagen adress: {quote}{address or './'}{quote} {outcome}")
    mark = "- " if form == "markdown" else ""
    return (
        "\n".join(f"{mark}{line}" for line in lines)
        or "Inga adresser har tillkommit eller försvunnit."
    )


def _marked(change: Change, names: change_words.Names, form: Format) -> str:
    diff_pieces = excerpt(pieces(*change_words.said(change, names)))
    if form == "text":
        marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
        return " ".join(marks[piece.kind].format(piece.text) for piece in diff_pieces)
    marks = {"same": "{}", "removed": "~~{}~~", "added": "**{}**"}
    return " ".join(marks[piece.kind].format(_escaped(piece.text)) for piece in diff_pieces)


def _escaped(text: str) -> str:
    """Return a text that Markdown shows unchanged. @ would notify a user of that name."""
    plain = re.sub(r"([\\`*_~|\[\]])", r"\\\1", text)
    return html.escape(plain, quote=False).replace("@", "&#64;")
