"""What a picture on every page may be: of a size, light, and nothing that runs or fetches."""

import pytest

from roadmap.datafiles.pictures import Size, faults_of_picture, picture_size
from tests.look import LOGO, png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"{}>{}</svg>'


@pytest.mark.parametrize(
    ("suffix", "raw", "size"),
    [
        (".svg", LOGO.encode(), Size(120, 60)),
        (".svg", SVG.format("", "").encode(), Size(8, 4)),
        (".svg", SVG.format(' width="100%" height="100%"', "").encode(), Size(8, 4)),
        (".svg", b"<svg/>", None),
        (".svg", SVG.replace("8 4", "0 4").format("", "").encode(), None),
        (".svg", b"<html viewBox='0 0 8 4'/>", None),
        (".svg", b"<svg", None),
        (".png", png(30, 20), Size(30, 20)),
        (".png", png(30, 20)[:20], None),
        (".png", b"GIF89a" + b"\0" * 40, None),
    ],
)
def test_the_size_of_a_picture(suffix: str, raw: bytes, size: Size | None) -> None:
    assert picture_size(suffix, raw) == size
    assert (list(faults_of_picture(suffix, raw)) == []) == (size is not None)


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<script>alert(1)</script>", "Bilden har <script>."),
        ("<g><foreignObject/></g>", "Bilden har <foreignObject>."),
        ('<g onload="alert(1)"/>', "Bilden har onload, som kör något."),
        ('<a href="javascript:alert(1)"/>', "Bilden hämtar javascript:alert(1) från annat håll."),
        ('<image href="https://ond.example/x.png"/>', "Bilden hämtar https://ond.example/x.png från annat håll."),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="annan.svg#a"/>', "Bilden hämtar annan.svg#a från annat håll."),
        ('<image href="data:image/svg+xml;base64,PHN2Zz4="/>', "Bilden hämtar data:image/svg+xml;base64,PHN2Zz4= från annat håll."),
        ('<g fill="url(https://ond.example/x)"/>', "Bilden hämtar url(https://ond.example/x) från annat håll."),
        ("<style>@import 'https://ond.example'</style>", "Bilden har stilmallar (style)"),
        ('<g style="fill: red"/>', "Bilden har stilmallar (style)"),
        ("<animate/>", "Bilden rör sig (<animate>)."),
    ],
)  # fmt: skip
def test_what_runs_or_fetches_is_told(inside: str, told: str) -> None:
    found = [message for message, _ in faults_of_picture(".svg", SVG.format("", inside).encode())]
    assert len(found) == 1
    assert found[0].startswith(told)


@pytest.mark.parametrize(
    "inside",
    ['<use href="#a"/>', '<g fill="url(#a)"/>', '<image href="data:image/png;base64,iVBORw0K"/>'],
)
def test_what_a_picture_has_in_itself_is_sound(inside: str) -> None:
    assert list(faults_of_picture(".svg", SVG.format("", inside).encode())) == []


def test_entities_are_never_read() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    raw = (bomb + SVG.format("", "&b;")).encode()
    assert [message for message, _ in faults_of_picture(".svg", raw)] == [
        "Bilden har en DOCTYPE eller CDATA."
    ]
    assert list(faults_of_picture(".svg", f"<!-- en <!DOCTYPE --> {LOGO}".encode())) == []


def test_a_heavy_picture_is_told_with_its_size() -> None:
    raw = SVG.format("", "<g/>" * 6_000).encode()
    assert [message for message, _ in faults_of_picture(".svg", raw)] == [
        "Bilden väger 25 kB, och högst 20 kB får plats på varje sida."
    ]
