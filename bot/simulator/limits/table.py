"""The limits LINE documents in prose, as one table laid over its OpenAPI description.

Each entry names a schema of `messaging-api.yml`. Unless a line names another source, it is the
section of that object in LINE's Messaging API reference (mid 2026),
https://developers.line.biz/en/reference/messaging-api/.
"""

from collections.abc import Mapping

from bot.simulator.limits.actions import ACTIONS
from bot.simulator.limits.flex import FLEX
from bot.simulator.limits.limit import Limit
from bot.simulator.limits.messages import MESSAGES
from bot.simulator.limits.rich_menus import RICH_MENUS
from bot.simulator.limits.templates import TEMPLATES

LIMITS: Mapping[str, Limit] = {**MESSAGES, **ACTIONS, **TEMPLATES, **FLEX, **RICH_MENUS}
"""Schema name → what LINE's documentation adds to it."""
