"""HTML from the views passes Markdown untouched."""

from markdown import Markdown

from roadmap.site.html_blocks import protect


def test_held_html_stands_where_its_marker_stood() -> None:
    html = '<section>\n\n# inte rubrik *inte* {{ nej }} &amp; <p id="x">a</p>\n</section>'
    markdown = f"# Rubrik\n\n{protect(html)}\n\n*efter* {protect('<hr>')}"
    result = Markdown(extensions=["roadmap.site.html_blocks"]).convert(markdown)
    assert result == f"<h1>Rubrik</h1>\n{html}\n<p><em>efter</em> </p>\n<hr>"
