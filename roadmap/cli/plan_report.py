"""What `import plan` says of a document: what it found, what is unsure or left, what to do next."""

from collections.abc import Iterator, Sequence

from roadmap.cli.import_report import titled, to_do
from roadmap.datafiles.area_files import AreaFiles
from roadmap.importing.plan.reading import PlanAccount
from roadmap.model import GoalArea, Terms, Unplaced
from roadmap.model.codes import PLACEHOLDER
from roadmap.model.dataset import PLAN
from roadmap.model.fields import Pages
from roadmap.text.swedish import capitalised, counted, listing

_MOST_AREAS = 12
_LONGEST = 60  # characters of a text


def report(
    terms: Terms, files: Sequence[AreaFiles], account: PlanAccount, gone: Sequence[str]
) -> str:
    """Return the lines that an editor needs, in the order that they are needed in.

    `gone` are the files that the new ones took the place of.
    """
    return "\n".join(_lines(terms, files, account, gone))


def _lines(
    terms: Terms, files: Sequence[AreaFiles], account: PlanAccount, gone: Sequence[str]
) -> Iterator[str]:
    areas = account.areas
    own = [area for area in areas if not _is_left(area.strategies[0].title) or area.milestones]
    counts = [
        terms.goal_area.counted(len(areas)),
        terms.milestone.counted(sum(len(area.milestones) for area in areas)),
        terms.strategy.counted(sum(_strategies(area) for area in own)),
    ]
    yield f"Planen är inläst: {listing(counts)}."
    found = [
        f"{file.path}: {_named(area)} ({_content(terms, area)})"
        for file, area in zip(files, areas, strict=True)
    ]
    yield from titled("Skrivet:", found, _MOST_AREAS)
    yield from titled(
        f"Osäkert (står under unsure i {terms.goal_area.the_one}s fil):", account.unsure
    )
    own_texts = [
        f"{_beginning(area.text, area.pages)} ({file.path})"
        for file, area in zip(files, areas, strict=True)
        if area.text
    ]
    yield from titled(
        f"{capitalised(terms.goal_area.the_many)}s egna texter. Stämmer det?",
        own_texts,
        _MOST_AREAS,
    )
    sections = [
        f"{one.heading}: {_beginning(one.text, one.pages)}" if one.text else one.heading
        for one in account.sections
    ]
    told = f"Planens övriga avsnitt (står under sections i {PLAN}). Stämmer det?"
    yield from titled(told, sections, len(sections))
    texts = [
        *(
            _kept(item, file.path)
            for file, area in zip(files, areas, strict=True)
            for item in area.unplaced
        ),
        *(_kept(item, PLAN) for item in account.unplaced),
    ]
    yield from titled("Inte placerat (står under unplaced):", texts)
    yield from titled("Ersatt:", gone, len(gone))
    yield from titled("Ur dokumentet. Stämmer det?", account.told, len(account.told))
    yield from to_do(_steps(account))


def _strategies(area: GoalArea) -> int:
    return sum(
        not _is_left(strategy.title) or not _is_left(strategy.text) for strategy in area.strategies
    )


def _named(area: GoalArea) -> str:
    return f"{area.shown_number or ''} {area.title}".strip()


def _content(terms: Terms, area: GoalArea) -> str:
    counts = {"milestone": len(area.milestones), "strategy": _strategies(area)}
    groups = [counted(len(area.groups), "grupp", "grupper", neuter=False)] if area.groups else []
    return listing(
        [*groups, *(getattr(terms, name).counted(count) for name, count in counts.items())]
    )


def _is_left(text: str) -> bool:
    return PLACEHOLDER in text


def _kept(item: Unplaced, file: str) -> str:
    return f"{_beginning(item.text, item.pages)} – {item.reason} ({file})"


def _beginning(text: str, pages: Pages | None) -> str:
    page = f", sidan {pages.first}" if pages else ""
    words = " ".join(text.split())
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return f"”{short}”{page}"


def _steps(account: PlanAccount) -> Iterator[str]:
    left = [
        text
        for area in account.areas
        for text in (area.title, *(item.text for item in area.milestones))
        if _is_left(text)
    ]
    left += [
        text
        for area in account.areas
        for strategy in area.strategies
        for text in (strategy.title, strategy.text)
        if _is_left(text)
    ]
    if left:
        yield f"Skriv det som dokumentet inte har, där det står {PLACEHOLDER}."
    if account.unsure:
        yield "Jämför det som är osäkert med dokumentet, och ta bort raderna under unsure."
    count = len(account.unplaced) + sum(len(area.unplaced) for area in account.areas)
    if count:
        pieces = counted(count, "text", "texter", neuter=False)
        theirs = "den hör, och ta bort posten" if count == 1 else "de hör, och ta bort posterna"
        more = "Det som inte ska stå på webbplatsen tar du bort."
        yield f"Flytta {pieces} under unplaced dit {theirs}. {more}"
