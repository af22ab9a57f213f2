"""The compilation as a Word file that can be edited."""

from roadmap.exports.word.document import compilation_docx, is_compilation

__all__ = ["compilation_docx", "is_compilation"]
