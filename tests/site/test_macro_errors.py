"""What a page's macro may do wrong, told in Swedish at its line."""

from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined

from roadmap.site.macro_errors import macro_problem

MISSING = "Makrot frågar efter något som inte finns. Kontrollera namnet efter punkten"


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("{{ overvew() }}", 'Makrot "overvew" finns inte. Menade du "overview"?'),
        ("{{ {}.titel }}", MISSING),
        ("{{ [][5] }}", MISSING),
        ('{{ "å".finns_inte() }}', MISSING),
        ("{{ overview( }}", "Makrot är fel skrivet."),
        ("{{ overview() }}", "Makrot går inte att köra. Python säger: "),
    ],
)
def test_a_macro_that_cannot_be_run_is_told(markdown: str, told: str) -> None:
    def overview(needed: Any) -> str:
        return str(needed)

    page = f"---\ntitle: Sida\n---\n\n{markdown}\n"
    body = page.partition("---\n\n")[2]
    with pytest.raises(Exception) as caught:  # noqa: PT011  (each is of a kind of its own)
        Environment(undefined=StrictUndefined).from_string(body, {"overview": overview}).render()
    problem = macro_problem("docs/sida.md", page, body, caught.value, ["overview"])
    assert (problem.file, problem.line) == ("docs/sida.md", 5)
    assert problem.text.startswith(told), problem
