"""What a site's own `macros.py` imports: the views, as macros for its Markdown pages."""

from datetime import date
from pathlib import Path
from typing import Any

from roadmap import views
from roadmap.site import html_blocks
from roadmap.site.project import current


def define_env(env: Any) -> None:
    """Register every view as a macro of the same name. Called by mkdocs-macros."""
    dataset = current(Path(env.project_dir), date.today(), env.conf["site_url"])

    def macro(name: str) -> None:
        view = getattr(views, name)
        env.macro(lambda *ids: html_blocks.protect(view(dataset, env.page.url, *ids)), name)

    for name in views.__all__:
        macro(name)
