"""Take the pictures in README.md and CONTRIBUTING.md, and for links: `python -m tools.pictures`.

The site is photographed in a browser. What a command says is what it said when it was run here,
in a copy of the project, set in type as a terminal does.
"""

import shutil
import subprocess
import sys
import tempfile
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tools.browser import find_chromium

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# What other sites show beside a link to this one, in the size that they ask for.
SHARED = ROOT / "roadmap" / "theme" / "assets" / "img" / "share.png"
SHARED_SIZE: ViewportSize = {"width": 1200, "height": 630}
# The site's own marks alone, as large as they may be: they are the same for every municipality.
_ONLY_THE_MARKS = """() => {
    const marks = document.querySelector("a.home svg");
    document.body.replaceChildren(marks);
    Object.assign(document.body.style, { display: "grid", placeItems: "center", height: "100vh" });
    marks.setAttribute("width", 400);
    marks.setAttribute("height", 400);
}"""
PROJECT = ("data", "docs", "macros.py", "mkdocs.yml")
# The links into a repository are there when one is set; this one is not real.
REPOSITORY = "https://github.com/kommunen/fardplanen"
# Slips that an editor makes: file, what stands there, what is written instead.
SLIPS = (
    ("goal-areas/1-uppvaxt-och-utbildning.yml", "direction:", "riktning:"),
    ("responses/enskede-arsta-vantor.yml", "speaker: administration", "speaker: förvaltningen"),
    ("responses/enskede-arsta-vantor.yml", "- S1.4\n", "- S1.44\n"),
    ("responses/enskede-arsta-vantor.yml", "quote: kan det behövas", "quote: kan de behövas"),
)
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #1b1b1b; color: #eee; }
pre { margin: 0; padding: 20px 24px; width: 1060px; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 15px/1.5 "DejaVu Sans Mono", monospace; }
b { color: #8fd18f; font-weight: 400; }
</style><pre>"""


def main() -> int:
    """Build the site, photograph it into `pictures/` and the theme, return the exit status."""
    chromium = find_chromium()
    if chromium is None:
        print("Ingen webbläsare hittades. Kör: make test", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        area = sorted((ROOT / "data" / "goal-areas").glob("*.yml"))[0].stem.partition("-")[2]
        server = _serve(_built(ROOT, folder / "site"))
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{server}malomraden/{area}/")
        page.screenshot(path=PICTURES / "goal-area.png")
        page.close()
        _marks(browser, server)
        _links(browser, folder / "linked")
        _commands(browser, folder / "broken")
        browser.close()
    return 0


def _marks(browser: Browser, server: str) -> None:
    """Photograph the site's own marks, for links to it."""
    page = browser.new_page(viewport=SHARED_SIZE)
    page.goto(server)
    page.evaluate(_ONLY_THE_MARKS)
    page.screenshot(path=SHARED)
    page.close()


def _links(browser: Browser, project: Path) -> None:
    """Photograph the links into the repository: beside a text, and under the list of answers."""
    _copy(project)
    settings = project / "data" / "settings.yml"
    settings.write_text(f"repository: {REPOSITORY}\n{settings.read_text('utf-8')}", "utf-8")
    server = _serve(_built(project, project / "site"))
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{server}strategier/1-1/")
    page.locator(".part.first").screenshot(path=PICTURES / "suggest.png")
    page.goto(f"{server}remissvar/")
    page.screenshot(path=PICTURES / "add.png", clip={"x": 0, "y": 0, "width": 1280, "height": 560})
    page.close()


def _commands(browser: Browser, project: Path) -> None:
    """Photograph what `new` and `validate` say."""
    _copy(project)
    told = _said(project, "new", "response", "provnamnden")
    _type(browser, "new", "python -m roadmap new response provnamnden", told)
    (project / "data/responses/provnamnden.yml").unlink()
    for name, right, slip in SLIPS:
        path = project / "data" / name
        text = path.read_text("utf-8")
        assert right in text, f"{right!r} står inte i {name}"
        path.write_text(text.replace(right, slip, 1), encoding="utf-8")
    _type(browser, "faults", "python -m roadmap validate", _said(project, "validate"))


def _copy(project: Path) -> None:
    project.mkdir()
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project / name)


def _built(project: Path, site: Path) -> Path:
    command = [sys.executable, "-m", "roadmap", "build", "--site-dir", str(site)]
    subprocess.run(command, cwd=project, check=True)
    return site


def _said(project: Path, *arguments: str) -> str:
    command = [sys.executable, "-u", "-m", "roadmap", *arguments]
    done = subprocess.run(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.stdout.decode()


def _type(browser: Browser, name: str, command: str, told: str) -> None:
    page = browser.new_page(viewport={"width": 1108, "height": 200})
    page.set_content(f"{TERMINAL}<b>$ {escape(command)}</b>\n{escape(told.rstrip())}</pre>")
    page.locator("pre").screenshot(path=PICTURES / f"{name}.png")
    page.close()


def _serve(site: Path) -> str:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    sys.exit(main())
