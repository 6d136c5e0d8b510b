"""Pseudonyms: how a LINE id is stored, so that the stored form alone names nobody."""

import hashlib
import hmac


class Pseudonyms:
    """Keyed with MANABI_SECRET: the same id always gives the same 64 hexadecimal digits."""

    def __init__(self, secret: str) -> None:
        self._key = secret.encode()

    def of(self, line_id: str) -> str:
        """Return the pseudonym of a user, group, room or message id."""
        return hmac.new(self._key, line_id.encode(), hashlib.sha256).hexdigest()
