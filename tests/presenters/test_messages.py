"""The sentences that readers see: how they are filled in."""

import ast
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from roadmap.datafiles.files import files_below
from roadmap.model.terms import Term, Terms, placeholders
from roadmap.presenters import messages
from roadmap.presenters.messages import _, current_voice, ngettext, speaking
from roadmap.views.templating import environment
from tests.projects import ROOT

ACTION = Term(one="åtgärd", the_one="åtgärden", many="åtgärder", the_many="åtgärderna")


def test_a_message_takes_values_and_the_nouns_of_the_plan() -> None:
    message = _("%(The_strategy)s %(number)s av %(the_goal_areas)s", number="1.1")
    assert message == "Strategin 1.1 av målområdena"


def test_numbers_are_written_as_swedish_writes_them() -> None:
    assert _("%(n)s svar", n=1380) == "1\u00a0380 svar"
    assert _("%(n)s svar", n=999) == "999 svar"


@pytest.mark.parametrize(("count", "words"), [(0, "0 svar"), (1, "ett svar"), (2, "2 svar")])
def test_one_and_many(count: int, words: str) -> None:
    assert ngettext("ett svar", "%(num)s svar", count) == words


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        _("%(somebody)s svarade")


def test_a_noun_of_another_gender_brings_its_own_words() -> None:
    words = placeholders(Terms(milestone=ACTION))
    assert words["no_milestone"] == "ingen åtgärd"
    assert placeholders(Terms())["no_milestone"] == "inget etappmål"
    assert words["any_milestone"] == "någon åtgärd"
    assert (words["one_milestone"], words["it_milestone"]) == ("en", "den")
    assert words["The_milestones"] == "Åtgärderna"


def test_a_site_is_spoken_of_in_its_own_terms_and_the_next_one_is_not() -> None:
    template = environment().from_string("{% trans %}Varje {{ milestone }}{% endtrans %}")
    with speaking(Terms(milestone=ACTION)):
        assert _("%(The_milestones)s och %(the_strategies)s") == "Åtgärderna och strategierna"
        assert ngettext("%(no_milestone)s", "", 1) == "ingen åtgärd"
        assert template.render() == "Varje åtgärd"
        with speaking(Terms()):
            assert _("%(milestone)s") == "etappmål"
        assert _("%(milestone)s") == "åtgärd"
    assert _("%(milestone)s") == "etappmål"
    assert template.render() == "Varje etappmål"


def test_nothing_is_left_of_a_page_that_could_not_be_made() -> None:
    with pytest.raises(KeyError), speaking(Terms(milestone=ACTION)):
        _("%(somebody)s svarade")
    assert _("%(milestone)s") == "etappmål"


def test_a_thread_says_nothing_of_what_another_speaks_of() -> None:
    said: list[str] = []
    with speaking(Terms(milestone=ACTION)):
        thread = Thread(target=lambda: said.append(_("%(milestone)s")))
        thread.start()
        thread.join()
    assert said == ["etappmål"]


def kept(node: ast.AST) -> Iterator[int]:
    """Yield the line of each message that is asked for as soon as its module is imported."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext", "ngettext_in_words", "to_editors")
    ):
        yield node.lineno
    for child in ast.iter_child_nodes(node):
        yield from kept(child)


def test_no_message_is_kept_for_all_sites() -> None:
    assert [*kept(ast.parse('A = {"a": [_("b")]}\nB = lambda: _("c")\n'))] == [1]
    engine = files_below(ROOT / "roadmap", ".py")
    assert [
        (str(path), line) for path in engine for line in kept(ast.parse(path.read_text()))
    ] == []


ENGLISH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "%(a_strategy)s av %(num)s"
msgid_plural "%(strategies)s av %(num)s"
msgstr[0] "%(a_strategy)s of %(num)s"
msgstr[1] "%(strategies)s of %(num)s"

msgctxt "noun"
msgid "strategi|strategin|strategier|strategierna|en"
msgstr "action|the action|actions|the actions|an"

msgctxt "locale"
msgid "sv"
msgstr "en_GB"

msgctxt "determiners"
msgid "en|en|ingen|någon|den"
msgstr "one|a|no|any|it"

msgctxt "determiners"
msgid "ett|ett|inget|något|det"
msgstr "one|an|no|any|it"
"""


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "messages.po").write_text(ENGLISH)
    monkeypatch.setattr(messages, "LOCALES", tmp_path)
    for kept_words in (
        messages._catalogue,
        messages._speech_of,
        messages._forms,
        messages._voice,
        messages.languages,
    ):
        kept_words.cache_clear()
        monkeypatch.setattr(messages, kept_words.__name__, kept_words.__wrapped__)


@pytest.mark.usefixtures("english")
def test_a_language_is_a_folder_with_its_own_words_for_the_nouns() -> None:
    assert messages.languages() == ("sv", "en")
    terms = messages.usual_terms("en")
    assert (terms.strategy.many, terms.strategy.neuter) == ("actions", True)
    assert terms.milestone.one == "etappmål"
    swedish = current_voice()
    with speaking(terms, "en"):
        many = "%(strategies)s av %(num)s"
        assert ngettext("%(a_strategy)s av %(num)s", many, 1) == "an action of 1"
        assert ngettext("%(a_strategy)s av %(num)s", many, 1380) == "actions of 1,380"
        english = current_voice()
        assert english != swedish
        file = messages.LOCALES / "en" / "messages.po"
        file.write_text(ENGLISH.replace("of %(num)s", "out of %(num)s"))
        assert current_voice() != english
    assert ngettext("%(a_strategy)s av %(num)s", many, 1) == "en strategi av 1"


@pytest.mark.parametrize(
    ("code", "within", "name"),
    [
        ("en", "sv", "engelska"),
        ("en", "en", "English"),
        ("en-GB", "sv", "engelska (Storbritannien)"),
        ("fit", "sv", "meänkieli"),
        ("qps", "en", "qps"),
    ],
)
def test_a_language_has_a_name_in_another(code: str, within: str, name: str) -> None:
    assert messages.language_name(code, within) == name


def test_the_usual_nouns_are_those_of_the_source_language() -> None:
    assert messages.usual_terms("sv") == Terms()
