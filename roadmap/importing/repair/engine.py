"""Decide which words of a text were misread, and what they were.

A word is repaired to the likeliest one: how common that word is, times how often the machine
misread its letters in that way. How often it did is learnt from the text: a text that has its å, ä
and ö is hardly changed at all.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roadmap.importing.repair.confusions import READINGS, SWEDISH, Candidate, Readings
from roadmap.importing.repair.lexicon import Lexicon

SURE = 0.995  # a less certain reading is reported as unsure
_RIVAL = 0.002  # a less likely rival is left out
_ROUNDS = 3
_FIRST_RATE = 0.5  # how often å, ä and ö are misread, as a first guess
_WHOLE = 0.02  # a text that has lost a smaller share of its å, ä and ö is not changed
_RARE = {"i": 0.01, "l": 0.002, "o": 0.001}
_UNKNOWN = -15.0  # ten-logarithm of the likelihood of a word in no list
_UNKNOWN_NAME = -11.0

_CONTEXT = 20  # characters around a word that show what it is
_TOKEN = re.compile(r"[^\W_]+(?:&[^\W_]+)*|&[^\W_]+|[^\W_]*[^\W\d_]&[^\W_]*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:\n][\"”’)\]]*\s*|[-–•·|]\s+|<br>|\d\s+)$")


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

    def repair(self, texts: Sequence[str]) -> list[list[Repair]]:
        """Return the repairs and doubts of each text.

        The texts belong to one document, and the engine learns from all of them how it was
        misread.
        """
        tokens = Counter(match[0].lower() for text in texts for match in _tokens(text))
        self._set_rates(_first_rates())
        for _ in range(_ROUNDS):
            rates, lost = self._learn(tokens)
            if lost < _WHOLE:
                return [[] for _ in texts]
            self._set_rates(rates)
        return [list(self._repairs(text)) for text in texts]

    def _set_rates(self, rates: dict[tuple[str, str], float]) -> None:
        self._costs = {pair: math.log10(rate) for pair, rate in rates.items()}

    def _learn(self, tokens: Counter[str]) -> tuple[dict[tuple[str, str], float], float]:
        """Return the rate of each reading of a letter, and the share of å, ä and ö that was lost.

        They are counted from the readings that are the likeliest at present. Only unknown words
        show a loss: a real word may well be correct.
        """
        counts: dict[tuple[str, str], float] = defaultdict(float)
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
            if best is None or (best.misread and word != "1" and self.lexicon.knows(word)):
                continue
            for letter in best.word:
                if letter in READINGS:
                    counts[letter, letter] += count
            for letter, reading in best.misread:
                counts[letter, letter] -= count
                counts[letter, reading] += count
        rates: dict[tuple[str, str], float] = {}
        preserved = sum(counts[letter, letter] for letter in SWEDISH)
        total = sum(counts[pair] for pair in list(counts) if pair[0] in SWEDISH)
        for letter, readings in READINGS.items():
            whole = sum(counts[letter, reading] for reading in (letter, *readings)) + 2.0
            for reading in (letter, *readings):
                start = 1.0 if reading == letter else _first_rates()[letter, reading]
                rates[letter, reading] = max((counts[letter, reading] + start) / whole, 1e-6)
        return rates, 1 - preserved / total if total else 0.0

    def _ranked(self, word: str, may_be_name: bool = False) -> list[_Reading]:
        """Return what a word in lower case may have been, the likeliest first.

        `may_be_name`: it has a capital inside a sentence, so it may be a name in no list.
        """
        readings = [
            _Reading(candidate, self._readings.weight(candidate.word) + self._cost(candidate))
            for candidate in self._readings.candidates(word)
        ]
        if not self.lexicon.knows(word):
            readings.append(_Reading(None, _UNKNOWN_NAME if may_be_name else _UNKNOWN))
        return sorted(readings, key=lambda reading: -reading.weight)

    def _cost(self, candidate: Candidate) -> float:
        cost = sum(self._costs[pair] for pair in candidate.misread)
        misread = Counter(letter for letter, _ in candidate.misread)
        for letter, count in Counter(candidate.word).items():
            if letter in READINGS:
                cost += self._costs[letter, letter] * (count - misread[letter])
        return cost

    def _repairs(self, text: str) -> Iterator[Repair]:
        for match in _tokens(text):
            word = match[0]
            begins_sentence = bool(_SENTENCE_END.search(_before(text, match)))
            ranked = self._ranked(word.lower(), word[0].isupper() and not begins_sentence)
            total = sum(10 ** (reading.weight - ranked[0].weight) for reading in ranked)
            best = ranked[0].candidate
            after = _cased(best.word, word) if best and best.misread else word
            certainty = 1 / total
            rivals = [
                _cased(reading.candidate.word, word) if reading.candidate else word
                for reading in ranked[1:]
                if 10 ** (reading.weight - ranked[0].weight) / total >= _RIVAL
            ]
            if word == "1" and after == "i" and re.search(r"[.!?]\s+$", _before(text, match)):
                after = "I"
            if after != word and _begins_with_misread_capital(word, after) and not begins_sentence:
                # A small ö is often read as Ö: O looks the same in both sizes.
                rivals, after, certainty = [after, *rivals], after.lower(), min(certainty, 0.5)
            if best is None:
                certainty = min(certainty, 0.5)  # an unknown word may well be misread
            if after != word or certainty < SURE:
                yield Repair(match.start(), match.end(), word, after, certainty, tuple(rivals[:5]))


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


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield possible words: not abbreviations, addresses, numbers or marks of our texts."""
    for match in _TOKEN.finditer(text):
        word = match[0]
        before, after = _before(text, match), text[match.end() : match.end() + _CONTEXT]
        if word.isdigit() and (word != "1" or _in_number(before, after)):
            continue
        if len(word) > 1 and word.isupper():
            continue  # SVA
        if re.match(r"\.[^\W_]", after) or re.search(r"[^\W_]\.\Z", before):
            continue  # m.fl.
        if before.endswith(("@", "/")) or after.startswith(("@", "://")):
            continue
        if word == "br" and before.endswith("<"):
            continue  # the end of a line in a table's cell
        yield match


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(match.start() - _CONTEXT, 0) : match.start()]


def _in_number(before: str, after: str) -> bool:
    """Whether a lone digit is part of a number, a footnote mark or the number of a heading."""
    if before and not before[-1].isspace():
        return True
    counted = re.search(r"\d\s$|(?i:sid\w*|kap\w*|nr|§)\s$", before)
    return counted is not None or not re.match(r"\s[^\W\d_]", after)


def _cased(word: str, original: str) -> str:
    """Return the word with the capitals of another form of it."""
    letters = [letter for letter in original if letter.isalpha()]
    if letters and letters[0].isupper() and original[0] == letters[0]:
        return word[:1].upper() + word[1:]
    return word


def _begins_with_misread_capital(word: str, after: str) -> bool:
    return word[0] == "O" and after[0] == "Ö"
