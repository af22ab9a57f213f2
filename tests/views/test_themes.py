"""The pages of the themes: recounted from `data/`, with one response and with sixty."""

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from roadmap.text.swedish import sort_key
from tests.html import by_attribute, parse, text_of


@pytest.fixture(params=["site", "sixty_answers", "miniature"])
def built(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


@lru_cache(maxsize=12)
def read(project: Path, pattern: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    paths = sorted((project / "data").glob(pattern))
    return tuple((path.stem, yaml.safe_load(path.read_text("utf-8"))) for path in paths)


def borne(project: Path) -> dict[str, Counter[str]]:
    """For each theme of the plan, how many comments, strategies and sections bear it.

    A strategy bears it itself ("själv"), or by a comment on it.
    """
    ((_, plan),) = read(project, "plan.yml")
    found: dict[str, Counter[str]] = {}
    strategies: dict[str, set[str]] = {}
    for _, area in read(project, "goal-areas/*.yml"):
        for strategy in area["strategies"]:
            for theme in marked(strategy):
                found.setdefault(theme, Counter())["själv"] += 1
                strategies.setdefault(theme, set()).add(strategy["id"])
    for _, response in read(project, "responses/*.yml"):
        for comment in response.get("comments") or ():
            for theme in marked(comment):
                found.setdefault(theme, Counter())["synpunkt"] += 1
                strategies.setdefault(theme, set()).update(comment["strategies"])
        for section in response.get("sections") or ():
            for theme in marked(section):
                found.setdefault(theme, Counter())["avsnitt"] += 1
    for theme, ids in strategies.items():
        found.setdefault(theme, Counter())["strategi"] = len(ids)
    return {code["id"]: found.get(code["id"], Counter()) for code in plan.get("themes") or ()}


def borne_by_more(project: Path, theme: str) -> int:
    """How many more than five comments on a strategy, or sections, bear a theme."""
    numbers: Counter[str] = Counter()
    for _, response in read(project, "responses/*.yml"):
        comments = [one for one in response.get("comments") or () if theme in marked(one)]
        # A joint comment stands under one strategy, the first that it is on.
        numbers.update(comment["strategies"][0] for comment in comments)
        numbers["hela planen"] += sum(theme in marked(s) for s in response.get("sections") or ())
    return sum(max(0, number - 5) for number in numbers.values())


def marked(text: dict[str, Any]) -> set[str]:
    return {mark["theme"] for mark in (text.get("judgement") or {}).get("themes") or ()}


def pages_of(built: Path, theme: str) -> list[Path]:
    further = sorted(
        (built / "teman" / theme).glob("sida-*/index.html"),
        key=lambda path: int(path.parent.name.removeprefix("sida-")),
    )
    return [built / "teman" / theme / "index.html", *further]


def test_the_list_says_what_bears_each_theme_and_leads_there(built: Path) -> None:
    told = {}
    for card in by_attribute(parse(built / "teman/index.html"), "class").get("theme-list", []):
        for item in card.findall("li"):
            link, *strategies = item.iter("a")
            extent = text_of(item)
            told[Path(str(link.get("href"))).name] = len(strategies), "ela planen" in extent
            if strategies:
                word = "strategi" if len(strategies) == 1 else "strategier"
                assert f"{len(strategies)} {word}" in extent
    assert told == {
        theme: (count["strategi"], count["avsnitt"] > 0)
        for theme, count in borne(built.parent).items()
    }


def test_the_themes_stand_in_swedish_order(built: Path) -> None:
    names = [
        text_of(one)
        for one in by_attribute(parse(built / "teman/index.html"), "class").get("title", [])
    ]
    assert names == sorted(names, key=sort_key)


def test_each_theme_has_every_text_that_bears_it_once_with_its_words(built: Path) -> None:
    for theme, count in borne(built.parent).items():
        anchors: list[str] = []
        rows = left = 0
        for path in pages_of(built, theme):
            for section in parse(path).iter("section"):
                for further in by_attribute(section, "class").get("meta left", []):
                    number = text_of(further).split()[0]
                    left += 1 if number == "Ett" else int(number)
                for row in section.iter("li"):
                    rows += 1
                    anchors += [str(row.get("id"))] if row.get("id") else []
                    assert [*row.iter("mark")], f"{path}: {text_of(row)}"
                    (link,) = row.iter("a")
                    target, _, anchor = str(link.get("href")).partition("#")
                    there = (path.parent / target / "index.html").read_text("utf-8")
                    assert not anchor or f'id="{anchor}"' in there
        assert len(anchors) == len(set(anchors)), theme
        assert (left > 0) == (borne_by_more(built.parent, theme) > 0), theme
        # A strategy that is about the theme itself has the answers on it, too, while they are few.
        borne_by = count["synpunkt"] + count["avsnitt"]
        silent = len(anchors) + left - borne_by
        assert 0 <= silent <= count["själv"], theme
        assert rows == len(anchors) + count["själv"], theme
        first = text_of(parse(pages_of(built, theme)[0]))
        # The filter finds those that bear it alone.
        assert ("svaren som tar upp temat" in first) == (borne_by > 0), theme
        assert ("Här står också svar som inte gör det" in first) == (silent > 0), theme
        assert ("Varken planen eller något svar tar upp temat." in first) == (not rows)


def test_a_strategy_that_is_about_the_theme_itself_has_the_answers_on_it(site: Path) -> None:
    page = by_attribute(parse(site / "teman/skola-och-forskola/index.html"), "id")
    (answer,) = page["svar-1-2-enskede-arsta-vantor"]
    told = text_of(answer)
    assert told.startswith("Förvaltningen välkomnar förslagen.")
    assert told.endswith("Stöder · Enskede-Årsta-Vantörs stadsdelsförvaltning om 1.2")


def test_a_strategy_that_is_about_the_theme_itself_stands_there_with_its_words(site: Path) -> None:
    page = by_attribute(parse(site / "teman/skola-och-forskola/index.html"), "id")
    (heading,) = page["strategi-1-2"]
    assert "Öka deltagandet" in text_of(heading)
    text = (site / "teman/skola-och-forskola/index.html").read_text("utf-8")
    assert "<mark>deltagande och närvaro i förskolan behöver öka</mark>" in text


def test_a_judgement_leads_to_its_themes(built: Path) -> None:
    """Where an answer is shown in full: in a long list of answers to a strategy it is not."""
    told = borne(built.parent)
    expected = {theme for theme, count in told.items() if count["strategi"] or count["avsnitt"]}
    found = {
        Path(str(link.get("href"))).name
        for folder in ("strategier", "remissvar")
        for path in (built / folder).rglob("index.html")
        for link in parse(path).iter("a")
        if "/teman/" in str(link.get("href")).removesuffix("/teman/")
    }
    assert found == expected


def test_only_what_the_plan_calls_something_is_set_as_its_words(site: Path) -> None:
    headings = [
        heading
        for page in (site / "teman").glob("*/index.html")
        for heading in by_attribute(parse(page), "id").values()
        if heading[0].tag == "h2"
    ]
    own = {text_of(one) for (one, *_) in headings if one.get("class") == "own"}
    assert own == {"Hela planen"}
    assert len(headings) > len(own)
