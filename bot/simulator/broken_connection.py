"""Breaking the connection of a request, so that its caller gets no answer at all."""

import socket
from collections.abc import Mapping
from typing import Final

SOCKETS: Final = ("gunicorn.socket", "werkzeug.socket")
"""Where the servers keep a request's socket in the WSGI environment."""


def break_connection(environ: Mapping[str, object]) -> None:
    """Shut the request's connection down: whatever is answered afterwards goes nowhere."""
    for name in SOCKETS:
        connection = environ.get(name)
        if isinstance(connection, socket.socket):
            connection.shutdown(socket.SHUT_RDWR)
