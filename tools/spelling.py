"""Look for misspelt Swedish in what editors have changed: `python -m tools.spelling BASE`.

Prints GitHub annotations, warnings only: a name or a new word is no fault.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from roadmap.cli.github import github
from roadmap.datafiles.problems import Problem
from tools import system
from tools.node import ensure_programs, program

ROOT = Path(__file__).parent.parent
_TOLD = re.compile(r"(?P<file>.+):(?P<line>\d+):(?P<column>\d+) - Unknown word \((?P<word>.+?)\)")
_TEXTS = ("data/*.yml", "docs/*.md", "CONTRIBUTING.md")


def changed(base: str, root: Path = ROOT) -> list[str]:
    """Return the texts that differ from a commit, relative to the root."""
    command = ["git", "diff", "--name-only", "--diff-filter=d", "-z", "--end-of-options", base]
    done = subprocess.run(
        [*command, "--", *_TEXTS], cwd=root, capture_output=True, check=True, encoding="utf-8"
    )
    return [name for name in done.stdout.split("\0") if name]


def misspelt(names: Sequence[str], root: Path = ROOT) -> Iterator[Problem]:
    """Yield a warning for every word of the files that the Swedish dictionary does not know."""
    command = program("cspell")
    assert command, "cspell saknas. Kör: python -m tools.node"
    options = ["--config", str(ROOT / ".cspell.json"), "--root", str(root), "--no-progress"]
    arguments = [*options, "--no-summary", "--no-color", "--relative", "--file-list", "stdin"]
    done = subprocess.run(
        [*command, "lint", *arguments],
        cwd=root,
        input="\n".join(names),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    for line in done.stdout.splitlines():
        if told := _TOLD.match(line):
            place = (told["file"], int(told["line"]), int(told["column"]))
            message = f'Ordet "{told["word"]}" finns inte i ordlistan.'
            yield Problem(*place, message, "Rätta det om det är felstavat.", "warning")


def main(arguments: Sequence[str] | None = None) -> int:
    """Annotate the texts that differ from the commit that is named; 2 on wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    if len(given) != 1:
        system.say("Ange vad texterna ska jämföras med: python -m tools.spelling BASE")
        return 2
    if not ensure_programs():
        return 1
    names = changed(given[0])
    for problem in misspelt(names) if names else ():
        print(github(problem))
    return 0


if __name__ == "__main__":
    sys.exit(main())
