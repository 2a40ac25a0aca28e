"""A checksum that a file carries in itself, so that one reading tells whether it is whole.

The seal is a line of text in the footer: what the file is, and the CRC-32 of all its bytes with the
eight digits of the checksum itself taken as zeros.
"""

from __future__ import annotations

import zlib

_OPEN = b"00000000"


def unsealed(name: str) -> str:
    """Return the line to write into a file of that name before `sealed` fills it in."""
    return f"{name} crc32 {_OPEN.decode()}"


def sealed(data: bytes, name: str) -> bytes:
    """Return a file with its seal filled in."""
    start = _digits(data, name)
    return data[:start] + _checksum(data, start) + data[start + len(_OPEN) :]


def is_whole(data: bytes, name: str) -> bool:
    """Tell whether these are the bytes of the file of that name, all of them and no others."""
    start = _digits(data, name)
    return start > 0 and data[start : start + len(_OPEN)] == _checksum(data, start)


def _digits(data: bytes, name: str) -> int:
    """Return where the checksum stands, 0 for nowhere."""
    line = unsealed(name).encode()[: -len(_OPEN)]
    at = data.rfind(line)
    return at + len(line) if at >= 0 else 0


def _checksum(data: bytes, start: int) -> bytes:
    view = memoryview(data)
    head = zlib.crc32(_OPEN, zlib.crc32(view[:start]))
    return b"%08x" % zlib.crc32(view[start + len(_OPEN) :], head)
