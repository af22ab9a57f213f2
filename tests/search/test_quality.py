"""How good the search is, on our own queries. Only half of them may be tuned on."""

import pytest
import yaml

from bench.search import metrics
from tests.projects import ROOT
from tests.search.conftest import Ask

pytestmark = pytest.mark.browser

QUERIES = metrics.read(
    yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
)
RUN = """async (queries) => {
  const run = {};
  const TEXTS = ["plan", "answers"];
  for (const text of queries) {
    const { results } = await engine.find(text);
    const texts = results.filter((one) => TEXTS.includes(one.section) && one.kind !== "body");
    run[text] = texts.map((one) => one.id);
  }
  return run;
}"""


@pytest.fixture(scope="module")
def run(ask: Ask) -> dict[str, list[str]]:
    found: dict[str, list[str]] = ask(RUN, [query.text for query in QUERIES])
    return found


@pytest.mark.parametrize("held", [False, True], ids=["tuned", "held out"])
def test_most_of_what_is_right_is_among_the_first(run: dict[str, list[str]], held: bool) -> None:
    scores = metrics.score([query for query in QUERIES if query.held == held], run)
    assert scores[metrics.ALL].recall >= 0.96, scores
    assert scores[metrics.ALL].ndcg >= 0.94, scores
    assert scores[metrics.ALL].zero <= 0.01, scores


def test_an_absent_topic_finds_nothing(run: dict[str, list[str]]) -> None:
    found = {query.text: run[query.text] for query in QUERIES if query.kind == metrics.ABSENT}
    assert len(found) >= 40
    assert not {text for text, ids in found.items() if ids}


def test_numbers_and_names_always_find_it_first(run: dict[str, list[str]]) -> None:
    for query in QUERIES:
        if query.kind in ("number", "name"):
            assert run[query.text][0] in query.exact, query.text


@pytest.mark.parametrize(
    ("typed", "section", "first"),
    [
        ("Word", "pages", "sammanstallning/"),
        ("ladda ner", "pages", "sammanstallning/"),
        ("csv", "pages", "oppna-data/#oppna"),
        ("excel", "pages", "oppna-data/"),
        ("när antogs planen", "pages", "om/"),
        ("KS 2018/911", "pages", "om/"),
        ("vad hände med önskemålen", "pages", "onskemal/"),
        ("kritik", "pages", "oversikt/"),
        ("skärmläsare", "pages", "tillganglighet/"),
        ("gdpr", "pages", "om/personuppgifter/"),
        ("statistik", "pages", "teman/konsuppdelad-statistik/"),
        ("pengar", "requests", "remissvar/enskede-arsta-vantor/#synpunkt-3-3"),
        ("förskolan nämns", "requests", "remissvar/enskede-arsta-vantor/#synpunkt-1-4"),
        ("tjänsteutlåtande", "words", "ordlista/#tjansteutlatande"),
        ("vad betyder socioekonomiskt index", "words", "ordlista/#socioekonomiskt-index"),
    ],
)
def test_what_readers_ask_leads_to_the_page_that_says_it(
    ask: Ask, typed: str, section: str, first: str
) -> None:
    script = """async ([text, section]) => {
      const found = await engine.find(text);
      const result = found.results.find((one) => one.section === section);
      return result ? (await engine.snippet(found, result.hits[0])).url : null;
    }"""
    assert ask(script, [typed, section]) == first


def test_a_page_that_hardly_has_what_is_asked_for_is_not_shown(ask: Ask) -> None:
    script = "async (text) => (await engine.find(text)).results.map((one) => one.section)"
    assert "pages" not in ask(script, "resurser till platssamverkan")


def test_the_set_is_large_enough() -> None:
    assert sum(bool(query.exact) for query in QUERIES) >= 100
    assert 0.4 < sum(query.held for query in QUERIES) / len(QUERIES) < 0.6
