"""The pages that follow from the data alone, in the same theme as those of `docs/`.

MkDocs keeps every page it knows in memory, takes each through Markdown and makes them one by one.
These have no Markdown, so they are made beside it: each by itself, by whoever asks for it.
"""

from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from roadmap.dataset import Dataset
from roadmap.pages import GeneratedPage


class Frame:
    """Puts the theme around the content of a page."""

    def __init__(self, env: Environment, config: MkDocsConfig, nav: Navigation) -> None:
        self._env = env
        self._config = config
        self._nav = nav

    def html(self, dataset: Dataset, page: GeneratedPage) -> str:
        """Return the whole page."""
        file = File.generated(self._config, page.source, content="")
        framed = Page(None, file, self._config)
        framed.content = page.content(dataset)
        context = get_context(self._nav, (), self._config, framed)
        context = self._config.plugins.on_page_context(
            context, page=framed, config=self._config, nav=self._nav
        )
        return self._env.get_template("main.html").render(context)

    def write(self, folder: Path, dataset: Dataset, page: GeneratedPage) -> str:
        """Write the whole page at its address in `folder`, and return it. Raises OSError."""
        html = self.html(dataset, page)
        path = folder / page.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, "utf-8")
        return html
