"""Read a Word document: all that it shows in its order, and beside it all that it does not show.

No word is lost: what is no running text is aside with the reason, or told.
"""

from roadmap.importing.word.reader import read

__all__ = ["read"]
