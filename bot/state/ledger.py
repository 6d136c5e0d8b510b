"""The ledger: what one turn of a conversation changes, written in one transaction.

Once written, a turn happened: its answer is sent as it was prepared, however often a process dies
before it is.
"""

import json
import time
from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection, bindparam, delete, select

from bot.dialogue.conversation import Conversation
from bot.dialogue.turn import Effect, EraseEverything, FeedbackGiven, NeedAsked, Turn
from bot.line.limits import LineMessage
from bot.state.claimed import PREPARED, Claimed, Prepared
from bot.state.claims import PREPARE, ours
from bot.state.conversations import read_conversation, write_conversation
from bot.state.database import State
from bot.state.forgetting import erase
from bot.state.needs import Asker, give_feedback, record
from bot.state.pseudonym import Pseudonyms
from bot.state.tables import KEPT

_KEPT = select(KEPT.c.messages).where(KEPT.c.chat_key == bindparam("chat")).order_by(KEPT.c.kept_at)


class Ledger:
    """What is remembered about chats; `today` is the day in Japan on which needs are counted."""

    def __init__(
        self,
        state: State,
        pseudonyms: Pseudonyms,
        *,
        today: Callable[[], date],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._state = state
        self._pseudonyms = pseudonyms
        self._today = today
        self._clock = clock

    def conversation(self, chat_key: str) -> Conversation:
        """Return what is remembered about a chat, a new conversation if nothing."""
        with self._state.read() as connection:
            return read_conversation(connection, chat_key)

    def kept(self, chat_key: str) -> tuple[LineMessage, ...]:
        """Return the messages of answers that could not be sent, oldest first."""
        with self._state.read() as connection:
            answers = connection.scalars(_KEPT, {"chat": chat_key}).all()
        return tuple(message for answer in answers for message in json.loads(answer))

    def write(
        self, claimed: Claimed, turn: Turn, prepared: Prepared, *, takes_kept: bool = False
    ) -> bool:
        """Write a turn and the answer as it will be sent, kept messages among it if it takes them.

        False, and nothing is written, when the event was taken back meanwhile, or our claim fell
        and another took it up.
        """
        with self._state.write() as connection:
            answer = PREPARED.dump_json(prepared).decode()
            if not connection.execute(PREPARE, ours(claimed) | {"answer": answer}).rowcount:
                return False
            if takes_kept:
                connection.execute(delete(KEPT).where(KEPT.c.chat_key == claimed.chat_key))
            keys = (claimed.chat_key, claimed.person_key)
            write_conversation(
                connection, self._state, turn.conversation, keys=keys, now=self._clock()
            )
            for effect in turn.effects:
                self._apply(connection, claimed, turn, effect)
            return True

    def _apply(self, connection: Connection, claimed: Claimed, turn: Turn, effect: Effect) -> None:
        match effect:
            case NeedAsked():
                record(connection, self._state, effect, self._asker(claimed, turn))
            case FeedbackGiven():
                give_feedback(connection, claimed.person_key, effect.feedback)
            case EraseEverything():
                erase(connection, person_key=claimed.person_key, chat_key=claimed.chat_key)

    def _asker(self, claimed: Claimed, turn: Turn) -> Asker:
        search = turn.conversation.search
        ids = search.message_ids if search else ()
        keys = (claimed.message_key, *(self._pseudonyms.of(one) for one in ids))
        return Asker(
            person_key=claimed.person_key,
            chat_key=claimed.chat_key,
            message_keys=tuple(dict.fromkeys(key for key in keys if key)),
            day=self._today(),
            now=self._clock(),
        )
