"""The one Jinja environment: everything is escaped, and an unknown name is an error."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from roadmap.text import swedish
from roadmap.text.source_text import escaped

TEMPLATES = Path(__file__).parent


class _Context(Context):
    """Calls macros, which most calls are, without asking what else they could be."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        if type(__obj) is Macro:
            # What surrounds the call, which is of no use to a macro.
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__obj, *args, **kwargs)


class _Generator(CodeGenerator):
    """Writes templates that escape with `escaped`: what is safe already costs them no time."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Environment(Environment):
    context_class = _Context
    code_generator_class = _Generator
    escaped = staticmethod(escaped)


@cache
def environment() -> Environment:
    """Return the environment of the templates beside the views."""
    env = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["counted"] = swedish.counted
    env.filters["capitalised"] = swedish.capitalised
    env.filters["slug"] = swedish.slug
    env.filters["long_date"] = swedish.long_date
    return env


def render(template: str, **context: object) -> Markup:
    """Return the template filled in. Only `Markup` in the context goes in unescaped."""
    return Markup(environment().get_template(template).render(context))
