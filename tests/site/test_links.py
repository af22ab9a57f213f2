"""The link check of the built site."""

from pathlib import Path

from roadmap.site.links import BrokenLink, Links, broken_links, check_report


def make(site: Path, **pages: str) -> Path:
    for name, html in pages.items():
        path = site / ("index.html" if name == "start" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return site


def test_links_to_pages_anchors_and_files_hold(tmp_path: Path) -> None:
    site = make(
        tmp_path,
        start='<a href="om/#x">a</a><a href="#y" id="y">b</a><a href="https://a.example/z">c</a>',
        om='<h1 id="x">Om</h1><a href="../">a</a><a href="./">b</a><a href="../fil.txt">c</a>',
    )
    (site / "fil.txt").write_text("x")
    assert broken_links(site, Links()) == []


def test_what_is_asked_for_is_no_part_of_the_path(tmp_path: Path) -> None:
    site = make(tmp_path, start='<a href="om/?q=%23%2F%3F//x#a%20b">a</a>', om='<p id="a b">')
    assert broken_links(site, Links()) == []


def test_what_leads_nowhere_is_told(tmp_path: Path) -> None:
    site = make(tmp_path, start='<a href="om/#z">a</a><img src="bild.png">', om="<p id='q'>")
    broken = broken_links(site, Links())
    assert broken == [BrokenLink("index.html", "om/#z"), BrokenLink("index.html", "bild.png")]
    assert check_report(broken) == (
        "Länkar på webbplatsen är brutna:\n"
        "index.html: länken om/#z leder ingenstans.\n"
        "index.html: länken bild.png leder ingenstans."
    )


def test_what_is_not_made_yet_is_taken_to_be_there(tmp_path: Path) -> None:
    site = make(tmp_path, start='<a href="data/v1/a.csv">a</a><a href="data/b.csv">b</a>')
    assert broken_links(site, Links("/"), ("data/v1/",)) == [BrokenLink("index.html", "data/b.csv")]


def test_links_from_the_root_begin_with_the_path_the_site_is_put_at(tmp_path: Path) -> None:
    site = make(tmp_path, start='<a href="/plan/om/">a</a>', om="<p>")
    assert broken_links(site, Links("/plan/")) == []
    assert broken_links(site, Links("/")) == [BrokenLink("index.html", "/plan/om/")]
    assert broken_links(make(site, start='<a href="/om/">a</a>'), Links("/plan/")) != []


def test_a_link_is_followed_as_a_browser_does(tmp_path: Path) -> None:
    site = make(tmp_path, start="<p>", a="<p>")
    for links in (
        ["../", "../../", "../../../a/", "../b/", "./", "./../b/", "../index.html", "../b/../b/"],
        ["/a/", "?q=1", "#", "../b/?q=1#", "//site.invalid/a/", "mailto:a@b.example"],
    ):
        html = "".join(f'<a href="{link}">x</a>' for link in links)
        assert broken_links(make(site, **{"a/b": html}), Links()) == []
    html = '<a href="../../x/">x</a><a data-href="../y/">y</a><a\nhref="../b">z</a>'
    broken = broken_links(make(site, **{"a/b": html}), Links())
    assert [link.link for link in broken] == ["../../x/", "../b"]


def test_pages_read_by_others_are_taken_in_and_not_read_again(tmp_path: Path) -> None:
    site = make(tmp_path, start='<a href="om/#x">a</a>', om="<p>")
    links, other = Links(), Links()
    other.read("om/index.html", '<h1 id="x"><a href="../#y">a</a>')
    links.update(other)
    assert broken_links(site, links) == []  # the link that is not on the written page is not there
    # "om/#x" is on the page that was taken in, and "../#y" on none.
    assert links.wanted == {"index.html": {"y"}}


def test_two_anchors_that_follow_each_other_are_not_one(tmp_path: Path) -> None:
    html = '<p id="a"><p id="b"><a href="#a%0Ab">c</a>'
    assert broken_links(make(tmp_path, start=html), Links()) == [BrokenLink("index.html", "#a%0Ab")]


def test_a_page_that_was_taken_in_and_is_gone_is_missed(tmp_path: Path) -> None:
    links = Links()
    links.read("om/index.html", '<h1 id="x">')
    site = make(tmp_path, start='<a href="om/">a</a><a href="om/#x">b</a>')
    assert [broken.link for broken in broken_links(site, links)] == ["om/", "om/#x"]


def test_pages_that_are_not_made_yet_have_every_anchor(tmp_path: Path) -> None:
    site = make(tmp_path, start='<a href="om/#x">a</a><a href="om/x.csv">b</a>')
    made_later = frozenset({"om/index.html"})
    assert broken_links(site, Links(), (), made_later) == [BrokenLink("index.html", "om/x.csv")]
