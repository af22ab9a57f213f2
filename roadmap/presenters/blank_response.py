"""A response that is not written yet: every field that is mostly needed, explained by notes."""

from roadmap.model import Code
from roadmap.starter import starter


def blank_response(kinds: tuple[Code, ...]) -> str:
    """Return the YAML of a response to fill in; `kinds` are the kinds of bodies to choose from.

    It is short enough to go into a web address, which is how the site offers it.
    """
    listed = "\n".join(f"  {kind.id} ({kind.name})" for kind in kinds)
    return starter("response.yml").replace("KINDS", listed)
