"""The report of the evaluation as a browser shows it from the disk: legible, in two languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from steps import crossed, scrolls_sideways, serious_issues
from test_report_page import all_parts

from evals.frame import now
from evals.page import render_page


@pytest.mark.parametrize(("scheme", "width"), crossed(["light", "dark"], [1280, 390]))
def test_the_whole_report_is_legible_to_everyone(
    browser: Any, tmp_path: Path, axe: str, width: int, scheme: str
) -> None:
    file = tmp_path / "report.html"
    file.write_text(render_page(now(), all_parts(), (), ()), encoding="utf-8")
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, offline=True
    )
    page = context.new_page()
    page.goto(file.as_uri())
    for language in ("#vietnamese", "#english"):
        if page.locator(language).count():
            page.locator(language).check()
        assert serious_issues(page, axe) == []
        assert not scrolls_sideways(page)
    context.close()
