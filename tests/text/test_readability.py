"""The tool that measures the site's own prose counts words that readers see, and no others."""

import pytest

from roadmap.text.readability import measured, sentences

PAGE = """---
title: Inte detta
---

# Rubrik {: #ankare }

Detta är två ord [till här](inte/detta.md#alls). Och `inte` {{ inte() }} det.

- Punkt ett
- Punkt två

Ord
:   Ett förklarat ord.
"""


def test_a_page_is_its_headings_items_and_sentences() -> None:
    assert [" ".join(words) for words in sentences(PAGE)] == [
        "Rubrik",
        "Detta är två ord till här",
        "Och det",
        "Punkt ett",
        "Punkt två",
        "Ord",
        "Ett förklarat ord",
    ]


def test_lix_is_the_length_of_sentences_and_the_share_of_long_words() -> None:
    words, length, lix = measured([["ett", "ord"], ["ett", "jättelångt"]])
    assert (words, length) == (4, 2.0)
    assert lix == pytest.approx(2 + 25)
    assert measured([]) == (0, 0.0, 0.0)
