"""The page of the compilation, a Word file: its chapters, and where the same stands here."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import REMARKS_ADDRESS
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.answer_facets import WHOLE_PLAN
from roadmap.presenters.compilation_words import WORDING
from roadmap.presenters.wording import heading_of
from roadmap.views.templating import render


@dataclass(frozen=True)
class _Part:
    """A chapter of the file. `anchor` is what it was called on the page that once had it all."""

    anchor: str | None
    name: str
    href: str


def compilation_summary(dataset: Dataset, here: str) -> Markup:
    """Return the chapters of the compilation, each with a link to the same on the site."""
    parts = [
        _Part("sammanfattning", WORDING["summary"], urls.link(here, urls.OVERVIEW)),
        _Part("sa-laser-du", WORDING["reading"], urls.link(here, urls.METHOD)),
        _Part(
            "stallningstaganden",
            WORDING["positions"],
            urls.link(here, urls.OVERVIEW, "alla-strategier"),
        ),
        _Part("onskemal", WORDING["asks"], urls.link(here, urls.requests())),
        *(
            _Part(None, heading_of(area), urls.link(here, urls.goal_area(dataset, area)))
            for area in dataset.goal_areas
        ),
        _Part(
            REMARKS_ADDRESS,
            WORDING["remarks"],
            f"{urls.link(here, urls.OVERVIEW)}?area={WHOLE_PLAN}",
        ),
        _Part("remissinstanser", WORDING["bodies"], urls.link(here, urls.responses())),
    ]
    return render("compilation_summary.html", parts=parts)


def compilation_download(dataset: Dataset, here: str, published: bool) -> Markup:
    """Return the link to the compilation as a Word file, which only a published site has."""
    href = urls.link(here, urls.COMPILATION_FILE) if published else None
    return render("compilation_download.html", href=href)
