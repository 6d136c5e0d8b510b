"""Needs: what people would like to learn, recorded once a person, need and day.

A search that goes on is the same need: its row is brought up to date. No name, no id beyond the
pseudonym; words are masked before they come here.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select, update

from bot.dialogue.turn import Feedback, NeedAsked
from bot.state.database import State
from bot.state.tables import NEEDS
from data.municipalities import MUNICIPALITIES
from data.text import match_form
from recommender.answer import Need, Outcome
from recommender.constraints import Constraints

Row = dict[str, str | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asked, by pseudonyms, in which messages, and when.

    `day` is the day in Japan, `now` seconds since 1970.
    """

    person_key: str
    chat_key: str
    message_keys: tuple[str, ...]
    day: date
    now: float


def record(connection: Connection, state: State, asked: NeedAsked, asker: Asker) -> None:
    """Record every need of a request, or bring up to date what was recorded today."""
    for row in _rows(asked, asker):
        connection.execute(state.upsert(NEEDS, kept=("feedback",)), row)


def give_feedback(connection: Connection, person_key: str, feedback: Feedback) -> None:
    """Write what a person says of the last answer beside the needs that it was given to."""
    of_person = NEEDS.c.person_key == person_key
    last = select(func.max(NEEDS.c.recorded_at)).where(of_person).scalar_subquery()
    rows = update(NEEDS).where(of_person, NEEDS.c.recorded_at == last)
    connection.execute(rows.values(feedback=feedback.value))


def unanswered_since(connection: Connection, day: date) -> tuple[int, int]:
    """Return how many needs were recorded since a day, and how many of them found nothing."""
    since = NEEDS.c.day >= day.isoformat()
    unmet = NEEDS.c.outcome == Outcome.NO_MATCH.value
    asked = connection.execute(select(func.count()).where(since).select_from(NEEDS)).scalar_one()
    without = select(func.count()).where(since, unmet).select_from(NEEDS)
    return asked, connection.execute(without).scalar_one()


def _rows(asked: NeedAsked, asker: Asker) -> Iterator[Row]:
    answer, understood = asked.answer, asked.answer.understood
    needs = answer.needs or tuple(Need(topic=one, items=()) for one in understood.needs)
    for need in needs:
        yield {
            "need_key": _need_key(asker, need.topic),
            "person_key": asker.person_key,
            "chat_key": asker.chat_key,
            "message_keys": json.dumps(asker.message_keys),
            "day": asker.day.isoformat(),
            "role": understood.role.value,
            "topic": need.topic,
            "text": asked.text,
            "constraints": json.dumps(understood.constraints.to_json(), ensure_ascii=False),
            "municipality": understood.constraints.municipality or "",
            "area": _area(understood.constraints),
            "outcome": answer.outcome.value,
            "shown": json.dumps([item.program.program_id for item in need.items]),
            "release_id": answer.release_id,
            "recorded_at": asker.now,
        }


def _need_key(asker: Asker, topic: str) -> str:
    """Name a need of a person on a day; the topic's spelling does not matter."""
    named = "\n".join((asker.person_key, asker.day.isoformat(), match_form(topic)))
    return hashlib.sha256(named.encode()).hexdigest()


def _area(constraints: Constraints) -> str:
    town = MUNICIPALITIES.get(constraints.municipality or "")
    area = constraints.area or (town.area if town else None)
    return area.value if area else ""
