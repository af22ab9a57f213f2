"""Rules about the plan: its ids, code lists, sources and settings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import PurePosixPath

from roadmap.datafiles.checks.dates import odd_date
from roadmap.datafiles.checks.process import section_exists
from roadmap.datafiles.checks.scope import Scope, is_unread, repeats, unknown
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import FROM_PLAN, RESERVED_AREAS, Milestone, Strategy
from roadmap.model.dataset import SETTINGS
from roadmap.presenters.marks import SHAPES
from roadmap.presenters.messages import to_editors
from roadmap.text.file_names import is_reserved
from roadmap.text.source_text import FOOTNOTE_REFERENCE
from roadmap.text.swedish import listing

# As the address of a comment on several strategies: 1-1-och-1-2.
_JOINT = re.compile(r"\d+-\d+(?:-och-\d+-\d+)+")
_A_YEAR = timedelta(days=366)


def unique_plan_ids(scope: Scope) -> Iterator[Problem]:
    """Ids of goal areas, milestones and strategies are unique, among those of bodies too."""
    first_places = {body.id: scope.dataset.paths[body.id] for body in scope.dataset.bodies}
    for path in sorted(path for path in scope.documents if path.startswith("data/goal-areas/")):
        document = scope.documents[path]
        if not isinstance(document.data, dict):
            continue
        claims: list[tuple[Key, object]] = [(("id",), document.data.get("id"))]
        for name in ("groups", "milestones", "strategies"):
            for index, record in enumerate(document.data.get(name) or []):
                if isinstance(record, dict):
                    claims.append(((name, index, "id"), record.get("id")))
        for key, claimed in claims:
            if isinstance(claimed, str):
                if claimed == FROM_PLAN or is_reserved(claimed) or _JOINT.fullmatch(claimed):
                    message = f'"{claimed}" är upptaget och kan inte vara ett id.'
                    yield document.problem(message, *key, hint="Välj ett annat ord.")
                if claimed in first_places:
                    message = f'Id "{claimed}" används redan i {first_places[claimed]}.'
                    yield document.problem(message, *key, hint="Varje id får finnas en gång.")
                first_places.setdefault(claimed, f"{path}:{document.at(*key)[0]}")


def ids_follow_area(scope: Scope) -> Iterator[Problem]:
    """S3.2 and E3.1 belong to M3, since their numbers follow from their ids."""
    for area in scope.dataset.goal_areas:
        document = scope.document(area.id)
        area_number = re.fullmatch(r"M(\d+)", area.id)
        for name in ("milestones", "strategies"):
            for index, record in enumerate(getattr(area, name)):
                number = re.fullmatch(r"[ES](\d+)\.\d+", record.id)
                if area_number and number and number[1] != area_number[1]:
                    message = to_editors(
                        '"%(id)s" står i %(goal_area)s %(area)s.', id=record.id, area=area.id
                    )
                    hint = f"Här börjar id med {record.id[0]}{area_number[1]}."
                    yield document.problem(message, name, index, "id", hint=hint)


def areas_have_marks_of_their_own(scope: Scope) -> Iterator[Problem]:
    """Warn where there are more goal areas than shapes and colours: those repeat."""
    for area in scope.dataset.goal_areas[SHAPES:]:
        message = to_editors(
            "Webbplatsen har former och färger för %(count)s %(goal_areas)s, och planen har fler.",
            count=SHAPES,
        )
        hint = "Det här får samma form och färg som ett av de första."
        yield scope.document(area.id).warning(f"{message} {hint}", "id")


def groups_stand_together(scope: Scope) -> Iterator[Problem]:
    """A group is of its own area and has something in it; what it has stands in its order."""
    for area in scope.dataset.goal_areas:
        document = scope.document(area.id)
        if document.is_damaged("groups", "milestones", "strategies"):
            continue
        places = {group.id: place for place, group in enumerate(area.groups)}
        for name in ("milestones", "strategies"):
            last = -1
            whose = to_editors("%(the_goal_area)ss grupper")
            records: Sequence[Milestone | Strategy] = getattr(area, name)
            for index, record in enumerate(records):
                key: Key = (name, index, "group")
                if record.group and record.group not in places:
                    yield unknown(document, key, record.group, whose, places)
                    continue
                place = places[record.group] if record.group else -1
                if place < last:
                    message = (
                        f'"{record.id}" ska stå före det som hör till "{area.groups[last].id}".'
                    )
                    hint = (
                        "Det som inte hör till någon grupp står först, och sedan det som hör till "
                        "varje grupp, i gruppernas ordning."
                    )
                    yield document.problem(message, name, index, "id", hint=hint)
                last = max(last, place)
        members: Iterable[Milestone | Strategy] = (*area.milestones, *area.strategies)
        used = {record.group for record in members}
        for index, group in enumerate(area.groups):
            if group.id not in used:
                message = f'Inget hör till gruppen "{group.id}".'
                hint = "Skriv group under det som hör till den, eller ta bort gruppen."
                yield document.problem(message, "groups", index, "id", hint=hint)


def area_addresses_are_free(scope: Scope) -> Iterator[Problem]:
    """The address of a goal area is not the address of another page."""
    for area in scope.dataset.goal_areas:
        path = scope.dataset.paths[area.id]
        address = PurePosixPath(path).stem.lstrip("0123456789").lstrip("-")
        if address in RESERVED_AREAS:
            message = f'Adressen "{address}" är upptagen av {RESERVED_AREAS[address]}.'
            yield Problem(path, 1, 1, message, "Ge filen ett annat namn.")


def unique_codes(scope: Scope) -> Iterator[Problem]:
    """Ids and names are unique in each code list."""
    for name in ("body_kinds", "asks", "themes"):
        codes = getattr(scope.dataset.plan, name)
        for field in ("id", "name"):
            for index, word in repeats(getattr(code, field) for code in codes):
                message = f'"{word}" står två gånger i kodlistan {name}.'
                yield scope.plan.problem(message, name, index, field)


def texts_have_a_source(scope: Scope) -> Iterator[Problem]:
    """`text_from` is the plan, if its document is available, or the id of a body.

    The plan's sections are its own words.
    """
    if scope.dataset.plan.sections:
        yield from _text_source(scope, scope.plan, ("sections",), FROM_PLAN)
    for area in scope.dataset.goal_areas:
        document = scope.document(area.id)
        yield from _text_source(scope, document, ("text_from",), area.text_from)
        for name in ("milestones", "strategies"):
            for index, record in enumerate(getattr(area, name)):
                if record.text_from:
                    key: Key = (name, index, "text_from")
                    yield from _text_source(scope, document, key, record.text_from)


def _text_source(scope: Scope, document: Document, key: Key, source: str) -> Iterator[Problem]:
    if source == FROM_PLAN:
        if scope.dataset.plan.document is None:
            message = "Texten sägs komma ur planen, men plan.yml har inget dokument."
            hint = "Beskriv planens dokument under document i data/plan.yml."
            yield document.problem(message, *key, hint=hint)
    elif f"data/responses/{source}.yml" not in scope.documents and not is_unread(scope, source):
        known = [FROM_PLAN, *(body.id for body in scope.dataset.received)]
        yield unknown(document, key, source, to_editors("%(the_bodies)s"), known)


def plan_sections_once(scope: Scope) -> Iterator[Problem]:
    """Each section of the plan has its own address."""
    for index, word in repeats(section.id for section in scope.dataset.plan.sections):
        yield scope.plan.problem(f'"{word}" står två gånger.', "sections", index, "id")


def background_exists(scope: Scope) -> Iterator[Problem]:
    """The section that the plan's background refers to exists."""
    reference = scope.dataset.plan.background
    if reference:
        yield from section_exists(scope, ("background",), reference)


def responses_total_is_enough(scope: Scope) -> Iterator[Problem]:
    """No more responses are published than were received in total."""
    total = scope.dataset.plan.responses_total
    published = len(scope.dataset.received)
    if total is not None and total < published:
        message = f"Antalet inkomna svar är {total}, men {published} svar är publicerade."
        yield scope.plan.problem(message, "responses_total")


def no_footnotes_in_the_plan(scope: Scope) -> Iterator[Problem]:
    """The plan's texts cannot have footnotes, so a reference would lead nowhere."""
    for index, section in enumerate(scope.dataset.plan.sections):
        yield from _footnotes(scope.plan, ("sections", index, "text"), section.text)
    for area in scope.dataset.goal_areas:
        document = scope.document(area.id)
        yield from _footnotes(document, ("text",), area.text)
        for name in ("groups", "milestones", "strategies"):
            for index, record in enumerate(getattr(area, name)):
                yield from _footnotes(document, (name, index, "text"), record.text)


def _footnotes(document: Document, key: Key, text: str | None) -> Iterator[Problem]:
    for reference in FOOTNOTE_REFERENCE.findall(text or ""):
        message = f'Texten hänvisar till fotnot "{reference}", som inte finns.'
        hint = to_editors("Fotnoter kan stå i %(the_responses)ss texter.")
        yield document.problem(message, *key, hint=hint)


def settings_are_filled(scope: Scope) -> Iterator[Problem]:
    """Warn while the publisher, the contact or the repository is unset."""
    names = {"publisher": "utgivare", "contact": "e-post", "repository": "källkodsarkiv"}
    document = scope.documents.get(SETTINGS)
    # Settings with a fault elsewhere make no record, but tell who publishes the site all the same.
    written = document.data if document and isinstance(document.data, dict) else {}
    unset = [
        names[name]
        for name in names
        if getattr(scope.dataset.settings, name) is None and not written.get(name)
    ]
    is_unread = document is None and (scope.dataset.root / SETTINGS).exists()
    if unset and not is_unread:
        message = f"Inte angivet: {listing(unset)}."
        hint = "Fyll i när det är bestämt; till dess säger webbplatsen att det saknas."
        yield Problem(SETTINGS, 1, 1, message, hint, "warning")


def repository_can_be_edited(scope: Scope) -> Iterator[Problem]:
    """Warn if the repository is set but its kind is unknown."""
    settings = scope.dataset.settings
    if settings.repository and settings.forge is None:
        document = scope.documents[SETTINGS]
        message = (
            "Det framgår inte om arkivet finns på GitHub eller GitLab, så webbplatsen kan inte "
            "länka till dess redigerare. Skriv repository_kind: github eller gitlab."
        )
        yield document.warning(message, "repository")


def security_contact_is_current(scope: Scope) -> Iterator[Problem]:
    """Warn if the day that the security contact is good for has passed, or is far ahead."""
    security = scope.dataset.settings.security
    if security is None:
        return
    document = scope.documents[SETTINGS]
    if security.expires < scope.today:
        message = (
            f"Datumet {security.expires} har passerat. Den som hittar en säkerhetsbrist kan inte "
            "längre lita på kontakten. Se efter att den stämmer, och skriv en dag inom ett år."
        )
        yield document.warning(message, "security", "expires")
    elif security.expires > scope.today + _A_YEAR:
        message = (
            f"Datumet {security.expires} är mer än ett år bort. Till dess kan kontakten ha bytts "
            "ut. Skriv en dag inom ett år."
        )
        yield document.warning(message, "security", "expires")


def accessibility_is_told_straight(scope: Scope) -> Iterator[Problem]:
    """The accessibility statement has no future dates, and lists shortcomings if it admits any."""
    statement = scope.dataset.settings.accessibility
    if statement is None:
        return
    document = scope.documents[SETTINGS]
    for name in ("assessed_on", "updated_on"):
        key: Key = ("accessibility", name)
        yield from odd_date(scope, document, key, getattr(statement, name))
    if statement.updated_on < statement.assessed_on:
        message = f"Redogörelsen är äldre än bedömningen ({statement.assessed_on})."
        yield document.problem(message, "accessibility", "updated_on")
    if statement.status != "full" and not statement.shortcomings:
        message = "Webbplatsen sägs ha brister, men inga står under shortcomings."
        yield document.problem(message, "accessibility", "status", hint="Lägg till dem.")
    if statement.status == "full" and statement.shortcomings:
        message = "Webbplatsen sägs vara helt förenlig med lagen, men har kända brister."
        yield document.problem(message, "accessibility", "status", hint="Skriv partial.")
