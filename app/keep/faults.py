"""What is wrong with a database, in words for people."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError

from app.keep.saved import StorageError

NEWER = "the database was written by a newer version of the lab, and is left as it is"
FOREIGN = "the file named as its database is none, and is left as it is"
LOCKED = "another program keeps the database locked"
FULL = "the server's disk is full"
READ_ONLY = "the server may not write its database"
MISSING = "the server can't open its database"
DAMAGED = "the server's database is damaged"
BROKEN = "the server's disk can't be read or written"
OTHER = "the server's database can't be used"

_SQLITE = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: MISSING,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_IOERR: BROKEN,
}
_SYSTEM = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
    errno.ENOENT: MISSING,
    errno.ENOTDIR: MISSING,
    errno.EIO: BROKEN,
}


def reason_of(error: Exception) -> str:
    """Return why a database can't be used, as half a sentence."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, OSError):
        return _SYSTEM.get(cause.errno or 0, OTHER)
    code = getattr(cause, "sqlite_errorcode", 0)
    return _SQLITE.get(code & 0xFF, OTHER)


def storage_error(error: Exception) -> StorageError:
    """Return the fault with a sentence for people; what is to be found where is for the log."""
    reason = reason_of(error)
    may_pass = reason in (LOCKED, FULL, READ_ONLY, MISSING, BROKEN)
    return StorageError(sentence(reason), str(error), reason in (DAMAGED, OTHER), may_pass)


def sentence(reason: str) -> str:
    """Return what the page says of it."""
    return f"Not saved: {reason}. The lab runs on and keeps trying; what it holds is lost if the server stops."
