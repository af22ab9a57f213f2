"""The text files of `data/` and the records that they hold, both ways.

Reads and writes YAML and CSV, checks what is read, and tells every fault at its line and column.
`load` gives a sound data set or every problem. Knows no page.
"""
