"""Print what an editor should know."""

import sys
from collections.abc import Sequence

from roadmap.cli import github
from roadmap.datafiles.problems import Problem


def print_problems(problems: Sequence[Problem]) -> None:
    """Print each problem on a line of its own, on standard error."""
    for problem in problems:
        print(problem, file=sys.stderr)


def print_annotations(problems: Sequence[Problem]) -> None:
    """Print each problem as GitHub shows it at its line, on standard output."""
    for problem in problems:
        print(github.github(problem))
