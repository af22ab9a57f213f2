"""What a site's own `macros.py` imports: the views, as macros for its Markdown pages."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from roadmap import views
from roadmap.presenters.pages import language_of
from roadmap.site import html_blocks
from roadmap.site.build import shown_in
from roadmap.site.project import current


def define_env(env: Any) -> None:
    """Register every view as a macro of the same name. Called by mkdocs-macros."""
    dataset = current(Path(env.project_dir), date.today(), env.conf["site_url"])

    def macro(view: Callable[..., str]) -> Callable[..., str]:
        def shown(*ids: str) -> str:
            language, url = language_of(dataset.settings.languages, env.page.url)
            return html_blocks.protect(shown_in(dataset, language, view, url, *ids))

        return shown

    for name in views.__all__:
        env.macro(macro(getattr(views, name)), name)
