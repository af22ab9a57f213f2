"""All records in `data/` as one object with look-ups."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from roadmap.model import (
    ANSWER_ORDER,
    FROM_PLAN,
    BodyKind,
    Code,
    Comment,
    GoalArea,
    Group,
    Judgement,
    Milestone,
    Plan,
    PositionValue,
    Response,
    Section,
    SectionRef,
    Settings,
    Strategy,
    Terms,
)
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.fields import REST
from roadmap.model.figures import Figure
from roadmap.model.history import UNKNOWN, History
from roadmap.model.numbered import label_in_id
from roadmap.model.site_page import SitePage
from roadmap.model.terms import USUAL
from roadmap.model.translations import PageTranslated, Translated, Translations

# The file, relative to the root, and the line that a text begins on.
TextPlace = tuple[str, int]

# The folders of a project that are its content.
CONTENT_FOLDERS = ("data", "docs")
# The list of moved pages and their new addresses.
REDIRECTS = "data/redirects.yml"
PLAN = "data/plan.yml"
SETTINGS = "data/settings.yml"
TERMS = "data/terms.yml"
TRANSLATIONS = "data/translations"


@dataclass(frozen=True)
class Body:
    """A body (remissinstans) and its response. `id` is the stem of its file."""

    id: str
    name: str
    kind: BodyKind | None
    response: Response

    @property
    def speaks_for_administration(self) -> bool:
        """Whether the words are an administration's and not yet the body's own decision."""
        return self.response.speaker == "administration"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one body says on one strategy: all its comments, also those that only refer to another.

    `place` is its place among the answers on the strategy, from 0.
    """

    body: Body
    strategy: Strategy
    comments: tuple[Comment, ...]
    place: int = 0

    @property
    def comment(self) -> Comment | None:
        """The comment with the substance, joint or not; None if there is only a reference."""
        for comment in self.comments:
            if not comment.refers_to:
                return comment
        return None

    @property
    def judgement(self) -> Judgement | None:
        """The editors' judgement of that comment."""
        comment = self.comment
        return comment.judgement if comment else None

    @property
    def position(self) -> PositionValue | None:
        """The position that the editors found, or None if nothing is classified."""
        judgement = self.judgement
        return judgement.position.value if judgement and judgement.position else None


# Compared by identity, so that results can be cached per data set.
@dataclass(frozen=True, eq=False)
class Dataset:
    """The plan, the bodies and their responses. Immutable; look-ups raise KeyError.

    `synonyms_in` pairs, in each language, words of the texts with the words, separated by commas,
    that readers type.
    `paths` maps the ids of goal areas and bodies to their files, relative to the root.
    `terms` are the nouns of its sentences, which are said with `presenters/messages.py`.
    `address` is the URL that the site is published at, with a final "/"; None while it is unset.
    `pages_in` are those of the site's own in each language, from `docs/`, and `written` the URLs of
    all of these, those without a title too: both as in the language's own tree. `page_translations`
    are those that are translations, by their URLs from the site's root.
    `translations` are the files of each other language, and `own_terms` the site's terms in it.
    `history` is told in the source's language, and `histories` has it as each other one tells it.
    `language` is that of the town's words here. If it is not the source's, `original` is the data
    set that this one is of, and `translated` maps each text to what there is of it in `language`.
    `text_places` maps the `data-text` of published texts to their places, where these are known.
    """

    root: Path
    plan: Plan
    settings: Settings
    goal_areas: tuple[GoalArea, ...]
    bodies: tuple[Body, ...]
    figures: Mapping[str, tuple[Figure, ...]]
    synonyms_in: Mapping[str, tuple[tuple[str, str], ...]]
    paths: Mapping[str, str]
    terms: Terms = USUAL
    text_places: Mapping[str, TextPlace] = field(default_factory=dict, repr=False)
    history: History = field(default=UNKNOWN, repr=False)
    address: str | None = None
    pages_in: Mapping[str, tuple[SitePage, ...]] = field(default_factory=dict, repr=False)
    written: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    page_translations: Mapping[str, PageTranslated] = field(default_factory=dict, repr=False)
    translations: Mapping[str, Mapping[str, Translations]] = field(default_factory=dict, repr=False)
    own_terms: Mapping[str, Terms] = field(default_factory=dict, repr=False)
    histories: Mapping[str, History] = field(default_factory=dict, repr=False)
    language: str = SOURCE_LANGUAGE
    original: "Dataset | None" = field(default=None, repr=False)
    translated: Mapping[str, Translated] = field(default_factory=dict, repr=False)

    @property
    def pages(self) -> tuple[SitePage, ...]:
        """The site's own pages in the data set's language."""
        return self.pages_in.get(self.language, ())

    @property
    def synonyms(self) -> tuple[tuple[str, str], ...]:
        """The editors' synonyms in the data set's language."""
        return self.synonyms_in.get(self.language, ())

    @cached_property
    def strategies(self) -> tuple[Strategy, ...]:
        """All strategies in the plan's order."""
        return tuple(strategy for area in self.goal_areas for strategy in area.strategies)

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """All milestones in the plan's order."""
        return tuple(milestone for area in self.goal_areas for milestone in area.milestones)

    @cached_property
    def received(self) -> tuple[Body, ...]:
        """The bodies whose response is published here, in alphabetical order."""
        return tuple(body for body in self.bodies if body.response.status == "received")

    @cached_property
    def _areas(self) -> dict[str, GoalArea]:
        return {area.id: area for area in self.goal_areas}

    @cached_property
    def _strategies(self) -> dict[str, Strategy]:
        return {strategy.id: strategy for strategy in self.strategies}

    @cached_property
    def _area_by_record_id(self) -> dict[str, GoalArea]:
        areas: dict[str, GoalArea] = {}
        for area in self.goal_areas:
            areas |= {strategy.id: area for strategy in area.strategies}
            areas |= {milestone.id: area for milestone in area.milestones}
        return areas

    @cached_property
    def _labels(self) -> dict[str, str]:
        records = (*self.goal_areas, *self.milestones, *self.strategies)
        return {record.id: record.label for record in records}

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return {body.id: body for body in self.bodies}

    @cached_property
    def _unanswered(self) -> dict[str, tuple[str, ...]]:
        return {body.id: self._without_answer(body.response) for body in self.received}

    def _without_answer(self, response: Response) -> tuple[str, ...]:
        if response.unanswered != REST:
            return response.unanswered
        answered = response.answered
        return tuple(item.id for item in self.strategies if item.id not in answered)

    @cached_property
    def _codes(self) -> dict[str, dict[str, Code]]:
        return {
            "asks": {code.id: code for code in self.plan.asks},
            "themes": {code.id: code for code in self.plan.themes},
        }

    @cached_property
    def _answers(self) -> dict[str, tuple[Answer, ...]]:
        answers: dict[str, list[Answer]] = {strategy.id: [] for strategy in self.strategies}
        for body in self.received:
            by_strategy: dict[str, list[Comment]] = {}
            for comment in body.response.comments:
                for strategy_id in comment.strategies:
                    by_strategy.setdefault(strategy_id, []).append(comment)
            for strategy_id, comments in by_strategy.items():
                answers[strategy_id].append(
                    Answer(body, self.strategy(strategy_id), tuple(comments))
                )
        # One number object per place, shared by all strategies, to save memory.
        places = [*range(len(self.received))]
        return {
            strategy_id: tuple(
                replace(answer, place=place)
                for answer, place in zip(
                    sorted(strategy_answers, key=lambda one: ANSWER_ORDER.index(one.position)),
                    places,
                    strict=False,
                )
            )
            for strategy_id, strategy_answers in answers.items()
        }

    @cached_property
    def _answers_of(self) -> dict[str, dict[str, Answer]]:
        return {
            strategy_id: {answer.body.id: answer for answer in answers}
            for strategy_id, answers in self._answers.items()
        }

    def goal_area(self, area_id: str) -> GoalArea:
        """Return the goal area with this id."""
        return self._areas[area_id]

    def strategy(self, strategy_id: str) -> Strategy:
        """Return the strategy with this id."""
        return self._strategies[strategy_id]

    def label(self, entity_id: str) -> str:
        """Return what sentences call a goal area, a milestone or a strategy: 1.1, or ”its title”.

        For a record that is no longer in the plan, it is what follows from the id.
        """
        return self._labels.get(entity_id) or label_in_id(entity_id)

    def group_of(self, record: Strategy | Milestone) -> Group | None:
        """Return the group that a strategy or a milestone stands in, if it stands in one."""
        groups = self.area_of(record.id).groups
        return next((group for group in groups if group.id == record.group), None)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All groups in the plan's order."""
        return tuple(group for area in self.goal_areas for group in area.groups)

    def area_of(self, strategy_id: str) -> GoalArea:
        """Return the goal area of a strategy or a milestone."""
        return self._area_by_record_id[strategy_id]

    def body(self, body_id: str) -> Body:
        """Return the body with this id."""
        return self._bodies[body_id]

    def ask_name(self, ask_id: str) -> str:
        """Return the Swedish name of a kind of request."""
        return self._codes["asks"][ask_id].name

    def theme_name(self, theme_id: str) -> str:
        """Return the Swedish name of a theme."""
        return self._codes["themes"][theme_id].name

    def answers(self, strategy_id: str) -> tuple[Answer, ...]:
        """Return what the bodies say on the strategy, opposition first, then by the body's name."""
        return self._answers[strategy_id]

    def answer(self, body: Body, strategy_id: str) -> Answer | None:
        """Return what a body says on the strategy, or None if it says nothing."""
        return self._answers_of.get(strategy_id, {}).get(body.id)

    def unanswered(self, body: Body) -> tuple[str, ...]:
        """Return the ids of the strategies that a body gives no answer on."""
        return self._unanswered[body.id]

    def neighbours(self, strategy_id: str) -> tuple[Strategy | None, Strategy | None]:
        """Return the strategies before and after this one in the plan."""
        ids = [strategy.id for strategy in self.strategies]
        index = ids.index(strategy_id)
        before = self.strategies[index - 1] if index else None
        after = self.strategies[index + 1] if index + 1 < len(ids) else None
        return before, after

    def text_from(self, record: Strategy | Milestone | GoalArea) -> Body | None:
        """Return the body whose document the record's text is from, or None if it is the plan."""
        area = record if isinstance(record, GoalArea) else self._area_by_record_id[record.id]
        source = record.text_from or area.text_from
        return None if source == FROM_PLAN else self.body(source)

    def section(self, reference: SectionRef) -> tuple[Body, Section] | None:
        """Return the section that a reference points at, and its body, if there are such."""
        body = self._bodies.get(reference.response)
        for section in body.response.sections if body else ():
            if body and section.id == reference.section:
                return body, section
        return None

    def background(self) -> tuple[Body, Section] | None:
        """Return the section that describes the plan's background, and its body, if it is known."""
        reference = self.plan.background
        return self.section(reference) if reference else None
