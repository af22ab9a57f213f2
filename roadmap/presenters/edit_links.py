"""Links to the repository's web pages: edit a line, add a file, write an issue."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from roadmap.model import Settings
from roadmap.model.dataset import Dataset
from roadmap.presenters.blank_response import blank_response
from roadmap.presenters.messages import _, speaking

# The issue form, and its field for the address of the page: see .github/ISSUE_TEMPLATE/.
ISSUE_FORM = "fel.yml"
ADDRESS_FIELD = "sida"
_FOLDER = "data/responses"
_NEW_FILE = "instansens-namn.yml"


@dataclass(frozen=True)
class EditLinks:
    """Links from published texts to their lines in the repository's editor."""

    dataset: Dataset

    def to(self, text: str) -> str | None:
        """Return the link to the text with this `data-text`.

        None if no repository is set, or its kind is unknown.
        """
        settings = self.dataset.settings
        base = _base(settings)
        if base is None:
            return None
        path, line = self.dataset.text_places[text]
        return f"{base}/edit/{quote(settings.repository_branch)}/{quote(path)}#L{line}"


def new_response(dataset: Dataset) -> str | None:
    """Return the link to a new file with a response to fill in, or None as in `EditLinks.to`."""
    base = _base(dataset.settings)
    if base is None:
        return None
    branch = quote(dataset.settings.repository_branch)
    # Whatever language the page is in, the file is the editors'.
    source = dataset.original or dataset
    with speaking(source.terms):
        text = blank_response(source.plan.body_kinds)
    if dataset.settings.forge == "gitlab":
        query = urlencode({"file_name": _NEW_FILE, "content": text}, quote_via=quote)
        return f"{base}/new/{branch}/{_FOLDER}?{query}"
    query = urlencode({"filename": f"{_FOLDER}/{_NEW_FILE}", "value": text}, quote_via=quote)
    return f"{base}/new/{branch}?{query}"


def report(settings: Settings) -> str | None:
    """Return the start of a link to a new issue; the page's quoted address is added at its end."""
    base = _base(settings)
    if base is None:
        return None
    if settings.forge == "gitlab":
        page = _("Sida:")
        issue = {"title": _("Fel på webbplatsen"), "description": f"{page} "}
        query = urlencode({f"issue[{name}]": text for name, text in issue.items()}, quote_via=quote)
        return f"{base}/issues/new?{query}"
    return f"{base}/issues/new?template={ISSUE_FORM}&{ADDRESS_FIELD}="


def _base(settings: Settings) -> str | None:
    if settings.repository is None or settings.forge is None:
        return None
    address = settings.repository.rstrip("/").removesuffix(".git")
    return f"{address}/-" if settings.forge == "gitlab" else address
