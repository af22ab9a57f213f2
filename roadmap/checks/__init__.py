"""The rules that need more than one record. Each is a small function listed in `CHECKS`.

A rule yields a Problem per fault, at the value that an editor has to change. Rules about one
field alone stand in `model.py`.
"""

from datetime import date

from roadmap.checks import bodies, comments, figures, judgements, outcomes, personal, plan, sources
from roadmap.checks.scope import Rule, Scope
from roadmap.dataset import Dataset
from roadmap.problems import DataError, Problem
from roadmap.reading import Reading

CHECKS: tuple[Rule, ...] = (
    plan.unique_plan_ids,
    plan.ids_follow_area,
    plan.area_addresses_are_free,
    plan.unique_codes,
    plan.texts_have_a_source,
    plan.background_exists,
    plan.responses_total_is_enough,
    bodies.body_kind_exists,
    bodies.body_ids_are_addresses,
    bodies.names_of_bodies,
    bodies.status_fits_content,
    comments.strategies_exist,
    comments.one_comment_per_strategy,
    comments.every_strategy_answered,
    comments.sections_once,
    judgements.quotes_are_found,
    judgements.positions_rest_on_words,
    judgements.codes_exist,
    judgements.reviews_are_signed,
    outcomes.rejections_have_reasons,
    outcomes.nothing_known_has_no_words,
    outcomes.outcomes_come_after,
    bodies.dates_are_sane,
    comments.footnotes_both_ways,
    plan.no_footnotes_in_the_plan,
    sources.pages_exist,
    sources.everything_has_its_place,
    sources.doubts_are_settled,
    sources.source_files_exist,
    figures.series_belong_to_milestones,
    figures.series_are_complete,
    figures.figures_fit_their_milestone,
    figures.levels_are_told_by_somebody,
    personal.personal_data_stays_out,
    plan.settings_are_filled,
    plan.repository_can_be_edited,
    plan.accessibility_is_told_straight,
)


def check(reading: Reading, today: date) -> list[Problem]:
    """Return every problem of a reading, in order of file and line, warnings included."""
    problems = list(reading.problems)
    if reading.dataset:
        scope = Scope(reading.dataset, reading.ids, reading.documents, today)
        # A place that is faulty already needs no second message that follows from the first.
        taken = {
            (problem.file, problem.line, problem.column)
            for problem in problems
            if problem.severity == "error"
        }
        for rule in CHECKS:
            problems.extend(
                problem
                for problem in rule(scope)
                if (problem.file, problem.line, problem.column) not in taken
            )
    return sorted(set(problems), key=lambda p: (p.file, p.line, p.column, p.message))


def load(reading: Reading, today: date) -> tuple[Dataset, list[Problem]]:
    """Return a sound dataset and its warnings; raise DataError where there is any error."""
    problems = check(reading, today)
    if reading.dataset is None or any(problem.severity == "error" for problem in problems):
        raise DataError(problems)
    return reading.dataset, problems
