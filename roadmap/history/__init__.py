"""What has changed in `data/` and when, by meaning, from git or between two states.

Reads the repository, never changes it. Knows the data files and the records, and no page.
"""
