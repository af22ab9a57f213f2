"""What stands around a number of the plan: sums and measures, verbs, references, denials."""

import re
from dataclasses import dataclass

# What a number is of, if it is a sum or a measure.
_UNIT = re.compile(
    r"(?:%|procent|promille|milj|miljard|mnkr|mkr|tkr|kr\b|kronor|euro|meter|m[²2]?\b|km|hektar|ha\b"
    r"|kvadrat|liter|kilo|ton\b|grader|timm|minut|dagar|veckor|månad|år\b|års|gånger|ggr|poäng)",
    re.IGNORECASE,
)
# What comes after a number that a sentence is about: Swedish has its verb there.
_VERB = re.compile(
    r"(?:\(|(?:vill|anser|är|var|har|hade|bör|ska|skall|kan|måste|behöver|behövs|saknas|saknar|ser"
    r"|tycker|föreslår|föreslås|framhåller|instämmer|stöder|stödjer|tillstyrker|avstyrker|avstår"
    r"|finns|menar|önskar|vi|nämnden|styrelsen|förvaltningen|föreningen|bolaget|det|delar|håller"
    r"|lyfter|noterar|konstaterar|understryker|betonar|välkomnar|efterfrågar|rekommenderar|ser)\b)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:i|ur|enligt|av)\s+(?!planen|färdplanen|remiss|förslag)\w+", re.IGNORECASE
)
_NOTHING = re.compile(
    r"\b(?:inga|ingen|inget|inte några|avstår|ej)\b.{0,60}"
    r"\b(?:synpunkt|kommentar|erinr|invändning|yttra|svara|att tillägga|att anföra)",
    re.IGNORECASE | re.DOTALL,
)

_REFERENCE = re.compile(r"\b(se|jfr|jämför|hänvis\w*|samma svar|svar\w* under)\b", re.IGNORECASE)


def refers(text: str) -> bool:
    """Whether a text says where else an answer is."""
    return bool(_REFERENCE.search(text))


def says_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to say."""
    return bool(_NOTHING.search(text))


@dataclass(frozen=True)
class Beginning:
    """What a line begins with: words that lead to numbers, the numbers, and what comes after."""

    lead: str
    numbers: tuple[str, ...]
    known: bool  # the plan has all of the numbers
    separated: bool  # a colon, a full stop or a dash parts them from the rest
    rest: str
    skip: str  # everything before the rest
    names_strategy: bool  # "Strategi", "Punkt" or "S" stands before the numbers, or in them

    @property
    def is_measure(self) -> bool:
        """Whether the number is one of something: money, per cent, metres."""
        return bool(_UNIT.match(self.rest))

    @property
    def has_verb(self) -> bool:
        """Whether the number is what the sentence is about."""
        return bool(_VERB.match(self.rest))

    @property
    def is_elsewhere(self) -> bool:
        """Whether the number is one of another document: "punkt 1.1 i avtalet"."""
        return bool(_ELSEWHERE.match(self.rest))
