"""A set of the open data bears the day of the last version that changed it, or none."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from rdflib import DCTERMS, Literal, URIRef

from roadmap.exports.open_data.dates import changed_sets, modified
from roadmap.exports.open_data.definitions import SetId
from roadmap.exports.open_data.tables import SETS
from roadmap.model.history import Change
from roadmap.presenters import urls
from roadmap.site.project import current
from tests.exports.open_data.test_catalogue import HOME, graph
from tests.projects import MINI, TODAY
from tests.repositories import Repository

RESPONSE = "data/responses/provnamnden.yml"
AREA = "data/goal-areas/1-lara.yml"
FIRST = date(2020, 3, 1)
EVERY = {each.id: FIRST for each in SETS}


def days(repository: Repository) -> dict[SetId, date | None]:
    history = current(repository.folder, TODAY).history
    return {each.id: modified(history, [each.id]) for each in SETS}


@pytest.mark.parametrize(
    ("name", "old", "new", "changed"),
    [
        (RESPONSE, "varken ja", "både ja", {"responses"}),
        (RESPONSE, "        value: supports\n", "        value: opposes\n", {"judgements"}),
        (AREA, "fler böcker", "många böcker", {"plan"}),
        ("data/series/E1.1.csv", "81,5", "82,5", {"figures"}),
        ("data/plan.yml", "name: Nämnd\n", "name: Nämnder\n", {"judgements"}),
        ("data/plan.yml", "issuer: Provstyrelsen", "issuer: Styrelsen", {"plan"}),
        ("data/settings.yml", "publisher: ", "publisher: Nya ", set()),
        (RESPONSE, "name: Provnämnden", "note: En lapp.\nname: Provnämnden", set()),
    ],
)
def test_only_what_a_version_changed_bears_its_day(
    repository: Repository, name: str, old: str, new: str, changed: set[SetId]
) -> None:
    assert days(repository) == EVERY
    repository.hours += 24 * 40
    repository.change(name, old, new)
    # What is not saved yet has no day.
    assert days(repository) == {**EVERY, **dict.fromkeys(changed)}
    repository.commit()
    assert days(repository) == {**EVERY, **dict.fromkeys(changed, date(2020, 4, 10))}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("responses", "prov"), {"responses", "judgements"}),
        (("responses", "prov", "comments", "S1.1"), {"responses", "judgements"}),
        (("responses", "prov", "comments", "S1.1", "pages"), {"responses"}),
        (("responses", "prov", "source", "uncertain", "1", "reason"), {"judgements"}),
        (("responses", "prov", "source", "title"), {"responses"}),
        (("responses", "prov", "unanswered"), {"responses"}),
        (("responses", "prov", "status"), {"responses", "judgements"}),
        (("responses", "prov", "comments", "S1.1", "refers_to"), {"responses", "judgements"}),
        (("goal-areas", "M1"), {"plan", "judgements", "figures"}),
        (("goal-areas", "M1", "milestones", "E1.1"), {"plan", "judgements", "figures"}),
        (("goal-areas", "M1", "milestones", "E1.1", "series", "unit"), {"figures"}),
        (("goal-areas", "M1", "strategies", "S1.1"), {"plan"}),
        (("goal-areas", "M1", "strategies"), {"plan"}),
        (("sources", "prov/svar.txt"), set()),
        (("search", "ord", "skola"), set()),
    ],
)
def test_which_sets_a_change_bears_on(path: tuple[str, ...], expected: set[SetId]) -> None:
    assert changed_sets(Change("changed", path, ())) == expected


def test_the_catalogue_tells_the_day_of_each_set_and_of_all(repository: Repository) -> None:
    repository.hours += 24 * 40
    repository.change(RESPONSE, "varken ja", "både ja")
    repository.commit()
    found = graph(current(repository.folder, TODAY))

    def told(name: str) -> object:
        return found.value(URIRef(f"{HOME}{urls.CATALOGUE}#{name}"), DCTERMS.modified)

    assert told("plan") == Literal(FIRST)
    assert told("responses") == told("allt") == Literal(date(2020, 4, 10))


def test_without_a_history_no_day_is_made_up(tmp_path: Path) -> None:
    shutil.copytree(MINI / "data", tmp_path / "data")
    found = graph(current(tmp_path, TODAY))
    assert found
    assert not [*found.objects(None, DCTERMS.modified)]
