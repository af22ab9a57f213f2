"""What a new site's data says until the town has written its own words there."""

import re
from collections.abc import Iterator

from roadmap.datafiles.characters import place
from roadmap.datafiles.checks.scope import Scope
from roadmap.datafiles.problems import Problem, quoted
from roadmap.model.codes import PLACEHOLDER
from roadmap.model.dataset import TRANSLATIONS

_FOUND = re.compile(rf"\b{PLACEHOLDER}\b[^\n'\"]*")
_LEFT = "Det här är kvar att skriva: "
_HINT = "Innan dess kan webbplatsen byggas, men inte publiceras."


def placeholders_are_filled(scope: Scope) -> Iterator[Problem]:
    """Warn where the plan, its goal areas or the settings have a placeholder left."""
    for path, document in scope.documents.items():
        # Responses have none to begin with, and are many; what is not translated is shown as it is.
        if not path.startswith(("data/responses/", TRANSLATIONS)):
            text = document.text
            for found in _FOUND.finditer(text):
                message = f"{_LEFT}{quoted(found[0])}."
                yield Problem(path, *place(text, found.start()), message, _HINT, "warning")


def tells_of_placeholder(problem: Problem) -> bool:
    """Whether this is what `placeholders_are_filled` warns of."""
    return problem.message.startswith(_LEFT)
