"""The pages of `docs/` as the search knows them."""

from pathlib import Path

from roadmap.datafiles.site_pages import site_pages
from roadmap.model.site_page import PagePart, SitePage

PAGE = """---
title: Ordlista
description: Vad orden betyder.
keywords: [begrepp, lexikon]
---

# Ordlista

## Om ord {: #om }

Ord är [bra](index.md). {{ macro("dold") }}

```
kod = "dold"
```

Remiss {: #remiss }
:   Att fråga *andra*.

Utan ankare
:   Räknas inte.
"""


def test_a_page_is_its_head_its_headings_and_the_words_it_explains(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "om").mkdir(parents=True)
    (docs / "om" / "ordlista.md").write_text(PAGE, "utf-8")
    (docs / "index.md").write_text("{{ opening() }}\n", "utf-8")
    assert site_pages(tmp_path) == (
        SitePage(
            "om/ordlista/",
            "Ordlista",
            "Vad orden betyder.",
            "begrepp, lexikon",
            (
                PagePart("remiss", "Remiss", "Att fråga andra.", is_word=True),
                PagePart("om", "Om ord", "Ord är bra."),
            ),
        ),
    )
