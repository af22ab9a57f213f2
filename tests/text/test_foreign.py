"""Words of another language, told apart when a page is finished."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap.text.foreign import foreign, unmarked, with_languages


def test_words_in_a_sentence_are_marked_in_its_text() -> None:
    html = f"<p>The answer from {foreign('Ekbackens nämnd')}.</p>"
    shown = '<p>The answer from <span lang="sv">Ekbackens nämnd</span>.</p>'
    assert with_languages(html, "sv", "en") == shown


def test_nothing_is_marked_where_no_element_can_stand() -> None:
    name = foreign("Nämnden")
    html = f'<title>{name}</title><a title="{name}">a</a><option value="1">a {name}</option>'
    assert with_languages(html, "sv", "en") == (
        '<title>Nämnden</title><a title="Nämnden">a</a><option value="1">a Nämnden</option>'
    )


def test_a_choice_that_is_all_in_another_language_says_so() -> None:
    choices = f"<option>{foreign('Mål 1')} {foreign('Skola')}</option><option>Board</option>"
    html = f'<option value="1" selected>1.2 {foreign("Nämnd")}</option>{choices}'
    shown = '<option lang="sv">Mål 1 Skola</option><option>Board</option>'
    assert with_languages(html, "sv", "en") == (
        f'<option value="1" selected lang="sv">1.2 Nämnd</option>{shown}'
    )


def test_what_is_quoted_is_in_the_language_of_the_source() -> None:
    html = '<blockquote class="source"><p>Ord</p></blockquote><q>ord</q><p class="source a">Ord</p>'
    assert with_languages(html, "sv", "en") == (
        '<blockquote lang="sv" class="source"><p>Ord</p></blockquote><q lang="sv">ord</q>'
        '<p lang="sv" class="source a">Ord</p>'
    )


def test_a_text_of_the_data_is_quoted_and_its_title_is_not() -> None:
    html = '<p data-text="E1.1">Ord</p><h3 data-text="S1.1/title">Word</h3>'
    assert with_languages(html, "sv", "en") == html.replace("<p", '<p lang="sv"')


def test_what_the_page_says_within_a_quote_is_in_its_own_language() -> None:
    html = '<q>ord<sup aria-label="request 1">1</sup><span class="vh">request</span></q><b>1</b>'
    assert with_languages(html, "sv", "en") == (
        '<q lang="sv">ord<sup lang="en" aria-label="request 1">1</sup>'
        '<span lang="en" class="vh">request</span></q><b>1</b>'
    )


def test_a_mark_stays_one() -> None:
    assert foreign(foreign("ord")) == foreign("ord")


@given(st.text(alphabet="ab <>&;/å\n").filter(lambda text: "<" not in text))
def test_without_marks_text_is_as_it_was(text: str) -> None:
    assert unmarked(foreign(text)) == text
    assert with_languages(f"<p>{text}</p>", "sv", "en") == f"<p>{text}</p>"
