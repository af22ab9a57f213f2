"""The MkDocs plugin: what MkDocs' events mean to us. All thinking is elsewhere."""

import logging
import os
import sys
import traceback
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from jinja2 import Environment, FileSystemLoader, TemplateSyntaxError
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from mkdocs_macros.errors import format_error

from roadmap import views
from roadmap.datafiles.load import redirects
from roadmap.datafiles.problems import DataError, obstacle
from roadmap.model.dataset import Dataset
from roadmap.presenters.page_heads import Heads, head_of, site_facts
from roadmap.presenters.pages import GeneratedPage, generated_pages
from roadmap.presenters.security_headers import META_CONTENT_SECURITY_POLICY
from roadmap.site import html_blocks, structured_data
from roadmap.site.assets import THEME, lighten
from roadmap.site.build import MADE_WHEN_ASKED, Build, OnDemand, Parts
from roadmap.site.folder_swap import (
    NOT_BUILT,
    OBSTACLE,
    WrongPlaceError,
    discard,
    fresh_folder,
    take_place,
)
from roadmap.site.links import broken_links, check_report
from roadmap.site.macro_errors import macro_problem
from roadmap.site.outputs import Content
from roadmap.site.project import current
from roadmap.views.templating import TEMPLATES

# Set in the environment of a build whose site is to have the files to download too.
PUBLISHING = "ROADMAP_PUBLISH"

log = logging.getLogger("mkdocs")


class Obstacle(Abort):
    """The disk, not the data, stops the build: one line, and an exit status that tells it."""

    exit_code = OBSTACLE

    def show(self, *args: Any, **kwargs: Any) -> None:
        print(self, file=sys.stderr)


@format_error.register(Exception)
@format_error.register(TemplateSyntaxError)
def _tell_macro_error(error: Exception, markdown: str, page: Page) -> str:
    """Stop with the fault at its line; mkdocs-macros itself would show a traceback."""
    file = Path(page.file.src_dir or "docs").name + "/" + page.file.src_uri
    problem = macro_problem(file, page.file.content_string, markdown, error, views.__all__)
    raise PluginError(str(problem)) from None


class RoadmapPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Makes the site of the data in `data/` beside the pages of `docs/`.

    MkDocs keeps it from one build to the next while it serves a site.
    """

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether the site is served: a served page carries MkDocs' reload script."""
        self.serving = command == "serve"
        self.publishing = PUBLISHING in os.environ
        # The clock is no part of the input: without a date of its own the site bears none.
        self.dated = "SOURCE_DATE_EPOCH" in os.environ
        os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
        self.final: Path | None = None
        self.build: Build | None = None
        self.on_demand: OnDemand | None = None
        # Held while the served site changes: whoever asks for it gets what belongs together.
        self.changing = Lock()
        self.warnings = CountHandler()
        for handler in log.handlers:
            handler.addFilter(_is_not_obstacle)

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the data before anything is touched; build into a fresh folder."""
        try:
            self.dataset = _dataset(config)
        except DataError as error:
            raise PluginError(f"Felen i data:\n{error}") from None
        log.removeHandler(self.warnings)
        self.warnings = CountHandler()
        self.warnings.setLevel(logging.WARNING)
        log.addHandler(self.warnings)
        self.pages = tuple(generated_pages(self.dataset))
        self.heads = Heads(self.dataset, self.pages)
        self.subjects = structured_data.Subjects(self.dataset, config.site_url or "")
        config.markdown_extensions.append(html_blocks.__name__)
        config.extra["published"] = self.publishing
        theme = config.theme
        # Only our own files of the theme are published; the base theme has 14,000. Its templates
        # are found again from `on_env` on.
        own = [theme.custom_dir] if theme.custom_dir else []
        self.base_theme = [path for path in theme.dirs if path not in own]
        theme.dirs[:] = [*own, str(THEME)]
        if not config.site_url:
            # A list of addresses that says none.
            theme.static_templates.discard(structured_data.SITEMAP)
        # A link to the folder that is served stays a link.
        final = Path(config.site_dir).resolve()
        try:
            config.site_dir = str(fresh_folder(final))
        except WrongPlaceError as error:
            raise Obstacle(f"{NOT_BUILT} {error}") from None
        self.final = final
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out the list of addresses as a file: it is a template."""
        if sitemap := files.get_file_from_path(structured_data.SITEMAP):
            files.remove(sitemap)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, which every page is told of."""
        self.nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme what is the same on every page, and begin with what takes longest."""
        config.extra["site"] = {
            **site_facts(self.dataset),
            "generated": [page.url for page in self.pages],
            "dated": self.dated,
            # MkDocs' own server adds an inline script, which the policy would block.
            "policy": None if self.serving else META_CONTENT_SECURITY_POLICY,
        }
        assert isinstance(env.loader, FileSystemLoader)
        env.loader.searchpath.extend(self.base_theme)
        content = Content(self.dataset, redirects(self.dataset))
        frame = partial(self._framed, env, config)
        self.parts = Parts(content, frame, self.pages, Path(config.site_dir))
        if not self.serving:
            self.build = Build(self.parts)
        return env

    def _framed(
        self, env: Environment, config: MkDocsConfig, generated: GeneratedPage, content: str
    ) -> str:
        """Put the theme around a page that has no file in `docs/`, as around the others.

        MkDocs keeps every page it knows in memory, takes each through Markdown and makes them one
        by one. These need none of that, so it is not told of them.
        """
        page = Page(None, File.generated(config, generated.source, content=""), config)
        page.content = content
        context = get_context(self.nav, (), config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
        return env.get_template("main.html").render(context)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the theme what the page is called, from the data or from the page's own lines."""
        own = head_of(page.url, page.meta, self.heads.get(page.url))
        own["title"] = own["title"] or str(page.title or "")
        told = structured_data.structured_data(
            own, page.url, config.site_name, config.site_url or "", self.subjects.get(page.url)
        )
        page.meta.update(own, structured_data=told)
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish what is built and check its links; only a sound site takes its place."""
        assert self.final
        built = Path(config.site_dir)
        links = self.parts.links()
        self.parts.write_quick(published=self.publishing)
        lighten(built / "assets")
        if self.build:
            self.build.finish(links)
            broken = broken_links(built, links)
        else:
            made_later = frozenset(page.file for page in self.pages)
            broken = broken_links(built, links, MADE_WHEN_ASKED, made_later)
        if broken:
            raise PluginError(check_report(broken))
        if config.strict and self.warnings.get_counts():
            return  # MkDocs is about to end the build with an error
        with self.changing:
            take_place(built, self.final)
            self.on_demand = OnDemand(self.parts.in_folder(self.final)) if self.serving else None
        config.site_dir = str(self.final)

    def on_build_error(self, *, error: Exception) -> None:
        """Tell in one line of a full disk, a folder that cannot be written, an unreadable page."""
        if isinstance(error, OSError):
            raise Obstacle(f"{NOT_BUILT} {obstacle(error)}")

    def on_shutdown(self) -> None:
        """Clean up after a build that failed, however it ended; the earlier site stands."""
        if self.build:
            self.build.stop()
        if self.final:
            discard(self.final)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Go on serving the last good site when an edit breaks the build.

        Most of a build's work waits until somebody asks for what it makes.
        """
        server.watch(str(TEMPLATES))
        server.watch(str(THEME))
        rebuild = server.builder

        def serve_made(environ: Any, start_response: Any) -> Any:
            asked = environ["PATH_INFO"].removeprefix(server.mount_path)
            with self.changing:
                if self.on_demand:
                    self.on_demand.make(asked)
            return server.serve_request(environ, start_response)

        def rebuild_or_report() -> None:
            try:
                rebuild()
            except SystemExit as error:
                print(error, file=sys.stderr)
                log.error("Den senaste hela versionen visas tills felen är rättade.")
            except Exception:
                traceback.print_exc()

        server.builder = rebuild_or_report
        server.set_app(serve_made)
        return server


def _is_not_obstacle(_: logging.LogRecord) -> bool:
    """Keep MkDocs from telling of what `on_build_error` tells."""
    return not isinstance(sys.exc_info()[1], OSError)


def _dataset(config: MkDocsConfig) -> Dataset:
    return current(Path(config.config_file_path).parent, date.today(), config.site_url)
