"""One sentence of an answer that shows what it says: for lists with room for no more."""

from roadmap.model import Comment
from roadmap.text import source_text
from roadmap.text.marked_words import InSentence, in_sentence


def telling_words(comment: Comment) -> InSentence:
    """Return the sentence with the words that a comment's position, or a request, rests on.

    A comment that nobody has read for either gives its first sentence, without marked words.
    """
    judgement = comment.judgement
    quotes = []
    if judgement:
        position = judgement.position
        quotes += [position.quote] if position and position.quote else []
        quotes += [ask.quote for ask in judgement.asks]
        quotes += [problem.quote for problem in judgement.problems]
    if quotes:
        return source_text.whole_sentence(comment.text, quotes[0])
    line = source_text.lines(source_text.blocks(comment.text)[0])[0]
    first_word = in_sentence(line, line.split(" ")[0])
    return InSentence("".join(first_word), "", "")
