"""The websocket: what a page says, what it is told, and when the connection ends."""

import asyncio
import logging
import re
import time
from collections import deque

from pydantic import ValidationError

from app import __version__
from app.allowance import Allowance
from app.commands import obey
from app.experiments import EXPERIMENTS
from app.hub import Hub
from app.keep.saved import StorageError
from app.line import Line
from app.messages import (
    CLIENT_MESSAGES,
    Error,
    Experiment,
    GoTo,
    Heartbeat,
    Join,
    Limits,
    Message,
    Painted,
    Table,
    Verb,
    Welcome,
)
from app.outbox import Outbox, Overflow
from app.refusal import Refusal
from app.session import Session
from app.tables import TABLES
from app.view import View

log = logging.getLogger(__name__)

TOO_LARGE, FOREIGN, FLOODED, LATE, FULL, UNREADABLE, DEAF, BROKEN = 1009, 4403, 4408, 4410, 4429, 4503, 1013, 1011
"""Close codes; docs/protocol.md says what the page makes of them."""

HEARTBEAT_SECONDS = 4.5
"""Between two messages at the most, give or take a pulse; the page takes fifteen without any for a lost connection."""

HEARTBEAT = Heartbeat().model_dump_json().encode()

PATIENCE = 64
"""Verbs that may wait for those before them; then nothing more is read until they are done."""

PAINTED = re.compile(rb'\{"type":"painted","frame":(\d{1,15})\}')
"""How the page writes the verb that comes with every other frame; any other way of writing it is understood too."""


class Closed(Exception):
    """The server ends the connection for a reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.code, self.reason = code, reason


class Connection:
    """One page on one line, from `join` to the end."""

    def __init__(self, line: Line, hub: Hub) -> None:
        self._line = line
        self._hub = hub
        self._outbox = Outbox(hub.settings.frame_window, self._send_soon)
        self._sending = False
        self._allowance = Allowance(hub.settings.messages_per_second)
        self._session: Session | None = None
        self._over = False
        self._verbs: deque[Verb] = deque()
        self._obeying: asyncio.Task[None] | None = None
        self._said_at = self._since = time.monotonic()

    async def serve(self, crowded: bool = False) -> None:
        """Talk to the page until it goes; if it is one too many, that is soon."""
        if crowded:
            self._close(FULL, "This lab has as many connections as it can: try again in a while.")
        self._hub.guests.add(self)
        try:
            await self._line.talk(self)
        finally:
            self._hub.guests.discard(self)
            self._leave()

    # What the line calls

    def heard(self, text: bytes | None) -> None:
        """Take in one message of the page."""
        if not self._may_speak(len(text or b"")):
            return
        self._hub.metrics.messages += 1
        painted = PAINTED.fullmatch(text) if text else None
        if painted and self._session:
            self._session.painted(self._outbox, int(painted[1]))
        elif text is None:
            self._refuse(Error(code="bad_message", message="Messages must be JSON text, not binary."))
        elif len(text) > self._hub.settings.max_message_bytes:
            self._close(TOO_LARGE, f"a message may have {self._hub.settings.max_message_bytes} bytes")
        else:
            self._understand(text)

    def noise(self) -> None:
        """Count what is no message as one all the same."""
        self._may_speak()

    def broken(self, code: int, reason: str) -> None:
        """Hang up on what can't be read."""
        self._close(code, reason)

    def drained(self) -> None:
        """Send what waits."""
        self._send_soon()

    # What the hub calls

    def check(self, now: float) -> None:
        """Say something if nothing has been said for long; end what leads nowhere."""
        if self._over:
            return
        if self._session is None and now - self._since > self._hub.settings.join_seconds and not self._obeying:
            self._close(LATE, "the page did not join")
        elif now - self._said_at >= HEARTBEAT_SECONDS:
            self._post(HEARTBEAT)
        if self._line.is_silent(now, self._hub.settings.silence_seconds):
            self._hub.metrics.closings["silent"] += 1
            self._leave()
            self._line.cut()

    # Out

    def _send_soon(self) -> None:
        if not self._sending:
            self._sending = True
            self._hub.send_soon(self)

    def send(self) -> None:
        """Send what may leave, all in one go."""
        self._sending = False
        messages: list[bytes] = []
        while self._line.has_room and not self._over and (message := self._outbox.take()) is not None:
            if isinstance(message, View):
                self._hub.metrics.frames_sent += 1
                message = message.encoded
            messages.append(message)
        if messages:
            self._hub.metrics.bytes_sent += sum(map(len, messages))
            self._said_at = time.monotonic()
            self._line.say(messages)

    def _post(self, message: bytes) -> None:
        try:
            self._outbox.post(message)
        except Overflow:
            self._drop()

    def _tell(self, message: Message) -> None:
        self._post(message.model_dump_json().encode())

    def _refuse(self, error: Error) -> None:
        self._hub.metrics.refusals[error.code] += 1
        self._tell(error)

    def _drop(self) -> None:
        self._close(DEAF, "the page does not read what it is sent")

    def _close(self, code: int, reason: str) -> None:
        if not self._over:
            self._hub.metrics.closings[str(code)] += 1
            self.send()  # what it was told before
            self._leave()
            self._line.hang_up(code, reason)

    def _leave(self) -> None:
        self._over = True
        if self._session:
            self._session.audience.leave(self._outbox)

    # In

    def _may_speak(self, size: int = 0) -> bool:
        if not self._over and not self._allowance.spend(size):
            self._close(FLOODED, "more messages than a person can send")
        return not self._over

    def _understand(self, text: bytes) -> None:
        try:
            verb = CLIENT_MESSAGES.validate_json(text)
        except ValidationError as error:
            self._refuse(_explained(error))
            return
        if isinstance(verb, GoTo) and self._verbs and isinstance(self._verbs[-1], GoTo):
            self._verbs[-1] = verb  # a thumb is faster than training: only where it is now counts
        else:
            self._verbs.append(verb)
        if self._obeying is None:
            self._obeying = asyncio.create_task(self._obey_all())
        elif len(self._verbs) >= PATIENCE:
            self._line.hold(True)

    async def _obey_all(self) -> None:
        """Do what the page asks, in order; a page that has gone meanwhile has asked for it all the same."""
        try:
            while self._verbs:
                await self._obey(self._verbs.popleft())
                await asyncio.sleep(0)  # the others' turn
        except Closed as closed:
            self._close(closed.code, closed.reason)
        except Exception:
            log.exception("A connection was ended by an error of the server.")
            self._close(BROKEN, "an error of the server")
        finally:
            self._obeying = None
            self._line.hold(False)

    async def _obey(self, verb: Verb) -> None:
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
            self._refuse(refusal.to_message(verb.request))

    async def _join(self, join: Join) -> None:
        if self._session:
            raise Refusal("joined_already", "This connection has joined a session already.")
        await self._hub.saver.opened()
        try:
            session, fresh, refusal = await self._session_for(join)
        except Refusal as full:
            self._hub.metrics.refusals[full.code] += 1
            raise Closed(FULL, full.message) from None
        except StorageError:
            raise Closed(UNREADABLE, "the database can't be read just now") from None
        if len(session.audience) >= self._hub.settings.max_watchers:
            raise Closed(FULL, f"{self._hub.settings.max_watchers} pages watch this session already")
        async with session.lock:
            if self._over:
                return
            self._tell(self._welcome(session, fresh))
            if not session.passing:
                session.owner = session.owner or join.owner
            session.saving(self._hub.saver.trouble_of(session))
            self._session = session
            session.join(self._outbox, self._drop)
            if fresh and join.session and not session.passing:
                session.tell(self._hub.saver.loss)
        if refusal:
            self._refuse(refusal.to_message(join.request))

    async def _session_for(self, join: Join) -> tuple[Session, bool, Refusal | None]:
        """Return the session that a page gets, whether it is fresh, and why it is not what the address asks for."""
        embed = join.open is not None and "embed" in join.open
        if embed and (found := await self._found(join)):
            return found, False, None  # only its connection was lost: an embed always says what its address asks for
        refusal = None
        if join.open is not None:
            try:
                return await self._hub.arrive(join.open), True, None
            except Refusal as error:
                refusal = error
        if not embed and (found := await self._found(join)):
            return found, False, refusal
        session = self._hub.open()
        session.passing = embed
        return session, True, refusal

    async def _found(self, join: Join) -> Session | None:
        return await self._hub.find(join.session) if join.session else None

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
                other_runs=settings.max_other_runs,
                rows=settings.max_rows,
                columns=settings.max_columns,
                pins=settings.max_pins,
                tried=settings.max_tried,
                message_bytes=settings.max_message_bytes,
            ),
            experiments=[
                Experiment(name=name, title=experiment.title, about=experiment.about)
                for name, experiment in EXPERIMENTS.items()
            ],
            tables=[Table(name=name, title=table.title, about=table.about) for name, table in TABLES.items()],
        )


def _explained(error: ValidationError) -> Error:
    """Return the refusal of a message that is not in the protocol, with its first fault in words."""
    fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in fault["loc"]) or "message"
    return Error(code="bad_message", message=f"This message is not understood: {place}: {fault['msg']}.")
