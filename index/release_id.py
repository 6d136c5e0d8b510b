"""The name of a release: when it was built, and enough chance to keep two apart."""

import re
import secrets
from datetime import UTC, datetime

FORM = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{6}")


def new_release_id(moment: datetime) -> str:
    """Return a name such as 20261123T010203Z-1a2b3c; names sort by time."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"


def is_release_id(name: str) -> bool:
    """Tell whether a folder's name is that of a finished release."""
    return FORM.fullmatch(name) is not None
