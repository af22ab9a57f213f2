"""Words of another language than the one around them, marked so that the mark goes with them.

A sentence in English may hold a Swedish name. Which word is which has to be known when the page is
finished, after the words have been put into sentences, lists and attributes. So two characters that
no text may have (noncharacters of Unicode, which data is refused for) stand around them until then.
"""

import re
from collections.abc import Callable

_BEGIN, _END = "\ufdd0", "\ufdd1"
_MARKS = re.compile(f"[{_BEGIN}{_END}]")
_MARKED = re.compile(f"{_BEGIN}[^{_END}]*{_END}")
_TAG = re.compile(
    r"(<!--.*?-->|<(script|style|title|option|textarea)\b.*?</\2>|<[^>]*>)", re.DOTALL
)
# What is quoted is in the source's language, without any mark; a title is the town's own word.
_QUOTING = re.compile(
    r'<(?:blockquote|q)\b|<\w+(?=[^>]*(?:\bclass="source\b|\bdata-text="(?![^"]*/title")))'
)


def foreign(text: str) -> str:
    """Mark a text as being in the source's language; a marked one stays as it is."""
    return text if text.startswith(_BEGIN) else f"{_BEGIN}{text}{_END}"


def has_foreign(text: str) -> bool:
    """Return whether any words of a text are marked."""
    return _BEGIN in text


def without_foreign(text: str) -> str:
    """Return a text without the words that are marked."""
    return _MARKED.sub("", text)


def in_other_words(text: str, word: Callable[[str], str | None]) -> str:
    """Return a text with what `word` gives for the words that are marked; None leaves them so."""
    return _MARKED.sub(lambda marked: word(marked[0][1:-1]) or marked[0], text)


def unmarked(text: str) -> str:
    """Return a text without its marks."""
    return _MARKS.sub("", text)


def first_letter(text: str) -> int:
    """Return the place of a text's first letter: a mark may stand before it."""
    return int(text.startswith(_BEGIN))


# Within what is quoted: a name that is read aloud, and words for the ear alone.
_QUOTE = re.compile(r"<(blockquote|q)\b.*?</\1>", re.DOTALL)
_OURS = re.compile(r'<(?!blockquote\b|q\b)\w+(?=[^>]*(?:\baria-label=|\bclass="vh\b))')

# An element of plain text alone that is in the other language as a whole, but for digits.
_WHOLE = re.compile(rf"(<option\b[^>]*)(>(?:[\d. ]*{_MARKED.pattern})+</option>)")


def with_languages(html: str, source_language: str, language: str) -> str:
    """Return HTML in which `lang` stands where the marks stood, and on what is quoted.

    Within a quote what the page itself says is in the page's `language` again.

    Within tags and elements that hold plain text alone nothing can be marked: there the marks go.
    A choice that is marked as a whole has its language.
    """
    lang = f' lang="{source_language}"'
    own = rf'\g<0> lang="{language}"'
    html = _QUOTE.sub(lambda quote: _OURS.sub(own, quote[0]), html)
    pieces = _TAG.split(_WHOLE.sub(rf"\g<1>{lang}\g<2>", html))
    # Of three pieces the first is text, the second a tag or such an element, the third its name.
    texts = (
        piece.replace(_BEGIN, f"<span{lang}>").replace(_END, "</span>") for piece in pieces[::3]
    )
    tags = (_QUOTING.sub(rf"\g<0>{lang}", unmarked(piece)) for piece in pieces[1::3])
    return "".join(map("".join, zip(texts, [*tags, ""], strict=True)))
