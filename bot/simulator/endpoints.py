"""The part of the Messaging API that this bot calls: address, operation, and what it may carry."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.simulator.http_values import Answer, Call
from bot.simulator.operations import Operations
from bot.simulator.rich_menus.operations import RichMenuOperations

Operation: TypeAlias = Callable[[Call], Answer]

MOST_BYTES = 2_000_000
"""Bytes of a request body that LINE reads (2 MB, the smaller reading)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One address; without a schema the body is not read as JSON."""

    name: str
    method: str
    path: re.Pattern[str]
    operation: Operation
    schema: str = ""
    takes_retry_key: bool = False


class Endpoints:
    """All addresses, and which of them a request means."""

    def __init__(self, operations: Operations, rich_menus: RichMenuOperations) -> None:
        self._all = (*_talk(operations), *_account(operations), *_menus(rich_menus))

    @property
    def names(self) -> tuple[str, ...]:
        """The operations' names, each once."""
        return tuple(dict.fromkeys(endpoint.name for endpoint in self._all))

    def find(self, method: str, path: str) -> tuple[Endpoint, Mapping[str, str]] | None:
        """Return the endpoint and the parameters in its path; None when there is none."""
        for endpoint in self._all:
            match = endpoint.path.fullmatch(path)
            if match and endpoint.method == method:
                return endpoint, match.groupdict()
        return None


def _endpoint(
    line: str, operation: Operation, schema: str = "", *, takes_retry_key: bool = False
) -> Endpoint:
    method, path = line.split()
    return Endpoint(
        name=operation.__name__,
        method=method,
        path=re.compile("/v2/bot/" + re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path)),
        operation=operation,
        schema=schema,
        takes_retry_key=takes_retry_key,
    )


def _talk(does: Operations) -> tuple[Endpoint, ...]:
    return (
        _endpoint("POST message/reply", does.reply, "ReplyMessageRequest"),
        _endpoint("POST message/push", does.push, "PushMessageRequest", takes_retry_key=True),
        _endpoint("POST message/validate/reply", does.validate, "ValidateMessageRequest"),
        _endpoint("POST message/validate/push", does.validate, "ValidateMessageRequest"),
        _endpoint("GET message/quota", does.quota),
        _endpoint("GET message/quota/consumption", does.consumption),
        _endpoint("POST chat/loading/start", does.start_loading, "ShowLoadingAnimationRequest"),
        _endpoint("POST chat/markAsRead", does.mark_as_read, "MarkMessagesAsReadByTokenRequest"),
    )


def _account(does: Operations) -> tuple[Endpoint, ...]:
    webhook = "channel/webhook"
    return (
        _endpoint("GET profile/{user_id}", does.profile),
        _endpoint("GET info", does.info),
        _endpoint(f"GET {webhook}/endpoint", does.webhook_endpoint),
        _endpoint(
            f"PUT {webhook}/endpoint", does.set_webhook_endpoint, "SetWebhookEndpointRequest"
        ),
        _endpoint(f"POST {webhook}/test", does.try_webhook, "TestWebhookEndpointRequest"),
    )


def _menus(does: RichMenuOperations) -> tuple[Endpoint, ...]:
    one, alias = "richmenu/{menu_id}", "richmenu/alias"
    everyone, user = "user/all/richmenu", "user/{user_id}/richmenu"
    return (
        _endpoint("POST richmenu", does.create_rich_menu, "RichMenuRequest"),
        _endpoint("POST richmenu/validate", does.validate_rich_menu, "RichMenuRequest"),
        _endpoint("GET richmenu/list", does.list_rich_menus),
        _endpoint(f"POST {alias}", does.create_alias, "CreateRichMenuAliasRequest"),
        _endpoint(f"GET {alias}/list", does.list_aliases),
        _endpoint(f"POST {alias}/{{alias}}", does.update_alias, "UpdateRichMenuAliasRequest"),
        _endpoint(f"GET {alias}/{{alias}}", does.get_alias),
        _endpoint(f"DELETE {alias}/{{alias}}", does.delete_alias),
        _endpoint(f"POST {one}/content", does.upload_rich_menu_image),
        _endpoint(f"GET {one}/content", does.download_rich_menu_image),
        _endpoint(f"GET {one}", does.get_rich_menu),
        _endpoint(f"DELETE {one}", does.delete_rich_menu),
        _endpoint(f"POST {everyone}/{{menu_id}}", does.set_default_rich_menu),
        _endpoint(f"GET {everyone}", does.get_default_rich_menu),
        _endpoint(f"DELETE {everyone}", does.cancel_default_rich_menu),
        _endpoint(f"POST {user}/{{menu_id}}", does.link_rich_menu),
        _endpoint(f"GET {user}", does.get_linked_rich_menu),
        _endpoint(f"DELETE {user}", does.unlink_rich_menu),
    )
