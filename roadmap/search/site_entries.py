"""What a search can find beside the plan and the answers: pages, words, themes and requests."""

from collections.abc import Iterator

from roadmap.model import Comment
from roadmap.model.dataset import Body, Dataset
from roadmap.model.site_page import SitePage
from roadmap.presenters import urls, wording
from roadmap.presenters.facts import facts
from roadmap.presenters.messages import _
from roadmap.presenters.requests import Request, requests
from roadmap.search.unit import Unit
from roadmap.text.foreign import foreign, has_foreign

# Words, themes and requests are results of their own, under these ids in the index.
_WORDS, _THEMES, _REQUESTS = "-ord", "-teman", "-onskemal"


def site_units(dataset: Dataset) -> Iterator[Unit]:
    """Yield the units of each page, then the words that pages explain, the themes and requests."""
    pages = [page for page in dataset.pages if page.url != urls.SEARCH]
    for page in (*pages, *_made(dataset)):
        yield from _page(dataset, page)
    for page in pages:
        for part in page.parts:
            if part.is_word:
                yield Unit(_WORDS, "word", page.url, part.anchor, part.title, "", told=part.text)
    for theme in dataset.plan.themes:
        text = theme.description or ""
        yield Unit(_THEMES, "theme", urls.theme(theme.id), None, theme.name, text, hidden=_("tema"))
    kinds = {kind.id: f"{kind.name} {kind.description or ''}" for kind in dataset.plan.asks}
    for request in requests(dataset):
        yield _request(dataset, request, kinds[request.ask.kind])


def comment_place(
    dataset: Dataset, body: Body, comment: Comment, strategy_id: str
) -> tuple[str, str]:
    """Return the URL of the page that shows a comment, and its id there.

    That is the transcript; its translation stands among the answers to one of its strategies.
    """
    if dataset.original is None:
        return urls.response(body), urls.comment_anchor(comment)
    answer = dataset.answer(body, strategy_id)
    assert answer
    return urls.answer(answer)


def _made(dataset: Dataset) -> Iterator[SitePage]:
    """Yield the pages about the whole that have no file in `docs/`."""
    if requests(dataset):
        yield SitePage(
            urls.requests(),
            _("%(Requests)s"),
            _("Allt som svaren ber om, och vad som hände med det."),
            _(
                "önskar, krav, resultat, utfall, besked, svar från %(sender)s, hur gick det",
                sender=wording.sender(dataset),
            ),
        )


def _page(dataset: Dataset, page: SitePage) -> Iterator[Unit]:
    text = page.description
    if page.url == urls.ABOUT:
        known = (f"{fact.label}: {fact.value}." for fact in facts(dataset))
        text = " ".join((text, *(words for words in known if not has_foreign(words))))
    yield Unit(page.url, "page", page.url, None, page.title, text, hidden=page.keywords)
    for part in page.parts:
        if not part.is_word:
            yield Unit(page.url, "page", page.url, part.anchor, part.title, part.text)


def _request(dataset: Dataset, request: Request, kind: str) -> Unit:
    text = request.text
    if isinstance(text, Comment):
        first = dataset.strategy(text.strategies[0])
        url, anchor = comment_place(dataset, request.body, text, first.id)
        about = _("Om %(the_strategy)s %(title)s", title=first.title)
    else:
        url, anchor = urls.response(request.body), text.id
        about = _("Om hela planen")
    page = f", {wording.page(text.pages)}" if text.pages else ""
    outcome = wording.OUTCOME_WORDS[request.ask.outcome_value]
    told = f"{about}{page}. {outcome}."
    # A quote is in the source's language, and so is what nobody has put into a sentence.
    quote = f"”{request.ask.quote}”"
    title = request.sentence or (foreign(quote) if dataset.original else quote)
    return Unit(
        _REQUESTS,
        "request",
        url,
        anchor,
        title,
        "",
        body=request.body.id,
        hidden=kind,
        told=told,
        sign=request.ask.outcome_value,
    )
