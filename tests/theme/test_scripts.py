"""The scripts run in browsers that are some years old."""

import re

import pytest

from roadmap.site.assets import THEME

# What came after Chrome 96 and Safari 15.1, the browsers of a phone from the autumn of 2021. A
# list of what one might reach for; no such browser is at hand to run the tests in.
NEWER = {
    "array method": r"\.(?:at|findLast|findLastIndex|group|groupBy|toSorted|toReversed|with)\(",
    "object method": r"Object\.(?:hasOwn|groupBy)|Promise\.(?:withResolvers|try)|structuredClone",
    "lookbehind": r"\(\?<[=!]",
    "pattern flags": r"/[a-z]*[vd][a-z]*\.(?:exec|test)\(",
    "class block": r"static\s*\{",
    "private name test": r"#\w+ in ",
    "top-level await": r"^await ",
    "dialog and popover": r"showModal|showPopover|\binert\b",
}


@pytest.mark.parametrize("name", NEWER)
def test_the_scripts_need_no_newer_browser(name: str) -> None:
    for source in THEME.rglob("*.js"):
        assert not re.search(NEWER[name], source.read_text("utf-8"), re.MULTILINE), source
