"""The site's own look: what its style sheets have besides the theme's, and its pictures."""

from pathlib import PurePosixPath
from typing import Any

from roadmap.datafiles.pictures import TYPES, picture_size
from roadmap.model.dataset import Dataset
from roadmap.presenters.colours import DARK_GROUNDS, nearest_sufficient

# In dark, where the theme's own rules go before the first of these, only links are coloured.
_COLOUR = """\
:root {{ --link: {light}; --slab: {light}; }}
@media screen and (prefers-color-scheme: dark) {{
  :root:not([data-theme=light]) {{ --link: {dark}; }}
}}
@media screen {{ :root[data-theme=dark] {{ --link: {dark}; }} }}
header.site {{ border-color: var(--link); }}
"""
_LOGO = """\
.home img {
  width: auto; height: 2.75rem; max-width: min(10rem, 35vw);
  padding: .25rem; background: #fff; object-fit: contain;
}
"""
_HEIGHT = 44  # pixels, as the style sheet has it


def look_styles(dataset: Dataset) -> str:
    """Return what the style sheets have at their end; "" for a site without a look of its own."""
    look = dataset.settings.look
    styles = ""
    if look.colour:
        dark = nearest_sufficient(look.colour, DARK_GROUNDS)
        styles += _COLOUR.format(light=look.colour, dark=dark)
    return styles + (_LOGO if look.logo else "")


def look_facts(dataset: Dataset) -> dict[str, Any]:
    """Return what the page frame shows: the logo with its size, and the icon with its type."""
    look = dataset.settings.look
    facts: dict[str, Any] = {}
    if look.logo:
        raw = (dataset.root / "docs" / look.logo).read_bytes()
        size = picture_size(PurePosixPath(look.logo).suffix, raw)
        assert size  # the data has been checked
        width = max(round(size.width * _HEIGHT / size.height), 1)
        facts["logo"] = {
            "url": look.logo, "text": look.logo_text, "width": width, "height": _HEIGHT,
        }  # fmt: skip
    icon = look.icon or look.logo
    if icon:
        facts["icon"] = {"url": icon, "type": TYPES[PurePosixPath(icon).suffix]}
    return facts
