"""Talk to yaml-language-server as VS Code does: JSON-RPC on standard input and output."""

import json
import subprocess
from pathlib import Path
from typing import Any, Self

from tools.node import program


def section(settings: dict[str, Any], name: str) -> Any:
    """Return a section of VS Code's settings, dots as levels: "yaml.schemas" is in "yaml"."""
    if name in settings:
        return settings[name]
    nested: dict[str, Any] = {}
    for key, value in settings.items():
        parts = key.split(".")
        if parts[0] != name:
            continue
        place = nested
        for part in parts[1:-1]:
            place = place.setdefault(part, {})
        place[parts[-1]] = value
    return nested


class LanguageServer:
    """A running server with a project folder open, and the project's own VS Code settings.

    `faulty` is a file of the project, and a text that its schema has something to say of. Each
    file is opened once.
    """

    def __init__(self, root: Path, faulty: tuple[str, str]) -> None:
        command = program("yaml-language-server")
        assert command, "yaml-language-server saknas. Kör: make test"
        self.root = root
        self.faulty = faulty
        self.settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
        self.process = subprocess.Popen(
            [*command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
        )
        self.number = 0
        self.told: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": self.root.as_uri(),
                "workspaceFolders": [{"uri": self.root.as_uri(), "name": "projekt"}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {"hover": {"contentFormat": ["plaintext", "markdown"]}},
                },
            },
        )
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": {}})
        self._wait_for_settings()
        return self

    def _wait_for_settings(self) -> None:
        """Wait until the schemas are in force: before, the server finds every file sound."""
        name, text = self.faulty
        self._open(name, text)
        while not self.told.get(self.uri(name)):
            self._receive()

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe
            pipe.close()

    def diagnostics(self, name: str, text: str) -> list[dict[str, Any]]:
        """Return what the server underlines in a file of the project with this text."""
        self._open(name, text)
        while self.uri(name) not in self.told:
            self._receive()
        return self.told[self.uri(name)]

    def at(self, method: str, name: str, text: str, line: int, column: int) -> Any:
        """Ask about a place in a file with this text; `line` and `column` count from 1."""
        self._open(name, text)
        position = {"line": line - 1, "character": column - 1}
        document = {"uri": self.uri(name)}
        return self.request(method, {"textDocument": document, "position": position})

    def _open(self, name: str, text: str) -> None:
        document = {"uri": self.uri(name), "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def request(self, method: str, params: Any) -> Any:
        """Send a request and return its result."""
        self.number += 1
        own = self.number
        self._send({"id": own, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == own and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def notify(self, method: str, params: Any) -> None:
        """Send a notification, which has no answer."""
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            assert line or self.process.poll() is None, "yaml-language-server har avslutats."
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        self._answer(message)
        return message

    def _answer(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        params = message.get("params") or {}
        if method == "textDocument/publishDiagnostics":
            self.told[params["uri"]] = params["diagnostics"]
        elif "id" in message and method:
            result: Any = None
            if method == "workspace/configuration":
                result = [section(self.settings, item["section"]) for item in params["items"]]
            self._send({"id": message["id"], "result": result})
