"""Run the command line where nothing is but what every system has, as a program of its own.

    without_posix.py ARGUMENT …

Other libraries have their own ways on Windows, which are not here, so they are loaded before.
"""

import errno
import importlib
import multiprocessing
import os
import pkgutil
import signal
import sys

MODULES = (
    *("fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"),
)
ATTRIBUTES: dict[object, tuple[str, ...]] = {
    os: (
        *("chown", "fchmod", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid"),
        *("getuid", "initgroups", "killpg", "mkfifo", "mknod", "nice", "openpty", "posix_spawn"),
        *("sched_getaffinity", "setsid", "statvfs", "sync", "uname", "wait", "waitid"),
        *("O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "WNOHANG", "WUNTRACED"),
    ),
    signal: (
        *("alarm", "pause", "pthread_kill", "setitimer", "sigwait"),
        *("SIGALRM", "SIGCHLD", "SIGCONT", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGQUIT", "SIGSTOP"),
        *("SIGUSR1", "SIGUSR2", "SIGXCPU", "SIGXFSZ"),
    ),
    errno: ("EBADFD", "EKEYEXPIRED", "ENOMEDIUM", "ENOTBLK", "ETXTBSY"),
}


def import_all() -> None:
    """Import every module of the package."""
    import roadmap

    for module in pkgutil.walk_packages(roadmap.__path__, "roadmap."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def forget_all() -> None:
    """Let every module of the package be imported anew."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "roadmap"]:
        del sys.modules[name]


def take_away() -> None:
    """Take away what Windows lacks."""
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for owner, names in ATTRIBUTES.items():
        for name in names:
            if hasattr(owner, name):
                delattr(owner, name)
    multiprocessing.set_start_method("spawn", force=True)


if __name__ == "__main__":
    import_all()
    forget_all()
    take_away()
    import_all()
    sys.exit(importlib.import_module("roadmap.cli.main").main(sys.argv[1:]))
