"""From a document to a response: read it, then find its structure by the plan's own titles."""
