"""The text files of `data/` and their records, both ways.

Reads and writes YAML and CSV, checks what is read, and reports every problem at its line and
column. `load` returns a sound data set or every problem. Knows no page.
"""
