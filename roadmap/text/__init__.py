"""Swedish words and source texts: how they are written, sorted, compared and shown.

Knows letters, words and paragraphs. Knows no plan, no file and no page.
"""
