"""From a document to a response: readers, then the structure that the plan's own titles give."""
