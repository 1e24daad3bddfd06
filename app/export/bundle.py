"""Files as they are sent: one as it is, several in a .zip."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TYPES = {
    "py": "text/x-python; charset=utf-8",
    "ipynb": "application/x-ipynb+json",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "npz": "application/octet-stream",
    "zip": "application/zip",
}
"""Media types by ending."""


@dataclass(frozen=True)
class File:
    """A file to be saved under a name."""

    name: str
    content: bytes

    @property
    def media_type(self) -> str:
        """What it says it is."""
        return TYPES[self.name.rpartition(".")[2]]


def bundle(files: Sequence[File]) -> File:
    """Return one file as it is, and several as a .zip with the first one's name: the same bytes for the same files."""
    if len(files) == 1:
        return files[0]
    buffer = BytesIO()
    folder = files[0].name.rpartition(".")[0]
    with ZipFile(buffer, "w") as archive:
        for file in files:
            entry = ZipInfo(f"{folder}/{file.name}")
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, file.content)
    return File(f"{folder}.zip", buffer.getvalue())
