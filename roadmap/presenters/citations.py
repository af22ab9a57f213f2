"""Ready-made references: what is cited, where it is, and in which version."""

from typing import NamedTuple

from roadmap.model import Comment, Strategy
from roadmap.model.dataset import Body, Dataset
from roadmap.model.history import LastChange, joint_key
from roadmap.presenters import urls, wording
from roadmap.presenters.marks import Link
from roadmap.text.swedish import decapitalised, long_date


class Citation(NamedTuple):
    """A reference to a text. `address` is only the page's while the site's own is unset.

    `version` links to the text as saved in the repository or, if that has no address, to the
    changes made then; `why` says in Swedish why there is no version.
    """

    text: str
    address: str
    date: str | None
    version: Link | None
    why: str | None


def of_strategy(dataset: Dataset, here: str, strategy: Strategy) -> Citation:
    """Return the reference to a strategy, with the page it was taken from."""
    source = dataset.text_from(strategy)
    text = f"{dataset.plan.title}, strategi {strategy.shown_number}."
    if source is not None:
        text = f"{text} Ur {source.name}, {_document(source)}{_page(strategy)}."
    path = ("goal-areas", dataset.area_of(strategy.id).id, "strategies", strategy.id)
    known = dataset.history.version((*path, "title"), (*path, "text"))
    return _citation(dataset, here, text, urls.strategy(strategy), known)


def of_comment(
    dataset: Dataset, here: str, body: Body, comment: Comment, url: str, anchor: str
) -> Citation:
    """Return the reference to a comment, which is at an anchor of the page `url`."""
    strategies = "strategi" if len(comment.strategies) == 1 else "strategierna"
    about = f"synpunkt på {strategies} {wording.numbers(dataset, comment)} i {dataset.plan.title}"
    text = f"{body.name}, {about}. Ur {_document(body)}{_page(comment)}."
    path = ("responses", body.id, "comments", joint_key(comment.strategies), "text")
    known = dataset.history.version(path)
    return _citation(dataset, here, text, f"{url}#{anchor}", known)


def of_response(dataset: Dataset, here: str, body: Body) -> Citation:
    """Return the reference to a whole response; u.å. is Swedish for an unknown date."""
    source, day = body.response.source, body.response.date
    title = f"{source.title}. {wording.document(body)}" if source else wording.document(body)
    text = f"{body.name}, {title}, {long_date(day) if day else 'u.å.'}"
    known = dataset.history.version_of_texts(body.id)
    return _citation(dataset, here, text, urls.response(body), known)


def _document(body: Body) -> str:
    return decapitalised(wording.document(body))


def _page(record: Strategy | Comment) -> str:
    return f", {wording.short_page(record.pages)}" if record.pages else ""


def _citation(dataset: Dataset, here: str, text: str, url: str, known: LastChange) -> Citation:
    address = f"{dataset.address}{url}" if dataset.address else f"Sidan {url}"
    commit, repository = known.commit, dataset.settings.repository
    if commit is None:
        return Citation(text, address, None, None, known.why)
    file = f"{dataset.history.prefix}{known.file}"
    if repository:
        href = urls.saved_file(repository, commit, file)
    else:
        href = urls.link(here, *urls.change(dataset.history, commit))
    return Citation(text, address, long_date(commit.when.date()), Link(commit.short, href), None)
