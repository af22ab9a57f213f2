"""The command line: what holds of every verb. The verbs are in `verbs`."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from roadmap.cli.report import print_problems
from roadmap.cli.verbs import joined, parser
from roadmap.datafiles.problems import DataError, obstacle
from roadmap.datafiles.reader import terms_of
from roadmap.model.terms import USUAL
from roadmap.presenters.messages import speaking
from roadmap.site.configuration import ConfigurationError
from roadmap.site.folder_swap import WrongPlaceError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return the exit status: 0 success, 1 problems, 2 wrong usage."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        # A terminal may lack å, ä and ö, and a file's name may have bytes that are no letters.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        try:
            return _run(arguments)
        finally:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
    except BrokenPipeError:
        # Whoever reads what is printed has seen enough.
        _leave_unwritable_streams()
        return 1
    except OSError as error:
        _leave_unwritable_streams()
        print(obstacle(error), file=sys.stderr)
        return 1


def _run(arguments: Sequence[str] | None) -> int:
    with speaking(terms_of(Path.cwd())):
        options = parser().parse_args(joined(sys.argv[1:] if arguments is None else arguments))
    root: Path = options.root.resolve()
    if not options.begins and not (root / "data").is_dir():
        print(
            f"roadmap: mappen {root} har ingen data-mapp. Ange en annan med --root.",
            file=sys.stderr,
        )
        return 2
    run: Callable[[argparse.Namespace, Path], int] = options.run
    _end_in_order()
    try:
        with speaking(USUAL if options.begins else terms_of(root)):
            return run(options, root)
    except KeyboardInterrupt as error:
        print(file=sys.stderr)
        return 128 + (error.args[0] if error.args else signal.SIGINT)
    except DataError as error:
        print_problems(error.problems)
        return 1
    except (ConfigurationError, WrongPlaceError) as error:
        print(error, file=sys.stderr)
        return 1


def _open_closed_streams() -> None:
    """Open what the program was started without, so that no file of its own is taken for it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # In this order each gets its own number, which is the lowest that is free.
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  (to the end)
            os.set_inheritable(stream.fileno(), True)
            setattr(sys, name, stream)


def _leave_unwritable_streams() -> None:
    """Let go of what could not be printed, which would fail once more when Python ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _end_in_order() -> None:
    """Let a program that is told to end clean up after itself, as after Ctrl-C."""

    def end(number: int, _: object) -> None:
        raise KeyboardInterrupt(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks one of them
        # Somebody may have asked that it be ignored, as nohup does.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)
