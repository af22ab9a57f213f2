"""The tables of the plan and of the figures behind its milestones."""

from collections.abc import Iterator

from roadmap.exports.open_data.common_fields import (
    ADDRESS,
    TEXT_FROM,
    address,
    file_address,
    page_values,
    text_from,
)
from roadmap.exports.open_data.definitions import Field, Row, Table, TableSet, of, own, page_span
from roadmap.exports.open_data.process_tables import PROCESS
from roadmap.model import (
    GoalArea,
    Milestone,
    Plan,
    PlanDecision,
    Record,
    Reference,
    Series,
    Sourced,
    Strategy,
)
from roadmap.model.dataset import Dataset
from roadmap.model.figures import SEXES
from roadmap.presenters import urls, wording
from roadmap.presenters.messages import N_
from roadmap.text import source_text


def _plan(dataset: Dataset) -> Iterator[Row]:
    plan = dataset.plan
    document, decision = plan.document, plan.decision
    yield {
        "title": plan.title,
        "summary": plan.summary,
        "municipality": plan.municipality,
        "issuer": plan.issuer,
        "year": plan.year.value if plan.year else None,
        "year_seen_in": plan.year.seen_in if plan.year else None,
        "year_url": plan.year.url if plan.year else None,
        "case_number": plan.case_number.value if plan.case_number else None,
        "case_number_seen_in": plan.case_number.seen_in if plan.case_number else None,
        "case_number_url": plan.case_number.url if plan.case_number else None,
        "document_title": document.title if document else None,
        "document_url": document.url if document else None,
        "document_file": file_address(document.file if document else None),
        "background": (
            f"{plan.background.response}/{plan.background.section}" if plan.background else None
        ),
        "responses_total": plan.responses_total,
        "sender": wording.sender(dataset),
        "decision": decision.value if decision else None,
        "decision_date": decision.date if decision else None,
        "decision_by": decision.by if decision else None,
        "decision_source_title": decision.source.title if decision else None,
        "decision_source_url": decision.source.url if decision else None,
        "decision_source_file": file_address(decision.source.file if decision else None),
    }


def _goal_areas(dataset: Dataset) -> Iterator[Row]:
    for area in dataset.goal_areas:
        yield {
            "id": area.id,
            "title": area.title,
            "text_from": text_from(dataset, area),
            "lead_milestones": area.lead_milestones,
            "lead_strategies": area.lead_strategies,
            "address": address(urls.goal_area(dataset, area)),
            "number": area.shown_number,
        }


def _milestones(dataset: Dataset) -> Iterator[Row]:
    for area in dataset.goal_areas:
        page = urls.goal_area(dataset, area)
        for milestone in area.milestones:
            yield {
                "id": milestone.id,
                "goal_area": area.id,
                "text": milestone.text,
                **page_values(milestone.pages),
                "text_from": text_from(dataset, milestone),
                "address": address(page, urls.milestone_anchor(milestone)),
                "number": milestone.shown_number,
            }


def _strategies(dataset: Dataset) -> Iterator[Row]:
    for strategy in dataset.strategies:
        yield {
            "id": strategy.id,
            "goal_area": dataset.area_of(strategy.id).id,
            "title": strategy.title,
            "text": source_text.unwrapped(strategy.text),
            **page_values(strategy.pages),
            "text_from": text_from(dataset, strategy),
            "address": address(urls.strategy(strategy)),
            "number": strategy.shown_number,
        }


def _series(dataset: Dataset) -> Iterator[Row]:
    for milestone in dataset.milestones:
        series = milestone.series
        if series:
            yield {
                "milestone": milestone.id,
                "title": series.title,
                "unit": series.unit,
                "source": series.source,
                "url": series.url,
            }


def _figures(dataset: Dataset) -> Iterator[Row]:
    for milestone in dataset.milestones:
        for figure in dataset.figures.get(milestone.id, ()):
            yield {
                "milestone": milestone.id,
                "year": figure.period.year,
                "sex": figure.sex,
                "value": figure.value,
                "period": figure.period.written,
                "group": figure.word,
                "mark": figure.mark,
            }


_GOAL_AREA = own(
    "goal_area", N_("%(Goal_area)s"), N_("%(The_goal_area)ss id."), refers="malomraden"
)
_MILESTONE = own("milestone", N_("%(Milestone)s"), N_("%(The_milestone)ss id."), refers="etappmal")


def _number(model: type[Record]) -> Field:
    meaning = N_("Numret som läsare känner den under. Tomt om den inte har något.")
    return of(model, "number", description=meaning)


_SEEN_IN = N_("Var uppgiften har setts, när planen inte själv anger den.")

PLAN = TableSet(
    "plan",
    N_("Planen"),
    N_("Planens %(goal_areas)s, %(milestones)s och %(strategies)s, ord för ord."),
    (
        Table(
            "planen",
            N_("Planen"),
            N_("Vad planen heter, vem som skickade den på remiss och vad som är känt om den."),
            ("title",),
            (
                of(Plan, "title"),
                of(Plan, "summary"),
                of(Plan, "municipality", description=N_("Kommunen som planen gäller.")),
                of(Plan, "issuer"),
                of(Plan, "year"),
                of(Sourced, "seen_in", "year_seen_in", description=_SEEN_IN, required=False),
                of(Sourced, "url", "year_url", required=False),
                of(Plan, "case_number"),
                of(Sourced, "seen_in", "case_number_seen_in", description=_SEEN_IN, required=False),
                of(Sourced, "url", "case_number_url", required=False),
                of(Reference, "title", "document_title", required=False),
                of(Reference, "url", "document_url", required=False),
                of(
                    Reference,
                    "file",
                    "document_file",
                    description=N_("Dokumentet på webbplatsen, räknat från startsidan."),
                    required=False,
                ),
                own(
                    "background",
                    N_("Bakgrund"),
                    N_("Id för det avsnitt som berättar om planens bakgrund."),
                    required=False,
                    refers="avsnitt",
                ),
                of(
                    Plan,
                    "responses_total",
                    description=N_(
                        "Hur många svar som kom in enligt avsändaren. Tomt när det är okänt."
                    ),
                ),
                of(Plan, "sender"),
                of(
                    PlanDecision,
                    "value",
                    "decision",
                    description=N_(
                        "adopted (antogs) eller rejected (antogs inte). Tomt när det är okänt."
                    ),
                    required=False,
                ),
                of(PlanDecision, "date", "decision_date", required=False),
                of(PlanDecision, "by", "decision_by", required=False),
                of(Reference, "title", "decision_source_title", required=False),
                of(Reference, "url", "decision_source_url", required=False),
                of(
                    Reference,
                    "file",
                    "decision_source_file",
                    description=N_("Källan på webbplatsen, räknat från startsidan."),
                    required=False,
                ),
            ),
            _plan,
        ),
        Table(
            "malomraden",
            N_("%(Goal_areas)s"),
            N_("Planens %(goal_areas)s, %(one_goal_area)s per rad, i planens ordning."),
            ("id",),
            (
                of(GoalArea, "id"),
                of(GoalArea, "title"),
                TEXT_FROM,
                of(GoalArea, "lead_milestones"),
                of(GoalArea, "lead_strategies"),
                ADDRESS,
                _number(GoalArea),
            ),
            _goal_areas,
        ),
        Table(
            "etappmal",
            N_("%(Milestones)s"),
            N_("Planens %(milestones)s, %(one_milestone)s per rad, i planens ordning."),
            ("id",),
            (
                of(Milestone, "id"),
                _GOAL_AREA,
                of(Milestone, "text"),
                *page_span(Milestone),
                TEXT_FROM,
                ADDRESS,
                _number(Milestone),
            ),
            _milestones,
        ),
        Table(
            "strategier",
            N_("%(Strategies)s"),
            N_("Planens %(strategies)s, %(one_strategy)s per rad, i planens ordning."),
            ("id",),
            (
                of(Strategy, "id"),
                _GOAL_AREA,
                of(Strategy, "title"),
                of(Strategy, "text"),
                *page_span(Strategy),
                TEXT_FROM,
                ADDRESS,
                _number(Strategy),
            ),
            _strategies,
        ),
        PROCESS,
    ),
)

FIGURES = TableSet(
    "figures",
    N_("Statistiken"),
    N_("Siffror som följer upp %(the_milestones)s, med den källa som har publicerat dem."),
    (
        Table(
            "statistik",
            N_("Statistik"),
            N_(
                "Varifrån siffrorna till %(a_milestone)s kommer. En rad per %(milestone)s med "
                "siffror."
            ),
            ("milestone",),
            (
                _MILESTONE,
                of(Series, "title"),
                of(Series, "unit"),
                of(Series, "source"),
                of(Series, "url"),
            ),
            _series,
        ),
        Table(
            "siffror",
            N_("Siffror"),
            N_("Ett värde per rad."),
            ("milestone", "period", "sex"),
            (
                _MILESTONE,
                own("year", N_("År"), N_("Året som perioden börjar."), "integer"),
                own("sex", N_("Kön"), N_("Vilka värdet gäller."), words=SEXES),
                own(
                    "value",
                    N_("Värde"),
                    N_("I den enhet som står i tabellen statistik. Tomt när källan saknar värdet."),
                    "number",
                    required=False,
                ),
                own(
                    "period",
                    N_("Period"),
                    N_("Året, läsåret, halvåret eller kvartalet, som källan skriver det."),
                ),
                own("group", N_("Grupp"), N_("Vad källan kallar dem, till exempel flickor.")),
                own(
                    "mark",
                    N_("Tecken"),
                    N_("Vad källan skriver när den saknar värdet, till exempel två punkter."),
                    required=False,
                ),
            ),
            _figures,
        ),
    ),
)
