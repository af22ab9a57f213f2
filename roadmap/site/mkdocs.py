"""The MkDocs plugin: only what to do at MkDocs' events. The logic is elsewhere."""

import logging
import os
import sys
import traceback
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import Any

from filelock import BaseFileLock
from jinja2 import Environment, FileSystemLoader, TemplateError, TemplateSyntaxError
from jinja2.runtime import Context
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, get_build_datetime
from mkdocs.utils.templates import TemplateContext
from mkdocs_macros.errors import format_error

from roadmap import views
from roadmap.datafiles.files import is_litter
from roadmap.datafiles.load import redirects
from roadmap.datafiles.problems import DataError, obstacle
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.presenters.page_heads import site_facts
from roadmap.presenters.pages import GeneratedPage, generated_pages
from roadmap.presenters.security_headers import META_CONTENT_SECURITY_POLICY
from roadmap.presenters.translated import in_language
from roadmap.site import html_blocks, structured_data
from roadmap.site.assets import THEME, assets, is_asset
from roadmap.site.build import Build, BuildInput, OnDemand, made_when_asked
from roadmap.site.configuration_faults import check_configuration
from roadmap.site.folder_swap import (
    NOT_BUILT,
    OBSTACLE,
    WrongPlaceError,
    discard,
    fresh_folder,
    refuse_other_content,
    refuse_sources,
    take_place,
    take_turn,
)
from roadmap.site.links import broken_links, check_report
from roadmap.site.look import look_facts, look_styles
from roadmap.site.macro_errors import failure, macro_problem, module_problem
from roadmap.site.outputs import Content, refuse_collisions
from roadmap.site.page_meta import PageMeta
from roadmap.site.project import current
from roadmap.site.serving import Watch, answered_by_one_build
from roadmap.site.site_url import SiteUrlError, read_site_url
from roadmap.views.messages import add_messages
from roadmap.views.templating import TEMPLATES

# Set in the environment for a site that also has the files to download.
PUBLISHING = "ROADMAP_PUBLISH"

_SHOWN_MEANWHILE = "Den senaste hela versionen visas tills felen är rättade."

log = logging.getLogger("mkdocs")


class Stop(Abort):
    """Something stops the build, and all that is to be said of it is in the message."""

    exit_code = 1

    def show(self, *args: Any, **kwargs: Any) -> None:
        print(self, file=sys.stderr)


class Obstacle(Stop):
    """The disk, not the data, stops the build: an exit status of its own."""

    exit_code = OBSTACLE


@format_error.register(Exception)
@format_error.register(TemplateSyntaxError)
def _report_macro_error(error: Exception, markdown: str, page: Page) -> str:
    """Stop with the problem at its line; mkdocs-macros itself would show a traceback."""
    file = Path(page.file.src_dir or "docs").name + "/" + page.file.src_uri
    problem = macro_problem(file, page.file.content_string, markdown, error, views.__all__)
    raise PluginError(str(problem)) from None


class RoadmapPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Makes the pages and files from `data/`, in addition to the pages of `docs/`.

    MkDocs keeps the plugin from one build to the next while it serves a site.
    """

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether the site is served: a served page has MkDocs' reload script."""
        self.serving = command == "serve"
        self.publishing = PUBLISHING in os.environ
        # The clock is not part of the input: without a given date the site has none.
        self.dated = "SOURCE_DATE_EPOCH" in os.environ
        os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
        try:
            get_build_datetime()
        except (ValueError, OverflowError, OSError):
            message = "SOURCE_DATE_EPOCH ska vara sekunder sedan 1970, till exempel 1546300800."
            raise PluginError(message) from None
        self.final: Path | None = None
        self.turn: BaseFileLock | None = None
        self.watch: Watch | None = None
        self.page: str | None = None  # the file that MkDocs is writing
        self.build: Build | None = None
        self.on_demand: OnDemand | None = None
        # Held while the served site changes, so that a request never gets parts of two builds.
        self.changing = Lock()
        self.warnings = CountHandler()
        for handler in log.handlers:
            handler.addFilter(_is_not_told_later)

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the data before anything is touched; build into a fresh folder."""
        self.root = Path(config.config_file_path).parent
        if self.serving:
            self.watch = self.watch or Watch(self.root)
            self.watch.building()
        try:
            config.site_url = read_site_url(config.site_url) or ""
        except SiteUrlError as error:
            raise PluginError(str(error)) from None
        try:
            self.dataset = _dataset(config)
        except DataError as error:
            raise PluginError(f"Felen i data:\n{error}") from None
        if fault := module_problem(self.root / "macros.py"):
            raise PluginError(str(fault))
        log.removeHandler(self.warnings)
        self.warnings = CountHandler()
        self.warnings.setLevel(logging.WARNING)
        log.addHandler(self.warnings)
        self.pages = tuple(generated_pages(self.dataset))
        self.page_meta = PageMeta(self.dataset, self.pages, config.site_name, config.site_url or "")
        config.markdown_extensions.append(html_blocks.__name__)
        config.extra["published"] = self.publishing
        theme = config.theme
        # Only our own files of the theme are published; the base theme has 14,000. `on_env` adds
        # its templates again.
        own_dirs = [theme.custom_dir] if theme.custom_dir else []
        self.base_theme = [path for path in theme.dirs if path not in own_dirs]
        theme.dirs[:] = [*own_dirs, str(THEME)]
        if not config.site_url:
            # A list of addresses would be empty.
            theme.static_templates.discard(structured_data.SITEMAP)
        self.assets = assets(
            Path(config.docs_dir),
            *map(Path, own_dirs),
            own_styles=look_styles(self.dataset),
            areas=len(self.dataset.goal_areas),
        )
        # A symbolic link to the served folder stays a link.
        final = Path(config.site_dir).resolve()
        try:
            refuse_other_content(final)
            refuse_sources(final, self.root, *map(Path, own_dirs))
            if not self.serving and not self.turn:
                self.turn = take_turn(final, partial(print, file=sys.stderr))
            config.site_dir = str(fresh_folder(final))
        except WrongPlaceError as error:
            raise Obstacle(f"{NOT_BUILT} {error}") from None
        self.final = final
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out the list of addresses, a template, and the theme's assets, an output.

        What programs have left behind in `docs/` is left out too.
        """
        if sitemap := files.get_file_from_path(structured_data.SITEMAP):
            files.remove(sitemap)
        for file in [file for file in files if is_asset(file.src_uri)]:
            if file.src_dir != config.docs_dir:
                files.remove(file)
        for file in [file for file in files if is_litter(PurePosixPath(file.src_uri).name)]:
            files.remove(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, which every page needs."""
        self.nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme what is the same on every page, and begin with the slow outputs."""
        config.extra["site"] = {
            **site_facts(self.dataset, config.site_name),
            "assets": self.assets.urls,
            "look": look_facts(self.dataset),
            "generated": [page.address for page in self.pages],
            "dated": self.dated,
            # MkDocs' own server adds an inline script, which the policy would block.
            "policy": None if self.serving else META_CONTENT_SECURITY_POLICY,
        }
        add_messages(env, self._told_on)
        assert isinstance(env.loader, FileSystemLoader)
        env.loader.searchpath.extend(self.base_theme)
        content = Content(self.dataset, redirects(self.dataset), self.assets)
        frame = partial(self._framed, env, config)
        self.build_input = BuildInput(content, frame, self.pages, Path(config.site_dir))
        if not self.serving:
            self.build = Build(self.build_input)
        return env

    def _told_on(self, context: Context) -> Dataset:
        """Return the data set in the language of the page that a template is filled in for."""
        page = context.get("page")
        language = page.meta.get("language", SOURCE_LANGUAGE) if page else SOURCE_LANGUAGE
        return in_language(self.dataset, language)

    def _framed(
        self, env: Environment, config: MkDocsConfig, generated: GeneratedPage, content: str
    ) -> str:
        """Put the theme around a page that has no file in `docs/`, as around the others.

        MkDocs keeps every page that it knows in memory, converts each from Markdown and makes them
        one by one. These pages need none of that, so MkDocs does not get to know them.
        """
        page = Page(None, File.generated(config, generated.source, content=""), config)
        page.content = content
        context = get_context(self.nav, (), config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
        return env.get_template("main.html").render(context)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme the metadata of the page, from the data or from the page itself."""
        meta = self.page_meta.of(page.url, page.meta, str(page.title or ""))
        page.meta.update(meta, styles=self.assets.styles(page.content or ""))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Remember what MkDocs is about to write, for a disk that refuses does not tell."""
        self.page = page.file.abs_dest_path
        return output

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the build and check its links; only a sound site replaces the last one."""
        assert self.final
        self.page = None
        built = Path(config.site_dir)
        links = self.build_input.links()
        self.build_input.write_quick(publishing=self.publishing)
        if self.build:
            self.build.finish(links)
            broken = broken_links(built, links)
        else:
            pages_made_later = frozenset(page.file for page in self.pages)
            later = made_when_asked(self.build_input.content.dataset)
            broken = broken_links(built, links, later, pages_made_later)
        if broken:
            raise PluginError(check_report(broken))
        if config.strict and self.warnings.get_counts():
            return  # MkDocs is about to end the build with an error
        with self.changing:
            take_place(built, self.final)
            self.on_demand = (
                OnDemand(self.build_input.in_folder(self.final)) if self.serving else None
            )
        config.site_dir = str(self.final)

    def on_build_error(self, *, error: Exception) -> None:
        """Tell what stopped the build; MkDocs itself would do it in English."""
        if isinstance(error, PluginError):
            raise Stop(str(error))
        if isinstance(error, OSError) and not isinstance(error, TemplateError):
            error.filename = error.filename or self.page
            raise Obstacle(f"{NOT_BUILT} {obstacle(error)}")
        raise Stop(str(failure(self.root, error)))

    def on_shutdown(self) -> None:
        """Clean up after a failed build, however it ended; the earlier site remains."""
        if self.build:
            self.build.stop()
        if self.final:
            discard(self.final)
        if self.turn:
            self.turn.release()
        if self.watch:
            self.watch.end()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Keep serving the last good site if an edit breaks the build.

        Most pages and files are made only when they are requested.
        """
        server.watch(str(TEMPLATES))
        server.watch(str(THEME))
        rebuild = server.builder

        def prepare(path: str) -> None:
            with self.changing:
                if self.on_demand:
                    self.on_demand.make(path.removeprefix(server.mount_path))

        def ask_for_rebuild() -> None:
            # What MkDocs' own watch does when it sees an edit; there is no public way.
            with server._rebuild_cond:
                server._want_rebuild = True
                server._rebuild_cond.notify_all()

        def rebuild_or_report() -> None:
            try:
                check_configuration(self.root)
                rebuild()
            except (SystemExit, DataError) as error:
                print(error, _SHOWN_MEANWHILE, sep="\n", file=sys.stderr)
            except Exception:
                traceback.print_exc()

        server.builder = rebuild_or_report
        server.set_app(answered_by_one_build(server.serve_request, prepare, lambda: self.on_demand))
        assert self.watch
        self.watch.start(ask_for_rebuild)
        return server


def _is_not_told_later(_: logging.LogRecord) -> bool:
    """Keep MkDocs from telling what `on_build_error` tells."""
    return sys.exc_info()[1] is None


def _dataset(config: MkDocsConfig) -> Dataset:
    dataset = current(Path(config.config_file_path).parent, date.today(), config.site_url)
    refuse_collisions(dataset)
    return dataset
