"""The search of another language's tree: what is translated, by that language's own tables."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import yaml

from bench.search import metrics
from roadmap import search
from roadmap.model.dataset import Dataset
from roadmap.model.translatable import translatable
from roadmap.model.translations import TextTranslation, Translations, text_hash
from roadmap.presenters.pages import telling
from roadmap.presenters.translated import in_language
from roadmap.search.dictionaries import read_dictionaries
from roadmap.search.entries import units
from roadmap.search.unit import Unit
from roadmap.search.word_forms import forms_in, table, tokens
from tests.projects import OTHER, ROOT, dataset_of
from tests.search.conftest import Ask, Open

JUDGED = yaml.safe_load((ROOT / "tests" / "search" / "queries-en.yml").read_text("utf-8"))
IN_OTHER_WORDS = metrics.read(JUDGED)
stem = forms_in("en").stem


@pytest.fixture(scope="module")
def english() -> Iterator[Dataset]:
    """A made-up English plan; not all of it is translated."""
    swedish = dataset_of(OTHER)
    of = {one.of: one.text for one in translatable(swedish)}
    texts = tuple(
        TextTranslation(of=name, hash=text_hash(of[name]), text=text)
        for name, text in JUDGED["texts"].items()
    )
    made = Translations(by="Ann Example", reviewed="false", texts=texts)
    settings = swedish.settings.altered(languages=("sv", "en"))
    bilingual = replace(swedish, settings=settings, translations={"en": {"all.yml": made}})
    told = in_language(bilingual, "en")
    with telling(told):
        yield told


@pytest.fixture(scope="module")
def found(english: Dataset) -> tuple[Unit, ...]:
    return tuple(units(english))


@pytest.fixture(scope="module")
def ask_english(open_engine: Open, english: Dataset) -> Ask:
    """Ask an engine that has the English index."""
    return open_engine(dict(search.build(english)))


RUN = """async (queries) => {
  const run = {};
  for (const text of queries) run[text] = (await engine.find(text)).results.map((one) => one.id);
  return run;
}"""


def test_what_is_right_comes_first(ask_english: Ask) -> None:
    right = {query: first for kind in JUDGED["queries"].values() for query, first in kind.items()}
    run = ask_english(RUN, [*right])
    first = {query: next(iter(ids), None) for query, ids in run.items()}
    wrong = {query: run[query] for query in right if first[query] != right[query]}
    assert not wrong


@pytest.mark.parametrize("held", [False, True], ids=["tuned", "held out"])
def test_what_is_said_in_other_words_is_found(ask_english: Ask, held: bool) -> None:
    queries = [query for query in IN_OTHER_WORDS if query.held == held]
    run = ask_english(RUN, [query.text for query in queries])
    scores = metrics.score(queries, run)
    assert scores[metrics.ALL].recall >= 0.9, scores
    assert scores[metrics.ALL].ndcg >= 0.8, scores
    found = {query.text: run[query.text] for query in queries if query.kind == metrics.ABSENT}
    assert not {text for text, ids in found.items() if ids}


@pytest.mark.parametrize(
    "forms",
    [
        "school schools schooling",
        "policy policies",
        "house houses housing housed",
        "plan plans planned planning",
        "care cares cared caring",
        "move moves moved moving movement",
        "class classes",
        "day days",
        "employ employs employer employers employed employment employee employees",
        "educate education educational educating",
        "travel travels traveled travelling",
        "organise organisation organizations organizing",
        "child children",
        "agree agreed agreement",
        "environment environmental environmentally",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


def test_different_words_have_different_stems() -> None:
    words = "car care plan plane part party house horse safe save teacher teach need new news bed"
    assert len({stem(word) for word in words.split()}) == len(words.split())


def test_the_browser_stems_every_word_as_the_build_does(
    ask_english: Ask, found: tuple[Unit, ...]
) -> None:
    texts = [*JUDGED["texts"].values(), *(f"{unit.title} {unit.text}" for unit in found)]
    words = {token.text for text in texts for token in tokens(text)}
    words |= {
        word for kind in JUDGED["queries"].values() for query in kind for word in query.split()
    }
    for ending in (
        "s",
        "es",
        "ed",
        "d",
        "ing",
        "er",
        "y",
        "ies",
        "ment",
        "ion",
        "ly",
        "ness",
        "ize",
    ):
        words |= {f"{word}{ending}" for word in words if word.isalpha() and len(word) < 9}
    listed = sorted(words)
    stems = ask_english(
        "async (w) => { const i = await engine.open(); return w.map((x) => i.words.stem(x)); }",
        listed,
    )
    assert {w: (stem(w), js) for w, js in zip(listed, stems, strict=True) if stem(w) != js} == {}


def test_only_what_is_translated_is_searched(found: tuple[Unit, ...], english: Dataset) -> None:
    assert {unit.kind for unit in found} >= {"area", "strategy", "comment", "body"}
    assert not {unit.kind for unit in found} & {"section", "footnote"}
    told = {"", *JUDGED["texts"].values()}
    assert {unit.text for unit in found if unit.kind == "comment"} <= told - {""}
    strategies = [unit for unit in found if unit.kind == "strategy"]
    assert {unit.title for unit in strategies} | {unit.text for unit in strategies} <= told
    assert len(strategies) == len(english.strategies), "all are found by their numbers"


def test_a_comment_leads_to_where_its_translation_stands(found: tuple[Unit, ...]) -> None:
    (comment,) = [unit for unit in found if unit.text.startswith("The council proposes")]
    assert (comment.url, comment.anchor) == ("strategier/3-2/", "svar-byradet")
    (body,) = [unit for unit in found if unit.kind == "body"]
    assert body.url == "../remissvar/byradet/"


def test_words_of_a_line_stand_for_each_other() -> None:
    """But one with a stop word in it is only typed: the rest of it says something else."""
    synonyms = read_dictionaries((), "en").synonyms
    jobless, unemployed = ((stem(word),) for word in ("jobless", "unemployed"))
    assert unemployed in synonyms["jobless"]
    assert jobless in synonyms["unemployed"]
    assert {unemployed, jobless} <= {*synonyms["out of work"]}
    assert (stem("work"),) not in synonyms["unemployed"]


def test_an_editors_table_is_of_its_language(english: Dataset) -> None:
    typed = {"sv": (("trappa", "hiss"),), "en": (("birches", "catkin"),)}
    with telling(english):
        files = dict(search.build(replace(english, synonyms_in=typed)))
    aliases = b"".join(content for name, content in files.items() if "/a" in name).decode()
    assert "catkin>birch" in aliases
    assert "hiss" not in aliases


def test_no_line_has_a_word_twice() -> None:
    for name in ("synonyms.yml", "thesaurus.yml"):
        for first, others in table("en", name).items():
            words = [" ".join(map(stem, word.split())) for word in (first, *others.split(","))]
            assert len({*words}) == len(words), (name, first)


@pytest.mark.parametrize("word", ["horses", "loss", "tears", "shore", "biscuits", "winter"])
def test_a_real_word_is_not_taken_for_another(ask_english: Ask, word: str) -> None:
    assert ask_english(RUN, [word])[word] == []
