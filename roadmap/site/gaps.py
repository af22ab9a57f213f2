"""The space between the lines of the templates, which no reader sees."""

import re

# What begins on a line of its own wherever it stands.
_BLOCKS = (
    "article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|head|header|html|li|link|main|meta|nav|ol|option|p|script|section|summary|table"
    "|tbody|td|tfoot|th|thead|title|tr|ul"
)
_GAP = re.compile(rf"\n\s*(</?(?:{_BLOCKS})\b)?")


def without_gaps(html: str) -> str:
    """Return a page without the line ends and the indents that show as nothing.

    Not for a page with preformatted text.
    """
    return _GAP.sub(lambda gap: gap[1] or "\n", html)
