"""Every line that may have personal data is looked through."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap.datafiles import personal_data
from roadmap.text.personal_data import looks_personal


@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789",
                *"+- /aå–@.\n",
                "2020-01-02",
                "19121212-1212",
                "+46 70 123 45 67",
                "08-",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_lines_are_looked_through_for_personal_data_wherever_there_may_be_any(text: str) -> None:
    likely = "\n".join(line for _, line in personal_data._likely_lines(text))
    assert looks_personal(text) == looks_personal(likely)
