"""The entry point: runs a command and turns what went wrong into one message and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from surefoot.cli.group import root
from surefoot.model.errors import AuthError, SurefootError, Unavailable

DONE, FAILED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run Surefoot and exit: 0 done, 1 findings or a part failed, 2 unusable input, 130 interrupted."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status."""
    try:
        status = root.main(arguments, prog_name="surefoot", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except SurefootError as problem:
        click.echo(f"surefoot: {problem}", err=True)
        return FAILED if isinstance(problem, (AuthError, Unavailable)) else UNUSABLE
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to tell.
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status if isinstance(status, int) else DONE
