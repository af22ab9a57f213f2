"""The table of how the editors read the milestones."""

from collections.abc import Iterator, Sequence

from roadmap.exports.open_data.common_fields import SIGNED, signed_values
from roadmap.exports.open_data.definitions import Field, Row, Table, Value, of, own
from roadmap.model import MilestoneCounted, MilestoneDirection, MilestoneLevel
from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import N_

# What is told of each level, and the headings.
_LEVEL = ("year", "value", "unit", "quote", "seen_in", "url")
_BASELINE = (
    N_("Utgångsläge: år"),
    N_("Utgångsläge: värde"),
    N_("Utgångsläge: enhet"),
    N_("Utgångsläge: citat"),
    N_("Utgångsläge: sedd i"),
    N_("Utgångsläge: webbadress"),
)
_TARGET = (
    N_("Målnivå: år"),
    N_("Målnivå: värde"),
    N_("Målnivå: enhet"),
    N_("Målnivå: citat"),
    N_("Målnivå: sedd i"),
    N_("Målnivå: webbadress"),
)


def _milestones(dataset: Dataset) -> Iterator[Row]:
    for milestone in dataset.milestones:
        judgement = milestone.judgement
        if judgement:
            yield {
                "milestone": milestone.id,
                "direction": judgement.direction.value,
                "direction_quote": judgement.direction.quote,
                "counted": judgement.counted.value,
                "individuals": judgement.counted.individuals,
                "counted_quote": judgement.counted.quote,
                **_level("baseline", judgement.baseline),
                **_level("target", judgement.target),
                **signed_values(judgement),
            }


def _level(prefix: str, level: MilestoneLevel | None) -> dict[str, Value]:
    return {f"{prefix}_{name}": getattr(level, name, None) for name in _LEVEL}


def _level_fields(prefix: str, headings: Sequence[str]) -> Iterator[Field]:
    for name, heading in zip(_LEVEL, headings, strict=True):
        yield of(MilestoneLevel, name, f"{prefix}_{name}", heading=heading, required=False)


MILESTONE_JUDGEMENTS = Table(
    "etappmalens-bedomningar",
    N_("%(The_milestones)ss bedömningar"),
    N_("Hur redaktionen har läst %(the_milestones)s."),
    ("milestone",),
    (
        own("milestone", N_("%(Milestone)s"), N_("%(The_milestone)ss id."), refers="etappmal"),
        of(MilestoneDirection, "value", "direction"),
        of(MilestoneDirection, "quote", "direction_quote"),
        of(MilestoneCounted, "value", "counted"),
        of(
            MilestoneCounted,
            "individuals",
            description=N_("true om siffrorna gäller människor."),
        ),
        of(MilestoneCounted, "quote", "counted_quote"),
        *_level_fields("baseline", _BASELINE),
        *_level_fields("target", _TARGET),
        *SIGNED,
    ),
    _milestones,
)
