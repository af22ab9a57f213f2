"""Messages in templates: escaped values, nouns that no variable hides."""

import pytest
from jinja2.exceptions import TemplateAssertionError

from roadmap.presenters.translated import in_language
from roadmap.views.messages import written_out
from roadmap.views.templating import environment
from tests.projects import MINI, dataset_of


def shown(template: str, **values: object) -> str:
    return environment().from_string(template).render(values)


def test_values_are_escaped_and_the_message_is_not() -> None:
    template = "{% trans name %}<b>{{ name }}</b> stöder 99 %{% endtrans %}"
    assert shown(template, name="<i>") == "<b>&lt;i&gt;</b> stöder 99 %"


def test_a_noun_is_the_noun_whatever_else_the_template_calls_so() -> None:
    template = "{% trans %}{{ The_strategy }} av {{ strategies }}{% endtrans %}"
    assert shown(template, strategies=["S1.1"]) == "Strategin av strategier"


def test_a_value_with_the_name_of_a_noun_is_refused() -> None:
    with pytest.raises(TemplateAssertionError, match="give the value another name"):
        shown("{% trans strategy=record.title %}{{ strategy }}{% endtrans %}", record=None)


@pytest.mark.parametrize(("number", "words"), [(1, "ett svar"), (1380, "1\u00a0380 svar")])
def test_one_and_many(number: int, words: str) -> None:
    template = "{% trans num=number %}ett svar{% pluralize %}{{ num }} svar{% endtrans %}"
    assert shown(template, number=number) == words


def test_lines_of_a_message_are_joined() -> None:
    assert shown("{% trans %}\n  Två\n  rader\n{% endtrans %}") == "Två rader"


def test_messages_are_written_out_for_an_engine_that_has_none() -> None:
    template = '<a title="{% trans %}Läs{% endtrans %}">{% trans n=area.n %}{{ Goal_area }} {{ n }}'
    dataset = dataset_of(MINI)
    assert written_out(template + ", 9 %{% endtrans %}</a>{{ title }}", [dataset]) == (
        '<a title="Läs">{% with n=area.n %}Målområde {{ n }}, 9 %{% endwith %}</a>{{ title }}'
    )


def test_messages_are_written_out_in_each_language_that_a_page_may_be_in() -> None:
    dataset = dataset_of(MINI)
    told = [dataset, in_language(dataset, "en")]
    own, english = '{% if page and page.meta and page.meta.language == "en" %}', "{% else %}"
    assert written_out("<b>{% trans %}Sök{% endtrans %}</b>", told) == (
        f"<b>{own}Search{english}Sök{{% endif %}}</b>"
    )
