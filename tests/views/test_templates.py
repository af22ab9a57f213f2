"""The templates: every word that readers see is a message (`{% trans %}`, `_()`)."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from roadmap.site.assets import THEME
from roadmap.views.messages import Messages
from roadmap.views.templating import TEMPLATES

FILES = sorted(path for folder in (TEMPLATES, THEME) for path in folder.rglob("*.html"))
# Attributes that are read aloud, shown, or found by search engines.
READ = {"alt", "aria-label", "content", "data-label", "label", "placeholder", "title"}
# Names of programs, formats and files, and what only machines read.
NAMES = {"Excel", "CSV", ".xlsx", ".csv", "datapackage.json", "dcat.rdf"}
NAMES |= {"width=device-width,initial-scale=1", "0; url=", "light dark", "website", "sv_SE"}
WORD = re.compile(r"[^\W\d_]{2}")
# Of the strings in a template's code, those that are surely words.
SWEDISH = re.compile(r"[åäöÅÄÖ]|^[A-ZÅÄÖ][a-zåäö]|[^\W\d_]{2,} ")


class Words(HTMLParser):
    """Collects the texts of a page, and the attributes that are read."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in READ]

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def literals(template: str) -> Iterator[str]:
    """Yield the words of a template that are in no message."""
    tree = Environment(extensions=[Messages]).parse(template)
    page = Words()
    page.feed("".join(part.data for part in tree.find_all(nodes.TemplateData)))
    page.close()
    for text in page.found:
        yield from (line for line in map(str.strip, text.splitlines()) if WORD.search(line))
    yield from filter(SWEDISH.search, strings(tree))


def strings(node: nodes.Node) -> Iterator[str]:
    """Yield the strings of a template's code, except messages and what is only compared with."""
    match node:
        case nodes.Const(value=str() as text):
            yield text
        case nodes.Compare():
            pass
        case nodes.Call(node=nodes.Name(name="_" | "gettext" | "ngettext"), kwargs=values):
            for value in values:
                yield from strings(value)
        case _:
            for child in node.iter_child_nodes():
                yield from strings(child)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_word_is_a_message(file: Path) -> None:
    found = [words for words in literals(file.read_text("utf-8")) if words not in NAMES]
    assert found == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>Svaren{% trans %}Planen{% endtrans %} {{ _('Teman') }}</p>", ["Svaren"]),
        ("{% if a %}<b{% if b %} title='Läs'{% endif %}>{% endif %}", ["Läs"]),
        ("{{ list(of, 'fotnot ' ~ mark) }}{{ _('%(a)s', a='Ja') }}", ["fotnot ", "Ja"]),
        ("<i class='mark'>{% if sex == 'män' %}{{ name }}{% endif %}</i>", []),
    ],
)
def test_words_outside_messages_are_found(template: str, words: list[str]) -> None:
    assert list(literals(template)) == words
