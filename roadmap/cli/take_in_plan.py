"""The verb `import plan`: the document of a plan becomes the goal areas of the project."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from roadmap.cli.plan_report import report
from roadmap.cli.reading import Progress, shown
from roadmap.datafiles.area_files import (
    AREAS,
    AreaFiles,
    area_files,
    area_page,
    area_pages,
    is_empty,
    page_in_language,
)
from roadmap.datafiles.files import bytes_of, files_in, has_text, write_all
from roadmap.datafiles.formatter import rewritten
from roadmap.datafiles.problems import DataError
from roadmap.datafiles.records import read_record
from roadmap.datafiles.yaml_reader import parse
from roadmap.importing.guarded import guarded
from roadmap.importing.lines import UnreadableError
from roadmap.importing.plan.reading import PlanAccount, read_plan
from roadmap.model import GoalArea, Plan, Record, RecordT, Reference, Settings, Terms
from roadmap.model.dataset import PLAN, SETTINGS, TERMS
from roadmap.presenters.address_names import named
from roadmap.text.swedish import counted, listing

_LISTED = 3  # files


def import_plan(options: argparse.Namespace, root: Path) -> int:
    """Write the goal areas of a document, and their pages; report what is unsure and left.

    Goal areas that somebody has written are replaced only if asked for. Raises DataError if the
    plan's own file has a fault.
    """
    plan = _read(root, PLAN, Plan)
    settings = _read(root, SETTINGS, Settings) if (root / SETTINGS).exists() else Settings()
    terms = _read(root, TERMS, Terms) if (root / TERMS).exists() else Terms()
    before = [path.relative_to(root).as_posix() for path in files_in(root / AREAS, ".yml")]
    written = [name for name in before if not _is_empty(root, name)]
    fields = [name for name in ("sections", "unplaced") if getattr(plan, name)]
    if (written or fields) and not options.replace:
        return _refused(_already_there(written, fields))
    limits = settings.import_limits
    try:
        account = guarded(
            read_plan, plan.title, terms, options.file, limits=limits, progress=Progress()
        )
    except UnreadableError as error:
        return _refused(f"{shown(options.file)}: {error}")
    note = f"Inläst ur {shown(Path(options.file.name))}. Granska mot dokumentet."
    areas = [area.altered(note=note) for area in account.areas]
    languages = settings.languages[1:]
    with named(terms):
        files = [*area_files(areas)]
        write_all(root, _texts(root, files, account, languages))
        print(report(terms, files, account, _removed(root, before, files, languages)))
    return 0


def _read(root: Path, name: str, model: type[RecordT]) -> RecordT:
    """Return the record of a file. Raises DataError."""
    record, problems = read_record(parse(name, bytes_of(root / name, name)), model)
    if record is None or problems:
        raise DataError(problems)
    return record


def _is_empty(root: Path, name: str) -> bool:
    """Whether a goal area is as a new site begins with it."""
    try:
        return is_empty(_read(root, name, GoalArea))
    except DataError:
        return False


def _already_there(names: Sequence[str], fields: Sequence[str]) -> str:
    rest = len(names) - _LISTED
    more = [counted(rest, "fil", "filer", neuter=False) + " till"] if rest > 0 else []
    files = listing([*names[:_LISTED], *more]) or f"{PLAN} ({listing(fields)})"
    return (
        f"Planen är redan inläst eller skriven: {files}. Inget är skrivet. Lägg till --replace om "
        "allt det ska ersättas. Spara i git först, så att det går att få tillbaka."
    )


def _texts(
    root: Path, files: Sequence[AreaFiles], account: PlanAccount, languages: Sequence[str]
) -> Iterator[tuple[str, list[bytes]]]:
    """Yield what to write. A page that somebody has changed is left as it is."""

    def with_document(record: Record) -> Record:
        assert isinstance(record, Plan)
        title = account.title or record.title
        return record.altered(
            title=title,
            document=record.document or Reference(title=title),
            sections=account.sections,
            unplaced=account.unplaced,
        )

    raw = (root / PLAN).read_bytes()
    yield PLAN, [rewritten(PLAN, raw, with_document).encode()]
    for file in files:
        yield file.path, [file.text.encode()]
        for name in (file.page_path, *map(file.page_in, languages)):
            if not (root / name).exists() or _is_unchanged(root / name):
                yield name, [file.page.encode()]


def _removed(
    root: Path, before: Sequence[str], files: Sequence[AreaFiles], languages: Sequence[str]
) -> list[str]:
    """Remove the goal areas that were there before, and their pages; return which files."""
    kept = {file.path for file in files}
    pages = {name for file in files for name in (file.page_path, *map(file.page_in, languages))}
    own = area_pages()
    folders = (own, *(page_in_language(own, language) for language in languages))
    gone = [name for name in before if name not in kept]
    gone += [
        name
        for folder in folders
        for path in files_in(root / folder, ".md")
        if (name := path.relative_to(root).as_posix()) not in pages and _is_unchanged(path)
    ]
    for name in gone:
        (root / name).unlink()
    return gone


def _is_unchanged(page: Path) -> bool:
    """Whether the page of a goal area is as a program wrote it."""
    text = page.read_text("utf-8", errors="replace")
    ids = {word.strip('"') for word in text.split('("')[1:2] for word in word.split('")')[:1]}
    return any(has_text(page, area_page(area_id)) for area_id in ids)


def _refused(message: str) -> int:
    print(f"roadmap import plan: {message}", file=sys.stderr)
    return 1
