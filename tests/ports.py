"""Ports for servers that take a number and no free one of their own."""

import random
import socket


def free_port() -> int:
    """Return a port of this machine that nobody listens at.

    The system hands out none so low, so nobody else is given it before the server has taken it.
    """
    while True:
        port = random.SystemRandom().randrange(10_000, 32_000)
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        return port
