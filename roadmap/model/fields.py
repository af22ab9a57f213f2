"""The types of single fields: how a value in the data is read, and what makes it invalid.

Values arrive as text (see `datafiles/yaml_reader.py`). The messages are Swedish; editors read them.
"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainValidator,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticKnownError

from roadmap.model.codes import SECTIONS
from roadmap.text.file_names import is_reserved
from roadmap.text.source_text import unwrapped

MAX_QUOTE_WORDS = 25
_SPACES = re.compile(r"[ \t\r\n]+")

_WRITE_BOOL = 'Skriv "true" (ja) eller "false" (nej).'
_WRITE_INT = "Skriv ett heltal med siffror, till exempel 12."
_WRITE_YEAR = "Skriv fyra siffror, till exempel 2018."
_WRITE_NUMBER = "Skriv till exempel 84,5."
_WRITE_DATE = "Skriv datumet som år-månad-dag, till exempel 2018-09-20."
_WRITE_PAGES = "Skriv en sida (7) eller ett sidintervall med bindestreck (7-8)."
_WRITE_HTTPS = "Skriv en fullständig webbadress som börjar med https://."
_WRITE_EMAIL = "Skriv en e-postadress, till exempel kansli@kommun.example."
_WRITE_CONTACT = (
    "Skriv mailto: och en e-postadress, https:// och en webbadress, eller tel:+ och ett nummer."
)
_WRITE_NOUN = "Skriv bara bokstäver, siffror, bindestreck och mellanslag, till exempel insats."
_WRITE_LANGUAGE = "Skriv språkets kod, till exempel sv eller en."
_WRITE_COLOUR = "Skriv färgen som # och sex tecken inom citattecken, till exempel '#8a1538'."
_WRITE_PAGE_FILE = (
    "Skriv filens plats under docs/ med små bokstäver a–z, siffror, punkt, bindestreck och "
    "snedstreck, till exempel bilder/logotyp.svg."
)
_WRITE_SOURCE_PATH = (
    "Skriv filens plats under data/sources/ med små bokstäver a–z, siffror, "
    "punkt, bindestreck och snedstreck."
)
# Thousands may be separated by any space that a spreadsheet or a person writes.
_NUMBER = r"[-\u2212]?(?:\d+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:[.,]\d+)?"
_NOUN = r"[^\W\d_][^\W_]*(?:[ -][^\W_]+)*"
_NO_MARKUP = r"[^<>&*_#`|{}\[\]\\]+"  # in editors, whose \w has no å
_PAGES = r"([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?"
_LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
_COLOUR = r"#[0-9A-Fa-f]{6}"
_SOURCE_PATH = r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*"


def _as_bool(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    raise ValueError(_WRITE_BOOL)


def _as_int(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    raise ValueError(_WRITE_INT)


def read_year(text: str) -> int:
    """Return the year. Raises ValueError with a message that says how to write it."""
    if re.fullmatch(r"(19|20)[0-9]{2}", text):
        return int(text)
    raise ValueError(_WRITE_YEAR)


def read_number(text: str) -> Decimal:
    """Return the number, written with decimal comma or point.

    Raises ValueError with a message that says how to write it.
    """
    if re.fullmatch(_NUMBER, text, re.ASCII):
        digits = re.sub(r"[ \u00a0\u2009\u202f]", "", text)
        return Decimal(digits.replace(",", ".").replace("\u2212", "-"))
    raise ValueError(_WRITE_NUMBER)


def _as_year(value: Any) -> Any:
    return read_year(value if isinstance(value, str) else "")


def _as_number(value: Any) -> Any:
    return read_number(value if isinstance(value, str) else "")


def _as_date(value: Any) -> Any:
    return _read_date(value if isinstance(value, str) else "")


@lru_cache(maxsize=10_000)
def _read_date(text: str) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text} finns inte i almanackan.") from None
    raise ValueError(_WRITE_DATE)


def _as_line(text: str) -> str:
    # Most lines are fine already, and this test is much faster than the substitution.
    if not text.isprintable() or "  " in text:
        text = _SPACES.sub(" ", text)
    return _filled(text.strip(" "))


def _as_noun(text: str) -> str:
    noun = _as_line(text)
    if not re.fullmatch(_NOUN, noun):
        raise ValueError(_WRITE_NOUN)
    return noun


def _as_text(text: str) -> str:
    return _filled(unwrapped(text))


def _filled(text: str) -> str:
    if not text:
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return text


class Pages(NamedTuple):
    """The pages of the source document that a text is on, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def _as_pages(value: Any) -> Any:
    return _read_pages(value if isinstance(value, str) else "")


# Thousands of texts share a few hundred pages, dates and addresses: parse each once.
@lru_cache(maxsize=10_000)
def _read_pages(text: str) -> Pages:
    match = re.fullmatch(_PAGES, text)
    if not match:
        raise ValueError(_WRITE_PAGES)
    first = int(match[1])
    last = int(match[2] or first)
    if last < first:
        raise ValueError(f"Sidintervallet går baklänges: {first} till {last}.")
    return Pages(first, last)


@lru_cache(maxsize=10_000)
def _shared(ids: tuple[str, ...]) -> tuple[str, ...]:
    return ids


def _as_https(value: Any) -> Any:
    return _read_https(value if isinstance(value, str) else "")


@lru_cache(maxsize=10_000)
def _read_https(text: str) -> str:
    if re.fullmatch(r"https://[^\s\"'<>\\]+", text):
        try:
            parts = urlsplit(text)
            parts.port  # noqa: B018  (raises on a port that is no number)
        except ValueError:
            parts = urlsplit("")
        if parts.hostname and "." in parts.hostname and "@" not in parts.netloc:
            return text
    raise ValueError(_WRITE_HTTPS)


def _as_email(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value):
        return value
    raise ValueError(_WRITE_EMAIL)


def _as_contact(value: Any) -> Any:
    text = value if isinstance(value, str) else ""
    scheme, _, rest = text.partition(":")
    try:
        if scheme == "mailto":
            return f"{scheme}:{_as_email(rest)}"
        if scheme == "tel" and re.fullmatch(r"\+[0-9][0-9-]{5,20}", rest):
            return text
        return _read_https(text)
    except ValueError:
        raise ValueError(_WRITE_CONTACT) from None


def _as_language(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(_LANGUAGE, value):
        return value
    raise ValueError(_WRITE_LANGUAGE)


def _as_quote(text: str) -> str:
    text = _as_line(text)
    # A shorter text cannot have too many words, at one letter and one space each.
    if len(text) > 2 * MAX_QUOTE_WORDS:
        words = len(text.split())
        if words > MAX_QUOTE_WORDS:
            raise ValueError(
                f"Citatet har {words} ord; högst {MAX_QUOTE_WORDS} får plats. "
                "Välj de ord som bär bedömningen."
            )
    return text


def _as_source_path(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(_SOURCE_PATH, value):
        return value
    raise ValueError(_WRITE_SOURCE_PATH)


def _as_colour(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(_COLOUR, value):
        return value.lower()
    raise ValueError(_WRITE_COLOUR)


def _as_page_file(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(_SOURCE_PATH, value):
        return value
    raise ValueError(_WRITE_PAGE_FILE)


def _json_schema(json_type: str, message: str, pattern: str | None = None) -> WithJsonSchema:
    """Return the JSON schema for text editors, which read 7 and 2018 in YAML as numbers."""
    schema: dict[str, Any] = {"type": json_type, "errorMessage": message}
    if pattern:
        schema |= {"pattern": f"^{pattern}$", "patternErrorMessage": message}
    return WithJsonSchema(schema)


# For the editors' schema; the validators check it again once spaces are removed.
_Filled = StringConstraints(min_length=1)
Bool = Annotated[bool, BeforeValidator(_as_bool), _json_schema("boolean", _WRITE_BOOL)]
Int = Annotated[int, BeforeValidator(_as_int), _json_schema("integer", _WRITE_INT)]
Year = Annotated[int, BeforeValidator(_as_year), _json_schema("integer", _WRITE_YEAR)]
# A string, since text editors read 84,5 as text and 84.5 as a number.
Number = Annotated[
    Decimal,
    BeforeValidator(_as_number),
    WithJsonSchema({"type": "string", "format": "decimal", "errorMessage": _WRITE_NUMBER}),
]
Date = Annotated[
    date, BeforeValidator(_as_date), _json_schema("string", _WRITE_DATE, r"\d{4}-\d{2}-\d{2}")
]
Line = Annotated[str, _Filled, AfterValidator(_as_line)]
# A word or a few, which stand in the middle of a sentence.
Noun = Annotated[
    str, _Filled, AfterValidator(_as_noun), _json_schema("string", _WRITE_NOUN, _NO_MARKUP)
]
Text = Annotated[str, _Filled, AfterValidator(_as_text)]
Quote = Annotated[str, _Filled, AfterValidator(_as_quote)]
PageSpan = Annotated[Pages, PlainValidator(_as_pages), _json_schema("string", _WRITE_PAGES, _PAGES)]
HttpsUrl = Annotated[
    str, BeforeValidator(_as_https), _json_schema("string", _WRITE_HTTPS, r"https://\S+\.\S+")
]
Email = Annotated[
    str, BeforeValidator(_as_email), _json_schema("string", _WRITE_EMAIL, r"\S+@\S+\.\S+")
]
# An address of a person or a form, as programs write it.
ContactUri = Annotated[
    str,
    BeforeValidator(_as_contact),
    _json_schema("string", _WRITE_CONTACT, r"(mailto:\S+@|https://|tel:\+)\S+"),
]
Language = Annotated[
    str, BeforeValidator(_as_language), _json_schema("string", _WRITE_LANGUAGE, _LANGUAGE)
]
SourcePath = Annotated[
    str, BeforeValidator(_as_source_path), _json_schema("string", _WRITE_SOURCE_PATH, _SOURCE_PATH)
]
Colour = Annotated[str, BeforeValidator(_as_colour), _json_schema("string", _WRITE_COLOUR, _COLOUR)]
# A file that the site publishes as it is.
PageFile = Annotated[
    str, BeforeValidator(_as_page_file), _json_schema("string", _WRITE_PAGE_FILE, _SOURCE_PATH)
]

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def is_slug(text: str) -> bool:
    """Whether a text can be an id that becomes part of an address and of a file name."""
    return bool(re.fullmatch(SLUG, text)) and not is_reserved(text)


# A number as plans write them: 1, 1.1.2, A, A.1, S1.1. What is an id begins so or is a word.
NUMBER_ID = r"(?:[A-Z]{1,3}\d*|\d+)(?:\.(?:\d+|[A-Za-z]))*"
PLAN_ID = rf"^(?:{NUMBER_ID}|[a-z0-9]+(?:-[a-z0-9]+)*)$"
PlanId = Annotated[str, StringConstraints(pattern=PLAN_ID)]
GoalAreaId = PlanId
MilestoneId = PlanId
StrategyId = PlanId
StrategyIds = Annotated[tuple[StrategyId, ...], AfterValidator(_shared)]
# Stands for all strategies that no comment is about, so that editors need not list them.
REST: Literal["rest"] = "rest"


def _as_unanswered(value: Any, read_list: ValidatorFunctionWrapHandler) -> Any:
    return REST if value == REST else read_list(value)


if TYPE_CHECKING:
    Unanswered = tuple[StrategyId, ...] | Literal["rest"]
else:
    # Only the word itself bypasses the list, so that faults in a list give the usual messages.
    Unanswered = Annotated[tuple[StrategyId, ...], WrapValidator(_as_unanswered)]
FootnoteId = Annotated[str, StringConstraints(pattern=r"^[1-9]\d*$")]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
# Ids that the page of a response gives to something else.
_TAKEN_ANCHOR = (
    r"(fotnot|synpunkt|strategi|malomrade|etappmal)-\d.*|innehall(-rubrik)?|hanvisa|meny|sok-huvud"
)
_WRITE_SECTION = (
    f"Skriv {', '.join(SECTIONS[:-1])} eller {SECTIONS[-1]}, eller ett eget id av rubriken: små "
    "bokstäver a–z, siffror och bindestreck, till exempel konsekvenser-for-barn."
)


def is_section_id(text: str) -> bool:
    """Whether a text can be the id of a section, and so its address on the response's page."""
    return bool(re.fullmatch(SLUG, text)) and not re.fullmatch(_TAKEN_ANCHOR, text)


def _as_section_id(value: Any) -> Any:
    if isinstance(value, str) and is_section_id(value):
        return value
    raise ValueError(_WRITE_SECTION)


SectionId = Annotated[
    str,
    BeforeValidator(_as_section_id),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": SLUG,
            "examples": list(SECTIONS),
            "errorMessage": _WRITE_SECTION,
            "patternErrorMessage": _WRITE_SECTION,
        }
    ),
]
CommitId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{7,64}$")]
