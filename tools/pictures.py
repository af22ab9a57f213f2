"""Take the pictures of the built site, for README.md and for links: `python -m tools.pictures`."""

import subprocess
import sys
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import ViewportSize, sync_playwright

from tools.browser import find_chromium

ROOT = Path(__file__).parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# What other sites show beside a link to this one, in the size that they ask for.
SHARED = ROOT / "theme" / "assets" / "img" / "share.png"
SHARED_SIZE: ViewportSize = {"width": 1200, "height": 630}
# The site's own marks alone, as large as they may be: they are the same for every municipality.
_ONLY_THE_MARKS = """() => {
    const marks = document.querySelector("a.home svg");
    document.body.replaceChildren(marks);
    Object.assign(document.body.style, { display: "grid", placeItems: "center", height: "100vh" });
    marks.setAttribute("width", 400);
    marks.setAttribute("height", 400);
}"""
# name, page (None: the first goal area), height in pixels
PICTURES = (("start", "", 1080), ("goal-area", None, 900))


def main() -> int:
    """Build the site, photograph it into `pictures/` and the theme, return the exit status."""
    chromium = find_chromium()
    if chromium is None:
        print("Ingen webbläsare hittades. Kör: make test", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "roadmap", "build", "--site-dir", str(site)]
        subprocess.run(command, cwd=ROOT, check=True)
        area = sorted((ROOT / "data" / "goal-areas").glob("*.yml"))[0].stem.partition("-")[2]
        handler = partial(_Quiet, directory=str(site))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for name, page_url, height in PICTURES:
                page = browser.new_page(viewport={"width": 1280, "height": height})
                url = f"malomraden/{area}/" if page_url is None else page_url
                page.goto(f"http://127.0.0.1:{server.server_port}/{url}")
                page.screenshot(path=ROOT / "pictures" / f"{name}.png")
                page.close()
            page = browser.new_page(viewport=SHARED_SIZE)
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.evaluate(_ONLY_THE_MARKS)
            page.screenshot(path=SHARED)
            browser.close()
        server.shutdown()
    return 0


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    sys.exit(main())
