"""What `mkdocs.yml` says of the project, for those who need it before MkDocs, or without it."""

import os
import re
from pathlib import Path
from typing import Any

import yaml

from roadmap.datafiles.characters import decode
from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.yaml_errors import syntax_problem
from roadmap.datafiles.yaml_places import events

CONFIGURATION = "mkdocs.yml"


class ConfigurationError(Exception):
    """The configuration cannot be used as it is. The message is Swedish."""


def configuration(root: Path) -> dict[str, Any]:
    """Return the fields of a project's configuration; none without a file.

    They include what it inherits, and variables of the environment have their values. Raises
    ConfigurationError if it cannot be read.
    """
    # Only some verbs need it, and it is slow to import.
    from mkdocs.exceptions import MkDocsException
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load

    path = root / CONFIGURATION
    if not path.exists():
        return {}
    _refuse_faulty_yaml(path)
    try:
        with path.open("rb") as file:
            written = yaml_load(file, get_yaml_loader())
    except MkDocsException as error:  # in one that it inherits from
        told = " ".join(str(error).split())
        place = re.search(r"line (\d+), column (\d+)", told)
        line, column = map(int, place.groups()) if place else (1, 1)
        message = f"Filen går inte att läsa. MkDocs säger på engelska: {told}"
        raise ConfigurationError(str(Problem(CONFIGURATION, line, column, message))) from None
    if not isinstance(written, dict):
        raise ConfigurationError(f"{CONFIGURATION}:1:1: Filen ska bestå av fält, ett per rad.")
    return written


def _refuse_faulty_yaml(path: Path) -> None:
    try:
        text = decode(CONFIGURATION, path.read_bytes())
    except DataError as error:
        raise ConfigurationError(str(error)) from None
    try:
        for _ in events(text):
            pass
    except yaml.YAMLError as error:
        raise ConfigurationError(str(syntax_problem(CONFIGURATION, text, error))) from None


def site_folder(root: Path) -> Path:
    """Return the folder that the site of a project is built in. Raises ConfigurationError."""
    return _in_project(root, configuration(root).get("site_dir") or "site")


def own_theme(root: Path) -> Path | None:
    """Return the folder with a project's own files of the theme. Raises ConfigurationError."""
    theme = configuration(root).get("theme")
    written = theme.get("custom_dir") if isinstance(theme, dict) else None
    if not written:
        return None
    folder = _in_project(root, written)
    if not folder.is_dir():
        fault = f'Mappen "{written}", som custom_dir anger, finns inte.'
        raise ConfigurationError(f"{CONFIGURATION}:1:1: {fault} Rätta namnet eller ta bort raden.")
    return folder


def _in_project(root: Path, written: object) -> Path:
    return Path(os.path.normpath(root / str(written)))
