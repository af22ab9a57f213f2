"""The compilation as a Word file, to go on writing in."""

from roadmap.exports.word.document import compilation_docx

__all__ = ["compilation_docx"]
