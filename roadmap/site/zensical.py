"""A project for an engine that runs no hooks: the generated pages and files written out.

Zensical reads the same mkdocs.yml, docs/, theme/ and macros.py, but calls nothing of hooks.py.
What that adds in memory for MkDocs is written here into a folder that Zensical can build.
"""

import json
import posixpath
import re
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from roadmap import search
from roadmap.datafiles import redirects
from roadmap.exports import open_data
from roadmap.model.dataset import Dataset
from roadmap.presenters import answer_facets, urls
from roadmap.presenters.page_heads import Heads, head_of
from roadmap.presenters.pages import generated_pages
from roadmap.presenters.security_headers import META_CONTENT_SECURITY_POLICY
from roadmap.site import project, structured_data
from roadmap.site.assets import lighten
from roadmap.site.build import write_in_pieces
from roadmap.site.folder_swap import WrongPlaceError
from roadmap.site.mkdocs import site_facts
from roadmap.views import feeds

# Zensical takes a relative link in ready HTML to begin at the folder of the page's source. Views
# let it begin at the page's address, so every page is written as index.md in that folder.
_MARKDOWN_LINK = re.compile(r"\]\(([^()\s:#]+\.md)(#[^()\s]*)?\)")
_FENCE = "---\n"


def stage(dataset: Dataset, folder: Path) -> None:
    """Write the project of `dataset` into `folder`, ready for `zensical build`. Raises OSError.

    An earlier stage is replaced; raises WrongPlaceError where the folder holds something else.
    """
    if folder.exists() and not (folder / "staged.yml").exists() and any(folder.iterdir()):
        raise WrongPlaceError(f"{folder} innehåller något annat. Välj en tom eller ny mapp.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    root = dataset.root
    # The project's own configuration, and what is known only from the data.
    shutil.copy(root / "mkdocs.yml", folder / "staged.yml")
    facts = {**site_facts(dataset), "dated": False, "policy": META_CONTENT_SECURITY_POLICY}
    extra = json.dumps({"site": facts}, ensure_ascii=False)
    (folder / "mkdocs.yml").write_text(f"INHERIT: staged.yml\nextra: {extra}\n", "utf-8")
    shutil.copy(root / "macros.py", folder)
    for name in ("data", "docs", "theme"):
        shutil.copytree(root / name, folder / name)
    lighten(folder / "theme" / "assets")
    (folder / "theme/zensical/base.html").rename(folder / "theme/base.html")
    (folder / "theme/sitemap.xml").unlink()  # Zensical fills in another one of its own
    _write_pages(dataset, folder / "docs")
    shutil.copytree(root / "data" / "sources", folder / "docs" / urls.SOURCES, dirs_exist_ok=True)
    site_url = dataset.address or ""
    moved = project.redirects(root, dataset)
    files = {
        # As the pages will be told of the history: what is known of it in the new folder.
        **dict(feeds.build(project.current(folder, address=site_url), moved)),
        **redirects.pages(dataset, moved),
        **dict(search.build(dataset)),
        **answer_facets.build(dataset),
        structured_data.ROBOTS: structured_data.robots(site_url).encode(),
    }
    for path, content in files.items():
        _write(folder / "docs" / path, content)
    write_in_pieces(folder / "docs", open_data.build(dataset, site_url))


def _write_pages(dataset: Dataset, docs: Path) -> None:
    pages = tuple(generated_pages(dataset))
    for page in pages:
        _write(docs / page.source, page.markdown.encode())
    heads = Heads(dataset, pages)
    site_name = _site_name(dataset.root / "mkdocs.yml")
    site_url = dataset.address or ""
    subjects = structured_data.Subjects(dataset, site_url)
    for path in sorted(docs.rglob("*.md")):
        source = path.relative_to(docs).as_posix()
        url = _url(source)
        written, markdown = _split(path.read_text("utf-8"))
        head = head_of(url, written, heads.get(url))
        told = structured_data.structured_data(head, url, site_name, site_url, subjects.get(url))
        meta = written | head | {"structured_data": told}
        lines = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10**9)
        markdown = _MARKDOWN_LINK.sub(partial(_moved, source), markdown)
        path.unlink()
        _write(docs / url / "index.md", f"{_FENCE}{lines}{_FENCE}\n{markdown}".encode())


class _Loader(yaml.SafeLoader):
    """Reads a configuration without knowing its tags, such as !ENV."""


_Loader.add_constructor(None, lambda *_: None)


def _site_name(configuration: Path) -> str:
    return str(yaml.load(configuration.read_bytes(), _Loader)["site_name"])


def _url(source: str) -> str:
    """Return the URL of a page in `docs/`: om/textrattning.md → om/textrattning/."""
    return f"{source.removesuffix('.md')}/".removesuffix("index/")


def _moved(source: str, link: re.Match[str]) -> str:
    """Return a link between two pages, each of which has moved to the folder of its address."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), link[1]))
    moved = posixpath.relpath(f"{_url(target)}index.md", _url(source) or ".")
    return f"]({moved}{link[2] or ''})"


def _split(text: str) -> tuple[dict[str, Any], str]:
    """Return the metadata that a page begins with, and the rest of it."""
    if not text.startswith(_FENCE):
        return {}, text
    meta, _, markdown = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return yaml.safe_load(meta) or {}, markdown


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
