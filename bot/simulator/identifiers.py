"""Identifiers in the shapes LINE uses: user ids, message ids, ULIDs, tokens.

They are random on purpose: a bot that leans on their content breaks here before it breaks at LINE.
"""

import hashlib
import secrets
import uuid

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # github.com/ulid/spec
_ULID_RANDOM_BITS = 80
_ULID_LENGTH = 26
_MESSAGE_ID_DIGITS = 18  # as observed in webhooks; documented only as "a string"


def new_user_id() -> str:
    """Make up `U` and 32 hexadecimal digits."""
    return "U" + secrets.token_hex(16)


def bot_user_id(channel_secret: str) -> str:
    """Return the bot's own user id, the webhook's `destination`: the same for the same channel."""
    return "U" + hashlib.sha256(b"bot:" + channel_secret.encode()).hexdigest()[:32]


def new_message_id() -> str:
    """Make up a decimal number in a string."""
    lowest = 10 ** (_MESSAGE_ID_DIGITS - 1)
    return str(lowest + secrets.randbelow(9 * lowest))


def new_group_id() -> str:
    """Make up `C` and 32 hexadecimal digits."""
    return "C" + secrets.token_hex(16)


def new_rich_menu_id() -> str:
    """Make up `richmenu-` and 32 hexadecimal digits."""
    return "richmenu-" + secrets.token_hex(16)


def new_token() -> str:
    """Make up an opaque token, as reply, quote and mark-as-read tokens are."""
    return secrets.token_urlsafe(24)


def new_request_id() -> str:
    """Make up what `x-line-request-id` carries."""
    return str(uuid.uuid4())


def new_ulid(at_ms: int) -> str:
    """Make up a ULID for that millisecond: 48 bits of time, 80 of chance, Crockford's base 32."""
    value = at_ms << _ULID_RANDOM_BITS | secrets.randbits(_ULID_RANDOM_BITS)
    return "".join(_CROCKFORD[value >> 5 * place & 31] for place in reversed(range(_ULID_LENGTH)))
