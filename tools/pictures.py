"""Take the pictures in README.md and CONTRIBUTING.md, and for links: `python -m tools.pictures`.

The site is photographed in a browser. What a command says is what it said when it was run here,
in a copy of the project, set in type as a terminal does.
"""

import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, ViewportSize

from tests.projects import make_project
from tools.web import launched, served

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "pictures"
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
# The links into a repository are there when one is set; this one is not real.
REPOSITORY = "https://github.com/kommunen/fardplanen"
# Slips that an editor makes: file, what stands there, what is written instead.
SLIPS = (
    ("goal-areas/1-uppvaxt-och-utbildning.yml", "direction:", "riktning:"),
    ("responses/enskede-arsta-vantor.yml", "speaker: administration", "speaker: förvaltningen"),
    ("responses/enskede-arsta-vantor.yml", "- S1.4\n", "- S1.44\n"),
    ("responses/enskede-arsta-vantor.yml", "quote: även förskolan bör", "quote: även förskola bör"),
)
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #1b1b1b; color: #eee; }
pre { margin: 0; padding: 20px 24px; width: 1060px; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 15px/1.5 "DejaVu Sans Mono", monospace; }
b { color: #8fd18f; font-weight: 400; }
</style><pre>"""


def main() -> int:
    """Build the site, photograph it into `pictures/` and the theme, return the exit status."""
    with tempfile.TemporaryDirectory() as name, launched() as browser:
        folder = Path(name)
        with served(_built(ROOT, folder / "site")) as server:
            _goal_area(browser, server)
            _marks(browser, server)
        _links(browser, folder / "linked")
        _commands(browser, folder / "broken")
    return 0


def _goal_area(browser: Browser, server: str) -> None:
    """Photograph the first goal area."""
    area = sorted((ROOT / "data" / "goal-areas").glob("*.yml"))[0].stem.partition("-")[2]
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{server}malomraden/{area}/")
    page.screenshot(path=PICTURES / "goal-area.png")
    page.close()


def _marks(browser: Browser, server: str) -> None:
    """Photograph the site's own marks, for links to it."""
    page = browser.new_page(viewport=SHARED_SIZE)
    page.goto(server)
    page.evaluate(_ONLY_THE_MARKS)
    page.screenshot(path=SHARED)
    page.close()


def _links(browser: Browser, project: Path) -> None:
    """Photograph the links into the repository: beside a text, and under the list of answers."""
    make_project(project, ROOT)
    settings = project / "data" / "settings.yml"
    settings.write_text(f"repository: {REPOSITORY}\n{settings.read_text('utf-8')}", "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    with served(_built(project, project / "site")) as server:
        page.goto(f"{server}strategier/1-1/")
        page.locator(".part.first").screenshot(path=PICTURES / "suggest.png")
        page.goto(f"{server}remissvar/")
        clip: FloatRect = {"x": 0, "y": 0, "width": 1280, "height": 560}
        page.screenshot(path=PICTURES / "add.png", clip=clip)
    page.close()


def _commands(browser: Browser, project: Path) -> None:
    """Photograph what `new` and `validate` say."""
    make_project(project, ROOT)
    told = _said(project, "new", "response", "provnamnden")
    _type(browser, "new", "python -m roadmap new response provnamnden", told)
    (project / "data/responses/provnamnden.yml").unlink()
    for name, right, slip in SLIPS:
        path = project / "data" / name
        text = path.read_text("utf-8")
        assert right in text, f"{right!r} står inte i {name}"
        path.write_text(text.replace(right, slip, 1), encoding="utf-8")
    _type(browser, "faults", "python -m roadmap validate", _said(project, "validate"))


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


if __name__ == "__main__":
    sys.exit(main())
