"""The verb `diff`: what has changed in the data by meaning, and which addresses are lost."""

import argparse
import sys
from pathlib import Path

from roadmap.datafiles.problems import Problem, obstacle
from roadmap.history import git
from roadmap.history.diff import difference, snapshot, tell
from roadmap.history.git import GitError
from roadmap.model.dataset import REDIRECTS
from roadmap.model.terms import USUAL
from roadmap.presenters.messages import speaking
from roadmap.site.outputs import addresses


def diff(options: argparse.Namespace, root: Path) -> int:
    """Print what has changed; fail if only addresses are asked for and one is lost."""
    base = options.base if git.names_a_version(options.base) else None
    try:
        base = base or git.base_revision(root)
    except GitError as error:
        # Without any earlier version, no address can be lost.
        harmless = options.addresses
        what = "Adresserna är inte jämförda med någon tidigare version. " if harmless else ""
        print(f"roadmap: {what}{error.for_editors}", file=sys.stderr)
        return 0 if harmless else 1
    try:
        before = snapshot(root, base, addresses)
        after = snapshot(root, options.head, addresses)
    except (GitError, OSError) as error:
        why = obstacle(error) if isinstance(error, OSError) else error.for_editors
        print(f"roadmap: {why}", file=sys.stderr)
        return 1
    with speaking(after.dataset.terms if after.dataset else USUAL):
        changes = difference(before, after)
        told = tell(changes, options.format, only_addresses=options.addresses)
    print(told, end="")
    if not (options.addresses and changes.lost):
        return 0
    for address in changes.lost:
        message = (
            f'Adressen "{address}" är publicerad men försvinner. Länkar till den slutar fungera.'
        )
        hint = f"Skriv {address}: och den nya adressen."
        if not address.endswith("/"):
            hint = "En fil kan inte leda vidare: låt den ligga kvar."
        print(Problem(REDIRECTS, 1, 1, message, hint), file=sys.stderr)
    return 1
