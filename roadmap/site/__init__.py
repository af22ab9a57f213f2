"""The site as a whole: what it holds, where each part is written, and how a build ends.

The only room that knows the site engines, MkDocs and Zensical. Whoever wants a new output adds it
to the one list in `outputs`.
"""
