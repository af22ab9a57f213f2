"""Rules about the site's languages: there are words for each, and translations of what stands."""

from collections.abc import Iterator

from roadmap.datafiles.checks.page_scope import languages_of
from roadmap.datafiles.checks.scope import Scope, repeats, unknown, unread
from roadmap.datafiles.problems import ROADMAP, Problem, quoted
from roadmap.model.codes import PLACEHOLDER, SOURCE_LANGUAGE
from roadmap.model.dataset import SETTINGS
from roadmap.model.translatable import PLAN, Translatable, translatable
from roadmap.model.translations import Translations, text_hash
from roadmap.presenters.messages import language_name, languages
from roadmap.presenters.translated import untranslated
from roadmap.text.swedish import capitalised, counted, listing


def languages_have_words(scope: Scope) -> Iterator[Problem]:
    """The first language is the source's, and the program has words for each of the others."""
    document, chosen = scope.documents.get(SETTINGS), scope.dataset.settings.languages
    if document is None or not document.has("languages"):
        return
    if chosen[0] != SOURCE_LANGUAGE:
        message = f"Först bland språken ska {SOURCE_LANGUAGE} stå, som planen är skriven på."
        yield document.problem(message, "languages", 0)
    for index, language in enumerate(chosen):
        if language not in languages():
            hint = f"Programmet kan {listing(languages())}."
            message = f"Programmet har inga meningar på språket {quoted(language)}."
            yield document.problem(message, "languages", index, hint=hint)
    for index, language in repeats(chosen):
        message = f"Språket {quoted(language)} står två gånger."
        yield document.problem(message, "languages", index)


def translations_are_of_something(scope: Scope) -> Iterator[Problem]:
    """Each translation is of a text that is there, and of one that no other is of."""
    texts = {one.of: one for one in translatable(scope.dataset)}
    chosen = languages_of(scope.dataset.root, scope.documents.get(SETTINGS))
    for language, files in scope.dataset.translations.items():
        taken: dict[str, str] = {}
        for path, file in files.items():
            document = scope.documents[path]
            for index, entry in enumerate(file.texts):
                key = ("texts", index, "of")
                if entry.left:
                    continue  # the text may have come to be the same as another, or be gone
                if entry.of not in texts:
                    if not _in_unread(scope, entry.of):
                        yield unknown(document, key, entry.of, "texterna i data", texts)
                elif (text := texts[entry.of].text) in taken:
                    message = f"Samma text är redan översatt, under {quoted(taken[text])}."
                    yield document.problem(message, *key, hint="Ta bort en av dem.")
                else:
                    taken[text] = entry.of
        if chosen is not None and language not in chosen:
            message = f"Webbplatsen är inte på språket {quoted(language)}, så det här visas inte."
            for path in files:
                yield scope.documents[path].warning(message, hint=_hint(language))


def synonyms_are_of_a_language(scope: Scope) -> Iterator[Problem]:
    """Warn of words to search by in a language that the site is not in."""
    for language in scope.dataset.synonyms_in:
        if language not in (SOURCE_LANGUAGE, *scope.dataset.settings.languages):
            message = f"Webbplatsen är inte på språket {quoted(language)}, så det här läses inte."
            folder = f"data/search/{language}"
            yield Problem(folder, 1, 1, message, _hint(language), "warning")


def _in_unread(scope: Scope, of: str) -> bool:
    """Whether a text may stand in a file that could not be used."""
    record, _, _ = of.partition("/")
    return record not in {PLAN, *scope.dataset.paths} and any(unread(scope))


def translations_are_of_what_stands(scope: Scope) -> Iterator[Problem]:
    """Warn of a translation whose text has changed since."""
    texts = {one.of: one.text for one in translatable(scope.dataset)}
    for path, file in _files(scope):
        for index, entry in enumerate(file.texts):
            present = text_hash(texts.get(entry.of, ""))
            if entry.of in texts and entry.hash != present and not entry.left:
                yield scope.documents[path].warning(
                    "Texten på svenska har ändrats sedan den översattes.",
                    *("texts", index, "hash"),
                    hint=f"Se över översättningen och skriv hash: {present}.",
                )


def what_is_left_is_of_something(scope: Scope) -> Iterator[Problem]:
    """Warn, once for each file, of what waits for the translation of a text that is not there."""
    texts = {one.of for one in translatable(scope.dataset)}
    for language, files in scope.dataset.translations.items():
        for path, file in files.items():
            gone = [
                index
                for index, entry in enumerate(file.texts)
                if entry.left and entry.of not in texts and not _in_unread(scope, entry.of)
            ]
            if gone:
                what = capitalised(counted(len(gone), "text", "texter", neuter=False))
                first = f"{quoted(file.texts[gone[0]].of)}{' med flera' if gone[1:] else ''}"
                message = f"{what} att översätta finns inte längre: {first}."
                hint = f"Kör {ROADMAP} translate {language}. Då rensas filen."
                key = ("texts", gone[0], "of")
                yield scope.documents[path].warning(message, *key, hint=hint)


def translators_are_named(scope: Scope) -> Iterator[Problem]:
    """Whoever has translated something has said who it was."""
    for path, file in _files(scope):
        if file.by.startswith(PLACEHOLDER) and not all(entry.left for entry in file.texts):
            yield scope.documents[path].problem(
                "Här står inte vem som har översatt.",
                "by",
                hint="Skriv det, eller machine: true om ett program har gjort det.",
            )


def everything_is_translated(scope: Scope) -> Iterator[Problem]:
    """Warn, once for each language, of the texts that are left to translate."""
    document, chosen = scope.documents.get(SETTINGS), scope.dataset.settings.languages
    for index, language in enumerate(chosen[1:], start=1):
        if document and language in languages() and language not in chosen[:index]:
            left = [*untranslated(scope.dataset, language)]
            if left:
                yield document.warning(
                    f"{_texts(left)} till {language_name(language)}. Där visas svenskan.",
                    *("languages", index),
                    hint=f"Kör {ROADMAP} translate {language}. Då skrivs en fil att fylla i.",
                )


def _texts(left: list[Translatable]) -> str:
    if len(left) == 1:
        return f"En text, {left[0].of}, är inte översatt"
    return f"{len(left)} texter är inte översatta"


def _files(scope: Scope) -> Iterator[tuple[str, Translations]]:
    for files in scope.dataset.translations.values():
        yield from files.items()


def _hint(language: str) -> str:
    return f"Skriv {language} bland languages i {SETTINGS}."
