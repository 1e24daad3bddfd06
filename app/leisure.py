"""Threads that let others go first."""

import os
import sys
import threading
from contextlib import suppress


def stand_back(by: int = 10) -> None:
    """Let the event loop, and a browser on the same machine, have the processor before this thread."""
    if sys.platform == "linux":  # elsewhere a thread has no priority of its own, or its number is a process's
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), by)
