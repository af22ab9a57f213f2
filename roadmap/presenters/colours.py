"""Colours as pages write them, and how well they are told apart (WCAG 2.2, relative luminance).

A colour is "#rrggbb".
"""

from collections.abc import Iterable

# What text needs against what it stands on.
TEXT = 4.5
# What links stand on in the theme's style sheet: the page and its notes, light and dark.
LIGHT_GROUNDS = ("#ffffff", "#eef1f4")
DARK_GROUNDS = ("#0f1820", "#1b2732")
_STEPS = 256

Channels = tuple[int, int, int]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """Return the contrast of a colour with the ground that it is hardest to see on."""
    return min(contrast(colour, ground) for ground in grounds)


def nearest_sufficient(colour: str, grounds: Iterable[str], least: float = TEXT) -> str:
    """Return the colour itself, or the one nearest to it that can be read on all the grounds.

    It is a darker or a lighter tone of it. Where none is enough, that is black or white, whichever
    is the better.
    """
    grounds = tuple(grounds)
    for step in range(_STEPS + 1):
        for end in ("#000000", "#ffffff"):
            tone = _mixed(colour, end, step / _STEPS)
            if least_contrast(tone, grounds) >= least:
                return tone
    return max(("#000000", "#ffffff"), key=lambda end: least_contrast(end, grounds))


def _mixed(one: str, other: str, share: float) -> str:
    """Return a colour with this share of another."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> Channels:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _luminance(colour: str) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    linear = [_linear(channel / 255) for channel in _channels(colour)]
    return sum(weight * value for weight, value in zip(weights, linear, strict=True))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
