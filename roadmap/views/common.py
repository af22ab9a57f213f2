"""What several views show: source texts with their footnotes, ready for the templates."""

from typing import NamedTuple

from markupsafe import Markup

from roadmap.model import (
    Judgement,
)
from roadmap.model.dataset import Body
from roadmap.presenters import urls
from roadmap.presenters.judgements import ask_anchor, words_anchor
from roadmap.presenters.messages import _
from roadmap.text import source_text
from roadmap.text.marked_words import Marked


class FootnoteView(NamedTuple):
    """A footnote under the text that refers to it."""

    key: str
    anchor: str
    mark: str
    name: str
    text: str
    back: str


def text_with_footnotes(
    text: str,
    body: Body | None,
    owner: str,
    judgement: Judgement | None = None,
    *,
    reading: str | None = None,
) -> tuple[Markup, tuple[FootnoteView, ...]]:
    """Return a source text as HTML, and the footnotes of `body` that it refers to.

    `owner` is the id of the element around the text; the footnotes' ids are made from it, and those
    of the numbers of its requests, unless `reading` is given for these. The words that a judgement
    rests on are marked.
    """
    footnotes = {footnote.id: footnote for footnote in body.response.footnotes} if body else {}

    def reference(footnote_id: str) -> Markup:
        mark = source_text.superscript(footnote_id)
        if body is None or footnote_id not in footnotes:
            return Markup("{}").format(mark)
        template = '<a id="{0}" href="#{1}" data-footnote-ref aria-label="{2}">{3}</a>'
        anchor = _footnote_anchor(owner, footnote_id)
        name = footnote_name(body, footnote_id)
        return Markup(template).format(_back_anchor(owner, footnote_id), anchor, name, mark)

    footnote_views = tuple(
        FootnoteView(
            key=f"{body.id}/fotnot-{footnote_id}",
            anchor=_footnote_anchor(owner, footnote_id),
            mark=source_text.superscript(footnote_id),
            name=footnote_name(body, footnote_id),
            text=footnotes[footnote_id].text,
            back=f"#{_back_anchor(owner, footnote_id)}",
        )
        for footnote_id in source_text.references(text)
        if body and footnote_id in footnotes
    )
    return source_text.to_html(
        text, _marks(judgement, owner if reading is None else reading), reference
    ), footnote_views


def _marks(judgement: Judgement | None, owner: str) -> list[Marked]:
    """Return the words to mark: of the position, the requests and the problems.

    Those of themes are marked only where nothing else is told of the text.
    """
    if judgement is None:
        return []
    marks = [
        Marked(ask.quote, "ask", _number(owner, number))
        for number, ask in enumerate(judgement.asks, start=1)
    ]
    if judgement.position and judgement.position.quote:
        opposes = judgement.position.value == "opposes"
        marks.append(Marked(judgement.position.quote, "opposes" if opposes else "support"))
    marks += [Marked(problem.quote, "problem") for problem in judgement.problems]
    return marks or [Marked(mark.quote, "theme") for mark in judgement.themes]


def _number(owner: str, number: int) -> Markup:
    """Return the raised number after the words of a request, which leads to it in the note."""
    return Markup('<sup><a id="{}" href="#{}" aria-label="{}">{}</a></sup>').format(
        words_anchor(owner, number),
        ask_anchor(owner, number),
        _("%(request)s %(number)s", number=number),
        number,
    )


def footnote_name(body: Body, footnote_id: str) -> str:
    """Return the name of a footnote for screen readers, unique among the bodies on a page."""
    return _("Fotnot %(mark)s, %(name)s", mark=footnote_id, name=body.name)


def _footnote_anchor(owner: str, footnote_id: str) -> str:
    anchor = urls.footnote_anchor(footnote_id)
    return f"{owner}-{anchor}" if owner else anchor


def _back_anchor(owner: str, footnote_id: str) -> str:
    return f"{_footnote_anchor(owner, footnote_id)}-hit"
