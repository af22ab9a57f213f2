"""Problems for macro calls in a page that cannot be executed, for the page's author."""

import traceback
from collections.abc import Iterable

from jinja2 import TemplateSyntaxError, UndefinedError

from roadmap.datafiles.problems import Problem, did_you_mean

_TEMPLATE = "<template>"  # Jinja's name for the page in a traceback


def macro_problem(
    file: str, written: str, rendered: str, error: Exception, macros: Iterable[str]
) -> Problem:
    """Return the problem at its line of the page.

    `written` is the whole file, and `rendered` the file without its front matter.
    """
    line = _line(error) + max(0, written.count("\n") - rendered.count("\n"))
    if isinstance(error, UndefinedError):
        name = str(error).split("'")[1]
        return Problem(file, line, 1, f'Makrot "{name}" finns inte.', did_you_mean(name, macros))
    if isinstance(error, TemplateSyntaxError):
        hint = "Skriv det så här: {{ namn() }}."
        return Problem(file, line, 1, "Makrot är fel skrivet.", hint)
    if isinstance(error, KeyError):
        return Problem(file, line, 1, f'"{error.args[0]}" finns inte i data.')
    return Problem(file, line, 1, f"Makrot går inte att köra: {error!r}.")


def _line(error: Exception) -> int:
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 1 for frame in frames if frame.filename == _TEMPLATE), 1)
