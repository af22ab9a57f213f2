"""What the engine in the browser promises."""

from dataclasses import replace

import pytest

from roadmap import search
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.search.dictionaries import read_dictionaries
from roadmap.search.entries import units
from roadmap.search.word_forms import fold, forms_in, tokens
from tests.projects import LABELS, TERMS, dataset_of
from tests.search.conftest import Ask, Open

stem = forms_in(SOURCE_LANGUAGE).stem

pytestmark = pytest.mark.browser

FIND = """async (text) => {
  const { results, correction, missing, facets, total } = await engine.find(text);
  const counts = Object.entries(facets).map(([name, values]) => [name, [...values]]);
  return { results, correction, missing, total, facets: Object.fromEntries(counts) };
}"""
# Of what is found, the plan and the answers: the site's own pages and lists are beside them.
TEXTS = f"""async (text) => {{
  const found = await ({FIND})(text);
  const texts = found.results.filter((one) => ["plan", "answers"].includes(one.section));
  return {{ ...found, results: texts }};
}}"""
SNIPPET = """async ([text, place]) => {
  const found = await engine.find(text);
  const texts = found.results.filter((one) => ["plan", "answers"].includes(one.section));
  return engine.snippet(found, texts[place].hits[0]);
}"""


def _vocabulary(real: Dataset) -> list[str]:
    dictionaries = read_dictionaries(real.synonyms)
    words = {token.text for unit in units(real) for token in tokens(f"{unit.title} {unit.text}")}
    words |= {word for phrase in dictionaries.synonyms for word in phrase.split()}
    words |= set(dictionaries.known)
    return sorted(words | {fold(word) for word in words})


def test_the_browser_stems_every_word_as_the_build_does(ask: Ask, real: Dataset) -> None:
    words = _vocabulary(real)
    stems = ask(
        "async (w) => { const i = await engine.open(); return w.map((x) => i.words.stem(x)); }",
        words,
    )
    assert {
        word: (stem(word), js) for word, js in zip(words, stems, strict=True) if stem(word) != js
    } == {}


def test_a_word_without_accents_has_the_same_stem_but_for_accents(real: Dataset) -> None:
    assert [word for word in _vocabulary(real) if fold(stem(word)) != fold(stem(fold(word)))] == []


def test_the_browser_parts_texts_as_the_build_does(ask: Ask, real: Dataset) -> None:
    texts = [unit.text for unit in units(real)] + ["S3.4, 10:30 och KS 2018/911: mark- och å"]
    found = ask(
        "(texts) => texts.map((one) => tools.tokens(one).map((t) => [t.text, t.start]))", texts
    )
    assert found == [[[token.text, token.start] for token in tokens(text)] for text in texts]


@pytest.mark.parametrize(
    ("typed", "meant", "off"),
    [("ab", "ab", 0), ("ab", "ba", 1), ("abc", "ac", 1), ("abc", "abxc", 1), ("abc", "xyz", 3)],
)
def test_distance(ask: Ask, typed: str, meant: str, off: int) -> None:
    assert ask("([a, b]) => tools.distance(a, b, 3)", [typed, meant]) == off


def test_a_misspelt_word_is_put_right_and_told(ask: Ask) -> None:
    found = ask(FIND, "tryghget i centrum")
    assert found["correction"] == "trygghet i centrum"
    assert found["missing"] == ["centrum"]
    assert found["results"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("skollan", "skolan"),
        ("skoolan", "skolan"),
        ("kriminaltet", "kriminalitet"),
        ("jämstaldhet", "jämställdhet"),
        ("demokartiska val", "demokratiska val"),
    ],
)
def test_a_misspelt_word_finds_what_the_word_finds(ask: Ask, typed: str, meant: str) -> None:
    script = """async (text) => {
      const { results, total, correction } = await engine.find(text);
      return [correction || text, total, results.map((one) => one.id)];
    }"""
    found = ask(script, typed)
    assert found[1]
    assert found == ask(script, meant)


@pytest.mark.parametrize(
    "word",
    ["månen", "bilen", "bolån", "kaniner", "smör", "kött", "skor", "bullar", "laxen", "brottning"],
)
def test_a_real_word_is_not_taken_for_another(ask: Ask, word: str) -> None:
    found = ask(FIND, word)
    assert (found["total"], found["correction"]) == (0, None)


@pytest.mark.parametrize(
    "forms",
    [
        "hyresgäst hyresgäster hyresgästen",
        "arbetslös arbetslösa arbetslöst",
        "segregation segregerad segregerade",
        "medborgardialog medborgardialoger medborgardialogen",
    ],
)
def test_all_forms_of_a_word_find_the_same(ask: Ask, forms: str) -> None:
    found = [[one["id"] for one in ask(FIND, word)["results"]] for word in forms.split()]
    assert found[0]
    assert found == found[:1] * len(found)


def test_a_number_that_nothing_has_finds_nothing(ask: Ask) -> None:
    assert [one["id"] for one in ask(FIND, "målområde 4")["results"]] == ["M4"]
    for text in ("målområde 5", "strategi 9.1", "etappmål 7.2"):
        assert ask(FIND, text)["results"] == []


@pytest.mark.parametrize("typed", ["örskola", "dörskola", "öfrskola"])
def test_a_first_letter_may_be_misspelt(ask: Ask, typed: str) -> None:
    found = ask(TEXTS, typed)
    assert (found["correction"], found["results"][0]["id"]) == ("förskola", "S1.2")


def test_a_phrase_with_stop_words_stands_for_a_word(ask: Ask) -> None:
    marks = "async (text) => [...(await engine.find(text)).marks]"
    assert "förebygg" in ask(marks, "i tid")
    assert {"förebygg", "stöd"} <= set(ask(marks, "stöd i tid"))
    assert "förebygg" not in ask(marks, "stöd tid")


def test_a_real_word_is_not_put_right(ask: Ask) -> None:
    assert ask(FIND, "skatt") == {
        "results": [],
        "correction": None,
        "missing": ["skatt"],
        "total": 0,
        "facets": {"area": [], "body": [], "kind": [], "position": []},
    }


def test_a_joint_comment_is_found_by_both_numbers(ask: Ask) -> None:
    for text in ("3.1", "3.2"):
        results = ask(FIND, text)["results"]
        hits = {(one["id"], hit["kind"], hit["body"]) for one in results for hit in one["hits"]}
        assert ("S3.2", "comment", "enskede-arsta-vantor") in hits


def test_a_body_is_a_hit_of_its_own(ask: Ask) -> None:
    results = ask(FIND, "Enskede-Årsta-Vantör")["results"]
    assert [(one["id"], one["kind"]) for one in results[:2]] == [
        ("enskede-arsta-vantor", "body"),
        ("forslag", "section"),
    ]


def test_å_is_not_a_but_a_may_be_å(ask: Ask) -> None:
    assert ask(FIND, "mål")["results"]
    assert ask(FIND, "mal")["results"]
    assert not ask(FIND, "tåg")["results"]  # "tagits" is in the texts


def test_hits_bear_what_a_facet_needs_and_are_counted(ask: Ask) -> None:
    found = ask(FIND, "bostäder")
    facets = {name: dict(values) for name, values in found["facets"].items()}
    assert facets["area"]["M3"] >= 2
    assert facets["position"]["supports"] >= 1
    script = """async () => (await engine.find("bostäder", { filters: {
        area: ["M3"], kind: ["comment"], position: ["supports"] } }))"""
    assert set(facets["kind"]) >= {"strategy", "comment", "section", "milestone"}
    assert sum(facets["kind"].values()) == found["total"]
    filtered = ask(f"async () => {{ const f = await ({script})(); return f.results; }}")
    assert [one["id"] for one in filtered] == ["S3.2"]
    assert {hit["kind"] for hit in filtered[0]["hits"]} == {"comment"}


def test_the_snippet_is_the_units_own_text_with_the_hit_marked(ask: Ask) -> None:
    found = ask(SNIPPET, ["dagis", 0])
    assert found["url"] == "strategier/1-2/#strategi-1-2"
    assert [piece["text"] for piece in found["title"] if piece["mark"]] == ["förskolan"]
    text = "".join(piece["text"] for piece in found["pieces"])
    assert "dagis" not in text
    assert next(piece["text"] for piece in found["pieces"] if piece["mark"]) == "förskolan"


def test_a_compound_is_marked_for_its_part(ask: Ask) -> None:
    found = ask(SNIPPET, ["enkät", 0])
    assert [piece["text"] for piece in found["pieces"] if piece["mark"]] == ["medarbetarenkäten"]


def test_results_appear_while_typing(ask: Ask) -> None:
    script = "async (text) => (await engine.find(text, { typing: true })).results.map((r) => r.id)"
    for end in range(4, 12):
        assert "S3.2" in ask(script, "trångboddhet"[:end])
    assert ask(script, "bil")  # it may become "bilaga"
    assert not ask(FIND, "bil")["results"]


def test_an_acronym_is_found_in_lower_case_but_is_no_stop_word(ask: Ask) -> None:
    assert [one["id"] for one in ask(FIND, "sig")["results"]] == ["S4.5"]
    ids = [one["id"] for one in ask(FIND, "hur tar sig unga fram")["results"]]
    assert ids[0] != "S4.5" or len(ids) > 1


def test_odd_input_finds_nothing_and_breaks_nothing(ask: Ask) -> None:
    for text in (
        "",
        "  ",
        "?",
        "och",
        "<script>",
        "🦉",
        "a" * 300,
        "*",
        "9.9",
        "constructor",
        "%00",
    ):
        assert ask(FIND, text)["results"] == [], text


def test_results_are_groups_however_many_bodies_there_are(ask_many: Ask) -> None:
    found = ask_many(TEXTS, "trångboddhet")
    assert found["results"][0]["id"] == "S3.2"
    assert len(found["results"][0]["hits"]) > 20
    ids = [one["id"] for one in found["results"]]
    assert len(ids) == len(set(ids))


def test_little_is_fetched(ask_many: Ask) -> None:
    script = """() => performance.getEntriesByType("resource")
      .filter((one) => one.name.includes("/search/")).map((one) => one.decodedBodySize)"""
    assert sum(ask_many(script)) < 400_000


@pytest.fixture(scope="module")
def ask_labels(open_engine: Open) -> Ask:
    """Ask an engine that has a plan with numbers of letters and words."""
    return open_engine(dict(search.build(dataset_of(LABELS))))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A.1", "las-mer"),
        ("a.1", "las-mer"),
        ("A1", "las-mer"),
        ("A:1", "las-mer"),
        ("strategi A 10", "skriv-mer"),
        ("Mål 3 – Insats 2", "gangvagar"),
        ("mål 3, insats 2", "gangvagar"),
        ("MAL 3 INSATS 2", "gangvagar"),
        ("målområde A", "skola"),
        ("bygg lagom", "bygg-lagom"),
    ],
)
def test_a_strategy_is_found_by_its_number_however_written(
    ask_labels: Ask, text: str, first: str
) -> None:
    results = ask_labels(FIND, text)["results"]
    assert [one["id"] for one in results[:1]] == [first]


@pytest.fixture(scope="module")
def ask_terms(open_engine: Open) -> Ask:
    """Ask an engine that has a plan with terms of its own, one of two words."""
    dataset = dataset_of(TERMS)
    forms = {"one": "elever mål", "the_one": "målet", "many": "elever mål", "the_many": "målen"}
    terms = dataset.terms.altered(goal_area=dataset.terms.goal_area.altered(**forms))
    return open_engine(dict(search.build(replace(dataset, terms=terms))))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("åtgärd 1.1", "S1.1"),
        ("elever mål 1", "M1"),
        ("visa elever mål 1", "M1"),
        ("delmål 1.1", "M1"),
    ],
)
def test_a_number_is_of_what_the_sites_own_words_say(ask_terms: Ask, text: str, first: str) -> None:
    assert [one["id"] for one in ask_terms(FIND, text)["results"]][:1] == [first]


def test_the_words_before_a_number_ask_for_nothing_more(ask_terms: Ask) -> None:
    for text in ("elever mål 9", "åtgärd 9.1"):
        assert ask_terms(FIND, text)["results"] == []


def test_only_what_has_the_number_is_found(ask_labels: Ask) -> None:
    found = ask_labels(FIND, "A.2")["results"]
    assert {one["id"] for one in found} == {"rakna-mer", "skriv-mer"}, "and the joint comment"


@pytest.mark.parametrize("typed", ["resurser", "vem får resurser", "pengar"])
def test_what_lacks_something_is_not_found_as_that(ask: Ask, typed: str) -> None:
    """Households with few resources are no answer to who asks about resources."""
    marks = "async (text) => [...(await engine.find(text)).marks]"
    found = ask(TEXTS, typed)["results"]
    assert found
    assert not {"S1.2", "S3.1"} & {one["id"] for one in found[:3]}
    assert not [word for word in ask(marks, typed) if word.startswith("resurssvag")]
    assert "resurssvag" in ask(marks, "svaga")
