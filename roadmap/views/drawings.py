"""The marks of a page that shows many: each is drawn once, and used wherever it stands."""

import re
from collections import Counter

# A mark as `_marks.html` draws it, but for those as wide as their links.
_MARK = re.compile(
    r'<svg class="(?P<classes>(?P<kind>mark|slip|triangle|shape)\b[^"]*)"'
    r'(?P<size> width="(?P<width>\d+)" height="\d+")'
    r' viewBox="(?P<box>[^"]+)" aria-hidden="true">(?P<drawing>.*?)</svg>',
    re.DOTALL,
)
_USED = '<svg class="{}"{} aria-hidden="true"><use href="#{}"/></svg>'
# How wide the style sheet makes a mark that does not say it.
_USUAL = {"mark": "20", "slip": "28"}
# Where a mark stands fewer times than this, drawing it each time weighs less.
_MANY = 3


def drawn_once(html: str) -> str:
    """Return the content of a page with each mark that stands there many times drawn only once.

    The drawings stand first. What a style sheet says of a mark must follow from the mark's own
    classes alone: where it is used, it does not know what is around it.
    """
    counts = Counter(_drawing(found) for found in _MARK.finditer(html))
    many = [drawing for drawing, count in counts.items() if count >= _MANY]
    if not many:
        return html
    # A name that no id of the data can have.
    names = {drawing: f"_{number}" for number, drawing in enumerate(many, start=1)}

    def used(found: re.Match[str]) -> str:
        name = names.get(_drawing(found))
        if name is None:
            return found[0]
        kind = found["kind"]
        size = "" if found["width"] == _USUAL.get(kind) else found["size"]
        return _USED.format(kind, size, name)

    symbols = "".join(
        f'<symbol id="{name}" class="{classes}" viewBox="{box}">{drawing}</symbol>'
        for (classes, box, drawing), name in names.items()
    )
    return (
        f'<svg class="vh" aria-hidden="true"><defs>{symbols}</defs></svg>\n{_MARK.sub(used, html)}'
    )


def _drawing(found: re.Match[str]) -> tuple[str, str, str]:
    return found["classes"], found["box"], found["drawing"]
