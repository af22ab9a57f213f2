"""Rules about the figures of the milestones: owners, gaps, units, baselines and targets."""

from collections.abc import Iterator, Sequence

from roadmap.datafiles.checks.scope import Scope
from roadmap.datafiles.files import files_in
from roadmap.datafiles.problems import Problem, did_you_mean
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import Milestone, MilestoneLevel
from roadmap.model.figures import SEXES, Sex, words_of
from roadmap.model.periods import months_to
from roadmap.presenters.messages import to_editors
from roadmap.text.swedish import listing


def series_belong_to_milestones(scope: Scope) -> Iterator[Problem]:
    """A milestone with a series has a file of figures, and every such file has its milestone."""
    milestones = {milestone.id: milestone for milestone in scope.dataset.milestones}
    folder = scope.dataset.root / "data" / "series"
    present = {path.stem for path in files_in(folder, ".csv")}
    for area in scope.dataset.goal_areas:
        for index, milestone in enumerate(area.milestones):
            if milestone.series and milestone.id not in present:
                document = scope.document(area.id)
                message = f"Filen data/series/{milestone.id}.csv saknas."
                yield document.problem(message, "milestones", index, "series")
    for stem in sorted(present):
        path = f"data/series/{stem}.csv"
        if stem not in milestones:
            if stem not in scope.ids:
                hint = did_you_mean(stem, milestones)
                message = to_editors('Det finns %(no_milestone)s med id "%(id)s".', id=stem)
                yield Problem(path, 1, 1, message, hint)
        elif milestones[stem].series is None:
            hint = to_editors(
                "Lägg till series med titel, enhet och källa under %(the_milestone)s."
            )
            message = to_editors(
                '%(The_milestone)s "%(id)s" säger inte varifrån siffrorna är.', id=stem
            )
            yield Problem(path, 1, 1, message, hint)


def series_are_complete(scope: Scope) -> Iterator[Problem]:
    """A file has figures; warn if figures on people are not divided by sex in every period.

    It is only a warning, since the source may lack the value: the site then shows a gap.
    """
    milestones = {milestone.id: milestone for milestone in scope.dataset.milestones}
    for stem, figures in scope.dataset.figures.items():
        path = f"data/series/{stem}.csv"
        if not figures:
            yield Problem(path, 1, 1, "Filen har inga siffror.", "Fyll i dem eller ta bort den.")
        expected: Sequence[Sex] = SEXES
        if not _counts_individuals(milestones.get(stem)):
            expected = ("totalt",)
        words = words_of(figures)
        for period in sorted({figure.period for figure in figures}):
            found = [figure for figure in figures if figure.period == period]
            present = {figure.sex for figure in found}
            missing = [words[sex] for sex in expected if sex not in present]
            if missing:
                line = min(figure.line for figure in found)
                message = f"För {found[0].period.written} saknas {listing(missing)}."
                hint = "Fyll i dem om källan har dem. Annars visar webbplatsen en lucka."
                yield Problem(path, line, 1, message, hint, "warning")


def figures_fit_their_milestone(scope: Scope) -> Iterator[Problem]:
    """Figures are not for future years, and are in the unit of their series."""
    milestones = {milestone.id: milestone for milestone in scope.dataset.milestones}
    for stem, figures in scope.dataset.figures.items():
        milestone = milestones.get(stem)
        unit = milestone.series.unit if milestone and milestone.series else None
        for figure in figures:
            path = f"data/series/{stem}.csv"
            place = path, figure.line, figure.column
            if figure.period.start > months_to(scope.today):
                yield Problem(*place, f"{figure.period.written} ligger i framtiden.")
            if figure.percent and unit and "procent" not in unit.casefold():
                message = f'Värdet har procenttecken, men enheten är "{unit}".'
                hint = "Rätta värdet, eller unit under series."
                yield Problem(*place, message, hint)


def levels_are_told_by_somebody(scope: Scope) -> Iterator[Problem]:
    """A baseline or target quotes the milestone or names its source, and has the series' unit."""
    for area in scope.dataset.goal_areas:
        document = scope.document(area.id)
        for index, milestone in enumerate(area.milestones):
            levels = milestone.judgement.levels if milestone.judgement else {}
            for name, level in levels.items():
                key: Key = ("milestones", index, "judgement", name)
                yield from _level(document, key, milestone, level)
            if len(levels) == 2 and levels["target"].year < levels["baseline"].year:
                message = "Målåret kommer före utgångslägets år."
                place = ("milestones", index, "judgement", "target", "year")
                yield document.problem(message, *place)


def _level(
    document: Document, key: Key, milestone: Milestone, level: MilestoneLevel
) -> Iterator[Problem]:
    if level.quote is None and level.seen_in is None and not document.is_damaged("milestones"):
        message = "Det framgår inte var uppgiften står."
        hint = to_editors("Lägg till quote med ord ur %(the_milestone)s, eller seen_in med källan.")
        yield document.problem(message, *key, "value", hint=hint)
    if milestone.series and level.unit != milestone.series.unit:
        message = f'Enheten är "{level.unit}", men statistikens är "{milestone.series.unit}".'
        yield document.problem(message, *key, "unit")


def _counts_individuals(milestone: Milestone | None) -> bool:
    return bool(milestone and milestone.judgement and milestone.judgement.counted.individuals)
