"""Print what an editor should know."""

import sys
from collections.abc import Sequence
from dataclasses import replace

from roadmap.cli import github
from roadmap.cli.command import command
from roadmap.datafiles.problems import ROADMAP, Problem


def print_problems(problems: Sequence[Problem]) -> None:
    """Print each problem on a line of its own, on standard error.

    A command in its hint is printed as it works in the present folder.
    """
    for problem in problems:
        hint = problem.hint and problem.hint.replace(ROADMAP, command())
        print(replace(problem, hint=hint), file=sys.stderr)


def print_annotations(problems: Sequence[Problem]) -> None:
    """Print each problem as GitHub shows it at its line, on standard output."""
    for problem in problems:
        print(github.github(problem))
