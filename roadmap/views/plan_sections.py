"""The page of what the plan says outside its goal areas."""

from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.presenters import plan_status, urls
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.marks import crumbs
from roadmap.presenters.messages import _
from roadmap.views.plan_texts import section_text
from roadmap.views.templating import render


def plan_sections(dataset: Dataset, here: str) -> Markup:
    """Return the sections of the plan in the order of its document."""
    return render(
        "plan_sections.html",
        crumbs=crumbs(here, (_("%(Strategies)s"), urls.strategies())),
        status_line=plan_status.of_plan(dataset),
        sections=[section_text(dataset, section) for section in dataset.plan.sections],
        edit=EditLinks(dataset),
    )
