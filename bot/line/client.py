"""The Messaging API, through line-bot-sdk: one client for the whole process, with time-outs.

The only home of line-bot-sdk. A reply may be repeated after a time-out or a 5xx: the token works
only once, so a repeat cannot answer twice.
"""

from collections.abc import Sequence
from typing import Protocol

from linebot.v3.messaging import (
    ApiClient,
    ApiException,
    Configuration,
    MessagingApi,
    ReplyMessageRequest,
)
from linebot.v3.messaging import Message as LineMessage
from urllib3 import Retry
from urllib3.exceptions import HTTPError

from bot.line.errors import ReplyRefused, ReplyUnsent
from bot.line.messages import Message

CONNECT_S, READ_S = 3.0, 10.0
# Rate limits and faults on LINE's side pass; any other 4xx would be refused again.
RETRIES = Retry(
    total=3,
    allowed_methods=None,
    status_forcelist=(429, 500, 502, 503, 504),
    backoff_factor=0.5,
    backoff_jitter=0.5,
    raise_on_status=False,
)


class Messenger(Protocol):
    """Something that can answer with a reply token."""

    def reply(self, reply_token: str, messages: Sequence[Message]) -> None:
        """Send one to five messages; raises ReplyRefused or ReplyUnsent."""


class LineClient:
    """Sends replies to LINE, or to a stand-in under `base_url`; safe to share between threads."""

    def __init__(self, *, access_token: str, base_url: str) -> None:
        configuration = Configuration(host=base_url.rstrip("/"), access_token=access_token)
        configuration.retries = RETRIES
        self._api = MessagingApi(ApiClient(configuration))

    def reply(self, reply_token: str, messages: Sequence[Message]) -> None:
        """Send one to five messages; raises ReplyRefused or ReplyUnsent."""
        request = ReplyMessageRequest(
            replyToken=reply_token,
            messages=[LineMessage.from_dict(message.to_line()) for message in messages],
        )
        try:
            self._api.reply_message(request, _request_timeout=(CONNECT_S, READ_S))
        except ApiException as error:
            if error.status and 400 <= error.status < 500:  # noqa: PLR2004 - HTTP's client errors
                raise ReplyRefused(error.status, _line_message(error)) from error
            raise ReplyUnsent from error
        except HTTPError as error:
            raise ReplyUnsent from error
        except ValueError:
            return  # LINE took the reply; only its receipt is of a form the SDK does not know


def _line_message(error: ApiException) -> str:
    """Return what LINE says is wrong; it holds no words of the person."""
    return str(error.body or error.reason)[:500]
