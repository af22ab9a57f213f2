"""A response that is not written yet: every field that is mostly needed, explained by notes."""

from roadmap.model import Code


def blank_response(kinds: tuple[Code, ...]) -> str:
    """Return the YAML of a response to fill in; `kinds` are the kinds of bodies to choose from.

    It is short enough to go into a web address, which is how the site offers it.
    """
    listed = "\n".join(f"  {kind.id} ({kind.name})" for kind in kinds)
    return _BLANK.replace("KINDS", listed)


_BLANK = """\
note: |
  Fyll i efter kolonen. Ta bort fält som du inte vet något om, och
  anteckningarna (note) när du är klar; de publiceras inte.
  kind är något av:
KINDS
  speaker är administration (förvaltningen) eller body (instansen
  själv). date skrivs 2018-09-20.
name:
kind:
status: received
speaker:
document_kind:
date:
source:
  title:
  pages:
sections:
  - note: |
      Texten i allmänhet, ord för ord. id är sammanfattning, bakgrund,
      arendet, beredning, synpunkter, forslag eller bilaga.
    id: synpunkter
    heading:
    pages:
    text: |
comments:
  - note: |
      En synpunkt per strategi, ord för ord. Under strategies: en rad
      per strategi, till exempel - S1.1.
    strategies:
    pages:
    text: |
unanswered: rest
"""
