"""Decide which words of a text were misread, and what they were.

First the document as a whole: a sound one is not touched at all (`health.py`). In a misread one, a
word is repaired to the likeliest one: how common that word is, times how often the machine misread
its letters in that way, which is learnt from the document. Against it stands that the word is right
although it is in no list, an abbreviation or a name: the shorter it is, the likelier that is, so
nothing is sure of a short word unless its reading is among the commonest words of Swedish.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmap.importing.repair.confusions import READINGS, SWEDISH, Candidate, Readings
from roadmap.importing.repair.health import Sign, foreign, is_misread, is_sign
from roadmap.importing.repair.lexicon import Lexicon
from roadmap.importing.repair.words import Word, words_of

SURE = 0.995  # a less certain reading is reported as unsure
_RIVAL = 0.002  # a less likely rival is left out
_MOST_RIVALS = 5
_ROUNDS = 3
_DOUBTED = 0.5  # the certainty, at most, of what no number can make sure
_FIRST_RATE = 0.5  # how often å, ä and ö are misread, as a first guess
_RARE = {"i": 0.01, "l": 0.002, "o": 0.001}
# Ten-logarithms. A word in no list is as likely as such words are in the document, times how common
# each of its letters is in Swedish.
_FIRST_UNKNOWN = -2.0  # the share of words in no list, as a first guess
_UNKNOWN_NAME = -2.0  # the share of names among the words with a capital inside a sentence


@dataclass(frozen=True)
class Repair:
    """A word of a text and its reading; `start` and `end` count characters.

    `certainty` is between 0 and 1; `rivals` are other real words, the likeliest first. `before` and
    `after` are equal for a word that is kept although another is likely.
    """

    start: int
    end: int
    before: str
    after: str
    certainty: float
    rivals: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether the reading needs no review."""
        return self.certainty >= SURE


@dataclass(frozen=True)
class _Reading:
    candidate: Candidate | None  # None: the text as it is, although not a known word
    weight: float  # ten-logarithm


class Engine:
    """Repairs texts with the words of Swedish and of a plan."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        self.lexicon = Lexicon(vocabulary)
        self._readings = Readings(self.lexicon)
        self._costs: dict[tuple[str, str], float] = {}
        self._unknown = _FIRST_UNKNOWN

    @property
    def steps(self) -> int:
        """The work done so far."""
        return self._readings.steps

    def repair(self, texts: Sequence[str]) -> list[list[Repair]]:
        """Return the repairs and doubts of each text.

        The texts belong to one document, and the engine learns from all of them how it was
        misread.
        """
        self._set_rates(_first_rates(), _FIRST_UNKNOWN)
        words = [list(words_of(text)) for text in texts]
        signs = {
            plain: self._sign(plain) for plain in {word.plain for own in words for word in own}
        }
        apart = [foreign([signs[word.plain] for word in own]) for own in words]
        swedish = [
            word
            for own, strange in zip(words, apart, strict=True)
            for word, is_foreign in zip(own, strange, strict=True)
            if not is_foreign
        ]
        shown = ((word.plain, sign) for word in swedish if (sign := signs[word.plain]))
        if 2 * len(swedish) < sum(map(len, words)) or not is_misread(shown):
            return [[] for _ in texts]
        tokens = Counter(word.plain.lower() for word in swedish)
        for _ in range(_ROUNDS):
            self._learn(tokens)
        return [
            [
                repair
                for word, is_foreign in zip(own, strange, strict=True)
                if (repair := self._repair(text, word, is_foreign))
            ]
            for text, own, strange in zip(texts, words, apart, strict=True)
        ]

    def _sign(self, word: str) -> Sign | None:
        """Return what a word shows of the document."""
        if not is_sign(word):
            return None
        if self.lexicon.knows(word):
            return Sign.KEPT if set(word) & set(SWEDISH) else None
        best = self._ranked(word)[0].candidate
        return Sign.LOSS if best else Sign.STRANGER

    def _set_rates(self, rates: dict[tuple[str, str], float], unknown: float) -> None:
        self._costs = {pair: math.log10(rate) for pair, rate in rates.items()}
        self._unknown = unknown

    def _learn(self, tokens: Counter[str]) -> None:
        """Set the rate of each reading of a letter, and the share of words in no list.

        They are counted from the readings that are the likeliest at present. Only unknown words
        show a loss: a real word may well be correct.
        """
        counts: dict[tuple[str, str], float] = defaultdict(float)
        unknown = 1
        for word, count in tokens.items():
            ranked = self._ranked(word)
            best = ranked[0].candidate
            if word == "1" and len(ranked) > 1:
                # "1" is not a word; the number of them shows how often i was read so.
                best = next(
                    reading.candidate
                    for reading in ranked
                    if reading.candidate and reading.candidate.word == "i"
                )
            if best is None:
                unknown += count
                continue
            if best.misread and word != "1" and self.lexicon.knows(word):
                continue
            for letter in best.word:
                if letter in READINGS:
                    counts[letter, letter] += count
            for letter, reading in best.misread:
                counts[letter, letter] -= count
                counts[letter, reading] += count
        rates: dict[tuple[str, str], float] = {}
        for letter, readings in READINGS.items():
            whole = sum(counts[letter, reading] for reading in (letter, *readings)) + 2.0
            for reading in (letter, *readings):
                start = 1.0 if reading == letter else _first_rates()[letter, reading]
                rates[letter, reading] = max((counts[letter, reading] + start) / whole, 1e-6)
        self._set_rates(rates, math.log10(unknown / (1 + tokens.total())))

    def _ranked(self, word: str, may_be_name: bool = False) -> list[_Reading]:
        """Return what a word in lower case may have been, the likeliest first.

        `may_be_name`: it has a capital inside a sentence, so it may be a name in no list.
        """
        readings = [
            _Reading(candidate, self._readings.weight(candidate.word) + self._cost(candidate))
            for candidate in self._readings.candidates(word)
        ]
        if not self.lexicon.knows(word):
            unknown = _UNKNOWN_NAME if may_be_name else self._unknown
            readings.append(_Reading(None, unknown + self.lexicon.spelling(word)))
        return sorted(readings, key=lambda reading: -reading.weight)

    def _cost(self, candidate: Candidate) -> float:
        cost = sum(self._costs[pair] for pair in candidate.misread)
        misread = Counter(letter for letter, _ in candidate.misread)
        for letter, count in Counter(candidate.word).items():
            if letter in READINGS:
                cost += self._costs[letter, letter] * (count - misread[letter])
        return cost

    def _repair(self, text: str, word: Word, is_foreign: bool) -> Repair | None:
        """Return what is to be told of a word, if anything."""
        ranked = self._ranked(word.plain.lower(), word.may_be_name)
        total = sum(10 ** (reading.weight - ranked[0].weight) for reading in ranked)
        best = ranked[0].candidate
        after = _cased(best.word, word.text) if best and best.misread else word.text
        certainty = 1 / total
        rivals = [
            _cased(reading.candidate.word, word.text) if reading.candidate else word.text
            for reading in ranked[1:]
            if 10 ** (reading.weight - ranked[0].weight) / total >= _RIVAL
        ]
        if after == "i" and word.text == "1" and word.begins_sentence:
            after = "I"
        if is_foreign:
            if after == word.text:
                return None
            rivals, after, certainty = [after, *rivals], word.text, _DOUBTED
        elif after[0] == "Ö" and word.text[0] == "O" and not word.begins_sentence:
            # A small ö is often read as Ö: O looks the same in both sizes.
            rivals, after, certainty = [after, *rivals], after.lower(), min(certainty, _DOUBTED)
        elif best is None:
            certainty = min(certainty, _DOUBTED)
        elif best.misread and self._may_be_name(word, best.word):
            # Its owner decides how a name is spelt.
            rivals, certainty = [word.text, *rivals], min(certainty, _DOUBTED)
        if after == word.text and certainty >= SURE:
            return None
        return Repair(
            word.start,
            word.end,
            word.text,
            after,
            certainty,
            tuple(dict.fromkeys(rivals))[:_MOST_RIVALS],
        )

    def _may_be_name(self, word: Word, reading: str) -> bool:
        """Whether the reading is a name, other than one in the plan."""
        if not word.text[0].isupper() or self.lexicon.is_in_plan(reading):
            return False
        return word.may_be_name or self.lexicon.is_name(reading)


def _first_rates() -> dict[tuple[str, str], float]:
    rates: dict[tuple[str, str], float] = {}
    for letter, readings in READINGS.items():
        lost_share = _RARE.get(letter, _FIRST_RATE)
        rates[letter, letter] = 1 - lost_share
        plain_letter = {"å": "a", "ä": "a", "ö": "o"}.get(letter, readings[0])
        for reading in readings:
            share = 0.5 if reading == plain_letter else 0.5 / (len(readings) - 1 or 1)
            if reading == "" or reading in SWEDISH:
                share = 0.01
            rates[letter, reading] = lost_share * share
    return rates


def _cased(word: str, original: str) -> str:
    """Return the word with the capitals of another form of it."""
    letters = [letter for letter in original if letter.isalpha()]
    if letters and letters[0].isupper() and original[0] == letters[0]:
        return word[:1].upper() + word[1:]
    return word
