"""The one Jinja environment: everything is escaped, and an unknown name is an error."""

from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from roadmap.presenters import urls
from roadmap.presenters.fault_words import fault_words
from roadmap.presenters.grammar import long_date
from roadmap.presenters.messages import number
from roadmap.presenters.wording import quoted
from roadmap.text import swedish
from roadmap.views.messages import add_messages

TEMPLATES = Path(__file__).parent


@cache
def environment() -> Environment:
    """Return the environment of the templates beside the views."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    add_messages(env)
    env.filters["capitalised"] = swedish.capitalised
    env.filters["slug"] = swedish.slug
    env.filters["number"] = number
    env.filters["long_date"] = long_date
    env.globals["fault_words"] = fault_words
    env.globals["quoted"] = quoted
    env.globals["longest_search"] = urls.LONGEST_SEARCH
    # A few different marks are used thousands of times.
    marks = env.get_template("_marks.html").module
    for name in (
        "shape", "lone", "spoken", "position", "slip", "wide_slip", "number_slip", "triangle",
    ):  # fmt: skip
        env.globals[name] = lru_cache(maxsize=None)(getattr(marks, name))
    return env


def render(template: str, **context: object) -> Markup:
    """Return the template filled in. Everything in the context but `Markup` is escaped."""
    return Markup(environment().get_template(template).render(context))
