"""Redirects from addresses that were once published: `data/redirects.yml`, old address → new."""

import re
from collections.abc import Iterable, Iterator, Mapping

from roadmap.datafiles.problems import DataError, Problem, did_you_mean
from roadmap.datafiles.yaml_reader import Document, parse
from roadmap.model.dataset import REDIRECTS
from roadmap.presenters.address_names import folder
from roadmap.text.file_names import fault_of_name

_ADDRESS = re.compile(r"([a-z0-9][a-z0-9.-]*/)+")
# The address of a file, which no folder of the same name may take the place of.
_FILE_ENDING = re.compile(r"\.[a-z][a-z0-9]*/")
_HINT = "Skriv gammal adress: ny adress, till exempel {0}namnden/: {0}provnamnden/."
_FORM = "Skriv till exempel {0}provnamnden/: små bokstäver, snedstreck sist och inte först."


def parse_redirects(
    raw: bytes, published: Iterable[str] | None, moved: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the new address of each old one, from the bytes of the file.

    `published` are the addresses of the present pages and files, None if they are unknown, and
    `moved` those that the program leads on by itself. Raises DataError with every problem.
    """
    document = parse(REDIRECTS, raw)
    if not isinstance(document.data, dict):
        raise DataError(
            [
                document.problem(
                    "Filen ska ha en adress per rad.", hint=_HINT.format(folder("response"))
                )
            ]
        )
    problems = [
        *_problems(document, None if published is None else frozenset(published), moved or {})
    ]
    if problems:
        raise DataError(problems)
    return dict(document.data)


def _problems(
    document: Document, published: frozenset[str] | None, moved: Mapping[str, str]
) -> Iterator[Problem]:
    leading = {**document.data, **moved}
    form = _FORM.format(folder("response"))
    for old, new in document.data.items():
        if not _ADDRESS.fullmatch(old) or _FILE_ENDING.search(old):
            message = f'"{old}" är ingen adress till en sida.'
            yield Problem(REDIRECTS, *document.at_key(old), message, form)
        elif fault := next(filter(None, map(fault_of_name, old.split("/"))), None):
            message = f'Adressen "{old}" kan inte bli en mapp. {fault}'
            yield Problem(REDIRECTS, *document.at_key(old), message, "Ta bort raden.")
        elif published and old in published:
            message = f'Sidan "{old}" finns, så adressen kan inte leda vidare.'
            yield Problem(REDIRECTS, *document.at_key(old), message, "Ta bort raden.")
        elif old in moved:
            message = f'Adressen "{old}" leder redan vidare till "{moved[old]}".'
            yield Problem(REDIRECTS, *document.at_key(old), message, "Ta bort raden.")
        if not isinstance(new, str) or not _ADDRESS.fullmatch(new):
            message = f'Adressen som "{old}" ska leda till går inte att använda.'
            yield document.problem(message, old, hint=form)
        elif new in leading:
            final = leading[new]
            hint = f'Skriv "{final}" direkt.' if isinstance(final, str) and final != old else None
            yield document.problem(f'"{new}" leder själv vidare.', old, hint=hint)
        elif published is not None and new not in published:
            hint = did_you_mean(new, filter(_ADDRESS.fullmatch, published))
            yield document.problem(f'Det finns ingen sida på adressen "{new}".', old, hint=hint)
