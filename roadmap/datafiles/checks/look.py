"""Rules about the site's own look: a colour that can be read, and pictures that are safe."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from roadmap.datafiles.checks.scope import Scope, unknown
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.pictures import TYPES, faults_of_picture
from roadmap.datafiles.problems import DataError, Problem
from roadmap.model.dataset import SETTINGS
from roadmap.presenters.colours import LIGHT_GROUNDS, TEXT, least_contrast, nearest_sufficient
from roadmap.text.swedish import listing


def the_colour_can_be_read(scope: Scope) -> Iterator[Problem]:
    """Links in the site's own colour can be read on its pages, and white on it in the footer."""
    colour = scope.dataset.settings.look.colour
    if colour is None or (found := least_contrast(colour, LIGHT_GROUNDS)) >= TEXT:
        return
    nearest = nearest_sufficient(colour, LIGHT_GROUNDS)
    # Rounded down, so that 4,499 is not said to be 4,5.
    told = f"{int(found * 100) / 100:.2f}".replace(".", ",")
    message = f"Färgen {colour} syns för dåligt mot webbplatsens ljusa bottnar: {told} mot 1."
    hint = f"Det ska vara minst 4,5 mot 1. Närmast som räcker är '{nearest}'."
    yield scope.documents[SETTINGS].problem(message, "look", "colour", hint=hint)


def the_logo_says_something(scope: Scope) -> Iterator[Problem]:
    """A logo has a text for those who cannot see it."""
    look = scope.dataset.settings.look
    if look.logo and not look.logo_text:
        message = "Logotypen har ingen text, så den som inte ser den får inte veta vad det är."
        hint = "Skriv det som den säger under logo_text."
        yield scope.documents[SETTINGS].problem(message, "look", "logo", hint=hint)
    elif look.logo_text and not look.logo:
        message = "Det finns en text till en logotyp, men ingen logotyp."
        hint = "Skriv logotypens fil under logo, eller ta bort texten."
        yield scope.documents[SETTINGS].problem(message, "look", "logo_text", hint=hint)


def pictures_of_the_look_are_sound(scope: Scope) -> Iterator[Problem]:
    """The logo and the icon are light pictures in `docs/` that run and fetch nothing."""
    look = scope.dataset.settings.look
    docs = scope.dataset.root / "docs"
    for name in ("logo", "icon"):
        file: str | None = getattr(look, name)
        if file is None:
            continue
        document, key = scope.documents[SETTINGS], ("look", name)
        suffix = PurePosixPath(file).suffix
        if suffix not in TYPES:
            hint = f"De typer som går är {listing([*TYPES])}."
            yield document.problem(f"{file} är ingen bild som visas på sidorna.", *key, hint=hint)
            continue
        there = [path.relative_to(docs).as_posix() for path in files_below(docs)]
        if file not in there:
            pictures = [path for path in there if PurePosixPath(path).suffix in TYPES]
            yield unknown(document, key, file, "bilderna i docs/", pictures)
            continue
        try:
            raw = bytes_of(docs / file, f"docs/{file}")
        except DataError as error:
            yield from error.problems
            continue
        for message, hint in faults_of_picture(suffix, raw):
            yield document.problem(f"{file}: {message}", *key, hint=hint)
