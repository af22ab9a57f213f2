"""Messages in templates: `{% trans %}…{% endtrans %}`, with the nouns of the plan."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from jinja2 import Environment, nodes, pass_context
from jinja2.exceptions import TemplateAssertionError
from jinja2.ext import InternationalizationExtension
from jinja2.runtime import Context
from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import NOUNS, Sentence, filled, filling, sentence, sentence_for
from roadmap.presenters.pages import telling

_MESSAGE = re.compile(r"\{% trans ?(.*?) ?%\}(.*?)\{% endtrans %\}", re.DOTALL)
_VALUE = re.compile(r"\{\{ (\w+) \}\}")
_IN = '{%% if page and page.meta and page.meta.language == "%s" %%}'


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


# What is told of on the page that a template is filled in for.
Told = Callable[[Context], Dataset]


def add_messages(environment: Environment, told: Told | None = None) -> None:
    """Let an environment's templates have messages, and `_()` in their expressions.

    `told` says whose language and terms they are in, where another program has the pages made;
    without it whoever has a page made says `telling`.
    """
    one, number = (_told(told, gettext), _told(told, ngettext)) if told else (gettext, ngettext)
    environment.add_extension(Messages)
    environment.policies["ext.i18n.trimmed"] = True
    # Newstyle: the compiled templates call these with the values by name.
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals |= {"_": one, "gettext": one, "ngettext": number}


def _told(told: Told, say: Callable[..., Markup]) -> Callable[..., Markup]:
    @pass_context
    def said(context: Context, *messages: object, **values: object) -> Markup:
        with telling(told(context)):
            return say(*messages, **values)

    return said


def written_out(template: str, told: Sequence[Dataset]) -> str:
    """Return a template with its messages written out, for an engine that knows no `trans`.

    They are those of each data set, the first the site's own: which one is shown follows from the
    page's language. The template may have neither plurals nor `_()`, and gives each value:
    `{% trans a=b | e %}`.
    """
    return _MESSAGE.sub(partial(_written_out, told), template)


def _written_out(told: Sequence[Dataset], found: re.Match[str]) -> str:
    values, text = found.groups()
    as_they_are = {name: f"{{{{ {name} }}}}" for name in _VALUE.findall(text)}
    message = _VALUE.sub(r"%(\1)s", text.replace("%", "%%"))
    own, *others = (_said_of(dataset, message, as_they_are) for dataset in told)
    shown = own
    for dataset, said in zip(told[1:], others, strict=True):
        shown = f"{_IN % dataset.language}{said}{{% else %}}{shown}{{% endif %}}"
    return f"{{% with {values} %}}{shown}{{% endwith %}}" if values else shown


def _said_of(dataset: Dataset, message: str, values: Mapping[str, str]) -> str:
    with telling(dataset):
        return filled(sentence(message), values)


def gettext(message: str, **values: object) -> Markup:
    """Return a message of a template, filled in. Values are escaped, the message is not."""
    return _filled(sentence(message), values)


def ngettext(one: str, many: str, num: int, **values: object) -> Markup:
    """Return the message for one or for many, filled in."""
    return _filled(sentence_for(one, many, num), {"num": num, **values})


def _filled(sentence: Sentence, values: Mapping[str, object]) -> Markup:
    text = Markup(sentence.text)
    return text if sentence.whole else text % filling(values)
