"""Amending: what was understood before, put right by what is said later."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import Any

from data.program import Program
from recommender.constraints import Constraints
from recommender.understanding.understood import Understood

# A place said later takes that of the other kind along.
ENDED: Mapping[str, tuple[str, ...]] = {
    "municipality": ("area",),
    "area": ("municipality",),
}
# A wish and its refusal: what is wished for later is no longer refused, and the other way round.
OPPOSED = (
    ("mode", "not_mode"),
    ("not_mode", "mode"),
    ("time_bands", "not_time_bands"),
    ("not_time_bands", "time_bands"),
)


def amended(understood: Understood, later: Iterable[Understood]) -> Understood:
    """Return `understood` with the conditions of each later one in place of its own.

    The topic stays; where there was none, that of a later one is taken. Refused topics add up.
    """
    return reduce(_amended, later, understood)


def without_conditions(understood: Understood) -> Understood:
    """Return it with its topic and refused topics alone."""
    return replace(understood, constraints=Constraints(), conditions=())


def about(program: Program, understood: Understood) -> Understood:
    """Return it with what a program teaches as the topic, so that similar ones are found."""
    topic = " ".join((program.title, *program.skills))
    return replace(understood, topic=topic, needs=(topic,))


def _amended(before: Understood, later: Understood) -> Understood:
    has_topic = bool(before.topic)
    return replace(
        before,
        topic=before.topic if has_topic else later.topic,
        needs=before.needs if has_topic else later.needs,
        exclude=tuple(dict.fromkeys((*before.exclude, *later.exclude))),
        constraints=_overlaid(before.constraints, later.constraints),
        conditions=tuple(dict.fromkeys((*before.conditions, *later.conditions))),
    )


def _overlaid(before: Constraints, later: Constraints) -> Constraints:
    new, kept = later.stated(), before.stated()
    for idle in (name for one in new for name in ENDED.get(one, ())):
        kept.pop(idle, None)
    for wished, refused in OPPOSED:
        if wished in new and refused in kept:
            kept[refused] = tuple(one for one in kept[refused] if one not in new[wished])
    return _in_order(Constraints(**(kept | new)), new)


def _in_order(constraints: Constraints, new: Mapping[str, Any]) -> Constraints:
    """Drop the older end of a period that would end before it begins."""
    begin, end = constraints.start_from, constraints.start_until
    if begin is None or end is None or begin <= end:
        return constraints
    if "start_from" in new:
        return replace(constraints, start_until=None)
    return replace(constraints, start_from=None)
