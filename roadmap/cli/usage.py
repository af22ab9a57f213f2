"""The command line's own words: faults, help and headings in Swedish, with a near suggestion."""

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from roadmap.datafiles.characters import forbidden_characters
from roadmap.datafiles.problems import did_you_mean
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.presenters.messages import language_name, other_languages, to_editors
from roadmap.text.swedish import composed, listing

_MOST_AREAS = 50

# What argparse says of Python 3.11 and later, and what it means. Groups: the argument, the value.
_MESSAGES = (
    (r"the following arguments are required: (.+)", "Det här saknas: {0}."),
    (r"one of the arguments (.+) is required", "Något av det här saknas: {0}."),
    (r"argument (\S+): not allowed with argument (\S+)", "{0} går inte ihop med {1}."),
    (r"unrecognized arguments: (.+)", "Det här förstås inte: {0}."),
    (r"argument (\S+): expected one argument", "Efter {0} saknas ett värde."),
    (r"argument (\S+): ignored explicit argument .+", "Efter {0} ska inget värde stå."),
    (r"ambiguous option: (\S+) could match (.+)", "{0} kan betyda flera saker: {1}."),
)
_CHOICE = re.compile(r"argument (\S+): invalid choice: '(.*)' \(choose from (.+)\)", re.DOTALL)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Swedish. `example` ends its help: what somebody may write."""

    def __init__(self, *, example: str = "", **options: object) -> None:
        epilog = f"Exempel:\n  {example}" if example else None
        super().__init__(
            **options,  # type: ignore[arg-type]
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            # A shortened option would change its meaning when another one is added.
            allow_abbrev=False,
        )
        self._positionals.title = "Anges"
        self._optionals.title = "Flaggor"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to get help; end with exit status 2."""
        self.exit(2, f"roadmap: {_swedish(message)}\nHjälp: {self.prog} --help\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Skriv: " if prefix is None else prefix)  # type: ignore[arg-type]


def _swedish(message: str) -> str:
    if choice := _CHOICE.fullmatch(message):
        known = [word.strip(" '") for word in choice[3].split(",")]
        return _unknown(choice[2], known)
    for pattern, words in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*found.groups())
    # What the types of our own arguments say is Swedish already.
    return re.sub(r"^argument (\S+): ", r"\1: ", message)


def _unknown(word: str, known: Sequence[str]) -> str:
    hint = did_you_mean(word, known) or f"Det som finns är {listing(known)}."
    return f'"{word}" finns inte. {hint}'


def port(text: str) -> int:
    """Return a number of a port. Raises ArgumentTypeError."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(
            f'"{text}" är ingen port. Välj ett tal mellan 1 och 65535.'
        )
    return int(text)


def plain_name(text: str) -> str:
    """Return a name on one line. Raises ArgumentTypeError if it has no words, or hidden signs."""
    words = " ".join(composed(text).split())
    if not words:
        raise argparse.ArgumentTypeError("Namnet är tomt. Skriv det inom citattecken.")
    for problem in forbidden_characters("", words):
        raise argparse.ArgumentTypeError(problem.text)
    return words


def yes(text: str) -> bool:
    """Return whether an answer is yes. Raises ArgumentTypeError if it is neither yes nor no."""
    answers = {"ja": True, "j": True, "nej": False, "n": False}
    if text.casefold() not in answers:
        raise argparse.ArgumentTypeError("Svara ja eller nej.")
    return answers[text.casefold()]


def added_language(text: str) -> str:
    """Return the code of a language that a site may have besides Swedish. Raises the same."""
    if text in other_languages():
        return text
    known = listing([f"{language_name(code)} ({code})" for code in other_languages()], "eller")
    unknown = f'Programmet kan inte språket "{text}". ' if text != SOURCE_LANGUAGE else ""
    raise argparse.ArgumentTypeError(
        f"{unknown}Svenska finns alltid. Det som går att lägga till är {known}."
    )


def goal_areas(text: str) -> tuple[str | None, ...]:
    """Return the title of a goal area; of a number, as many without. Raises ArgumentTypeError."""
    if not re.fullmatch(r"[0-9]+", text):
        return (plain_name(text),)
    if not 0 < int(text[:9]) <= _MOST_AREAS:
        message = to_editors(
            "Skriv %(a_goal_area)ss namn, eller hur många de är, högst %(most)s.", most=_MOST_AREAS
        )
        raise argparse.ArgumentTypeError(message)
    return (None,) * int(text)
