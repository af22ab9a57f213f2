"""The site as a whole: its contents, where each part is written, and how a build ends.

The only room that knows the site engines, MkDocs and Zensical. Add new outputs to the one list in
`outputs`.
"""
