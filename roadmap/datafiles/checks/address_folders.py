"""The rule that folders of `docs/` are named as the addresses are, where these follow the terms."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from roadmap.datafiles.checks.page_scope import PageScope
from roadmap.datafiles.problems import Problem
from roadmap.model.dataset import TERMS
from roadmap.model.terms import USUAL
from roadmap.presenters.address_names import folder, names_of

# The nouns whose pages, or some of them, are written in `docs/`.
_WRITTEN = ("goal_area", "response")


def misnamed(docs: Path) -> Mapping[str, str]:
    """Return the name that each folder of pages should have, by the usual one that it has."""
    names = {f"{names_of(USUAL)[noun].many}/": folder(noun) for noun in _WRITTEN}
    return {
        usual: own
        for usual, own in names.items()
        if usual != own and (docs / usual).is_dir() and not (docs / own).is_dir()
    }


def folders_follow_the_addresses(scope: PageScope) -> Iterator[Problem]:
    """A folder that still has the usual name is told once, and not page by page."""
    for usual, own in misnamed(scope.root / "docs").items():
        message = f"Adresserna börjar med {own}, men sidorna ligger i docs/{usual}."
        hint = f"Döp om mappen till docs/{own}, och likadant i mappen för varje annat språk."
        yield Problem(TERMS, 1, 1, message, hint)
