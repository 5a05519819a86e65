"""An SMTP server in a process of its own, so that it costs neither pipeline its interpreter."""

from multiprocessing.connection import Connection
from pathlib import Path

from tests.servers import Certificates, SmtpServer


def serve_smtp(folder: Path, connection: Connection) -> None:
    """Serve with the certificates in a folder, until the other side says something."""
    with SmtpServer(Certificates.load(folder)) as server:
        connection.send((server.port, server.url))
        connection.recv()
