"""What `repair` says to an officer, on one screen: what a program did, and what is left to do."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from roadmap.cli.import_report import titled, to_do
from roadmap.importing.repair.engine import Repair
from roadmap.importing.repair.responses import Change
from roadmap.text.swedish import counted, listing

Place = tuple[int, int]


def report(name: str, changes: Sequence[Change], places: Sequence[Place], every: bool) -> str:
    """Return the lines that an officer needs; with `every`, first each word and its place."""
    return "\n".join(_lines(name, changes, places, every))


def _lines(
    name: str, changes: Sequence[Change], places: Sequence[Place], every: bool
) -> Iterator[str]:
    kinds: dict[tuple[bool, str], list[tuple[Repair, int]]] = defaultdict(list)
    for change, (line, column) in zip(changes, places, strict=True):
        words, sure = _words(change.repair), change.repair.sure
        kinds[sure, words].append((change.repair, line))
        if every:
            yield f"{name}:{line}:{column}: {words} ({'säker' if sure else 'osäker'})."
    count = sum(change.repair.before != change.repair.after for change in changes)
    yield f"{name}: {counted(count, 'ord är rättat', 'ord är rättade')} av ett program."
    yield (
        "Dokumentet ser felinläst ut: många ord blir svenska först med å, ä eller ö. "
        "Programmet har valt det troligaste ordet, och ingen människa har prövat det."
    )
    groups = sorted(kinds.items(), key=lambda item: -len(item[1]))
    certain = [_kind(words, found) for (sure, words), found in groups if sure]
    doubted = [_kind(words, found) for (sure, words), found in groups if not sure]
    yield from titled(f"Säkra, {_kinds(certain)}:", certain)
    yield from titled(f"Osäkra, {_kinds(doubted)}, står under doubts sist i filen:", doubted)
    yield from to_do(_steps(name, sum(not change.repair.sure for change in changes)))


def _steps(name: str, unsure: int) -> Iterator[str]:
    yield f"Läs varje ändrat ord. Var filen sparad i git visas de av git diff {name}"
    if unsure:
        readings = counted(unsure, "osäker läsning", "osäkra läsningar", neuter=False)
        yield f"Pröva {readings} mot dokumentet, rätta i texten och ta bort posterna under doubts."


def _kinds(lines: Sequence[str]) -> str:
    return f"{len(lines)} slag, de vanligaste först" if len(lines) > 1 else "ett slag"


def _words(repair: Repair) -> str:
    if repair.before == repair.after:
        return f"{repair.before} står kvar"
    return f"{repair.before} → {repair.after}"


def _kind(words: str, found: Sequence[tuple[Repair, int]]) -> str:
    repair, line = found[0]
    where = f"rad {line}" if len(found) == 1 else f"{len(found)} ställen, först rad {line}"
    may_be = f" Kan också vara {listing(repair.rivals, 'eller')}." if repair.rivals else ""
    return f"{words}, {where}.{'' if repair.sure else may_be}"
