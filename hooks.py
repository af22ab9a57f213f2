"""The doorway for the build: what MkDocs' events mean to us. All thinking is in `roadmap/`."""

import logging
import re
import sys
import traceback
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from roadmap import crawlers, exports, search, urls
from roadmap.assets import lighten
from roadmap.headers import META_CONTENT_SECURITY_POLICY
from roadmap.pages import Head, generated_pages, heads
from roadmap.problems import DataError
from roadmap.project import current
from roadmap.publish import discard, fresh_folder, take_place
from roadmap.site import broken_links, check_report
from roadmap.templating import TEMPLATES

log = logging.getLogger("mkdocs")


class Build:
    """What one run of the build has to remember between MkDocs' events."""

    command = "build"
    final: Path | None = None
    heads: dict[str, Head]
    subjects: dict[str, dict[str, Any]]
    warnings = CountHandler()


build = Build()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether the site is served: a served page carries MkDocs' reload script."""
    build.command = command


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the data before anything is touched; build into a fresh folder."""
    try:
        dataset = current(_root(config))
    except DataError as error:
        raise PluginError(f"Felen i data:\n{error}") from None
    log.removeHandler(build.warnings)
    build.warnings = CountHandler()
    build.warnings.setLevel(logging.WARNING)
    log.addHandler(build.warnings)
    build.heads = heads(dataset)
    build.subjects = crawlers.subjects(dataset, config.site_url or "")
    # MkDocs' own has the time of the build in it, and stands empty where there is no address.
    config.theme.static_templates.discard(crawlers.SITEMAP)
    build.final = Path(config.site_dir)
    try:
        config.site_dir = str(fresh_folder(build.final))
    except OSError as error:
        raise PluginError(f"Mappen {build.final} går inte att skriva i: {error}.") from None
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what follows from the data alone; leave out every asset of the base theme."""
    for file in [*files]:
        material = "material" in Path(file.src_dir or "").parts
        if file.src_uri == crawlers.SITEMAP or (material and file.src_uri.startswith("assets/")):
            files.remove(file)
    dataset = current(_root(config))
    for page in generated_pages(dataset):
        files.append(File.generated(config, page.source, content=page.markdown))
    sources = dataset.root / "data" / "sources"
    for path in sorted(path for path in sources.rglob("*") if path.is_file()):
        uri = urls.source_file(path.relative_to(sources).as_posix())
        files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme what is the same on every page, and a body of its own."""
    dataset = current(_root(config))
    settings = dataset.settings
    env.globals["site"] = {
        "name": config.site_name,
        "publisher": settings.publisher,
        "publisher_url": settings.publisher_url,
        "contact": settings.contact,
        "repository": settings.repository,
        "areas": [
            {
                "number": urls.number(area.id),
                "title": area.title,
                "url": urls.goal_area(dataset, area),
            }
            for area in dataset.goal_areas
        ],
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
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the theme what the page is called, from the data or from the page's own lines."""
    own = Head(
        title=str(page.meta.get("title") or page.title or ""),
        description=str(page.meta.get("description") or ""),
        section=page.url.split("/")[0],
    )
    head = build.heads.get(page.url, own)
    context["head"] = head
    context["structured_data"] = crawlers.structured_data(
        head, page.url, config.site_name, config.site_url or "", build.subjects.get(page.url)
    )
    return context


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish what is built and check its links; only a sound site takes the last one's place."""
    assert build.final
    built = Path(config.site_dir)
    site_url = config.site_url or ""
    dataset = current(_root(config))
    files = {**search.build(dataset), **exports.build(dataset, site_url)}
    files[crawlers.ROBOTS] = crawlers.robots(site_url).encode()
    if site_url:
        pages = [path.relative_to(built).parent.as_posix() for path in built.rglob("index.html")]
        addresses = ["" if page == "." else f"{page}/" for page in pages]
        files[crawlers.SITEMAP] = crawlers.sitemap(addresses, site_url).encode()
    for name, content in files.items():
        path = built / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    lighten(built / "assets")
    broken = broken_links(built, urlsplit(site_url or "/").path)
    if broken:
        raise PluginError(check_report(broken))
    if config.strict and build.warnings.get_counts():
        return  # MkDocs is about to end the build with an error
    try:
        take_place(built, build.final)
    except OSError as error:
        raise PluginError(
            f"Den nya webbplatsen kunde inte läggas i {build.final}: {error}."
        ) from None
    config.site_dir = str(build.final)


def on_shutdown() -> None:
    """Clean up after a build that failed, however it ended; the earlier site stands."""
    if build.final:
        discard(build.final)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Go on serving the last good site when an edit breaks the build."""
    server.watch(str(TEMPLATES))
    rebuild = server.builder

    def rebuild_or_report() -> None:
        try:
            rebuild()
        except SystemExit as error:
            print(error, file=sys.stderr)
            log.error("Den senaste hela versionen visas tills felen är rättade.")
        except Exception:
            traceback.print_exc()

    server.builder = rebuild_or_report
    return server


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
