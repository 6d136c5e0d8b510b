"""The switches of the stand-in as JSON: faults, the manner of webhooks, redelivery.

Pure: reads what the page or a test asks for, and describes how the switches stand.
"""

from collections.abc import Callable

from bot.simulator.faults.fault import Fault, FaultKind, InvalidFaultError
from bot.simulator.faults.plan import Standing
from bot.simulator.manner import InvalidMannerError, Manner
from bot.simulator.platform import LinePlatform
from bot.simulator.wire import JsonObject


def controls_view(platform: LinePlatform) -> JsonObject:
    """Describe all switches, and what they can be set to."""
    manner = platform.traffic.manner
    return {
        "faults": [_fault_view(standing) for standing in platform.faults.standing()],
        "webhooks": {
            "standby": manner.standby,
            "duplicates": manner.duplicates,
            "delayS": manner.delay_s,
            "redelivers": manner.redelivers,
        },
        "undelivered": len(platform.traffic.failed),
        "kinds": [kind.value for kind in FaultKind],
        "endpoints": list(platform.endpoints.names),
    }


def fault_from(body: JsonObject, endpoints: tuple[str, ...]) -> Fault:
    """Read a fault: `kind`, and if wanted `endpoint`, `share`, `calls`, `seconds`, `status`.

    Raises InvalidFaultError for what makes no sense.
    """
    wanted = _known(body, _FAULT_FIELDS, InvalidFaultError)
    endpoint = wanted.get("endpoint", "")
    if endpoint and endpoint not in endpoints:
        raise InvalidFaultError(f"there is no endpoint {endpoint}")
    try:
        kind = FaultKind(wanted.pop("kind"))
    except (KeyError, ValueError):
        raise InvalidFaultError("kind must be one of the kinds listed") from None
    return Fault(kind=kind, **wanted)


def manner_from(body: JsonObject, before: Manner) -> Manner:
    """Read the manner of webhooks; what is not named stays as it was.

    Raises InvalidMannerError for what makes no sense.
    """
    wanted = _known(body, _MANNER_FIELDS, InvalidMannerError)
    return Manner(
        standby=wanted.get("standby", before.standby),
        duplicates=wanted.get("duplicates", before.duplicates),
        delay_s=wanted.get("delayS", before.delay_s),
        redelivers=wanted.get("redelivers", before.redelivers),
    )


_NUMBER = (int, float)
_FAULT_FIELDS: dict[str, tuple[type, ...]] = {
    "kind": (str,),
    "endpoint": (str,),
    "share": _NUMBER,
    "calls": (int,),
    "seconds": _NUMBER,
    "status": (int,),
}
_MANNER_FIELDS: dict[str, tuple[type, ...]] = {
    "standby": (bool,),
    "duplicates": _NUMBER,
    "delayS": _NUMBER,
    "redelivers": (bool,),
}


def _known(
    body: JsonObject, fields: dict[str, tuple[type, ...]], error: Callable[[str], Exception]
) -> JsonObject:
    """Return the fields that were given; an unknown one, or one of the wrong type, is an error."""
    given = {name: value for name, value in body.items() if value is not None}
    for name, value in given.items():
        kinds = fields.get(name, ())
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise error(f"{name} is not known or of the wrong type")
    return given


def _fault_view(standing: Standing) -> JsonObject:
    fault = standing.fault
    return {
        "kind": fault.kind.value,
        "endpoint": fault.endpoint,
        "share": fault.share,
        "calls": fault.calls,
        "seconds": fault.seconds,
        "status": fault.status,
        "struck": standing.struck,
    }
