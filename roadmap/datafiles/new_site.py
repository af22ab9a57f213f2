"""A whole small project for another town: its data, its pages and what builds them.

The data is the least that is sound. What only the town knows says `FYLL I`, which `validate` tells
of and `publish` refuses (`checks/placeholders.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from roadmap.datafiles.area_files import area_files, empty_area, sound_text
from roadmap.datafiles.yaml_writer import line_of
from roadmap.model import Plan, Record, Settings
from roadmap.model.codes import PLACEHOLDER, SOURCE_LANGUAGE
from roadmap.model.dataset import SETTINGS, TRANSLATIONS
from roadmap.model.terms import USUAL
from roadmap.model.translatable import PLAN, Translatable, texts_of
from roadmap.model.translations import TextTranslation, Translations, text_hash
from roadmap.presenters.messages import N_, said, speaking
from roadmap.starter import pages_in, site_files

_BODY_KINDS = (
    ("namnd", N_("Nämnd"), False),
    ("bolag", N_("Kommunalt bolag"), False),
    ("forening", N_("Förening eller organisation"), False),
    ("myndighet", N_("Myndighet"), False),
    ("privatperson", N_("Privatperson"), True),
)
_ASKS = (
    ("clarification", N_("Förtydligande"), N_("Något i planen behöver bli tydligare.")),
    ("addition", N_("Tillägg"), N_("Något saknas och bör läggas till.")),
    ("priority", N_("Prioritering"), N_("Något bör gå före eller gälla mer.")),
    ("resources", N_("Resurser"), N_("Pengar, personal eller lokaler.")),
    ("coordination", N_("Samordning"), N_("Samverkan eller tydligare samordning.")),
    ("measures", N_("Insatser"), N_("Nya eller andra insatser och metoder.")),
    ("steering", N_("Styrning"), N_("Något behöver styras eller beslutas på ett annat sätt.")),
    ("knowledge", N_("Kunskap"), N_("Mer kunskap behövs.")),
)
_TRANSLATOR = "Maskinöversättning"
_NOTE = "Fyll i publisher_url, contact och repository när de är bestämda. Se README.md."
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~&!]")


def new_site(
    name: str,
    municipality: str | None,
    areas: Sequence[str | None],
    wheel: str,
    languages: Sequence[str] = (),
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file.

    `name` is the plan's, `areas` are the titles of its goal areas, None where one is not known, and
    `wheel` is the file name of the program. `languages` are those besides Swedish. Raises DataError
    if a name cannot stand in a file.
    """
    in_markdown = _MARKS.sub(r"\\\g<0>", name)
    yield from site_files(site_name=line_of("site_name", name), name=in_markdown, wheel=wheel)
    plan = _plan(name, municipality)
    yield _file("data/plan.yml", plan)
    settings = Settings(note=_NOTE, publisher=municipality, languages=(SOURCE_LANGUAGE, *languages))
    yield _file(SETTINGS, settings)
    for language in languages:
        if own := translated_by_program(texts_of(PLAN, plan), language):
            yield _file(translation_file(language), own)
        yield from ((f"docs/{language}/{page}", text) for page, text in pages_in(language))
    for area in area_files([empty_area(number, title) for number, title in enumerate(areas, 1)]):
        yield area.path, area.text
        yield area.page_path, area.page
        for language in languages:
            yield area.page_in(language), area.page


def _plan(name: str, municipality: str | None) -> Plan:
    return Plan(
        title=name,
        summary=f"{PLACEHOLDER} vad planen är, i en eller två meningar.",
        municipality=municipality or f"{PLACEHOLDER} kommunens namn",
        issuer=f"{PLACEHOLDER} vem som skickade planen på remiss",
        document={"title": name},
        body_kinds=[
            {"id": kind, "name": said(word), "private": "true" if private else "false"}
            for kind, word, private in _BODY_KINDS
        ],
        asks=[
            {"id": ask, "name": said(word), "description": said(what)} for ask, word, what in _ASKS
        ],
    )


def translation_file(language: str) -> str:
    """Return the name of the file with the program's own words in a language."""
    return f"{TRANSLATIONS}/{language}/plan.yml"


def translated_by_program(texts: Iterable[Translatable], language: str) -> Translations | None:
    """Return in another language those texts that are the program's own; None without any."""
    messages = (*(word for _, word, _ in _BODY_KINDS), *(word for ask in _ASKS for word in ask[1:]))
    own = {said(message): message for message in messages}
    found = [one for one in texts if one.text in own]
    with speaking(USUAL, language):
        told = [
            TextTranslation(of=one.of, hash=text_hash(one.text), text=said(own[one.text]))
            for one in found
        ]
    if not told:
        return None
    return Translations(by=_TRANSLATOR, machine="true", reviewed="false", texts=told)


def _file(path: str, record: Record) -> tuple[str, str]:
    return path, sound_text(path, record)
