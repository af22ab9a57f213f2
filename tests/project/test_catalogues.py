"""The translations: each language says all that the site says, with the same values and marks."""

import re
from collections.abc import Iterator, Sequence

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.presenters.messages import FIELD, LOCALES, NOUNS, languages

PLACEHOLDER = re.compile(r"%\((\w+)\)s|\{\w+\}")
TAG = re.compile(r"<[^>]*>")
END = re.compile(r"[\s,.:;?!…]*$")
BEGIN = re.compile(r"^[\s,.:;?!…]*")
TRANSLATED = [code for code in languages() if code != SOURCE_LANGUAGE]


def messages(code: str) -> Iterator[Message]:
    with (LOCALES / code / "messages.po").open("rb") as file:
        yield from (message for message in read_po(file, locale=code) if message.id)


def forms(text: str | Sequence[str] | None) -> list[str]:
    """Return the text of a message, or its texts for one and for many."""
    return [text or ""] if text is None or isinstance(text, str) else [*text]


def values(text: str) -> set[str]:
    """Return the placeholders of a text that are no nouns."""
    return {found[0] for found in PLACEHOLDER.finditer(text) if found[1] not in NOUNS}


def begins_small(text: str) -> bool | None:
    """Whether a text begins with a small letter; None if a value or something else begins it."""
    first = BEGIN.sub("", TAG.sub("", text))
    begun = PLACEHOLDER.match(first)
    if begun:
        first = begun[1] if begun[1] in NOUNS else ""
    return first[:1].islower() if first[:1].isalpha() else None


def faults(message: Message) -> Iterator[str]:
    """Yield what a translation says otherwise than its source does, or not at all."""
    sources, said = forms(message.id), forms(message.string)
    if message.fuzzy:
        yield "fuzzy"
    if not all(said):
        yield "untranslated"
        return
    if message.context not in (None, FIELD):
        if any(one.count("|") != sources[0].count("|") for one in said):
            yield "forms"
        return
    one_or_many = [values(source) for source in sources]
    always, ever = set.intersection(*one_or_many), set.union(*one_or_many)
    if values(said[-1]) != one_or_many[-1] or not all(
        always <= values(one) <= ever for one in said
    ):
        yield "values"
    for nth, one in enumerate(said):
        source = sources[min(nth, len(sources) - 1)]
        if sorted(TAG.findall(one)) != sorted(TAG.findall(source)):
            yield "tags"
        if any(edge.findall(one)[0] != edge.findall(source)[0] for edge in (BEGIN, END)):
            yield "ends"
        small, source_small = begins_small(one), begins_small(source)
        if None not in (small, source_small) and small != source_small:
            yield "capital"


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_language_says_all_that_the_site_says(code: str) -> None:
    found = [(message.id, fault) for message in messages(code) for fault in faults(message)]
    assert found == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_language_has_all_its_forms_for_many(code: str) -> None:
    with (LOCALES / code / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    for message in catalogue:
        if message.pluralizable:
            assert len(forms(message.string)) == catalogue.num_plurals, message.id


def test_there_is_a_language_to_test() -> None:
    assert "en" in TRANSLATED


SOURCE = '<b>Läs</b> %(The_strategies)s av %(who)s i <a href="%(href)s">svaret</a>.'
TRANSLATION = '<b>Read</b> %(strategy)s by %(who)s in <a href="%(href)s">the answer</a>.'


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("by", "by", None),
        (TRANSLATION, "", "untranslated"),
        ("%(who)s", "us", "values"),
        ("%(strategy)s", "%(strateg)s", "values"),
        ("%(who)s", "{who}", "values"),
        ("<b>", "<i>", "tags"),
        ("answer</a>.", "answer</a>", "ends"),
        ("<b>", " <b>", "ends"),
        ("Read", "read", "capital"),
    ],
)
def test_a_faulty_translation_is_found(old: str, new: str, fault: str | None) -> None:
    found = list(faults(Message(SOURCE, TRANSLATION.replace(old, new))))
    assert found == ([fault] if fault else [])
