"""Workers: threads that take stored events, answer them, and mark them done."""

import threading
from collections.abc import Callable

import structlog

from bot.line.client import Messenger
from bot.line.conversation import Conversation, Reply
from bot.line.errors import ReplyRefused, ReplyUnsent
from bot.line.events import Event
from bot.line.messages import TextMessage
from bot.line.wording import NOT_READY
from bot.state.inbox import Inbox
from bot.web.metrics import EVENTS, REPLIES, RESPONSE_SECONDS
from data.errors import ManabiError

LOOK_AGAIN_S = 1.0  # for what another, killed process left behind
STOP_S = 15.0

log = structlog.get_logger()


class Workers:
    """A few threads over one inbox; `wake` when something was stored, `stop` before leaving."""

    def __init__(
        self,
        *,
        inbox: Inbox,
        conversation: Callable[[], Conversation],
        messenger: Messenger,
        count: int = 4,
    ) -> None:
        self._inbox = inbox
        self._conversation = conversation
        self._messenger = messenger
        self._stored = threading.Condition()
        self._wakes = 0  # tells a thread that was busy looking that something came meanwhile
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, name=f"worker-{number}", daemon=True)
            for number in range(count)
        ]

    def start(self) -> None:
        """Start taking events."""
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Say that something was stored."""
        with self._stored:
            self._wakes += 1
            self._stored.notify_all()

    def stop(self) -> None:
        """Finish what is being answered and take nothing more."""
        self._stopping.set()
        self.wake()
        for thread in self._threads:
            thread.join(STOP_S)

    def _run(self) -> None:
        while not self._stopping.is_set():
            wakes = self._wakes
            try:
                event = self._inbox.claim()
                if event:
                    self._handle(event)
                    continue
            except Exception:  # a worker that dies answers nobody; say so and go on
                log.exception("worker_failed")
            self._rest(wakes)

    def _rest(self, wakes: int) -> None:
        """Wait until there is more to do than when the count of wakes was `wakes`."""
        with self._stored:
            self._stored.wait_for(lambda: self._wakes != wakes, LOOK_AGAIN_S)

    def _handle(self, event: Event) -> None:
        EVENTS.labels(event.kind.value).inc()
        try:
            with RESPONSE_SECONDS.time():
                reply = self._reply(event)
            if reply and event.reply_token:
                self._send(event, reply)
        finally:  # a fault of ours would come again; a killed process never gets here
            self._inbox.done(event)

    def _reply(self, event: Event) -> Reply:
        """Return the answer, or an apology when nothing can be searched."""
        try:
            return self._conversation().respond(event)
        except ManabiError as error:
            log.warning("answer_failed", code=error.code)
        except Exception:  # one message must not take the others with it
            log.exception("answer_failed", code="unexpected")
        return (TextMessage(text=NOT_READY),) if event.is_answerable else ()

    def _send(self, event: Event, reply: Reply) -> None:
        try:
            self._messenger.reply(event.reply_token, reply)
            REPLIES.labels("sent").inc()
        except ReplyRefused as error:
            REPLIES.labels("refused").inc()
            log.warning("reply_refused", status=error.status)
        except ReplyUnsent:
            REPLIES.labels("unsent").inc()
            log.warning("reply_unsent")
