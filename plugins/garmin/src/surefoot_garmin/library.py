"""garminconnect, as both its versions have it: 0.3.2 for Python 3.11, and those for 3.12 and later."""

from __future__ import annotations

import logging
import re
from typing import Any

from surefoot.plugin import SurefootError, Unavailable, net
from surefoot_garmin import host as hosts

RAISED = (OSError, ValueError, KeyError, TypeError, AttributeError)
"""What comes out of it beside its own errors: those of its HTTP libraries, and what strange answers do."""
_STATUS = re.compile(r"^API Error (\d{3})(?: - (.*))?|refresh failed: (\d{3})", re.DOTALL)


def client(host: str) -> Any:
    """Return its client, which asks ``host`` and says nothing into any log.

    Raises:
        ConfigError: the host is not Garmin.
    """
    address = hosts.service(host, "diauth") + "/di-oauth2-service/oauth/token"
    import garminconnect

    net.quiet_log()
    logging.getLogger("garminconnect").setLevel(logging.CRITICAL + 1)  # it logs what Garmin says in full
    made: Any = garminconnect.Garmin(is_cn=host == "garmin.cn").client
    if hosts.is_here(host):
        made._sso = made._connect = made._connectapi = host.rstrip("/")  # noqa: SLF001 - its only way
    if hasattr(made, "_di_token_url"):
        made._di_token_url = address  # noqa: SLF001 - as above
    else:
        garminconnect.client.DI_TOKEN_URL = address  # type: ignore[attr-defined, unused-ignore]
    return made


def errors() -> tuple[type[Exception], ...]:
    """Return all that its calls raise."""
    import garminconnect

    return (
        garminconnect.GarminConnectAuthenticationError,
        garminconnect.GarminConnectConnectionError,
        garminconnect.GarminConnectTooManyRequestsError,
        *RAISED,
    )


def answer(problem: Exception) -> net.Answer | None:
    """Return the answer that an error stands for; None where there was none."""
    found = _STATUS.search(str(problem))
    if found is None:
        return None
    status = int(found[1] or found[3])
    said = getattr(problem, "response", None)
    if said is not None:
        headers = {key.lower(): value for key, value in said.headers.items()}
        return net.Answer(name=hosts.NAME, status=status, headers=headers, data=said.content)
    # Version 0.3.2 keeps the text of a short answer alone: a long one to 403 is a wall's page.
    text = found[2] or ("<" if status == 403 else "")
    return net.Answer(name=hosts.NAME, status=status, data=text.encode())


def broken(problem: Exception) -> SurefootError:
    """Return what it means that there was no answer: its own words hold addresses, and more."""
    kind = type(problem).__name__
    if "Timeout" in kind:
        what, mend = "did not answer in time", "try again later"
    elif "Connection" in kind or "Proxy" in kind or "SSL" in kind:
        what, mend = "cannot be reached", "check that you are online, then try again"
    else:
        what, mend = "broke off in the middle of its answer", "try again later"
    return Unavailable(what, where=hosts.NAME, mend=mend)
