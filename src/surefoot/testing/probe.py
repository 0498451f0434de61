"""Importing a plugin in a Python of its own, and noting what it does besides."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

WATCH = """
import json, os, sys, sysconfig

module = sys.argv[1]
package = module.partition(".")[0]
done = []
WRITES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "sqlite3.connect",
          "shutil.rmtree", "tempfile.mkstemp", "tempfile.mkdtemp"}
REACHES = {"socket.connect", "socket.getaddrinfo", "socket.bind", "urllib.Request", "http.client.connect",
           "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"}
STDLIB = sysconfig.get_paths()["stdlib"]

def whose():
    # The innermost frame that is not the standard library's says who asked for it.
    frame = sys._getframe(2)
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith("<frozen importlib"):
            return None
        inside = file.startswith(STDLIB) and "site-packages" not in file
        if not inside and not file.startswith("<frozen"):
            return frame.f_globals.get("__name__", "").partition(".")[0]
        frame = frame.f_back
    return None

def watch(event, arguments):
    if event in REACHES or event in WRITES:
        if whose() is not None:
            done.append(f"{event} {arguments[0] if arguments else ''}")
    elif event == "open":
        name, mode, flags = arguments
        writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        asked = whose()
        if isinstance(name, int) or asked is None:
            return
        if writes or asked == package:
            done.append(f"{'writes' if writes else 'reads'} {name}")

sys.addaudithook(watch)
__import__(module)
watching = list(done)
print(json.dumps(watching))
"""


def deeds_on_import(module: str) -> tuple[str, ...]:
    """Return what importing ``module`` does to files, network and processes, one line each.

    Raises:
        ImportError: it cannot be imported at all.
    """
    done = subprocess.run(  # noqa: S603 - this very Python, on a module under test
        [sys.executable, "-B", "-c", WATCH, module],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if Path(one).exists())},
    )
    if done.returncode:
        raise ImportError(f"{module}: {done.stderr.strip().splitlines()[-1]}")
    return tuple(json.loads(done.stdout.splitlines()[-1]))
