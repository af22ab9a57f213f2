"""The sentences that readers see, as messages of a catalogue (gettext), with the plan's nouns.

A message is written in Swedish where it is shown; `python -m tools.messages` collects them all in
`roadmap/locale/messages.pot`, from which translations are made. A placeholder is `%(name)s`. The
nouns of `model/terms.py` need not be given, and cannot be: `%(the_strategies)s`. They are those of
the site that is spoken of, see `speaking`.

A language is a folder in `roadmap/locale/` with a `messages.po`: nothing else knows which there
are. The usual nouns are a message too, so a language brings its own, and so are the words for
numbers and the name by which Babel knows the language.
"""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, TypeVar

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.terms import SWEDISH, USUAL, Determiners, Term, Terms, placeholders, term
from roadmap.text import swedish

LOCALES = Path(__file__).parent.parent / "locale"
CodeT = TypeVar("CodeT")
Forms = tuple[str, tuple[str, ...]]  # what they are of, and the forms in Swedish
NUMBERS: Forms = ("number", swedish.NUMBERS)
GENITIVE: Forms = ("genitive", ("s", ""))
FIELD = "field"  # the context of what the model says of a field
_SHORT = 999  # the greatest number that every language writes as its digits alone
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_LOCALE: Forms = ("locale", (SOURCE_LANGUAGE,))


@dataclass(frozen=True)
class Speech:
    """How something is said: the language, a code like `sv`, and the words for the nouns.

    `sentences` are those that have been said so: a page says the same ones again and again.
    """

    language: str
    nouns: Mapping[str, str]
    sentences: dict[Hashable, "Sentence"] = field(default_factory=dict, compare=False, repr=False)


class Sentence(NamedTuple):
    """A message in the reader's language, with the nouns. `whole`: it takes no values."""

    text: str
    whole: bool


_USUAL = Speech(SOURCE_LANGUAGE, placeholders(USUAL))
NOUNS = _USUAL.nouns.keys()
_speech: ContextVar[Speech] = ContextVar("speech", default=_USUAL)


@contextmanager
def speaking(terms: Terms, language: str = SOURCE_LANGUAGE) -> Iterator[None]:
    """Let what is said within use a site's own terms, in a language, and what is said after not.

    A sentence is made many calls below the one that knows the site, so the terms are not handed
    from call to call: whoever has a page or a file of a data set made says `speaking` around it, in
    `site/`, in `cli/` and in `macros.py`. A context variable holds them, so that a thread that
    answers a request says nothing of what another builds, and nothing is left when an error ends
    the making. A new thread begins with the usual terms, and a copied process with those it was
    copied in; so each says `speaking` itself.

    What is made piece by piece has to be used up within. Text that is kept is kept by its data set,
    which has one set of terms; a message asked for while a module is imported would be kept for all
    sites, and a test refuses it.
    """
    before = _speech.set(_speech_of(terms, language))
    try:
        yield
    finally:
        _speech.reset(before)


@lru_cache(maxsize=8)
def _speech_of(terms: Terms, code: str) -> Speech:
    return Speech(code, placeholders(terms, _determiners(code)))


def _determiners(code: str) -> Determiners:
    """Return the words before a noun in a language, from the messages of `nouns()`."""
    return {neuter: tuple(_forms(code, "determiners", words)) for neuter, words in SWEDISH.items()}


def usual_terms(code: str) -> Terms:
    """Return the nouns of a site that has chosen none in this language."""
    common, neuter = (words[1] for words in _determiners(code).values())
    terms = {}
    for name, usual in USUAL.by_name():
        one, the_one, many, the_many, article = _forms(code, "noun", _forms_of(usual))
        terms[name] = term(one, the_one, many, the_many, neuter=article == neuter != common)
    return Terms(**terms)


def _forms_of(noun: Term) -> tuple[str, ...]:
    """Return the forms of a noun, and the article before it."""
    return *noun.forms, SWEDISH[noun.neuter][1]


def forms(context: str, words: tuple[str, ...]) -> Sequence[str]:
    """Return the forms of a word in the language that is spoken."""
    return _forms(language(), context, words)


@lru_cache(maxsize=128)
def _forms(code: str, context: str, words: tuple[str, ...]) -> Sequence[str]:
    message = "|".join(words)
    return _catalogue(code).pgettext(context, message).split("|")


def words_with_forms() -> Iterator[tuple[str, str]]:
    """Yield the messages that are no sentences, each with its context.

    The forms are separated by strokes. A noun has four and its article; the determiners are the
    number one, the article, none, some and the pronoun; the numbers are those up to twelve, one as
    before a noun of each gender; a genitive is an ending, and that after an s sound; and a locale
    is the language's name, with its country if that matters: `en_GB`.
    """
    for _name, noun in USUAL.by_name():
        yield "noun", "|".join(_forms_of(noun))
    for words in SWEDISH.values():
        yield "determiners", "|".join(words)
    for context, words in (NUMBERS, GENITIVE, _LOCALE):
        yield context, "|".join(words)


def language() -> str:
    """Return the code of the language that is spoken now."""
    return _speech.get().language


def locale() -> str:
    """Return the name by which Babel knows the language that is spoken now."""
    return _locale_of(language())


def _locale_of(code: str) -> str:
    (name,) = _forms(code, *_LOCALE)
    return name


class Message(str):
    """A message that stands where nobody speaks yet, in a table of a module: say it by `said`."""

    values: Mapping[str, object]
    context: str | None


class Words(Mapping[CodeT, str]):
    """The word for each code, said when it is asked for."""

    def __init__(self, messages: Mapping[CodeT, str]) -> None:
        self._messages = messages

    def __getitem__(self, code: CodeT) -> str:
        return said(self._messages[code])

    def __iter__(self) -> Iterator[CodeT]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)


def N_(message: str, **values: object) -> Message:  # noqa: N802 (gettext's own name)
    """Return a message to be said later: modules are imported before anybody speaks."""
    return _later(message, values, None)


def field_text(text: str) -> Message:
    """Return a title or a description of a field of the model, to be said later."""
    return _later(text, {}, FIELD)


def _later(message: str, values: Mapping[str, object], context: str | None) -> Message:
    later = Message(message)
    later.values, later.context = values, context
    return later


def said(words: str) -> str:
    """Return a message of `N_` in the reader's language; other words as they are."""
    if not isinstance(words, Message):
        return words
    return filled(sentence(words, words.context), words.values)


def current_voice() -> str:
    """Return a name for the voice that speaks now: what is kept of words is kept by it."""
    speech = _speech.get()
    return _voice(speech.language, tuple(speech.nouns.items()))


@lru_cache(maxsize=8)
def _voice(spoken: str, nouns: tuple[tuple[str, str], ...]) -> str:
    catalogue = b"" if spoken == SOURCE_LANGUAGE else _file(spoken).read_bytes()
    return sha256(repr((spoken, nouns)).encode() + catalogue).hexdigest()


def _(message: str, **values: object) -> str:
    """Return the message in the reader's language, filled in."""
    return filled(sentence(message), values)


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Return the message for one or for many, filled in; `num` is the placeholder for how many."""
    return filled(sentence_for(one, many, num), {"num": num, **values})


def to_editors(message: str, **values: object) -> str:
    """Return a message to those who edit the site, with its nouns, filled in.

    They read Swedish whatever language a page is in, so no catalogue has it.
    """
    return filled(_with_nouns(message, _speech.get().nouns), values)


def sentence(message: str, context: str | None = None) -> Sentence:
    """Return the message in the reader's language, with the nouns."""
    speech = _speech.get()
    key = (context, message) if context else message
    try:
        return speech.sentences[key]
    except KeyError:
        catalogue = _catalogue(speech.language)
        text = catalogue.pgettext(context, message) if context else catalogue.gettext(message)
        return speech.sentences.setdefault(key, _with_nouns(text, speech.nouns))


def sentence_for(one: str, many: str, num: int) -> Sentence:
    """Return the message for this number in the reader's language, with the nouns."""
    speech = _speech.get()
    text = _catalogue(speech.language).ngettext(one, many, num)
    key = (one, many, text)
    if key not in speech.sentences:
        speech.sentences[key] = _with_nouns(text, speech.nouns)
    return speech.sentences[key]


def _with_nouns(text: str, nouns: Mapping[str, str]) -> Sentence:
    def noun(found: re.Match[str]) -> str:
        return nouns[found[1]].replace("%", "%%") if found[1] in nouns else found[0]

    said_so = _PLACEHOLDER.sub(noun, text)
    if _PLACEHOLDER.search(said_so):
        return Sentence(said_so, whole=False)
    return Sentence(said_so % (), whole=True)


def filled(sentence: Sentence, values: Mapping[str, object]) -> str:
    """Return a sentence with its values. Raises KeyError if one is missing."""
    return sentence.text if sentence.whole else sentence.text % filling(values)


@lru_cache(maxsize=8)
def _catalogue(code: str) -> NullTranslations:
    """Return the messages of a language. Raises OSError if it has none."""
    if code == SOURCE_LANGUAGE:
        return NullTranslations()
    compiled = BytesIO()
    with _file(code).open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _file(code: str) -> Path:
    return LOCALES / code / "messages.po"


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that there is a catalogue of, Swedish first."""
    return SOURCE_LANGUAGE, *sorted(file.parent.name for file in LOCALES.glob("*/messages.po"))


def filling(values: Mapping[str, object]) -> Mapping[str, object]:
    """Return the values that a message is filled in with, numbers as the language writes them."""
    for value in values.values():
        if isinstance(value, int) and value > _SHORT:
            return {name: _as_written(value) for name, value in values.items()}
    return values


def _as_written(value: object) -> object:
    return number(value) if isinstance(value, int) and value > _SHORT else value


def language_name(code: str, within: str = SOURCE_LANGUAGE) -> str:
    """Return what a language is called in another: of en, "engelska".

    Babel knows the names of more languages than it speaks, Meänkieli (fit) for one.
    """
    try:
        return Locale.parse(code, sep="-").get_display_name(within) or code
    except UnknownLocaleError:
        names: Mapping[str, str] = Locale.parse(_locale_of(within)).languages
        return names.get(code, code)


def other_languages() -> tuple[str, ...]:
    """Return the codes of the languages that a site may have besides the source's."""
    return languages()[1:]


def number(value: int) -> str:
    """Return a number as the language writes it: in Swedish 1380 → "1 380", with a hard space."""
    return _number(value, locale())


@lru_cache(maxsize=1024)
def _number(value: int, code: str) -> str:
    return format_decimal(value, locale=code)
