"""What a screen reader says of a page, in its order: `python -m tests.theme.ears SITE [URL …]`.

Read from the accessibility tree that Chromium gives to screen readers. A line is a landmark, a
heading, a quote, a control or a piece of text; what is inside another stands further in.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

from tests.theme.accessibility.pages import PAGE_TYPES
from tools.web import launched, served

LANDMARKS = (
    "banner",
    "complementary",
    "contentinfo",
    "form",
    "main",
    "navigation",
    "region",
    "search",
)
_CONTROLS = ("button", "checkbox", "combobox", "link", "searchbox", "textbox", "DisclosureTriangle")
_FRAMES = (
    *LANDMARKS,
    "blockquote",
    "caption",
    "figure",
    "group",
    "heading",
    "list",
    "listitem",
    "note",
    "status",
    "table",
    "cell",
    "rowheader",
    "columnheader",
)
_TEXTS = ("StaticText", "image")


class Said(NamedTuple):
    """Something that is said: what it is, its name or words, its address, and how far in it is."""

    role: str
    words: str
    href: str = ""
    depth: int = 0


def said(page: Page) -> list[Said]:
    """Return what a screen reader says of a page, from its beginning to its end."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    known = {node["nodeId"]: node for node in nodes}
    return list(_joined(_walk(nodes[0], known, 0)))


def _walk(node: dict[str, Any], known: dict[str, dict[str, Any]], depth: int) -> Iterator[Said]:
    role = node.get("role", {}).get("value", "")
    name = " ".join(str(node.get("name", {}).get("value", "")).split())
    ignored = node.get("ignored", False)
    level = next(
        (
            str(one["value"]["value"])
            for one in node.get("properties", ())
            if one["name"] == "level"
        ),
        "",
    )
    href = next(
        (str(one["value"]["value"]) for one in node.get("properties", ()) if one["name"] == "url"),
        "",
    )
    inner = depth
    if not ignored and role in _CONTROLS:
        yield Said(role.replace("DisclosureTriangle", "summary"), name, href, depth)
        return
    if not ignored and role in _TEXTS and name:
        yield Said("text", name, "", depth)
        return
    if not ignored and role in _FRAMES:
        yield Said(f"{role} {level}".strip(), name, "", depth)
        if role == "heading":
            return
        inner += 1
    for child in node.get("childIds", ()):
        if child in known:
            yield from _walk(known[child], known, inner)


def _joined(parts: Iterator[Said]) -> Iterator[Said]:
    """Yield the same with text in one piece that stands in one piece."""
    last: Said | None = None
    for part in parts:
        if last and last.role == part.role == "text" and last.depth == part.depth:
            last = last._replace(words=f"{last.words} {part.words}")
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def main(site: Path, urls: list[str]) -> None:
    """Write what is said of pages; without addresses, of one page of each type."""
    with served(site) as address, launched() as browser:
        page = browser.new_page()
        for url in urls or [kind.url for kind in PAGE_TYPES.values()]:
            page.goto(address + url)
            print(f"\n======== /{url}")
            for one in said(page):
                print(f"{'  ' * one.depth}{one.role}: {one.words}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
