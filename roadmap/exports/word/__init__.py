"""The compilation as a Word file that can be edited."""

from roadmap.exports.word.document import compilation_docx

__all__ = ["compilation_docx"]
