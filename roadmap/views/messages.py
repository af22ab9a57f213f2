"""Messages in templates: `{% trans %}…{% endtrans %}`, with the nouns of the plan."""

from jinja2 import nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.ext import InternationalizationExtension
from markupsafe import Markup

from roadmap.presenters.messages import NOUNS, filling, translated, translated_number


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
                reason = f"{name} is a noun of the plan; give the value another name"
                raise TemplateAssertionError(reason, value.lineno)
        return super()._make_node(
            singular, plural, context, variables, plural_expr, vars_referenced, num_called_num
        )


def gettext(message: str, **values: object) -> Markup:
    """Return a message of a template, filled in. Values are escaped, the message is not."""
    return Markup(translated(message)) % filling(values)


def ngettext(one: str, many: str, num: int, **values: object) -> Markup:
    """Return the message for one or for many, filled in."""
    return Markup(translated_number(one, many, num)) % filling({"num": num, **values})
