"""The verb `validate`."""

import argparse
from datetime import date
from pathlib import Path

from roadmap.cli.command import command
from roadmap.cli.report import print_annotations, print_problems
from roadmap.datafiles.editor_schemas import outdated
from roadmap.datafiles.load import examine
from roadmap.datafiles.problems import DataError, Problem
from roadmap.model.dataset import Dataset
from roadmap.site.outputs import collisions, left_out


def validate(options: argparse.Namespace, root: Path) -> int:
    """Print every problem of a project, and what its hidden changes hide."""
    report = print_annotations if options.format == "github" else print_problems
    examined = examine(root, date.today())
    dataset = examined.dataset
    problems = [*examined.problems, *left_out(root)]
    if dataset:
        problems += [*collisions(dataset, examined.moved), *_outdated_schemas(dataset)]
    report(sorted(problems))
    if dataset is None or any(problem.severity == "error" for problem in problems):
        return 1
    try:
        if dataset.settings.hidden_changes:
            # Reading the history takes time that few projects need.
            from roadmap.cli.hide import hidden_lines

            print(*hidden_lines(root), sep="\n")
    except DataError as error:
        report(error.problems)
        return 1
    strategies = dataset.terms.strategy.counted(len(dataset.strategies))
    answers = dataset.terms.response.counted(len(dataset.received))
    print(f"Inga fel i data: {strategies} och {answers}.")
    return 0


def _outdated_schemas(dataset: Dataset) -> list[Problem]:
    """Return a warning for each editor schema that the plan has left behind."""
    message = "Textredigerarens hjälp följer inte längre planen."
    hint = f"Kör {command('schemas')}."
    return [Problem(name, 1, 1, message, hint, "warning") for name in outdated(dataset)]
