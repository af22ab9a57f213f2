"""The verb `translate`: what is left to translate, as a file to fill in."""

import argparse
import re
from collections.abc import Iterator, Set
from datetime import date
from pathlib import Path

from roadmap.datafiles.files import files_below, make_folder, write_whole
from roadmap.datafiles.load import checked
from roadmap.datafiles.new_site import translated_by_program, translation_file
from roadmap.datafiles.reader import read
from roadmap.datafiles.translated_pages import has_words
from roadmap.datafiles.yaml_writer import dump
from roadmap.model.codes import PLACEHOLDER
from roadmap.model.dataset import TRANSLATIONS
from roadmap.model.translatable import translatable
from roadmap.model.translations import TextTranslation, Translations, text_hash
from roadmap.presenters.address_names import named, page_path
from roadmap.presenters.messages import language_name, languages
from roadmap.presenters.translated import untranslated
from roadmap.starter import pages_in
from roadmap.text.swedish import counted, listing

# How many texts there are room for in a file that a person is to fill in.
_MOST_TEXTS = 1_000
_STEM = "att-oversatta"
_OURS = re.compile(rf"{_STEM}(-\d+)?\.yml")


def translate(options: argparse.Namespace, root: Path) -> int:
    """Write what there is in a language, pages and words, and what is left to translate as files.

    In a file what is filled in comes first. No page that is there is changed.
    """
    language = options.language
    with named(read(root).terms):
        for name in _write_pages(root, language):
            print(f"Skrev {name}.")
    dataset, _ = checked(root, date.today())
    file = translation_file(language)
    own = translated_by_program(untranslated(dataset, language), language)
    if own and not (root / file).exists():
        make_folder(root / TRANSLATIONS / language)
        write_whole(root / file, dump(own))
        print(f"Skrev {file}.")
        dataset, _ = checked(root, date.today())
    left = [
        TextTranslation(
            of=one.of, hash=text_hash(one.text), text=f"{PLACEHOLDER} översättningen", note=one.text
        )
        for one in untranslated(dataset, language)
    ]
    known = dataset.translations.get(language, {})
    shares = [left[first : first + _MOST_TEXTS] for first in range(0, len(left), _MOST_TEXTS)]
    names = [_file(language, number) for number in range(1, len(shares) + 1)]
    if names:
        make_folder(root / TRANSLATIONS / language)
    for name, share in zip(names, shares, strict=True):
        write_whole(root / name, dump(_with(known.get(name), share)))
    there = {one.of for one in translatable(dataset)}
    for name, earlier in known.items():
        if name not in names:
            _clear(root, name, earlier, there)
    if not left:
        print(f"Alla texter är översatta till {language_name(language)}.")
        return 0
    texts = counted(len(left), "text", "texter", neuter=False)
    print(f"{texts} att översätta står i {listing(names)}. Skriv översättningen i fältet text.")
    return 0


def _clear(root: Path, name: str, file: Translations, there: Set[str]) -> None:
    """Take out of a file what is not filled in and waits for nothing.

    That is what is of a text that is not there any more, and what an earlier time has left in a
    file like those that are written now: it stands in them.
    """
    ours = bool(_OURS.fullmatch(Path(name).name))
    kept = tuple(one for one in file.texts if not one.left or (one.of in there and not ours))
    if not kept:
        (root / name).unlink()
        print(f"Tog bort {name}: där fanns inget kvar att översätta.")
    elif kept != file.texts:
        write_whole(root / name, dump(file.altered(texts=kept)))
        print(f"Skrev {name}.")


def _file(language: str, number: int) -> str:
    """Return the name of a file to fill in, relative to the root."""
    return f"{TRANSLATIONS}/{language}/{_STEM}{f'-{number}' if number > 1 else ''}.yml"


def _write_pages(root: Path, language: str) -> Iterator[str]:
    """Write each page that is missing in the language, and yield its name.

    Those of macros alone are the same in every language.
    """
    docs = root / "docs"
    known = {page_path(name): text for name, text in pages_in(language)}
    for path in files_below(docs, ".md"):
        name = path.relative_to(docs).as_posix()
        if name.split("/")[0] in languages() or (docs / language / name).exists():
            continue
        text = known.get(name) or path.read_text("utf-8")
        if name in known or not has_words(text):
            make_folder((docs / language / name).parent)
            write_whole(docs / language / name, text)
            yield f"docs/{language}/{name}"


def _with(file: Translations | None, left: list[TextTranslation]) -> Translations:
    """Return a file to fill in: with what is filled in already, and with what is left."""
    if file is None:
        return Translations(by=f"{PLACEHOLDER} vem som översätter", reviewed="false", texts=left)
    return file.altered(texts=(*_done(file), *left))


def _done(file: Translations) -> tuple[TextTranslation, ...]:
    return tuple(entry for entry in file.texts if not entry.left)
