"""A conversation → a document: Markdown, or Word for a report. Each answer with its citations."""

from __future__ import annotations

import io
import re

from docx import Document
from docx.document import Document as DocxDocument
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from assistant.answer import Answer
from assistant.window import words
from assistant.window.conversation import Conversation
from assistant.window.markup import plain_text
from assistant.window.talk import unmarked
from assistant.window.words import Both, Tongue

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FONT, SIZE = "Times New Roman", 13
"""What Decree 30/2020/NĐ-CP (Annex I) asks of the text of an office document."""

RESTORED = Both("(khôi phục tự động: {words})", "(restored by machine: {words})")
_SOURCE = re.compile(r"^(\[\d{1,3}\] ?)+\S")
_ROW = re.compile(r"^\|(.*)\|$")
_MARKS = re.compile(r"\*\*|__")


def _told(conversation: Conversation) -> list[tuple[str, Answer]]:
    return [(one.question, one.answer) for one in conversation if one.answer]


def _body(answer: Answer) -> str:
    """Return the text of an answer without the lines of sources, which stand below with quotes.

    What an answer that asks back gives to choose from is listed.
    """
    lines = [line for line in answer.answer.splitlines() if not _SOURCE.match(line)]
    return "\n".join([*lines, *(f"- {choice}" for choice in answer.choices)]).strip()


def as_markdown(conversation: Conversation, tongue: Tongue) -> bytes:
    """Return the conversation as Markdown in UTF-8."""
    parts = [f"# {words.TITLE(tongue)}"]
    for question, answer in _told(conversation):
        parts += [f"## {_plain(question)}", _body(answer)]
        if unmarked(answer):
            parts.append(words.DAMAGED_ANSWER(tongue))
        for citation in answer.citations:
            quote = _quoted(citation.quote)
            read = f"\n> {RESTORED(tongue, words=citation.restored)}" if citation.restored else ""
            parts.append(f"**[{citation.key}]** {citation.label}\n\n> {quote}{read}")
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("#", "")


def _quoted(quote: str) -> str:
    """Return quoted words on one line, without the signs of a plan that was saved as Markdown."""
    return " ".join(plain_text(quote).split())


def as_docx(conversation: Conversation, tongue: Tongue) -> bytes:
    """Return the conversation as a Word document: answers, tables as tables, quotes below."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    document.add_heading(words.TITLE(tongue), level=1)
    for question, answer in _told(conversation):
        document.add_heading(_plain(question), level=2)
        _add_body(document, _body(answer))
        if unmarked(answer):
            document.add_paragraph(words.DAMAGED_ANSWER(tongue)).runs[0].italic = True
        if answer.citations:
            document.add_paragraph(f"{words.SOURCES(tongue)}:").runs[0].bold = True
        for citation in answer.citations:
            document.add_paragraph(f"[{citation.key}] {citation.label}")
            quote = document.add_paragraph(style="Quote")
            quote.add_run(f"“{_quoted(citation.quote)}”")
            if citation.restored:
                quote.add_run(f" {RESTORED(tongue, words=citation.restored)}")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _add_body(document: DocxDocument, text: str) -> None:
    """Add paragraphs, bullets and tables of an answer's Markdown."""
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        row = _ROW.match(line.strip())
        if row:
            cells = [cell.strip() for cell in row[1].split("|")]
            if not all(set(cell) <= set("-: ") for cell in cells):
                rows.append(cells)
            continue
        if rows:
            _add_table(document, rows)
            rows = []
        if line.startswith("- "):
            _add_line(document.add_paragraph(style="List Bullet"), line[2:])
        elif line.strip():
            _add_line(document.add_paragraph(), line)


def _add_line(paragraph: Paragraph, line: str) -> None:
    """Add a line, what stands between ** in bold."""
    for number, part in enumerate(_MARKS.split(line)):
        if part:
            paragraph.add_run(part).bold = number % 2 == 1


def _add_table(document: DocxDocument, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)), style="Table Grid")
    for number, row in enumerate(rows):
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.paragraphs[0].add_run(plain_text(text)).bold = number == 0
