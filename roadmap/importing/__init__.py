"""From a document to a response, found by the plan's own titles, and from a workbook to figures."""
