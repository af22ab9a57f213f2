"""The doorway for the build: what MkDocs' events mean to us. All thinking is in `roadmap/`."""

import logging
import os
import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs_macros.errors import format_error

from roadmap import views
from roadmap.datafiles import redirects
from roadmap.datafiles.problems import DataError, obstacle
from roadmap.model.dataset import Dataset
from roadmap.presenters import answer_facets, urls
from roadmap.presenters.page_heads import Heads, head_of
from roadmap.presenters.pages import GeneratedPage, generated_pages
from roadmap.presenters.security_headers import META_CONTENT_SECURITY_POLICY
from roadmap.site import project, structured_data
from roadmap.site.assets import lighten
from roadmap.site.build import FOR_PROGRAMS, Frame, Making, Waiting, make_for_programs, write
from roadmap.site.downloads import DOWNLOADS, PUBLISHING
from roadmap.site.folder_swap import (
    NOT_BUILT,
    OBSTACLE,
    WrongPlaceError,
    discard,
    fresh_folder,
    take_place,
)
from roadmap.site.links import Links, broken_links, check_report
from roadmap.site.macro_errors import macro_problem
from roadmap.site.mkdocs import site_facts
from roadmap.site.workers import Begun
from roadmap.views import feeds
from roadmap.views.templating import TEMPLATES

log = logging.getLogger("mkdocs")


class Obstacle(Abort):
    """The disk, not the data, stops the build: one line, and an exit status that tells it."""

    exit_code = OBSTACLE

    def show(self, *args: Any, **kwargs: Any) -> None:
        print(self, file=sys.stderr)


@format_error.register(Exception)
@format_error.register(TemplateSyntaxError)
def _tell_macro_fault(error: Exception, markdown: str, page: Page) -> str:
    """Stop with the fault at its line; mkdocs-macros itself would show a traceback."""
    file = Path(page.file.src_dir or "docs").name + "/" + page.file.src_uri
    problem = macro_problem(file, page.file.content_string, markdown, error, views.__all__)
    raise PluginError(str(problem)) from None


class _OwnFiles(FileSystemLoader):
    """Finds the base theme's templates too, but lists only what is in `theme/`.

    The base theme has 14,000 files, and none but its templates is used.
    """

    def list_templates(self) -> list[str]:
        return FileSystemLoader(self.searchpath[:1]).list_templates()


class _Compiled(BytecodeCache):
    """The theme's templates as they were compiled last, for every build makes them all anew."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return filename or name  # Jinja's own key is no use where a folder's name is not UTF-8

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._kept.get(bucket.key):
            bucket.bytecode_from_string(kept)  # where the source has changed, it takes nothing

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


class Build:
    """What one run of the build has to remember between MkDocs' events."""

    command = "build"
    dated = False
    final: Path | None = None
    heads: Heads
    subjects: structured_data.Subjects
    pages: tuple[GeneratedPage, ...] = ()
    nav: Navigation
    making: Making
    for_programs: Begun[None] | None = None
    waiting: Waiting | None = None
    compiled = _Compiled()
    # Held while the served site changes: whoever asks for that gets what belongs to the site.
    changing = Lock()
    warnings = CountHandler()


build = Build()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether the site is served: a served page carries MkDocs' reload script."""
    build.command = command
    # The clock is no part of the input: without a date of its own the site bears none.
    build.dated = "SOURCE_DATE_EPOCH" in os.environ
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    for handler in log.handlers:
        handler.addFilter(_is_not_obstacle)


def _is_not_obstacle(_: logging.LogRecord) -> bool:
    """Keep MkDocs from telling of what `on_build_error` tells."""
    return not isinstance(sys.exc_info()[1], OSError)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the data before anything is touched; build into a fresh folder."""
    try:
        dataset = _dataset(config)
    except DataError as error:
        raise PluginError(f"Felen i data:\n{error}") from None
    log.removeHandler(build.warnings)
    build.warnings = CountHandler()
    build.warnings.setLevel(logging.WARNING)
    log.addHandler(build.warnings)
    build.pages = tuple(generated_pages(dataset))
    build.heads = Heads(dataset, build.pages)
    build.subjects = structured_data.Subjects(dataset, config.site_url or "")
    if not config.site_url:
        # A list of addresses that says none.
        config.theme.static_templates.discard(structured_data.SITEMAP)
    # A link to the folder that is served stays a link.
    final = Path(config.site_dir).resolve()
    try:
        config.site_dir = str(fresh_folder(final))
    except WrongPlaceError as error:
        raise Obstacle(f"{NOT_BUILT} {error}") from None
    build.final = final
    get_env = config.theme.get_env

    def own_files_alone() -> Environment:
        env = get_env()
        env.loader = _OwnFiles(config.theme.dirs)
        env.bytecode_cache = build.compiled
        return env

    config.theme.get_env = own_files_alone  # type: ignore[method-assign]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the sources of the data; the list of addresses is a template, not a file.

    What programs fetch needs no theme, so it is begun here: MkDocs has emptied the folder.
    """
    for file in [*files]:
        if file.src_uri == structured_data.SITEMAP:
            files.remove(file)
    dataset = _dataset(config)
    sources = dataset.root / "data" / "sources"
    for path in sorted(path for path in sources.rglob("*") if path.is_file()):
        uri = urls.source_file(path.relative_to(sources).as_posix())
        files.append(File.generated(config, uri, abs_src_path=str(path)))
    if build.command == "build":
        make = partial(make_for_programs, dataset, config.site_url or "", Path(config.site_dir))
        build.for_programs = Begun(make)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the navigation, which every page is told of."""
    build.nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme what is the same on every page, and a body of its own."""
    dataset = _dataset(config)
    config.extra["site"] = {
        **site_facts(dataset),
        "generated": [page.url for page in build.pages],
        "dated": build.dated,
        # MkDocs' own server adds an inline script, which the policy would block.
        "policy": None if build.command == "serve" else META_CONTENT_SECURITY_POLICY,
    }
    assert env.loader is not None
    source = env.loader.get_source(env, "base.html")[0]
    body = re.search(
        r"(?<=\n)( *<body dir=[^>]*>)(?=\n *\{% endif %\}).*(?=</body>)", source, re.DOTALL
    )
    if not body:
        raise PluginError("Temat Material har ändrats: base.html har inte längre väntad form.")
    # The base theme's head stays. Its body is hidden checkboxes, wrappers and dialogs for its own
    # scripts, most of it outside every block, so the whole of it becomes one block of ours.
    cut = f"{source[: body.start()]}{body[1]}\n{{% endif %}}{{% block body %}}{{% endblock %}}"
    own = DictLoader({"base.html": cut + source[body.end() :]})
    env.loader = ChoiceLoader([own, env.loader])
    build.making = Making(dataset, _frame(env, config), build.pages)
    return env


def _frame(env: Environment, config: MkDocsConfig) -> Frame:
    """Return what puts the theme around a page that has no file in `docs/`, as around the others.

    MkDocs keeps every page it knows in memory, takes each through Markdown and makes them one by
    one. These need none of that, so it is not told of them.
    """
    nav = build.nav

    def framed(generated: GeneratedPage, content: str) -> str:
        page = Page(None, File.generated(config, generated.source, content=""), config)
        page.content = content
        context = get_context(nav, (), config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        return env.get_template("main.html").render(context)

    return framed


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the theme what the page is called, from the data or from the page's own lines."""
    own = head_of(page.url, page.meta, build.heads.get(page.url))
    own["title"] = own["title"] or str(page.title or "")
    told = structured_data.structured_data(
        own, page.url, config.site_name, config.site_url or "", build.subjects.get(page.url)
    )
    page.meta.update(own, structured_data=told)
    return context


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish what is built and check its links; only a sound site takes the last one's place."""
    assert build.final
    built = Path(config.site_dir)
    site_url = config.site_url or ""
    dataset = _dataset(config)
    moved = project.redirects(dataset.root, dataset)

    links = Links(urlsplit(site_url or "/").path)
    write(built, _other_files(dataset, site_url, moved))
    lighten(built / "assets")
    serving = build.command == "serve"
    if serving:
        made_later = frozenset(page.file for page in build.pages)
        broken = broken_links(built, links, FOR_PROGRAMS, made_later)
    else:
        build.making.everything(built, links)
        if build.for_programs:
            build.for_programs.result()
        broken = broken_links(built, links)
    if broken:
        raise PluginError(check_report(broken))
    if config.strict and build.warnings.get_counts():
        return  # MkDocs is about to end the build with an error
    final = build.final
    with build.changing:
        take_place(built, final)
        build.waiting = Waiting(build.making, site_url, final) if serving else None
    config.site_dir = str(final)


def _other_files(
    dataset: Dataset, site_url: str, moved: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Yield what is on the site beside pages and what programs fetch, with its path."""
    yield from answer_facets.build(dataset).items()
    yield from feeds.build(dataset, moved)
    yield from redirects.pages(dataset, moved).items()
    yield structured_data.ROBOTS, structured_data.robots(site_url).encode()
    if PUBLISHING in os.environ:
        for file in DOWNLOADS:
            yield file.url, file.make(dataset, site_url or None)


def on_build_error(error: Exception) -> None:
    """Tell in one line of a full disk, a folder that cannot be written, an unreadable page."""
    if isinstance(error, OSError):
        raise Obstacle(f"{NOT_BUILT} {obstacle(error)}")


def on_shutdown() -> None:
    """Clean up after a build that failed, however it ended; the earlier site stands."""
    if build.for_programs:
        build.for_programs.stop()
    if build.final:
        discard(build.final)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Go on serving the last good site when an edit breaks the build.

    Most of a build's work waits until somebody asks for what it makes.
    """
    server.watch(str(TEMPLATES))
    rebuild = server.builder

    def serve_made(environ: Any, start_response: Any) -> Any:
        asked = environ["PATH_INFO"].removeprefix(server.mount_path)
        with build.changing:
            if build.waiting:
                build.waiting.make(asked)
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


def _dataset(config: MkDocsConfig) -> Dataset:
    return project.current(Path(config.config_file_path).parent, address=config.site_url)
