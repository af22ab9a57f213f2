"""The verb `new site`: a project for another town, in an empty folder."""

import argparse
import shlex
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TypeVar

from roadmap.cli.usage import goal_areas, plain_name, yes
from roadmap.datafiles.files import write_all
from roadmap.datafiles.new_site import new_site as files_of
from roadmap.presenters.messages import language_name, other_languages, to_editors
from roadmap.starter.engine import versions, wheel, wheel_name

_Answer = TypeVar("_Answer")
# Folders and files that somebody has before there is a site: a repository that was just made.
_NOTHING = {".git"}
PROGRAM = "program"


def new_site(options: argparse.Namespace, root: Path) -> int:
    """Write a project into an empty folder; print what to do next."""
    if root.exists() and any(entry.name not in _NOTHING for entry in root.iterdir()):
        print(
            f"roadmap: mappen {options.root} är inte tom. Inget har skrivits. "
            "Ange en ny eller tom mapp.",
            file=sys.stderr,
        )
        return 1
    plan = options.name or _asked("Planens namn", plain_name)
    if plan is None:
        print("roadmap: Det här saknas: --name.", file=sys.stderr)
        return 2
    municipality = options.municipality or _asked("Kommunen, om den är bestämd", plain_name)
    areas = list(chain.from_iterable(options.area or _asked_areas())) or [None]
    wheel_file = wheel_name()
    spoken = [*dict.fromkeys(options.language or _asked_languages())]
    texts = [*files_of(plan, municipality, areas, wheel_file, spoken)]
    files = [(path, [text.encode()]) for path, text in texts]
    files.append((f"{PROGRAM}/{wheel_file}", [wheel()]))
    files.append((f"{PROGRAM}/versions.txt", [versions().encode()]))
    written = write_all(root, files)
    print(f"Skapade {written} filer i {options.root}. Gör så här:")
    print(f"1. Visa webbplatsen: cd {shlex.quote(str(options.root))} && make serve")
    print("2. Läs README.md: så läser du in planen och svaren, och så publiceras webbplatsen.")
    for code in spoken:
        print(f"   Så översätter du orden till {language_name(code)}: se CONTRIBUTING.md.")
    print("3. Skriv det som saknas i data/, där det står FYLL I. make check säger var.")
    return 0


def _asked_areas() -> Iterator[tuple[str | None, ...]]:
    """Yield what somebody answers about the goal areas, until there are no more."""
    question = to_editors("%(A_goal_area)s till, eller hur många de är")
    while (answer := _asked(question, goal_areas)) is not None:
        yield answer


def _asked_languages() -> list[str]:
    """Return the languages besides Swedish that somebody wants, of those that there are."""
    return [
        code
        for code in other_languages()
        if _asked(f"Också på {language_name(code)}? Skriv ja", yes)
    ]


def _asked(question: str, read: Callable[[str], _Answer]) -> _Answer | None:
    """Return what somebody at a terminal answers; None if it is nothing, or nobody is there."""
    while sys.stdin.isatty():
        try:
            answer = input(f"{question} (tom rad hoppar över): ").strip()
        except EOFError:
            print()
            return None
        if not answer:
            return None
        try:
            return read(answer)
        except argparse.ArgumentTypeError as error:
            print(error)
    return None
