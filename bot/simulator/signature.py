"""The webhook's signature: Base64 of HMAC-SHA256 over the raw body, keyed by the channel secret."""

import base64
import hashlib
import hmac

HEADER = "x-line-signature"


def sign(channel_secret: str, body: bytes) -> str:
    """Return what LINE puts in `x-line-signature` for exactly these bytes."""
    digest = hmac.new(channel_secret.encode(), body, hashlib.sha256).digest()
    return base64.b64encode(digest).decode()
