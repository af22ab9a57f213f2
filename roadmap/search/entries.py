"""What a search can find: the site, the plan and the answers as a flat list of texts."""

import re
from collections.abc import Iterable, Iterator

from roadmap.model import (
    Comment,
    Footnote,
    GoalArea,
    Judgement,
    Milestone,
    PositionValue,
    Section,
    Strategy,
)
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.messages import _
from roadmap.presenters.transcript import home
from roadmap.search.site_entries import comment_place, site_units
from roadmap.search.unit import Unit
from roadmap.search.word_forms import number_key, word_list
from roadmap.text import source_text
from roadmap.text.foreign import has_foreign, unmarked, without_foreign
from roadmap.text.tables import Cell, Table

_REFERENCE = re.compile(r"\[\^[1-9]\d*\]")
_CELLS = " | "  # between those of a table's row

_Text = Section | Comment | Footnote
# Bodies and their texts: two lists take a third of the memory of a list of pairs.
_GroupTexts = tuple[list[Body], list[_Text]]


def units(dataset: Dataset) -> Iterator[Unit]:
    """Yield every unit: first the site's, the texts of one group together, and the bodies last.

    They are created one at a time: the texts of thousands of responses need much memory. In another
    language than the source's they are those that are translated, at their places in its tree.
    """
    found = _units(dataset)
    yield from filter(None, map(_translated, found)) if dataset.original else found


def _units(dataset: Dataset) -> Iterator[Unit]:
    yield from site_units(dataset)
    yield from _sections_of_plan(dataset)
    texts_by_group: dict[str, _GroupTexts] = {
        strategy.id: ([], []) for strategy in dataset.strategies
    }
    for body in dataset.received:
        for group, text in _texts(dataset, body):
            bodies, texts = texts_by_group.setdefault(group, ([], []))
            bodies.append(body)
            texts.append(text)
    for goal_area in dataset.goal_areas:
        yield from _area(dataset, goal_area)
        for strategy in goal_area.strategies:
            yield _strategy(dataset, goal_area, strategy)
            yield from _group(dataset, strategy.id, goal_area.id, texts_by_group.pop(strategy.id))
    for group, group_texts in texts_by_group.items():
        yield from _group(dataset, group, None, group_texts)
    yield from map(_body, dataset.bodies)


def longest_number(dataset: Dataset) -> int:
    """Return of how many words the plan's numbers are at most: A.1 of two; 0 if all are as 1.1."""
    records = (*dataset.goal_areas, *dataset.milestones, *dataset.strategies)
    words = [word_list(record.shown_number or "") for record in records]
    return max(map(len, words)) if any(map(_has_letters, words)) else 0


def _has_letters(words: list[str]) -> bool:
    return len(words) > 1 or any(map(str.isalpha, words))


def _translated(unit: Unit) -> Unit | None:
    """Return a unit of a language's tree without words of another; None if nothing is left."""
    title, text = ("" if has_foreign(words) else words for words in (unit.title, unit.text))
    if unit.kind == "body":
        title = unmarked(unit.title)
    # What is not translated of the plan is found by its number all the same.
    numbered = unit.numbers and unit.kind != "comment"
    if not (title or text or numbered):
        return None
    told, speaker = map(unmarked, (unit.told, unit.speaker))
    return unit._replace(
        url=urls.from_root(unit.url),
        title=title,
        text=text,
        hidden=without_foreign(unit.hidden),
        told=told,
        speaker=speaker,
    )


def _told(dataset: Dataset, text: str) -> str:
    """Return a text of a document, or its translation; nothing if there is none that holds."""
    if dataset.original is None:
        return text
    found = dataset.translated.get(text)
    return "" if found is None or found.stale else found.text


def _sections_of_plan(dataset: Dataset) -> Iterator[Unit]:
    """Yield the page of the plan's sections, and each of them as a part of it."""
    sections, url = dataset.plan.sections, urls.PLAN
    if sections:
        about = _("Det här står i planen utanför %(the_goal_areas)s.")
        yield Unit(url, "page", url, None, _("Planens övriga avsnitt"), about)
    for section in sections:
        text = _plain(_told(dataset, section.text)) if section.text else ""
        yield Unit(url, "page", url, section.id, section.heading, text, told=_("Ur planen"))


def _area(dataset: Dataset, area: GoalArea) -> Iterator[Unit]:
    url = urls.goal_area(dataset, area)
    texts = [area.text, area.lead_milestones, area.lead_strategies]
    for group in area.groups:
        texts += [wording.heading_of(group), group.text]
    yield Unit(
        area.id,
        "area",
        url,
        None,
        area.title,
        "\n\n".join(_plain(told) for text in texts if text and (told := _told(dataset, text))),
        area=area.id,
        numbers=_numbers(area.shown_number, "", "m"),
        hidden=_("%(goal_area)s"),
    )
    for milestone in area.milestones:
        yield Unit(
            area.id,
            "milestone",
            url,
            urls.milestone_anchor(milestone),
            "",
            _told(dataset, milestone.text),
            area=area.id,
            numbers=_numbers(milestone.shown_number, "e"),
            hidden=" ".join((_("%(milestone)s"), *_title_of_group(dataset, milestone))),
        )


def _numbers(number: str | None, *kinds: str) -> tuple[str, ...]:
    """Return what finds a number, after the letter of each kind; nothing where there is none."""
    return tuple(f"{kind}{number_key(number)}" for kind in kinds) if number else ()


def _title_of_group(dataset: Dataset, record: Milestone | Strategy) -> Iterator[str]:
    """Yield the title of the group that a record stands in: it finds what is in it."""
    group = dataset.group_of(record)
    if group:
        yield group.title


def _strategy(dataset: Dataset, area: GoalArea, strategy: Strategy) -> Unit:
    return Unit(
        strategy.id,
        "strategy",
        urls.strategy(strategy),
        urls.strategy_anchor(strategy.id),
        strategy.title,
        _plain(_told(dataset, strategy.text)),
        area=area.id,
        numbers=_numbers(strategy.shown_number, ""),
        hidden=" ".join(_title_of_group(dataset, strategy)),
    )


def _body(body: Body) -> Unit:
    received = body.response.status == "received"
    return Unit(
        body.id,
        "body",
        urls.response(body) if received else urls.responses(),
        None,
        body.name,
        "",
        body=body.id,
        speaker=wording.speaker(body) if received and body.speaks_for_administration else "",
    )


def _texts(dataset: Dataset, body: Body) -> Iterator[tuple[str, _Text]]:
    """Yield the texts of a response, each with its group: only comments are translated."""
    sections, comments = body.response.sections, body.response.comments
    strategies = {strategy.id for strategy in dataset.strategies}
    for section in sections if dataset.original is None else ():
        # A section and a strategy may have the same word for an id.
        taken = section.id in strategies
        yield f"avsnitt-{section.id}" if taken else section.id, section
    for comment in comments:
        yield home(dataset, comment), comment
    for footnote in body.response.footnotes if dataset.original is None else ():
        referring = [
            comment for comment in comments if footnote.id in source_text.references(comment.text)
        ]
        if referring:
            yield home(dataset, referring[0]), footnote
        else:
            holders = [
                section.id
                for section in sections
                if footnote.id in source_text.references(section.text)
            ]
            yield (holders or ["bilaga"])[0], footnote


def _group(
    dataset: Dataset, group: str, area: str | None, group_texts: _GroupTexts
) -> Iterator[Unit]:
    for body, record in zip(*group_texts, strict=True):
        url = urls.response(body)
        if isinstance(record, Section):
            yield Unit(
                group,
                "section",
                url,
                record.id,
                record.heading,
                _plain(record.text),
                body=body.id,
                position=_position(record.judgement),
            )
        elif isinstance(record, Comment):
            yield Unit(
                group,
                "comment",
                *comment_place(dataset, body, record, group),
                "",
                _plain(_told(dataset, record.text)),
                body=body.id,
                area=area,
                position=_position(record.judgement),
                numbers=tuple(
                    number
                    for strategy_id in record.strategies
                    for number in _numbers(dataset.strategy(strategy_id).shown_number, "")
                ),
            )
        else:
            yield Unit(
                group,
                "footnote",
                url,
                urls.footnote_anchor(record.id),
                "",
                record.text,
                body=body.id,
                area=area,
            )


def _position(judgement: Judgement | None) -> PositionValue | None:
    return judgement.position.value if judgement and judgement.position else None


def _plain(text: str) -> str:
    """Return a text as results show it: one line per paragraph, item or row, no references."""
    plain = "\n".join(line for block in source_text.blocks(text) for line in _shown(block))
    return _REFERENCE.sub("", plain) if "[^" in plain else plain


def _shown(block: source_text.Block) -> Iterable[str]:
    if not isinstance(block, Table):
        return source_text.lines(block)
    return (_CELLS.join(filter(None, map(_cell, row))) for row in block.rows)


def _cell(cell: Cell) -> str:
    return " ".join(
        line for part in source_text.cell_blocks(cell) for line in source_text.lines(part)
    )
