"""The meaning of a data file as a tree, described by the model.

The model gives the Swedish titles, and the field that identifies a record in a list. Wrapping,
quoting, key order and fields that only repeat a default are not in the tree. Fields that the model
no longer has are under their own names, so that data of an earlier model can be compared with
today's.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from roadmap.datafiles.problems import DataError
from roadmap.datafiles.records import model_at
from roadmap.datafiles.series import parse_figures
from roadmap.datafiles.yaml_reader import parse
from roadmap.model import GoalArea, Outcome, Plan, Record, Response, Settings, Terms, fields_of
from roadmap.model.codes import PLACEHOLDER
from roadmap.model.history import Step, joint_key
from roadmap.model.numbered import has_words, number_in_id
from roadmap.model.translations import Translations
from roadmap.presenters.change_words import RECORD_WORDS
from roadmap.presenters.grammar import decimal, listing, ngettext_in_words
from roadmap.presenters.messages import (
    _,
    current_voice,
    field_text,
    language,
    language_name,
    other_languages,
    said,
)
from roadmap.presenters.wording import of_source, quoted
from roadmap.text.foreign import unmarked
from roadmap.text.source_text import blocks, written
from roadmap.text.swedish import beginning, composed, sort_key

# A longer text is not a name.
_MAX_NAME = 80
# Lists whose order on the page does not follow from the file.
_UNORDERED = {"comments", "unanswered"}
# Lists whose records are identified by ids of the plan, whose numbers are in other files.
_ABOUT_THE_PLAN = {"comments", "area_headings"}
_COUNTED: Mapping[str, Callable[[int], str]] = {
    "milestones": lambda count: ngettext_in_words(
        "%(a_milestone)s", "%(num)s %(milestones)s", count
    ),
    "strategies": lambda count: ngettext_in_words(
        "%(a_strategy)s", "%(num)s %(strategies)s", count
    ),
    "sections": lambda count: ngettext_in_words("ett avsnitt", "%(num)s avsnitt", count),
    "comments": lambda count: ngettext_in_words("%(a_comment)s", "%(num)s %(comments)s", count),
    "texts": lambda count: ngettext_in_words("en text", "%(num)s texter", count),
}


@dataclass(frozen=True)
class Node:
    """A value, a record or a list in the tree.

    `value` is the text of a leaf, or the summary of a record if it has one. `alias` identifies a
    record whose key has changed. A list adds no step to a place.
    """

    key: str
    title: Step
    value: str | None = None
    children: tuple["Node", ...] = ()
    alias: str | None = None
    is_list: bool = False
    ordered: bool = False


# A file changed by a commit is read twice: as the result of that commit, and as the start of the
# next.
def read_file(path: str, raw: bytes, *, summed: bool = False) -> tuple[str, Node] | None:
    """Return the folder and the tree of one file, or None if it cannot be read.

    If it is `summed`, the tree has no children: only what sums up the whole file.
    """
    return _read_file(path, raw, current_voice(), summed)


@lru_cache(maxsize=256)
def _read_file(path: str, raw: bytes, voice: str, summed: bool) -> tuple[str, Node] | None:
    path = composed(path)
    parts = PurePosixPath(path)
    folder = parts.parts[1] if len(parts.parts) > 2 else ""
    try:
        if folder == "sources":
            name = path.removeprefix("data/sources/")
            return folder, Node(
                name, Step(_("Källfil %(name)s", name=name)), hashlib.sha256(raw).hexdigest()
            )
        if folder == "series":
            return folder, _series(path, raw, parts.stem)
        data = parse(path, raw).data
    except DataError:
        return None
    data = data if isinstance(data, dict) else {}
    told: dict[str, Any] = {} if summed else data
    match folder, parts.name:
        case "goal-areas", _:
            key = str(data.get("id") or parts.stem)
            number = str(data.get("number") or number_in_id(key) or "")
            words = of_source(str(data.get("title") or ""))
            # "Mål 3" says itself what it is a number of.
            named = (
                f"{of_source(number)} {words}"
                if has_words(number)
                else _("%(Goal_area)s %(number)s %(title)s", number=number, title=words)
            )
            step = Step(" ".join(named.split()))
            return folder, _record(key, step, told, GoalArea, value=_counts(data))
        case "responses", _:
            name = " ".join(str(data.get("name") or "").split())
            title = Step(of_source(name) or parts.stem)
            node = _record(parts.stem, title, told, Response, value=_counts(data))
            return folder, replace(node, alias=name or None)
        case "", "plan.yml":
            return "plan", _record("plan", Step(_("Om planen")), told, Plan, value="")
        case "", "settings.yml":
            title = Step(_("Om webbplatsen"))
            return "settings", _record("settings", title, told, Settings, value="")
        case "", "terms.yml":
            return "terms", _record("terms", Step(_("Webbplatsens ord")), told, Terms, value="")
        case "", "redirects.yml":
            # Each address is told: the file as a whole says nothing.
            title = Step(_("Adress som har flyttat"))
            return "redirects", _record("redirects", title, told, None)
        case "translations", _ if parts.parts[2] in other_languages():
            into = language_name(parts.parts[2], language())
            return folder, _translations(path, data, into, summed=summed)
        case _:
            title = Step(_("Sökord") if folder == "search" else path.removeprefix("data/"))
            key = "/".join((*parts.parts[2:-1], parts.stem))  # in a folder of a language
            node = _record(key, title, told, None, value="")
            if folder == "search" and key == parts.stem:
                children = (_word_of_source(child) for child in node.children)
                node = replace(node, children=tuple(children))
            return folder or parts.name, node


def _word_of_source(node: Node) -> Node:
    return replace(node, title=Step(of_source(node.title.text)))


def _translations(path: str, data: Mapping[str, Any], into: str, *, summed: bool) -> Node:
    """Return the tree of a file of translations into a language. Those left to write are none."""
    if path.endswith("/terms.yml"):
        title = Step(_("Webbplatsens ord på %(language)s", language=into))
        return _record(path, title, {} if summed else data, Terms, value="")
    texts = data.get("texts")
    done = [
        one
        for one in (texts if isinstance(texts, list) else ())
        if isinstance(one, dict) and not str(one.get("text") or "").startswith(PLACEHOLDER)
    ]
    title = Step(_("Översättningar till %(language)s", language=into))
    told = {} if summed else {**data, "texts": done}
    node = _record(path, title, told, Translations, value=_counts({"texts": done}))
    children = (
        replace(
            child,
            ordered=False,
            children=tuple(
                replace(one, title=Step(_("Översättningen av %(of)s", of=one.key)))
                for one in child.children
            ),
        )
        if child.key == "texts"
        else child
        for child in node.children
    )
    return replace(node, children=tuple(children))


def _series(path: str, raw: bytes, milestone: str) -> Node:
    rows = tuple(
        Node(
            f"{figure.period.written} {figure.word}",
            Step(f"{figure.period.written}, {figure.word}"),
            (figure.mark or "–") if figure.value is None else decimal(figure.value.normalize()),
        )
        for figure in parse_figures(path, raw).figures
    )
    return Node(milestone, Step(_("Siffror till %(milestone)s"), (milestone,)), "", rows)


def _counts(data: Mapping[str, Any]) -> str:
    """Return a summary of a file: "24 synpunkter och 7 avsnitt"."""
    return listing(
        [
            counted(len(data[name]))
            for name, counted in _COUNTED.items()
            if isinstance(data.get(name), list) and data[name]
        ]
    )


def _record(
    key: str,
    title: Step,
    data: Mapping[str, Any],
    model: type[Record] | None,
    *,
    value: str | None = None,
    known_by: str | None = None,
) -> Node:
    fields = list(fields_of(model)) if model else []
    order = {name: nth for nth, name in enumerate(fields)}
    children = []
    for name in sorted(data, key=lambda name: (order.get(name, len(order)), name)):
        if name == known_by:
            continue
        child = _value(name, data[name], model)
        if child:
            children.append(child)
    return Node(key, title, value, tuple(children))


def _value(name: str, value: Any, model: type[Record] | None) -> Node | None:
    """Return the node of a field, or None if the field is empty or has its default."""
    info = fields_of(model).get(name) if model else None
    title = Step(said(field_text(info.title)) if info and info.title else name)
    part = model_at(model, (name,)) if model and info else None
    if isinstance(value, dict):
        summary = value.get("value") if part is Outcome else _summary(value)
        return _record(name, title, value, part, value=summary) if value else None
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            return _list(name, title, value, part)
        words = [_canonical(str(item)) for item in value]
        words = sorted(words, key=sort_key) if name in _UNORDERED else words
        return Node(name, title, ", ".join(words)) if words else None
    text = _canonical(str(value)) if value is not None else ""
    default = str(info.default).casefold() if info and isinstance(info.default, bool) else None
    return Node(name, title, text) if text and text != default else None


def _list(name: str, title: Step, items: list[Any], model: type[Record] | None) -> Node:
    """Return a list of records. A record is identified by its first required field."""
    required = (
        [field for field, info in fields_of(model).items() if info.is_required()] if model else []
    )
    known_by = required[0] if required else "id"
    node_by_key: dict[str, Node] = {}
    for nth, item in enumerate(items, start=1):
        data = item if isinstance(item, dict) else {known_by: str(item)}
        value = data.get(known_by)
        words = [*map(str, value)] if isinstance(value, list) else [str(value or nth)]
        key = base = joint_key(words)
        repeat = 2
        while key in node_by_key:
            key, repeat = f"{base}#{repeat}", repeat + 1
        step = Step(RECORD_WORDS.get(name, title.text), tuple(base.split("+")))
        if name not in _ABOUT_THE_PLAN:
            label = data.get("heading" if name == "sections" else "name")
            if name == "corrections":  # is known by its words, but said where it is
                shown_name = _on_page(data.get("pages"))
            else:
                shown_name = of_source(str(label)) if label else _called(base, data)
            is_short = len(unmarked(shown_name)) < _MAX_NAME
            step = Step(f"{step.text} {shown_name if is_short else ''}".strip())
        node = _record(key, step, data, model, value=_summary(data), known_by=known_by)
        node_by_key[key] = replace(node, alias=node.value)
    return Node(
        name, title, None, tuple(node_by_key.values()), is_list=True, ordered=name not in _UNORDERED
    )


def _summary(data: Mapping[str, Any]) -> str | None:
    """Return the words that summarise a record, if it has any."""
    words = next((data[name] for name in ("text", "name") if isinstance(data.get(name), str)), None)
    return _canonical(words) if words else None


def _canonical(text: str) -> str:
    """Return a text in canonical form: one line per paragraph, item and row of a table."""
    return "\n".join(line for block in blocks(text) for line in written(block))


def _on_page(pages: Any) -> str:
    """Return where in the document, "på sida 3"; nothing of one that has no pages."""
    return _("på sida %(pages)s", pages=pages) if pages else ""


def _called(key: str, data: Mapping[str, Any]) -> str:
    """Return the number that a record says it has or that follows from its id, else its title.

    A milestone has no title, but a text; other records may have neither.
    """
    number = data.get("number") or number_in_id(key)
    title = data.get("title") or _summary(data)
    return str(number or (quoted(beginning(title, _MAX_NAME - 5)) if title else key))
