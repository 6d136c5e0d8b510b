"""LINE's signature: Base64 of HMAC-SHA256 over the raw body, keyed by the channel secret.

Source: Messaging API reference, "Verify webhook signature".
"""

import base64
import hashlib
import hmac


def is_signed(body: bytes, signature: str | None, channel_secret: str) -> bool:
    """Tell whether `signature` was made from exactly these bytes, in constant time."""
    digest = hmac.new(channel_secret.encode(), body, hashlib.sha256).digest()
    expected = base64.b64encode(digest)
    return hmac.compare_digest(expected, (signature or "").encode("utf-8", "replace"))
