"""The one sentence that stands for an answer."""

import pytest

from roadmap.model import Comment, Judgement, reader_of
from roadmap.presenters.telling_words import telling_words

TEXT = """Vi har läst planen. Vi avstyrker strategin, som är
för dyr. Vi vill att provbiblioteket får fler böcker.

Så är det."""
ASK = {"kind": "resources", "quote": "provbiblioteket får fler böcker"}


def read(position: dict[str, str], *asks: dict[str, str]) -> Judgement:
    return reader_of(Judgement).validate_python(
        {"by": "Provläsaren", "reviewed": "false", "position": position, "asks": list(asks)}
    )


AGAINST = read({"value": "opposes", "quote": "avstyrker strategin"}, ASK)


@pytest.mark.parametrize(
    ("judgement", "sentence", "words"),
    [
        (AGAINST, "Vi avstyrker strategin, som är för dyr.", "avstyrker strategin"),
        (
            read({"value": "none_stated"}, ASK),
            "Vi vill att provbiblioteket får fler böcker.",
            "provbiblioteket får fler böcker",
        ),
        (read({"value": "none_stated"}), "Vi har läst planen.", ""),
        (None, "Vi har läst planen.", ""),
    ],
)
def test_it_is_a_whole_sentence(judgement: Judgement | None, sentence: str, words: str) -> None:
    comment = reader_of(Comment).validate_python({"strategies": ["S1.1"], "text": TEXT})
    found = telling_words(comment.altered(judgement=judgement))
    assert "".join(found) == sentence
    assert found.words == words
