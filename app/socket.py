"""The websocket: one task reads verbs, one sends facts, and the first to end takes the other along."""

import time
from collections.abc import Awaitable, Callable

from anyio import CancelScope, create_task_group, move_on_after
from fastapi import WebSocket, WebSocketDisconnect
from pydantic import ValidationError

from app import __version__
from app.commands import obey
from app.experiments import EXPERIMENTS
from app.hub import Hub
from app.messages import CLIENT_MESSAGES, Error, Experiment, Heartbeat, Join, Limits, Message, Painted, Welcome
from app.outbox import Outbox, Overflow
from app.refusal import Refusal
from app.session import Session

TOO_LARGE, FOREIGN, FLOODED, FULL, DEAF = 1009, 4403, 4408, 4429, 1013
"""Close codes; docs/protocol.md says what the page makes of them."""


HEARTBEAT_SECONDS = 5.0
"""Between two messages at the most; the page takes three times as long without any for a lost connection."""


class Closed(Exception):
    """The server ends the connection for a reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.code, self.reason = code, reason


class Allowance:
    """A number of messages a second, with twice as many in a burst."""

    def __init__(self, per_second: float) -> None:
        self._rate = per_second
        self._left = 2 * per_second
        self._at = time.monotonic()

    def spend(self) -> bool:
        """Take one; False when there is none."""
        now = time.monotonic()
        self._left = min(2 * self._rate, self._left + (now - self._at) * self._rate)
        self._at = now
        self._left -= 1
        return self._left >= 0


class Connection:
    """One page on one socket, from `join` to the end."""

    def __init__(self, socket: WebSocket, hub: Hub) -> None:
        self._socket = socket
        self._hub = hub
        self._outbox = Outbox(hub.settings.frame_window)
        self._allowance = Allowance(hub.settings.messages_per_second)
        self._session: Session | None = None
        self._closed: Closed | None = None

    async def serve(self) -> None:
        """Talk to the page until it goes."""
        await self._socket.accept()
        try:
            async with create_task_group() as tasks:
                tasks.start_soon(self._until_it_ends, self._read, tasks.cancel_scope)
                tasks.start_soon(self._until_it_ends, self._send, tasks.cancel_scope)
        finally:
            if self._session:
                self._session.audience.leave(self._outbox)
        if self._closed:
            await self._socket.close(self._closed.code, self._closed.reason)

    async def _until_it_ends(self, work: Callable[[], Awaitable[None]], both: CancelScope) -> None:
        """Do one of the two tasks and end the other with it."""
        try:
            await work()
        except Closed as closed:
            self._closed = closed
        except Overflow:
            self._closed = Closed(DEAF, "the page does not read what it is sent")
        except WebSocketDisconnect:
            pass
        finally:
            both.cancel()

    async def _send(self) -> None:
        while True:
            message: Message = Heartbeat()
            with move_on_after(HEARTBEAT_SECONDS):
                message = await self._outbox.next()
            await self._socket.send_text(message.model_dump_json())

    async def _read(self) -> None:
        while True:
            frame = await self._socket.receive()
            if frame["type"] == "websocket.disconnect":
                return
            text = frame.get("text")
            if not self._allowance.spend():
                raise Closed(FLOODED, "more messages than a person can send")
            if text is None:
                self._outbox.post(Error(code="bad_message", message="Messages must be JSON text, not binary."))
            elif len(text.encode()) > self._hub.settings.max_message_bytes:
                raise Closed(TOO_LARGE, f"a message may have {self._hub.settings.max_message_bytes} bytes")
            else:
                await self._understand(text)

    async def _understand(self, text: str) -> None:
        try:
            verb = CLIENT_MESSAGES.validate_json(text)
        except ValidationError as error:
            self._outbox.post(_explained(error))
            return
        try:
            if isinstance(verb, Join):
                await self._join(verb)
            elif self._session is None:
                raise Refusal("not_joined", "The first message must be join.")
            elif isinstance(verb, Painted):
                self._session.painted(self._outbox, verb.frame)
            else:
                self._session.look_again()
                await obey(self._session, verb)
        except Refusal as refusal:
            self._outbox.post(refusal.to_message(verb.request))

    async def _join(self, join: Join) -> None:
        if self._session:
            raise Refusal("joined_already", "This connection has joined a session already.")
        try:
            session, fresh, refusal = await self._session_for(join)
        except Refusal as full:
            raise Closed(FULL, full.message) from None
        if len(session.audience) >= self._hub.settings.max_watchers:
            raise Closed(FULL, f"{self._hub.settings.max_watchers} pages watch this session already")
        self._outbox.post(self._welcome(session, fresh))
        async with session.lock:
            session.join(self._outbox)
            self._session = session
        if refusal:
            self._outbox.post(refusal.to_message(join.request))

    async def _session_for(self, join: Join) -> tuple[Session, bool, Refusal | None]:
        """Return the session that a page gets, whether it is fresh, and why it is not what the address asks for."""
        refusal = None
        if join.open is not None:
            try:
                return self._hub.open(join.open), True, None
            except Refusal as error:
                refusal = error
        found = await self._hub.find(join.session) if join.session else None
        return found or self._hub.open(), found is None, refusal

    def _welcome(self, session: Session, fresh: bool) -> Message:
        settings = self._hub.settings
        return Welcome(
            version=__version__,
            session=session.name,
            fresh=fresh,
            saved=self._hub.saver.saves,
            limits=Limits(
                hidden_size=settings.max_hidden_size,
                iterations=settings.max_iterations,
                older_runs=settings.max_older_runs,
            ),
            experiments=[
                Experiment(name=name, title=experiment.title, about=experiment.about)
                for name, experiment in EXPERIMENTS.items()
            ],
        )


def _explained(error: ValidationError) -> Error:
    """Return the refusal of a message that is not in the protocol, with its first fault in words."""
    fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in fault["loc"]) or "message"
    return Error(code="bad_message", message=f"This message is not understood: {place}: {fault['msg']}.")
