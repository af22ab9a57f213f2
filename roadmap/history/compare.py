"""Compare two states of the data by meaning, down to the words."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from roadmap.history.tree import Node, read_file
from roadmap.model.dataset import REDIRECTS
from roadmap.model.history import Change, Path, Place, Step
from roadmap.text.foreign import unmarked

_Files = dict[str, tuple[str, Node] | None]


@dataclass(frozen=True)
class Comparison:
    """The differences, and the files that could not be read in the earlier or the later state.

    The content of those files is not compared.
    """

    changes: tuple[Change, ...]
    unreadable_before: tuple[str, ...] = ()
    unreadable_after: tuple[str, ...] = ()


def compare(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Comparison:
    """Return every difference in meaning between two states, in the order of files and fields.

    A state maps the paths of its files, relative to the root ("data/…"), to their bytes. Of files
    under `data/sources/` only equality counts. A response whose page leads on to that of a new one,
    says the later state, is the same under another name.
    """
    # Of files that have nothing to be compared with, only what sums them up is told.
    summed = not (before and after)
    old = {path: read_file(path, raw, summed=summed) for path, raw in before.items()}
    new = {path: read_file(path, raw, summed=summed) for path, raw in after.items()}
    faulty_old = tuple(sorted(path for path, node in old.items() if node is None))
    faulty_new = tuple(sorted(path for path, node in new.items() if node is None))
    faulty = {*faulty_old, *faulty_new}
    file_of: dict[Path, str] = {
        (parsed[0], parsed[1].key): path
        for files in (old, new)
        for path, parsed in files.items()
        if parsed
    }
    _recognise_led_on(old, new)
    changes_found = _differences(_root(old, faulty), _root(new, faulty), (), ())
    changes = tuple(replace(change, file=file_of[change.path[:2]]) for change in changes_found)
    return Comparison(changes, faulty_old, faulty_new)


def _recognise_led_on(old: _Files, new: _Files) -> None:
    """Give a response whose page leads on to that of another the same alias as that one."""
    redirects = new.get(REDIRECTS)
    for redirect in redirects[1].children if redirects else ():
        for files, address in ((old, redirect.key), (new, redirect.value or "")):
            for path, parsed in files.items():
                if parsed and parsed[0] == "responses":
                    folder, node = parsed
                    if node.key == PurePosixPath(address).name:
                        files[path] = folder, replace(node, alias=redirect.value)


def _root(files: _Files, excluded: Set[str]) -> Node:
    folders: dict[str, list[Node]] = {}
    for path in sorted(files.keys() - excluded):
        if parsed := files[path]:
            folders.setdefault(parsed[0], []).append(parsed[1])
    title = Step("")
    children = [
        Node(name, title, None, tuple(files), is_list=True) for name, files in folders.items()
    ]
    return Node("", title, None, tuple(children), is_list=True)


def _differences(before: Node, after: Node, path: Path, place: Place) -> Iterator[Change]:
    """Yield the differences between two nodes that exist in both states."""
    if not before.children and not after.children:
        if before.value != after.value:
            yield Change("changed", path, place, before.value, after.value)
        return
    if before.is_list != after.is_list or not (
        before.is_list or (before.children and after.children)
    ):
        yield from _whole("removed", before, path, place)
        yield from _whole("added", after, path, place)
        return
    pairs = _pairs(before.children, after.children)
    common = [key for key in _keys(before) if key in _keys(after)]
    if after.ordered and common != [key for key in _keys(after) if key in _keys(before)]:
        yield Change("moved", path, (*place, after.title))
    for old, new in pairs:
        node = new or old
        assert node
        below = (*path, node.key)
        named = _named(place, node)
        if old and new:
            changes = _differences(old, new, below, named)
            if old.key != new.key:
                renamed = _renamed(old, new, path, named)
                yield renamed
                words = (renamed.before, renamed.after)
                changes = (one for one in changes if (one.before, one.after) != words)
            yield from changes
        else:
            yield from _whole("added" if new else "removed", node, below, named)


def _whole(
    kind: Literal["added", "removed"], node: Node, path: Path, place: Place
) -> Iterator[Change]:
    """Yield the changes of a node in one state only: a single one if the node has a summary."""
    if node.value is not None or not node.children:
        removed = kind == "removed"
        before, after = (node.value, None) if removed else (None, node.value)
        yield Change(kind, path, place, before, after)
        return
    for child in node.children:
        yield from _whole(kind, child, (*path, child.key), _named(place, child))


def _named(place: Place, node: Node) -> Place:
    """Return the place of a node. A list or a repeated title adds no step."""
    return place if node.is_list or place[-1:] == (node.title,) else (*place, node.title)


def _renamed(old: Node, new: Node, path: Path, place: Place) -> Change:
    same = old.title.text == new.title.text
    names = (old.key, new.key) if same else (unmarked(old.title.text), unmarked(new.title.text))
    return Change("renamed", (*path, new.key), place, *names, was=(*path, old.key))


def _keys(node: Node) -> dict[str, None]:
    return dict.fromkeys(child.key for child in node.children)


def _pairs(before: Sequence[Node], after: Sequence[Node]) -> list[tuple[Node | None, Node | None]]:
    """Pair nodes by key, and the rest by alias, in the order of the later ones."""
    old = {node.key: node for node in before}
    new = {node.key: node for node in after}
    unpaired = [node for node in before if node.key not in new]
    pairs: list[tuple[Node | None, Node | None]] = []
    for node in after:
        partner = old.get(node.key)
        if partner is None and node.alias:
            partner = next((other for other in unpaired if other.alias == node.alias), None)
            if partner:
                unpaired.remove(partner)
        pairs.append((partner, node))
    return [*pairs, *((node, None) for node in unpaired)]
