"""What Strava means by refusing tokens: the application, or the runner's login."""

from __future__ import annotations

from surefoot.plugin import AuthError, SurefootError, Unavailable, net
from surefoot_strava import limits

REFUSED = frozenset({400, 401, 403})


class LoginEndedError(AuthError):
    """The runner took the right back, or did not use it for long: only a new login helps."""


def explain(answer: net.Answer, label: str) -> SurefootError | None:
    """Return what a refused request for tokens means; ``label`` is the part's. None: what its status says."""
    told = limits.explain(answer)
    if told is not None or answer.status not in REFUSED:
        return told
    named = _named(answer)
    again = f"surefoot login {label}"
    if named & {"refreshtoken", "refresh_token"}:
        return LoginEndedError(f"your login has ended ({answer.status})", where="Strava", mend=again)
    if named & {"authorizationcode", "code"}:
        what = f"does not accept what the browser brought back ({answer.status})"
        return AuthError(what, where="Strava", mend=again)
    if answer.status == 403 and not named:
        return None
    return AuthError(
        f"does not accept your application ({answer.status})",
        where="Strava",
        mend="check client_id and client_secret, then type the command again",
    )


def _named(answer: net.Answer) -> set[str]:
    """Return what the answer finds wrong: its errors' resources and fields, in lower case."""
    try:
        errors = answer.json(dict).get("errors")
    except Unavailable:
        return set()
    found = [one for one in errors if isinstance(one, dict)] if isinstance(errors, list) else []
    words = (str(one.get(key) or "") for one in found for key in ("resource", "field"))
    return {one.casefold() for one in words if one}
