"""Problems as annotations: GitHub shows each at its line in a pull request."""

from roadmap.datafiles.problems import Problem


def github(problem: Problem) -> str:
    """Return the workflow command that annotates the problem's line.

    Whatever the data says stays inside the one command: no text can begin another.
    """
    where = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
    return f"::{problem.severity} {where}::{_escaped(problem.text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
