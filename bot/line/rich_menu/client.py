"""The Messaging API's calls about rich menus, through line-bot-sdk; raises LineError."""

from typing import Any, Protocol

from linebot.v3.messaging import (
    ApiClient,
    Configuration,
    CreateRichMenuAliasRequest,
    MessagingApi,
    MessagingApiBlob,
    RichMenuRequest,
    UpdateRichMenuAliasRequest,
)

from bot.line.client import TIMEOUT, asked
from bot.line.errors import LineUnwilling

LINE_HOST = "https://api.line.me"
UPLOAD_TIMEOUT = (2.0, 30.0)  # seconds; a picture is some hundred kilobytes
NOT_FOUND = 404


class MenuShelf(Protocol):
    """Where an account keeps its rich menus."""

    def menus(self) -> dict[str, str]:
        """Return the name of each menu by its id."""

    def create(self, body: dict[str, Any], picture: bytes) -> str:
        """Make a menu with its picture (PNG); return its id."""

    def delete(self, menu_id: str) -> None:
        """Remove a menu."""

    def aliases(self) -> dict[str, str]:
        """Return the menu's id by alias."""

    def name(self, alias: str, menu_id: str, *, is_new: bool) -> None:
        """Let an alias mean a menu."""

    def default(self) -> str:
        """Return the id of the menu that everyone sees, empty for none."""

    def show_to_all(self, menu_id: str) -> None:
        """Let everyone see a menu."""


class RichMenuClient:
    """Calls LINE, or a stand-in under `base_url`."""

    def __init__(self, *, access_token: str, base_url: str) -> None:
        configuration = Configuration(host=base_url.rstrip("/"), access_token=access_token)
        configuration.retries = False
        is_line = configuration.host == LINE_HOST
        pictures = ApiClient(configuration) if is_line else _OneHost(configuration)
        self._api = MessagingApi(ApiClient(configuration))
        self._pictures = MessagingApiBlob(pictures)

    def menus(self) -> dict[str, str]:
        """Return the name of each menu by its id."""
        found = asked(lambda: self._api.get_rich_menu_list(_request_timeout=TIMEOUT))
        return {one.rich_menu_id: one.name for one in found.richmenus}

    def create(self, body: dict[str, Any], picture: bytes) -> str:
        """Make a menu with its picture; return its id."""
        request = RichMenuRequest.from_dict(body)
        made = asked(lambda: self._api.create_rich_menu(request, _request_timeout=TIMEOUT))
        menu_id = str(made.rich_menu_id)
        asked(
            lambda: self._pictures.set_rich_menu_image(
                menu_id,
                body=bytearray(picture),
                _headers={"Content-Type": "image/png"},
                _request_timeout=UPLOAD_TIMEOUT,
            )
        )
        return menu_id

    def delete(self, menu_id: str) -> None:
        """Remove a menu."""
        asked(lambda: self._api.delete_rich_menu(menu_id, _request_timeout=TIMEOUT))

    def aliases(self) -> dict[str, str]:
        """Return the menu's id by alias."""
        found = asked(lambda: self._api.get_rich_menu_alias_list(_request_timeout=TIMEOUT))
        return {one.rich_menu_alias_id: one.rich_menu_id for one in found.aliases}

    def name(self, alias: str, menu_id: str, *, is_new: bool) -> None:
        """Let an alias mean a menu."""
        if is_new:
            new = CreateRichMenuAliasRequest(richMenuAliasId=alias, richMenuId=menu_id)
            asked(lambda: self._api.create_rich_menu_alias(new, _request_timeout=TIMEOUT))
            return
        change = UpdateRichMenuAliasRequest(richMenuId=menu_id)
        asked(lambda: self._api.update_rich_menu_alias(alias, change, _request_timeout=TIMEOUT))

    def default(self) -> str:
        """Return the id of the menu that everyone sees, empty for none."""
        try:
            found = asked(lambda: self._api.get_default_rich_menu_id(_request_timeout=TIMEOUT))
        except LineUnwilling as error:
            if error.status == NOT_FOUND:
                return ""
            raise
        return str(found.rich_menu_id)

    def show_to_all(self, menu_id: str) -> None:
        """Let everyone see a menu."""
        asked(lambda: self._api.set_default_rich_menu(menu_id, _request_timeout=TIMEOUT))


class _OneHost(ApiClient):  # type: ignore[misc] # the SDK has no types
    """Sends pictures to the stand-in as well: the SDK would send them to LINE's other host."""

    def call_api(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - the SDK's signature
        """Call the configured host, whichever the SDK names."""
        return super().call_api(*args, **(options | {"_host": None}))
