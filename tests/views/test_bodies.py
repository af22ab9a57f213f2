"""The list of bodies: a few in one list, many by their kind, with letters and a field for names."""

from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from bench.synthetic import with_bodies
from roadmap.model.dataset import Dataset
from roadmap.model.plan import BodyKind
from roadmap.presenters.pages import telling
from roadmap.presenters.translated import in_language
from roadmap.text.foreign import with_languages
from roadmap.views import responses
from tests.html import by_attribute, parse, text_of


def page(html: Markup, folder: Path) -> Path:
    path = folder / "index.html"
    path.write_text(f"<!doctype html><title>x</title>{html}", encoding="utf-8")
    return path


def of_kinds(dataset: Dataset) -> Dataset:
    """Give every third body another kind, and one of them none."""
    other = BodyKind(id="bolag", name="Bolag")
    plan = dataset.plan.altered(body_kinds=(*dataset.plan.body_kinds, other))
    bodies = [
        replace(body, kind=other if place % 3 == 0 else body.kind)
        for place, body in enumerate(dataset.bodies)
    ]
    bodies[1] = replace(bodies[1], kind=None)
    return replace(dataset, plan=plan, bodies=tuple(bodies))


def test_a_few_stand_in_one_list_with_their_kind(real: Dataset, tmp_path: Path) -> None:
    found = parse(page(responses(with_bodies(real, 5), ""), tmp_path))
    assert [*found.iter("h2")] == []
    assert by_attribute(found, "data-narrow") == {}
    rows = [text_of(row) for row in found.iter("li")]
    assert len(rows) == 5
    assert all("Stadsdelsnämnd" in row for row in rows)


def test_many_stand_by_kind_in_the_order_of_the_plan(real: Dataset, tmp_path: Path) -> None:
    dataset = of_kinds(with_bodies(real, 60))
    found = parse(page(responses(dataset, ""), tmp_path))
    assert [text_of(one) for one in found.iter("h2")] == [
        "Stadsdelsnämnd",
        "Bolag",
        "Typ av instans är inte angiven",
    ]
    chips, *lists = found.iter("nav")
    assert [text_of(one) for one in chips.iter("li")] == [
        "Stadsdelsnämnd 39",
        "Bolag 20",
        "Typ av instans är inte angiven 1",
    ]
    ids = by_attribute(found, "id")
    for link in (one for nav in (chips, *lists) for one in nav.iter("a")):
        _, _, anchor = str(link.get("href")).partition("#")
        assert anchor in ids
    names = [text_of(row) for row in by_attribute(found, "class")["who"]]
    assert len(names) == 60
    assert names[:39] == sorted(names[:39])


def test_kinds_lead_to_the_page_where_they_begin(real: Dataset, tmp_path: Path) -> None:
    dataset = of_kinds(with_bodies(real, 400))
    first = parse(page(responses(dataset, "remissvar/"), tmp_path))
    hrefs = [str(link.get("href")) for link in next(first.iter("nav")).iter("a")]
    assert hrefs == [
        "#typ-stadsdelsnamnd",
        "../remissvar/sida-2/#typ-bolag",
        "../remissvar/sida-2/#typ-typ-av-instans-ar-inte-angiven",
    ]
    second = parse(page(responses(dataset, "remissvar/sida-2/", 2), tmp_path))
    assert "typ-bolag" in by_attribute(second, "id")


def test_names_stand_as_in_a_dictionary_of_the_pages_language(
    real: Dataset, tmp_path: Path
) -> None:
    """Names that are not translated stand among the others, under their own letter."""
    names = ("Ängby", "Zon", "Nacka", *(f"Bo {number}" for number in range(57)))
    kept = with_bodies(real, 60)
    bodies = tuple(
        replace(body, name=name, response=body.response.altered(name=name))
        for name, body in zip(names, kept.bodies, strict=True)
    )
    settings = real.settings.altered(languages=("sv", "en"))
    english = in_language(replace(kept, bodies=bodies, settings=settings), "en")
    with telling(english):
        html = with_languages(responses(english, "remissvar/"), "sv", "en")
    found = parse(page(Markup(html), tmp_path))
    (letters,) = by_attribute(found, "class")["letters"]
    assert text_of(letters).split() == ["A", "B", "N", "Z"]
    shown = [text_of(one) for one in by_attribute(found, "class")["who"]]
    assert shown == ["Ängby", *names[3:], "Nacka", "Zon"]
