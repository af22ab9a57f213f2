"""The views: the parts of the site that show the data, as finished HTML.

Each is a pure function `(dataset, here, *ids) -> Markup`, where `here` is the URL of the page that
it is on, relative to the site's root ("strategier/1-1/"). Each fills one template. Those in
`__all__` are the macros that the Markdown pages can call.
"""

from roadmap.views.about_pages import (
    about_publisher,
    accessibility_facts,
    accessibility_shortcomings,
    corrections,
    plan_facts,
    report_faults,
    source_files,
    uncertain_readings,
)
from roadmap.views.answer_pages import strategy_answers
from roadmap.views.answers_head import answers_head
from roadmap.views.bodies import add_response, responses
from roadmap.views.changes_page import changes, changes_in
from roadmap.views.compilation_page import compilation_download, compilation_summary
from roadmap.views.goal_area_page import area_band, strategies
from roadmap.views.milestones import milestones
from roadmap.views.open_data import (
    open_data_citation,
    open_data_files,
    open_data_formulas,
    open_data_start,
    open_data_tables,
    open_data_terms,
)
from roadmap.views.overview import overview
from roadmap.views.plan_sections import plan_sections
from roadmap.views.requests_page import outcomes, requests_page
from roadmap.views.response_page import response
from roadmap.views.search_page import search_page
from roadmap.views.selection import selection
from roadmap.views.start_page import finding, goal_areas, opening, process
from roadmap.views.strategy_list import strategy_list
from roadmap.views.strategy_page import strategy
from roadmap.views.theme_pages import theme, themes
from roadmap.views.unknowns import unknowns
from roadmap.views.who_thinks_what import who_thinks_what

__all__ = [
    "about_publisher",
    "accessibility_facts",
    "accessibility_shortcomings",
    "add_response",
    "answers_head",
    "area_band",
    "changes",
    "changes_in",
    "compilation_download",
    "compilation_summary",
    "corrections",
    "finding",
    "goal_areas",
    "milestones",
    "open_data_citation",
    "open_data_files",
    "open_data_formulas",
    "open_data_start",
    "open_data_tables",
    "open_data_terms",
    "opening",
    "outcomes",
    "overview",
    "plan_facts",
    "plan_sections",
    "process",
    "report_faults",
    "requests_page",
    "response",
    "responses",
    "search_page",
    "selection",
    "source_files",
    "strategies",
    "strategy",
    "strategy_answers",
    "strategy_list",
    "theme",
    "themes",
    "uncertain_readings",
    "unknowns",
    "who_thinks_what",
]
