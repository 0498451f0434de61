"""A password or a token: named in the settings, looked up when it is used, never shown and never kept."""

from __future__ import annotations

import os
import shlex
import stat
from dataclasses import dataclass
from pathlib import Path

from surefoot.model import ConfigError

PATIENCE = 120
"""Seconds that a password manager may take: a person may have to type into it first."""

HOW = 'write it as { env = "NAME" }, { file = "PATH" } or { command = ["PROGRAM", "ARGUMENT"] }'


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """Where a secret is to be found: exactly one of the three is given.

    It holds the place and never the secret, so showing, copying and pickling it gives nothing away.

    Attributes:
        env: the environment variable that holds it.
        file: the file that holds it, readable by its owner alone.
        command: the program, with its arguments, whose first line of output it is.
    """

    env: str | None = None
    file: Path | None = None
    command: tuple[str, ...] | None = None

    def __str__(self) -> str:
        if self.env is not None:
            return f"the environment variable {self.env}"
        if self.file is not None:
            return f"the file {self.file}"
        return f"the command {shlex.join(self.command or ())}"

    def reveal(self) -> str:
        """Return the secret, looked up now.

        Raises:
            ConfigError: it is not there, is empty, or others on this machine can read its file.
        """
        if self.env is not None:
            found = os.environ.get(self.env, "")
        elif self.file is not None:
            found = _of_file(self.file)
        else:
            found = _of_command(self.command or ())
        if not found:
            raise ConfigError(f"no secret was found in {self}", mend="put it there, then try again")
        return found


def secret(raw: object, home: Path) -> Secret:
    """Return the secret that a table of the settings names; ``home`` is where relative files are.

    Raises:
        ConfigError: it is written out, or names not exactly one place.
    """
    if isinstance(raw, str):
        raise ConfigError("a secret is never written into the settings", mend=HOW)
    if not isinstance(raw, dict) or len(raw) != 1:
        raise ConfigError("a secret names the one place it is found in", mend=HOW)
    ((place, value),) = raw.items()
    if place == "env" and isinstance(value, str) and value:
        return Secret(env=value)
    if place == "file" and isinstance(value, str) and value:
        return Secret(file=home / Path(value).expanduser())
    if (
        place == "command"
        and isinstance(value, list)
        and value
        and all(isinstance(one, str) for one in value)
    ):
        return Secret(command=tuple(value))
    raise ConfigError(f"{place!r} names no place that a secret can be found in", mend=HOW)


def _of_file(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            open_to_others = os.name == "posix" and os.fstat(file.fileno()).st_mode & (
                stat.S_IRWXG | stat.S_IRWXO
            )
            if open_to_others:
                raise ConfigError(
                    "others on this machine can read this secret",
                    where=str(path),
                    mend=f"chmod 600 {shlex.quote(str(path))}",
                )
            return file.readline().rstrip("\r\n")
    except FileNotFoundError:
        mend = "put the secret into this file, for yourself alone (umask 077)"
        raise ConfigError("there is no such file", where=str(path), mend=mend) from None
    except OSError as problem:
        raise ConfigError(
            f"the secret cannot be read: {problem.strerror}", where=str(path), mend="check the file"
        ) from None
    except UnicodeDecodeError:
        raise ConfigError("the secret is no text", where=str(path), mend="check the file") from None


def _of_command(command: tuple[str, ...]) -> str:
    import subprocess

    shown = shlex.join(command)
    try:
        done = subprocess.run(  # noqa: S603 - the runner's own command, started without a shell
            command, stdout=subprocess.PIPE, timeout=PATIENCE, check=False
        )
    except OSError as problem:
        raise ConfigError(
            f"the command cannot be started: {problem.strerror}", where=shown, mend="check its name"
        ) from None
    except subprocess.TimeoutExpired:
        raise ConfigError(
            f"the command gave no secret within {PATIENCE} s", where=shown, mend="try it by hand"
        ) from None
    if done.returncode:
        # What it printed is not repeated: it may be the secret.
        raise ConfigError(
            f"the command ended with status {done.returncode}", where=shown, mend="try it by hand"
        )
    return done.stdout.decode(errors="replace").partition("\n")[0].rstrip("\r")
