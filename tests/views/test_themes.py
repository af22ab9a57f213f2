"""The pages of the themes: recounted from `data/`, with one response and with sixty."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.html import by_attribute, parse, text_of

NUMBERS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7}
NUMBERS |= {"åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12}
COUNT = re.compile(r"(\w+) (synpunkt|strategi|avsnitt)", re.IGNORECASE)


@pytest.fixture(params=["site", "sixty_answers", "miniature"])
def built(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def read(project: Path, pattern: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((project / "data").glob(pattern)):
        yield path.stem, yaml.safe_load(path.read_text("utf-8"))


def borne(project: Path) -> dict[str, Counter[str]]:
    """For each theme of the plan, how many comments, strategies and sections bear it."""
    ((_, plan),) = read(project, "plan.yml")
    comments: Counter[str] = Counter()
    sections: Counter[str] = Counter()
    strategies: dict[str, set[str]] = {}
    for _, response in read(project, "responses/*.yml"):
        for comment in response.get("comments") or ():
            for theme in marked(comment):
                comments[theme] += 1
                strategies.setdefault(theme, set()).update(comment["strategies"])
        for section in response.get("sections") or ():
            sections.update(marked(section))
    return {
        code["id"]: Counter(
            synpunkt=comments[code["id"]],
            strategi=len(strategies.get(code["id"], ())),
            avsnitt=sections[code["id"]],
        )
        for code in plan.get("themes") or ()
    }


def marked(text: dict[str, Any]) -> set[str]:
    return {mark["theme"] for mark in (text.get("judgement") or {}).get("themes") or ()}


def counts(words: str) -> Counter[str]:
    """Read "nio synpunkter på fem strategier och två avsnitt"."""
    return Counter(
        {
            word.lower(): NUMBERS.get(number.lower()) or int(number)
            for number, word in COUNT.findall(words)
        }
    )


def pages_of(built: Path, theme: str) -> list[Path]:
    further = sorted(
        (built / "teman" / theme).glob("sida-*/index.html"),
        key=lambda path: int(path.parent.name.removeprefix("sida-")),
    )
    return [built / "teman" / theme / "index.html", *further]


def test_the_list_says_how_much_bears_each_theme(built: Path) -> None:
    page = parse(built / "teman/index.html")
    told = {}
    for item in page.iter("li"):
        link = item.find("p/a")
        if link is not None and item.find("p").get("class") == "who":  # type: ignore[union-attr]
            told[Path(str(link.get("href"))).name] = counts(text_of(item.findall("p")[-1]))
    assert {theme: +count for theme, count in told.items()} == {
        theme: +count for theme, count in borne(built.parent).items()
    }


def test_each_theme_has_every_text_that_bears_it_once_with_its_words(built: Path) -> None:
    for theme, count in borne(built.parent).items():
        keys: list[str] = []
        for path in pages_of(built, theme):
            for key, (text,) in by_attribute(parse(path), "data-text").items():
                if "/fotnot-" not in key:
                    keys.append(key)
                    assert [*text.iter("mark")], f"{path}: {key}"
        assert len(keys) == len(set(keys)), theme
        assert len(keys) == count["synpunkt"] + count["avsnitt"], theme
        first = text_of(parse(pages_of(built, theme)[0]))
        assert ("Inget publicerat svar tar upp temat" in first) == (not keys)


def test_a_judgement_leads_to_its_themes(built: Path) -> None:
    expected = {theme for theme, count in borne(built.parent).items() if count["strategi"]}
    found = {
        Path(str(link.get("href"))).name
        for path in (built / "strategier").rglob("index.html")
        for link in parse(path).iter("a")
        if "/teman/" in str(link.get("href")).removesuffix("/teman/")
    }
    assert found == expected
