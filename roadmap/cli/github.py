"""Problems as annotations: GitHub shows each at its line in a pull request."""

from roadmap.datafiles.problems import Problem


def github(problem: Problem) -> str:
    """Return the workflow command that annotates the problem's line.

    No text in the data can end this command or begin another one.
    """
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
    return f"::{problem.severity} {place}::{_escaped(problem.text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
