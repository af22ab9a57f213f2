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
  for (const text of queries) {
    const { results } = await engine.find(text);
    run[text] = results.filter((one) => one.kind !== "body").map((one) => one.id);
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


def test_the_set_is_large_enough() -> None:
    assert sum(bool(query.exact) for query in QUERIES) >= 100
    assert 0.4 < sum(query.held for query in QUERIES) / len(QUERIES) < 0.6
