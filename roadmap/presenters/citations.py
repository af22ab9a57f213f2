"""Ready-made references: what is cited, what it is, where it is, and when its text last changed."""

from typing import NamedTuple

from roadmap.model import Comment, Strategy
from roadmap.model.dataset import Body, Dataset
from roadmap.model.history import LastChange, joint_key
from roadmap.presenters import plan_status, urls, wording
from roadmap.presenters.grammar import long_date
from roadmap.presenters.marks import Link
from roadmap.presenters.messages import _
from roadmap.presenters.translated import made_words
from roadmap.text.swedish import capitalised, decapitalised


class Citation(NamedTuple):
    """A reference to a text: what it is, and the address, only the page's while none is set.

    `changed` is the day when the text last changed and links to it as saved in the repository or,
    if that has no address, to the changes made then; `why` says in Swedish why the day is unknown.
    """

    text: str
    address: str
    changed: Link | None
    why: str | None


def of_strategy(dataset: Dataset, here: str, strategy: Strategy) -> Citation:
    """Return the reference to a strategy, with the page it was taken from."""
    plan = dataset.plan
    status = decapitalised(plan_status.of_plan(dataset).stamp)
    if plan.case_number:
        status = f"{status}, {plan.case_number.value}"
    text = _(
        "%(municipality)s, %(plan)s (%(status)s), %(name)s",
        municipality=capitalised(plan.municipality),
        plan=wording.plan_name(dataset),
        status=status,
        name=wording.named(strategy),
    )
    source = dataset.text_from(strategy)
    if source is not None:
        text = _(
            "%(text)s, återgiven av %(document)s",
            text=text,
            document=_document(dataset, source),
        )
    path = ("goal-areas", dataset.area_of(strategy.id).id, "strategies", strategy.id)
    known = dataset.history.version((*path, "title"), (*path, "text"))
    text = f"{text}{_page(strategy)}{_translated(dataset, strategy.text)}"
    return _citation(dataset, here, text, urls.strategy(strategy), known)


def of_comment(
    dataset: Dataset, here: str, body: Body, comment: Comment, url: str, anchor: str
) -> Citation:
    """Return the reference to a comment, which is at an anchor of the page `url`."""
    known = dataset.history.version(
        ("responses", body.id, "comments", joint_key(comment.strategies), "text")
    )
    text = f"{_document(dataset, body)}{_page(comment)}{_translated(dataset, comment.text)}"
    return _citation(dataset, here, text, f"{url}#{anchor}", known)


def of_response(dataset: Dataset, here: str, body: Body) -> Citation:
    """Return the reference to a whole response."""
    known = dataset.history.version_of_texts(body.id)
    return _citation(dataset, here, _document(dataset, body), urls.response(body), known)


def _document(dataset: Dataset, body: Body) -> str:
    """Return who wrote a document, its title, when, and what it is a part of."""
    response = body.response
    title = response.source.title if response.source else wording.document(body)
    when = long_date(response.date) if response.date else _("odaterat")
    number = dataset.plan.case_number.value if dataset.plan.case_number else dataset.plan.title
    what = [decapitalised(wording.speaks(body)), _("remiss %(number)s", number=number)]
    return f"{wording.speaker(body)}, {title}, {when} ({', '.join(what)})"


def _page(record: Strategy | Comment) -> str:
    return f", {wording.short_page(record.pages)}" if record.pages else ""


def _translated(dataset: Dataset, text: str) -> str:
    """Return who made the translation that stands beside a text; "" if none does."""
    found = dataset.translated.get(text)
    return f". {made_words(dataset, found.made)}" if found else ""


def _citation(dataset: Dataset, here: str, text: str, url: str, known: LastChange) -> Citation:
    page = urls.address(url, dataset.language)
    address = (
        f"{dataset.address}{page}" if dataset.address else _("webbplatsens sida %(url)s", url=page)
    )
    commit, repository = known.commit, dataset.settings.repository
    if commit is None:
        why = known.why or _("Texten finns inte i versionshistoriken.")
        return Citation(text, address, None, why)
    file = f"{dataset.history.prefix}{known.file}"
    if repository:
        href = urls.saved_file(repository, commit, file)
    else:
        href = urls.link(here, *urls.change(dataset.history, commit))
    return Citation(text, address, Link(long_date(commit.when.date()), href), None)
