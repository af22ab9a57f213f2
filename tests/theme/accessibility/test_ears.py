"""What a screen reader says: landmarks, headings, notes and links that are told apart."""

from collections import Counter

import pytest

from tests.theme.accessibility.conftest import Reader
from tests.theme.accessibility.pages import MINIATURE, PAGE_TYPES, PageType, report
from tests.theme.ears import LANDMARKS, said

pytestmark = pytest.mark.browser

_RAISED = "önskemål "  # the number after a request's words, whose name its place explains


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_landmarks_of_one_kind_are_told_apart(reader: Reader, address: str, kind: str) -> None:
    told = said(reader.open_type(address, PAGE_TYPES[kind]))
    names = Counter((one.role, one.words) for one in told if one.role in LANDMARKS)
    kinds = Counter(role for role, _name in names)
    faults = [
        f"{role} {name!r}"
        for (role, name), count in names.items()
        if count > 1 or (kinds[role] > 1 and not name)
    ]
    assert not faults, report(faults)


@pytest.mark.parametrize(
    ("host", "page"),
    [
        ("address", PAGE_TYPES["response"]),
        ("miniature_address", MINIATURE["response"]),
        ("miniature_address", MINIATURE["private-person"]),
    ],
)
def test_a_response_is_told_clearly(
    reader: Reader, host: str, page: PageType, request: pytest.FixtureRequest
) -> None:
    told = said(reader.open_type(request.getfixturevalue(host), page))
    headings = Counter(one.words for one in told if one.role.startswith("heading"))
    assert [words for words, count in headings.items() if count > 1] == []
    notes = Counter(one.words for one in told if one.role == "note")
    assert [words for words, count in notes.items() if count > 1] == []
    places: dict[str, set[str]] = {}
    for one in told:
        if one.role == "link" and not one.words.startswith((_RAISED, "Vill ", "Menar ", "”")):
            places.setdefault(one.words, set()).add(one.href)
    assert [words for words, hrefs in places.items() if len(hrefs) > 1] == []
