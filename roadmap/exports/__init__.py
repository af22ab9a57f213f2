"""All the data for other programs: `open_data/` as tables, `word/` as a document.

Each is a function from the data set to bytes. Knows no HTML.
"""
