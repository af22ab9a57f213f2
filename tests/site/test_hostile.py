"""Hostile data, built and opened in a browser with the security policy switched off."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Dialog

from tests.browsers import window
from tests.html import by_attribute, pages, text_of
from tests.html import parse as parse_html
from tests.projects import MINI, build, make_project
from tests.shared import Shared
from tests.site.hostile import ATTACKS, HIT
from tools.web import served

ORDINARY = "Den vanliga texten bredvid står kvar."
EVERYTHING = " ".join(ATTACKS)


def hostile(attack: str) -> str:
    return f"{attack} {ORDINARY}"


def quote_of(text: str) -> str:
    return " ".join(text.split()[:20])


def judgement(attack: str) -> dict[str, Any]:
    text = hostile(attack)
    return {
        "by": text,
        "reviewed": "true",
        "reviewed_by": text,
        "position": {"value": "supports", "quote": quote_of(text), "reason": text},
        "asks": [{"kind": "ask", "quote": quote_of(text), "outcome": outcome(text)}],
        "themes": [{"theme": "theme", "quote": quote_of(text)}],
    }


def outcome(text: str) -> dict[str, Any]:
    return {
        "by": text,
        "reviewed": "false",
        "value": "rejected",
        "date": "2020-01-02",
        "source": {"title": text, "url": "https://prov.example/a?b=c&d=e"},
        "quote": quote_of(text),
        "reason": text,
    }


def strategy(number: int, attack: str) -> dict[str, Any]:
    text = hostile(attack)
    return {"id": f"S1.{number}", "title": text, "text": f"{text}\n\n- {text}\n", "pages": "1"}


def comment(number: int, attack: str) -> dict[str, Any]:
    return {
        "strategies": [f"S1.{number}"],
        "heading": hostile(attack),
        "text": hostile(attack) + "[^1]" * (number == 1),
        "judgement": judgement(attack),
    }


def milestone(number: int, attack: str) -> dict[str, Any]:
    text = hostile(attack)
    record: dict[str, Any] = {
        "id": f"E1.{number}",
        "text": text,
        "judgement": {
            "by": text,
            "reviewed": "false",
            "direction": {"value": "increase", "quote": quote_of(text)},
            "counted": {"value": text, "individuals": "false", "quote": quote_of(text)},
            "target": {
                "year": "2022",
                "value": "85",
                "unit": EVERYTHING if number == 1 else text,
                "quote": quote_of(text),
                "seen_in": text,
                "url": "https://prov.example/a?b=c&d=e",
            },
        },
    }
    if number == 1:
        record["series"] = {
            "title": EVERYTHING, "unit": EVERYTHING, "source": EVERYTHING,
            "url": "https://prov.example/a?b=c&d=e",
        }  # fmt: skip
    return record


def write(path: Path, record: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(
        record, default_style='"', allow_unicode=True, sort_keys=False, width=10**9
    )
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def attacked(shared: Shared) -> Path:
    """A site with every attack in every text field."""
    return shared.folder("hostile", make_hostile) / "site"


def make_hostile(project: Path) -> None:
    make_project(project, MINI)
    data = project / "data"
    for path in [*(data / "responses").iterdir(), *(data / "goal-areas").iterdir()]:
        path.unlink()
    (project / "docs/malomraden/bo.md").unlink()
    numbered = list(enumerate(ATTACKS, start=1))
    code = {"name": EVERYTHING, "description": EVERYTHING}
    write(
        data / "plan.yml",
        {
            **dict.fromkeys(("title", "summary", "municipality", "issuer"), EVERYTHING),
            "year": {"value": EVERYTHING, "seen_in": EVERYTHING},
            "case_number": {"value": EVERYTHING, "seen_in": EVERYTHING},
            "process": [dict.fromkeys(("name", "when", "what", "seen_in"), EVERYTHING)],
            "body_kinds": [{"id": "kind", **code}],
            "asks": [{"id": "ask", **code}],
            "themes": [{"id": "theme", **code}],
            "document": {"title": EVERYTHING},
            "sections": [{"id": "slut", "heading": EVERYTHING, "text": EVERYTHING}],
        },
    )
    write(data / "settings.yml", {"publisher": EVERYTHING, "contact": "prov@prov.example"})
    write(
        data / "goal-areas/1-lara.yml",
        {
            "id": "M1",
            "title": EVERYTHING,
            "text_from": "provnamnden",
            "text": EVERYTHING,
            "lead_milestones": EVERYTHING,
            "lead_strategies": EVERYTHING,
            "milestones": [milestone(*pair) for pair in numbered],
            "strategies": [strategy(*pair) for pair in numbered],
        },
    )
    write(
        data / "responses/provnamnden.yml",
        {
            "name": EVERYTHING,
            "kind": "kind",
            "status": "received",
            "speaker": "administration",
            "document_kind": EVERYTHING,
            "decision": {"date": "2020-01-01", "text": EVERYTHING},
            "source": {
                "title": EVERYTHING,
                "pages": "2",
                "uncertain": [
                    {"pages": "1", **dict.fromkeys(("received", "corrected", "reason"), text)}
                    for text in ATTACKS
                ],
            },
            "sections": [
                {"id": name, "heading": EVERYTHING, "text": EVERYTHING}
                for name in ("sammanfattning", "synpunkter", "bilaga")
            ],
            "area_headings": [{"area": "M1", "heading": EVERYTHING}],
            "comments": [comment(*pair) for pair in numbered],
            "footnotes": [{"id": "1", "text": EVERYTHING}],
        },
    )
    about = project / "docs/om/index.md"
    macros = ("plan_facts", "source_files", "about_publisher", "uncertain_readings")
    about.write_text(about.read_text() + "".join(f"\n\n{{{{ {name}() }}}}\n" for name in macros))
    build(project)


def test_the_corpus_is_large_enough() -> None:
    assert len(ATTACKS) >= 60
    assert len(set(ATTACKS)) == len(ATTACKS)


def test_marked_texts_are_the_attacks_word_for_word(attacked: Path) -> None:
    found: dict[str, str] = {}
    for page in pages(attacked):
        for mark, elements in by_attribute(parse_html(attacked / page), "data-text").items():
            found[mark] = text_of(elements[0], hidden=("sup",))
    for number, attack in enumerate(ATTACKS, start=1):
        words = " ".join(hostile(attack).split())
        assert found[f"S1.{number}/title"] == words
        assert found[f"S1.{number}"] == f"{words} {words}"
        assert found[f"E1.{number}"] == words
        assert found[f"provnamnden/S1.{number}"] == words + "¹" * (number == 1)


# What no text brings into a page; the search form and the marks are the page's own.
FOREIGN = (
    "script, style, iframe, object, embed, base, meta, link, plaintext,"
    " form:not(.search, [action='./']), noscript, video, audio,"
    " template:not([data-position-marks], [data-search-signs])"
)
# What an attack would leave in a page: what ran, what could run, what has no place in a text.
LOOK = f"""() => {{
    const footer = [...document.querySelectorAll("footer")].at(-1);
    const main = document.querySelector(".page-main, main");
    return {{
        ran: typeof window.{HIT},
        attributes: [...document.querySelectorAll("*")].flatMap(one => [...one.attributes])
            .filter(one => one.name.startsWith("on")
                || /^\\s*(javascript|data|vbscript):/i.test(one.value))
            .map(one => one.name + "=" + one.value),
        elements: [...document.querySelectorAll("main :is({FOREIGN})")].map(one => one.outerHTML),
        footer: footer.checkVisibility({{ visibilityProperty: true, opacityProperty: true }})
            && footer.getBoundingClientRect().height > 0,
        text: main.innerText,
    }};
}}"""


@pytest.mark.browser
def test_nothing_runs_leaves_or_is_hidden(attacked: Path, browser: Browser) -> None:
    left: list[str] = []
    dialogs: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    with served(attacked) as address, window(browser, bypass_csp=True) as opened:
        page = opened.new_page()
        page.on("request", lambda request: left.append(request.url))
        page.on("dialog", dismiss)
        for name in pages(attacked):
            page.goto(address + name.removesuffix("index.html"))
            seen = page.evaluate(LOOK)
            assert (seen["ran"], seen["attributes"], seen["elements"]) == ("undefined", [], []), (
                name
            )
            assert seen["footer"], name
            assert ORDINARY in seen["text"] or not name.startswith("strategier/"), name
        assert [url for url in left if not url.startswith(address)] == []
    assert dialogs == []
