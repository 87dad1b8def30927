"""What the browser tests do again and again, as an official would."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

BOX = {"vi": "Câu hỏi của anh/chị", "en": "Your question"}
TABS = {
    "vi": ("Hỏi đáp", "Kế hoạch", "So sánh", "Thời hạn", "Chất lượng"),
    "en": ("Ask", "Plans", "Compare", "Deadlines", "Quality"),
}
SHOWN = ("#talk", "#plans table", "#compare table", "#deadlines table", "#quality h2")
"""What stands in each view once it is drawn."""

SIZES = [(1280, 800), (390, 844)]
"""Pixels of an office screen and of a phone."""


def crossed(first: Sequence[Any], second: Sequence[Any]) -> list[Any]:
    """Pair every value with every other; each is run once, what is left with `-m slow`."""
    return [
        pytest.param(one, other, marks=() if at == beside else pytest.mark.slow)
        for at, one in enumerate(first)
        for beside, other in enumerate(second)
    ]


def ask(page: Any, question: str, tongue: str = "vi") -> str:
    """Type a question, wait for its answer; return the answer as shown."""
    before = page.locator(".answer").count()
    page.get_by_label(BOX[tongue]).fill(question)
    page.keyboard.press("Enter")
    answer = page.locator(".answer").nth(before)
    answer.wait_for()
    return str(answer.inner_text())


def speak(page: Any, tongue: str) -> None:
    """Choose the language of the window and wait until it speaks it."""
    page.get_by_text({"vi": "Tiếng Việt", "en": "English"}[tongue], exact=True).click()
    page.get_by_role("tab", name=TABS[tongue][0], exact=True).wait_for()
    page.wait_for_function(f"document.documentElement.lang === '{tongue}'")


def open_tab(page: Any, number: int, tongue: str = "vi") -> None:
    """Open a view, from 0, and wait until something stands in it."""
    page.get_by_role("tab", name=TABS[tongue][number], exact=True).click()
    page.locator(SHOWN[number]).first.wait_for()


def scrolls_sideways(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def serious_issues(page: Any, axe: str) -> list[str]:
    """Return what axe-core finds that is serious or worse, each with the elements at fault."""
    page.evaluate(axe)
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
    )
    return [
        f"{one['id']}: {[node['target'] + [node['html'][:160]] for node in one['nodes'][:4]]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


TIMED = """() => { document.addEventListener('keydown', () => {
  window.asked ??= performance.now(); }, { once: true });
  new MutationObserver(() => { if (document.querySelector('.answer'))
    window.answered ??= performance.now(); }).observe(
      document.body, { childList: true, subtree: true }); }"""


def ask_at_once(pages: Sequence[Any], questions: Sequence[str]) -> list[float]:
    """Ask a question on each page, all together; return the seconds waited, shortest first.

    The pages are of as many visitors, each in a context of its own: tabs of one share its six
    connections, of which every open window holds one, and would wait for each other.
    """
    for page, question in zip(pages, questions, strict=True):
        page.get_by_label(BOX["vi"]).fill(question)
        page.evaluate(TIMED)
    for page in pages:
        page.get_by_label(BOX["vi"]).press("Enter")
    for page in pages:
        page.locator(".answer").wait_for()
    return sorted(page.evaluate("window.answered - window.asked") / 1000 for page in pages)
