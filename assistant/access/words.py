"""The words of the page for signing in, in both languages."""

from __future__ import annotations

from assistant.window.words import Both

TITLE = Both("Đăng nhập", "Sign in")
PRODUCT = Both("Trợ lý Kế hoạch", "Plan Assistant")
NAME = Both("Tên đăng nhập", "User name")
PASSWORD = Both("Mật khẩu", "Password")
ENTER = Both("Đăng nhập", "Sign in")
OTHER_TONGUE = Both("English", "Tiếng Việt")
LEFT = Both("Đã đăng xuất.", "You have signed out.")
EXPIRED = Both(
    "Phiên làm việc đã hết; hãy đăng nhập lại.", "The session has ended; please sign in again."
)
WRONG = Both(
    "Tên đăng nhập hoặc mật khẩu không đúng.", "The user name or the password is not right."
)
STALE = Both(
    "Trang đăng nhập đã cũ; hãy nhập lại.", "The page was open for too long; please try again."
)
LEAVE = Both("Đăng xuất", "Sign out")
SIGNED_IN = Both("Đang đăng nhập: {name} ({role})", "Signed in: {name} ({role})")
ROLES = {
    "viewer": Both("người xem", "viewer"),
    "administrator": Both("quản trị", "administrator"),
}
