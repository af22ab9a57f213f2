"""A project for an engine without our plugin: the generated pages and files are written out.

Zensical reads the same mkdocs.yml, docs/ and macros.py, but does not use our MkDocs plugin. What
the plugin adds in memory is written here to a folder that Zensical can build.
"""

import posixpath
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from roadmap.datafiles.files import files_below, is_litter
from roadmap.datafiles.load import redirects
from roadmap.datafiles.translated_pages import data_hash
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import CONTENT_FOLDERS, Dataset
from roadmap.presenters.page_heads import site_facts
from roadmap.presenters.pages import generated_pages
from roadmap.presenters.security_headers import META_CONTENT_SECURITY_POLICY
from roadmap.presenters.translated import in_every_language
from roadmap.site import html_blocks
from roadmap.site.assets import THEME, assets, is_asset
from roadmap.site.configuration import CONFIGURATION, configuration, own_theme
from roadmap.site.folder_swap import WrongPlaceError, refuse_sources
from roadmap.site.look import look_facts, look_styles
from roadmap.site.outputs import OUTPUTS, Content, refuse_collisions
from roadmap.site.page_meta import PageMeta
from roadmap.site.project import current
from roadmap.views.messages import written_out

# Zensical resolves a relative link in finished HTML from the folder of the page's source. In views
# it begins at the page's address, so every page is written as index.md in that folder.
_MARKDOWN_LINK = re.compile(r"\]\(([^()\s:#]+\.md)(#[^()\s]*)?\)")
_FENCE = "---\n"
# What MkDocs does not publish of a theme.
_UNPUBLISHED = shutil.ignore_patterns(".*", "*.py", "*.pyc", "*.md", "*readme*", "*README*")
# The first line of what is written, by which an earlier stage is known.
_STAGED = "# Skrivet av roadmap stage: det som ändras här skrivs över nästa gång.\n"


def stage(dataset: Dataset, folder: Path, today: date) -> None:
    """Write the project of `dataset` into `folder`, ready for `zensical build`. Raises OSError.

    An earlier stage is replaced; raises WrongPlaceError if the folder has other content, or lies
    among what is to be copied, ConfigurationError, and DataError if two files would have one place.
    """
    if folder.exists() and any(folder.iterdir()) and not _is_stage(folder):
        raise WrongPlaceError(f"{folder} innehåller något annat. Välj en tom eller ny mapp.")
    root = dataset.root
    written, own = configuration(root), own_theme(root)
    own_folders = (own,) if own else ()
    refuse_sources(folder, root, *own_folders)
    refuse_collisions(dataset)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    published = assets(
        root / "docs",
        *own_folders,
        own_styles=look_styles(dataset),
        areas=len(dataset.goal_areas),
    )
    added = _configuration(dataset, written, published.urls)
    # With the tags of YAML that name functions, as extensions have them.
    lines = yaml.dump(written | added, Dumper=yaml.Dumper, allow_unicode=True, sort_keys=False)
    (folder / CONFIGURATION).write_text(_STAGED + lines, "utf-8")
    shutil.copy(root / "macros.py", folder)
    for name in CONTENT_FOLDERS:
        shutil.copytree(root / name, folder / name, ignore=_left_out)
    _write_theme(folder / "theme", own_folders, tuple(in_every_language(dataset)))
    # With the history as the pages will get it: what is known of it in the new folder.
    staged = current(folder, today, dataset.address)
    content = Content(staged, redirects(dataset), published)
    for output in OUTPUTS:
        if not output.for_publishing:
            output.make(folder / "docs", content)
    # Last: the search takes what is in `docs/` for pages that somebody has written.
    _write_pages(dataset, str(written.get("site_name", "")), folder / "docs")


def _is_stage(folder: Path) -> bool:
    file = folder / CONFIGURATION
    return file.is_file() and file.read_text("utf-8", errors="replace").startswith(_STAGED)


def _write_theme(folder: Path, own_folders: Iterable[Path], told: Sequence[Dataset]) -> None:
    """Write the templates of the theme, and over them what the project has of its own.

    Zensical's templates have no messages, so these are written out.
    """
    for source in (THEME, *own_folders):
        shutil.copytree(source, folder, dirs_exist_ok=True, ignore=_UNPUBLISHED)
    (folder / "sitemap.xml").unlink()  # Zensical makes its own
    for path in files_below(folder):
        if is_asset(path.relative_to(folder).as_posix()):
            path.unlink()  # an output, named by its content
    for path in files_below(folder, ".html"):
        path.write_text(written_out(path.read_text("utf-8"), told), "utf-8")


def _configuration(
    dataset: Dataset, written: Mapping[str, Any], asset_urls: Mapping[str, str]
) -> dict[str, Any]:
    """Return what is to stand in the configuration instead, as the plugin sees to in MkDocs."""
    theme = written.get("theme")
    theme = theme if isinstance(theme, dict) else {"name": theme or "material"}
    facts = {
        **site_facts(dataset, str(written.get("site_name", ""))),
        "assets": asset_urls,
        "look": look_facts(dataset),
        "dated": False,
        "policy": META_CONTENT_SECURITY_POLICY,
    }
    return {
        "site_url": dataset.address or "",
        "site_dir": "site",
        "theme": {**theme, "custom_dir": "theme"},
        "plugins": [plugin for plugin in written.get("plugins", ()) if plugin != "roadmap"],
        "markdown_extensions": [*written.get("markdown_extensions", ()), html_blocks.__name__],
        "extra": {**(written.get("extra") or {}), "site": facts, "published": False},
    }


def _left_out(_: str, names: list[str]) -> list[str]:
    return [name for name in names if is_litter(name)]


def _write_pages(dataset: Dataset, site_name: str, docs: Path) -> None:
    pages = tuple(generated_pages(dataset))
    for page in pages:
        _write(docs / page.source, page.markdown.encode())
    # A page of macros alone is nobody's translation, until it is written with its fields here.
    of_data = {"of": "data", "hash": data_hash(dataset), "by": "roadmap stage", "reviewed": False}
    page_meta = PageMeta(dataset, pages, site_name, dataset.address or "")
    for path in files_below(docs, ".md"):
        source = path.relative_to(docs).as_posix()
        url = _url(source)
        written, markdown = _split(path.read_text("utf-8"))
        meta = written | page_meta.of(url, written)
        if meta["language"] != SOURCE_LANGUAGE and not written.get("translation"):
            meta["translation"] = of_data
        lines = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10**9)
        markdown = _MARKDOWN_LINK.sub(partial(_moved, source), markdown)
        path.unlink()
        _write(docs / url / "index.md", f"{_FENCE}{lines}{_FENCE}\n{markdown}".encode())


def _url(source: str) -> str:
    """Return the URL of a page in `docs/`: om/textrattning.md → om/textrattning/."""
    return f"{source.removesuffix('.md')}/".removesuffix("index/")


def _moved(source: str, link: re.Match[str]) -> str:
    """Return a link between two pages that have both moved to the folders of their addresses."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), link[1]))
    moved = posixpath.relpath(f"{_url(target)}index.md", _url(source) or ".")
    return f"]({moved}{link[2] or ''})"


def _split(text: str) -> tuple[dict[str, Any], str]:
    """Return the metadata at the start of a page, and the rest of the page."""
    if not text.startswith(_FENCE):
        return {}, text
    meta, _, markdown = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return yaml.safe_load(meta) or {}, markdown


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
