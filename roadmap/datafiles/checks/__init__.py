"""The rules that need more than one field, each a small function in one of two lists.

Those about files and pages, which need no data, are called by `load`.

A rule yields its problems at the values that an editor has to change. Those in `RESPONSE_CHECKS`
check one response at a time, and run again only if the result could have changed. Rules about one
field alone are in `model/fields.py`.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from weakref import WeakKeyDictionary

from roadmap.datafiles.checks import (
    addresses,
    bodies,
    comments,
    dates,
    figures,
    judgements,
    look,
    outcomes,
    placeholders,
    plan,
    process,
    published_words,
    sources,
    tables,
    terms,
    translations,
)
from roadmap.datafiles.checks.scope import ResponseRule, Rule, Scope
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.reader import Reading
from roadmap.datafiles.yaml_reader import Document
from roadmap.presenters.address_names import named
from roadmap.presenters.messages import speaking

CHECKS: tuple[Rule, ...] = (
    plan.unique_plan_ids,
    plan.ids_follow_area,
    addresses.plan_addresses_are_unique,
    plan.areas_have_marks_of_their_own,
    plan.groups_stand_together,
    plan.area_addresses_are_free,
    plan.unique_codes,
    plan.texts_have_a_source,
    plan.plan_sections_once,
    plan.background_exists,
    plan.responses_total_is_enough,
    bodies.body_ids_are_addresses,
    bodies.names_of_bodies,
    bodies.status_fits_content,
    comments.strategies_exist,
    comments.every_strategy_answered,
    judgements.quotes_from_milestones_are_found,
    judgements.reviews_of_milestones_are_signed,
    judgements.themes_of_strategies_are_sound,
    dates.searches_are_plausible,
    process.steps_rest_on_something,
    process.quotes_of_steps_are_found,
    plan.no_footnotes_in_the_plan,
    tables.tables_in_the_plan_are_whole,
    sources.pages_exist,
    sources.corrections_tell_their_pages,
    sources.source_files_exist,
    sources.the_plan_has_its_place,
    figures.series_belong_to_milestones,
    figures.series_are_complete,
    figures.figures_fit_their_milestone,
    figures.levels_are_told_by_somebody,
    published_words.corrections_stand_in_the_texts,
    placeholders.placeholders_are_filled,
    plan.settings_are_filled,
    plan.repository_can_be_edited,
    plan.accessibility_is_told_straight,
    plan.security_contact_is_current,
    look.the_colour_can_be_read,
    look.the_logo_says_something,
    look.pictures_of_the_look_are_sound,
    terms.terms_are_told_apart,
    terms.forms_are_of_one_word,
    terms.addresses_are_free,
    translations.languages_have_words,
    translations.translations_are_of_something,
    translations.synonyms_are_of_a_language,
    translations.translations_are_of_what_stands,
    translations.what_is_left_is_of_something,
    translations.translators_are_named,
    translations.everything_is_translated,
)

RESPONSE_CHECKS: tuple[ResponseRule, ...] = (
    bodies.body_kind_exists,
    dates.dates_are_plausible,
    comments.one_comment_per_strategy,
    comments.sections_once,
    addresses.sections_have_their_own_address,
    comments.footnotes_both_ways,
    tables.tables_in_responses_are_whole,
    judgements.quotes_are_found,
    judgements.positions_rest_on_words,
    judgements.codes_exist,
    judgements.repeats_lead_to_the_request,
    judgements.reviews_are_signed,
    outcomes.rejections_have_reasons,
    outcomes.nothing_known_has_no_words,
    outcomes.outcomes_come_after,
    sources.everything_has_its_place,
    published_words.published_words_are_the_source,
    sources.doubts_are_settled,
)


def check(reading: Reading, today: date) -> list[Problem]:
    """Return every problem of a reading, in order of file and line, warnings included."""
    problems = [problem for problem in reading.problems if problem.severity == "error"]
    # A place with an error needs no second message, which often follows from the first.
    taken = {(problem.file, problem.line, problem.column) for problem in problems}
    others = [problem for problem in reading.problems if problem.severity == "warning"]
    if reading.dataset:
        scope = Scope(reading.dataset, reading.ids, reading.documents, today)
        with speaking(reading.terms), named(reading.terms):
            others.extend(_broken_rules(scope))
    problems.extend(
        problem for problem in others if (problem.file, problem.line, problem.column) not in taken
    )
    return sorted(set(problems), key=lambda p: (p.file, p.line, p.column, p.message))


# The problems of each response's file, with everything else that they depend on. A file gets a new
# document only when it changes, and an edit changes one of hundreds.
_problems_by_document: WeakKeyDictionary[Document, tuple[object, tuple[Problem, ...]]] = (
    WeakKeyDictionary()
)


def _broken_rules(scope: Scope) -> Iterator[Problem]:
    for rule in CHECKS:
        yield from rule(scope)
    data = scope.dataset
    shared_inputs = scope.today, data.plan, data.goal_areas, data.terms
    for body in scope.dataset.bodies:
        document = scope.document(body.id)
        inputs = *shared_inputs, published_words.source_stamp(scope, body)
        if _problems_by_document.get(document, (None,))[0] != inputs:
            problems = (rule(scope, body, document) for rule in RESPONSE_CHECKS)
            _problems_by_document[document] = inputs, tuple(chain.from_iterable(problems))
        yield from _problems_by_document[document][1]
