"""Characters of symbol fonts as characters of Unicode: boxes, arrows, bullets, Greek letters."""

CHECKED, UNCHECKED = "☒", "☐"
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x46: "☞",
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "☐", 0x70: "☐",
    0x71: "☐", 0x72: "☐", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒",
    0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "☐", 0xAA: "✦",
    0xAB: "★", 0xD5: "⌫", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩",
    0xF3: "⬄", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
# A ticked box is a ticked box, whatever its tick is like.
_WINGDINGS[0xFE] = CHECKED
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: CHECKED, 0x52: CHECKED, 0x53: CHECKED, 0x54: CHECKED,
    0x97: "●", 0x98: "•", 0xA2: "■", 0xA3: UNCHECKED, 0xA4: UNCHECKED, 0xA6: UNCHECKED,
}  # fmt: skip
_WEBDINGS = {0x33: "◀", 0x34: "▶", 0x61: "✓", 0x63: UNCHECKED, 0x67: "■", 0x6E: "●", 0x72: "✗"}
_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x2D: "−", 0x40: "≅", 0x5E: "⊥", 0xA1: "ϒ", 0xA2: "′", 0xA3: "≤",
    0xA4: "⁄", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠",
    0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬",
    0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE2: "®", 0xE3: "©", 0xE4: "™",
    0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_GREEK = dict(
    zip(
        range(0x41, 0x5B),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
) | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL | _GREEK,
}
# Where a font is not named: what the bullets of lists are taken from.
_UNNAMED = {0xB7: "•", 0xA7: "▪", 0x2D: "-", **{code: _WINGDINGS[code] for code in (0xA8, 0xFE)}}


def symbol(code: int, font: str | None) -> str | None:
    """Return a character of a symbol font; None if it is not known."""
    if 0xF000 <= code <= 0xF0FF:
        code -= 0xF000
    elif code > 0xFF:
        return chr(code)  # a character as others are, whatever its font
    letters = _FONTS.get((font or "").casefold().strip(), _UNNAMED)
    if code in letters:
        return letters[code]
    is_text = 0x20 <= code < 0x7F and (font or "").casefold().strip() in ("symbol", "")
    return chr(code) if is_text else None


def is_symbol_font(font: str | None) -> bool:
    """Whether the letters of a font are no letters."""
    return (font or "").casefold().strip() in _FONTS
