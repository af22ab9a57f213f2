"""What is said to editors names the plan's things by the site's own words, or not at all.

No run provokes every message, so the program's own texts are read. What a site's words are put
into is tried in `tests/cli/test_own_terms.py`.
"""

import ast
import re
from collections.abc import Iterator

from roadmap.datafiles.files import files_below
from roadmap.starter import starter
from tests.projects import ROOT
from tests.site.test_terms import USUAL

ENGINE = ROOT / "roadmap"
# Placeholders, fields of the data, a list of the ids of sections, and addresses that are taken.
NO_WORDS = re.compile(
    r"%\(\w+\)s|\bstrategies\b|beredning, synpunkter|\(fotnot\|synpunkt\|strategi\|"
)
ROOMS = ("cli", "datafiles", "history", "importing", "model", "search", "site", "starter")
# These know what documents may say, whatever the site does, and which words a site can exchange.
OF_DOCUMENTS = {
    "importing/closing.py",
    "importing/facts.py",
    "importing/headings.py",
    "importing/numbering.py",
    "importing/numbers.py",
    "importing/other_plans.py",
    "importing/plan/units.py",
    "importing/plan/words.py",
    "importing/running_heads.py",
    "model/terms.py",
}
# Words that are no part of a message: of a folder, of a column in a document, ids of sections.
NAMES = {
    "datafiles/reader.py": {"remissvar"},
    "importing/evidence.py": {"strategi", "strategier", "strategi nr", "nr strategi"},
    "model/codes.py": {"synpunkter", "allmanna-synpunkter"},
}


def texts(source: str) -> Iterator[str]:
    """Yield the texts of a module, but for its docstrings, parts of an f-string one by one."""
    tree = ast.parse(source)
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


def usual_in(text: str) -> bool:
    return bool(USUAL.search(NO_WORDS.sub("", text)))


def test_no_message_has_a_usual_word() -> None:
    found: dict[str, set[str]] = {}
    for room in ROOMS:
        for path in files_below(ENGINE / room, ".py"):
            name = path.relative_to(ENGINE).as_posix()
            said = {text for text in texts(path.read_text("utf-8")) if usual_in(text)}
            if said and name not in OF_DOCUMENTS:
                found[name] = said
    assert found == NAMES


def test_a_usual_word_is_seen() -> None:
    source = 'def a():\n    """En strategi."""\n    return f"{b} är en synpunkt %(on_strategy)s"\n'
    assert [*filter(usual_in, texts(source))] == [" är en synpunkt %(on_strategy)s"]


def test_a_blank_response_has_none() -> None:
    assert not usual_in(" ".join(starter("response.yml").replace("id: synpunkter", "id:").split()))
