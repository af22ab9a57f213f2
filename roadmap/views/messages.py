"""Messages in templates: `{% trans %}…{% endtrans %}`, with the nouns of the plan."""

import re
from collections.abc import Callable

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.ext import InternationalizationExtension
from markupsafe import Markup

from roadmap.model import Terms
from roadmap.presenters.messages import (
    NOUNS,
    filling,
    speaking,
    translated,
    translated_number,
)

_MESSAGE = re.compile(r"\{% trans ?(.*?) ?%\}(.*?)\{% endtrans %\}", re.DOTALL)
_VALUE = re.compile(r"\{\{ (\w+) \}\}")


class Messages(InternationalizationExtension):
    """Jinja's own extension, in which the names of nouns always mean the nouns.

    In `{% trans %}` a name like `strategy` is a noun of `model/terms.py`, whatever else the
    template calls so. A value of the template's own is given under another name.
    """

    def _make_node(
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        vars_referenced: bool,
        num_called_num: bool,
    ) -> nodes.Output:
        for name in NOUNS & variables.keys():
            value = variables.pop(name)
            if not (isinstance(value, nodes.Name) and value.name == name):
                raise TemplateAssertionError(
                    f"{name} is a noun of the plan; give the value another name", value.lineno
                )
        return super()._make_node(
            singular, plural, context, variables, plural_expr, vars_referenced, num_called_num
        )


def add_messages(environment: Environment, terms: Terms | None = None) -> None:
    """Let an environment's templates have messages, and `_()` in their expressions.

    `terms` are those of the only site whose pages it makes, where another program has them made;
    without them whoever has a page made says `speaking`.
    """
    one, number = (
        (_spoken(terms, gettext), _spoken(terms, ngettext)) if terms else (gettext, ngettext)
    )
    environment.add_extension(Messages)
    environment.policies["ext.i18n.trimmed"] = True
    # Newstyle: the compiled templates call these with the values by name.
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals |= {"_": one, "gettext": one, "ngettext": number}


def _spoken(terms: Terms, say: Callable[..., Markup]) -> Callable[..., Markup]:
    def said(*messages: object, **values: object) -> Markup:
        with speaking(terms):
            return say(*messages, **values)

    return said


def written_out(template: str) -> str:
    """Return a template with its messages written out, for an engine that knows no `trans`.

    The template may have neither plurals nor `_()`, and gives each value: `{% trans a=b | e %}`.
    """
    return _MESSAGE.sub(_written_out, template)


def _written_out(found: re.Match[str]) -> str:
    values, text = found.groups()
    as_they_are = {name: f"{{{{ {name} }}}}" for name in _VALUE.findall(text)}
    message = translated(_VALUE.sub(r"%(\1)s", text.replace("%", "%%")))
    shown = message % {**as_they_are, **filling({})}
    return f"{{% with {values} %}}{shown}{{% endwith %}}" if values else shown


def gettext(message: str, **values: object) -> Markup:
    """Return a message of a template, filled in. Values are escaped, the message is not."""
    return Markup(translated(message)) % filling(values)


def ngettext(one: str, many: str, num: int, **values: object) -> Markup:
    """Return the message for one or for many, filled in."""
    return Markup(translated_number(one, many, num)) % filling({"num": num, **values})
