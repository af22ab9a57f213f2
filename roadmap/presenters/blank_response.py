"""An empty response to fill in: the fields that are usually needed, explained by notes."""

from roadmap.model import Code
from roadmap.presenters.messages import to_editors
from roadmap.starter import starter


def blank_response(kinds: tuple[Code, ...]) -> str:
    """Return the YAML of a response to fill in; `kinds` are the kinds of bodies to choose from.

    It is short enough for a web address, which is how the site offers it.
    """
    kind_lines = "\n".join(f"  {kind.id} ({kind.name})" for kind in kinds)
    return to_editors(starter("response.yml"), kinds=kind_lines)
