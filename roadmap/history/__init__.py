"""The changes in `data/` by meaning: when they were made, from git, or between two states.

Reads the repository, never changes it. Knows the data files and the records, and no page.
"""
