"""Passwords: what is asked of them, and their hashes by Argon2id with the values of RFC 9106.

The only importer of argon2. A password is brought to Unicode's form C first, since keyboards type
Vietnamese letters in one piece or in several.
"""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assistant.access.errors import BadAccount
from corpus.vietnamese import nfc

SHORTEST = 10
"""Characters; NIST SP 800-63B asks for eight where wrong tries are slowed down, as here."""

LONGEST = 200
"""Characters; beyond it a password only keeps the machine busy."""


def check_new_password(password: str, name: str) -> None:
    """Raise BadAccount for a password that is too short, too long or the name itself."""
    if not SHORTEST <= len(nfc(password)) <= LONGEST:
        raise BadAccount(
            f"Mật khẩu phải có từ {SHORTEST} đến {LONGEST} ký tự.",
            f"A password has {SHORTEST} to {LONGEST} characters.",
        )
    if name in nfc(password).casefold() and len(password) < len(name) + SHORTEST:
        raise BadAccount(
            "Mật khẩu không được dựa trên tên đăng nhập.", "A password is not made of the name."
        )


def hash_password(password: str) -> str:
    """Return the hash with its salt and its parameters; some 50 ms and 64 MiB."""
    return PasswordHasher().hash(nfc(password))


def is_password(password: str, hashed: str) -> bool:
    """Tell whether a password is the one that was hashed. Takes as long for a wrong one."""
    if len(password) > LONGEST:
        return False
    try:
        return PasswordHasher().verify(hashed, nfc(password))
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False
