"""When a token ends. Pure; the signature is the platform's business."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode


def ends(token: str) -> float | None:
    """Return when a JSON web token ends, in Unix seconds; None where it does not say."""
    try:
        _, middle, _ = token.split(".")
        said = json.loads(urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))["exp"]
    except (ValueError, KeyError, TypeError):
        return None
    return float(said) if isinstance(said, (int, float)) else None
