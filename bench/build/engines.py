"""The engines that are measured: how each is set up, started and where it puts its pages."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools import peers

SOURCES = Path(__file__).parent / "peers"

# What a run leaves behind. Gone before every measured build, so that each starts cold.
_LEFT = ("site", "public", "resources", ".cache", "__pycache__", ".hugo_build.lock")


@dataclass(frozen=True)
class Engine:
    """A site engine. `limit` is the most bodies it is measured with.

    `serve` is the command that shows the site while one edits; empty where that is not measured.
    """

    key: str
    name: str
    limit: int
    build: tuple[str, ...]
    serve: tuple[str, ...]
    output: str

    def prepare(self, project: Path, folder: Path) -> None:
        """Set up a folder that builds the pages of the project with this engine."""
        if self.key == "ours":
            shutil.copytree(project, folder)
            return
        shutil.copytree(SOURCES / self.key.partition("-")[0], folder)
        for name in ("plan.yml", "goal-areas", "responses"):
            original, copied = project / "data" / name, folder / "data" / name
            copied.parent.mkdir(exist_ok=True)
            (shutil.copytree if original.is_dir() else shutil.copy)(original, copied)
        if self.key == "eleventy":
            (folder / "node_modules").symlink_to(peers.node_modules())
        if self.key.startswith("naive"):
            subprocess.run([sys.executable, folder / "stage.py", folder], check=True)

    def chill(self, folder: Path) -> None:
        """Remove everything that an earlier run left in the folder."""
        for name in _LEFT:
            path = folder / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def engines() -> Iterator[Engine]:
    """Yield ours, then every peer that is there or can be fetched. `{port}` is the server's."""
    python = (sys.executable, "-m")
    most = 100_000
    yield Engine(
        "ours",
        "Färdplanen",
        most,
        (*python, "roadmap", "build"),
        (*python, "roadmap", "serve", "--port", "{port}"),
        "site",
    )
    if hugo := peers.hugo():
        serve = (*hugo, "server", "--port", "{port}", "--disableLiveReload=false")
        yield Engine("hugo", f"Hugo {peers.HUGO}", most, (*hugo, "--quiet"), serve, "public")
    if eleventy := peers.eleventy():
        name = f"Eleventy {peers.ELEVENTY}"
        yield Engine("eleventy", name, most, (*eleventy, "--quiet"), (), "public")
    if zensical := peers.zensical():
        serve = (*zensical, "serve", "--dev-addr", "127.0.0.1:{port}")
        name = f"Zensical {peers.ZENSICAL}"
        yield Engine("naive-zensical", name, 300, (*zensical, "build", "--clean"), serve, "site")
    build = (*python, "mkdocs", "build", "--quiet")
    yield Engine("naive", "MkDocs, naivt", 300, build, (), "site")
