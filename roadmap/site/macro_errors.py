"""Problems for macros that cannot be executed, for whoever wrote the module or the page."""

import re
import runpy
import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from roadmap.datafiles.problems import Problem, did_you_mean

_TEMPLATE = "<template>"  # Jinja's name for the page in a traceback


def module_problem(path: Path) -> Problem | None:
    """Return why the module with the macros of a project cannot be executed, if it cannot."""
    if not path.is_file():
        return None  # MkDocs knows whether there should be one
    try:
        runpy.run_path(str(path))
    except (Exception, SystemExit) as error:
        if isinstance(error, SyntaxError) and error.filename == str(path):
            line: int | None = error.lineno
        else:
            frames = reversed(traceback.extract_tb(error.__traceback__))
            line = next((frame.lineno for frame in frames if frame.filename == str(path)), 1)
        return Problem(
            path.name, line or 1, 1, f"Filen går inte att köra. Python säger: {error!r}."
        )
    return None


def failure(root: Path, error: Exception) -> Problem:
    """Return the problem that stopped a build, at the innermost line of the project's own files.

    Else at the line of the engine, whose fault it then is, or of a plugin in `mkdocs.yml`.
    """
    if isinstance(error, TemplateSyntaxError):
        message = f"Mallen är fel skriven. Jinja säger: {error.message}."
        return Problem(_shown(root, error.filename or "?"), error.lineno, 1, message)
    if isinstance(error, TemplateNotFound):
        hint = "Kontrollera template överst på sidan, eller namnet i mallen."
        return Problem("docs", 1, 1, f'Mallen "{error.name}" finns inte.', hint)
    frames = traceback.extract_tb(error.__traceback__)
    for folder in (root, Path(__file__).parents[1]):
        for frame in reversed(frames):
            if Path(frame.filename).is_relative_to(folder) and ".venv" not in frame.filename:
                message = f"Det går inte att köra. Python säger: {error!r}."
                return Problem(_shown(root, frame.filename), frame.lineno or 1, 1, message)
    message = f"Ett tillägg (plugins) går inte att köra. Python säger: {error!r}."
    return Problem("mkdocs.yml", 1, 1, message)


def _shown(root: Path, name: str) -> str:
    path = Path(name)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else name


def macro_problem(
    file: str, written: str, rendered: str, error: Exception, macros: Iterable[str]
) -> Problem:
    """Return the problem at its line of the page.

    `written` is the whole file, and `rendered` the file without its front matter.
    """
    line = _line(error) + max(0, written.count("\n") - rendered.count("\n"))
    if isinstance(error, UndefinedError):
        if missing := re.fullmatch(r"'(\w+)' is undefined", str(error)):
            hint = did_you_mean(missing[1], macros)
            return Problem(file, line, 1, f'Makrot "{missing[1]}" finns inte.', hint)
        hint = "Kontrollera namnet efter punkten eller inom klamrarna."
        return Problem(file, line, 1, "Makrot frågar efter något som inte finns.", hint)
    if isinstance(error, TemplateSyntaxError):
        hint = "Skriv det så här: {{ namn() }}."
        return Problem(file, line, 1, "Makrot är fel skrivet.", hint)
    if isinstance(error, TemplateNotFound):
        return Problem(file, line, 1, f'Filen "{error.name}" finns inte.', "Kontrollera namnet.")
    if isinstance(error, KeyError):
        return Problem(file, line, 1, f'"{error.args[0]}" finns inte i data.')
    return Problem(file, line, 1, f"Makrot går inte att köra. Python säger: {error!r}.")


def _line(error: Exception) -> int:
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 1 for frame in frames if frame.filename == _TEMPLATE), 1)
