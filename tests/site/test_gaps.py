"""The space between the lines of the templates."""

from roadmap.site.gaps import without_gaps


def test_a_line_end_before_a_block_goes() -> None:
    assert without_gaps("<ul>\n\n  <li>Ja\n  </li>\n</ul>\n") == "<ul><li>Ja</li></ul>\n"


def test_between_words_and_links_a_space_stays() -> None:
    html = "<p>Läs\n    <a href='x'>svaret</a>\n<b>nu</b>\n<progress></progress></p>"
    assert without_gaps(html) == html.replace("\n    ", "\n")
