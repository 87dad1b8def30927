"""The MCP server: four tools that read the plans, for assistants of other makers.

The only importer of mcp. Without sessions of its own: every request stands for itself, and who
sends it was settled before it comes here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import ToolAnnotations
from pydantic import Field
from starlette.routing import BaseRoute

from assistant.answer import MAX_QUESTION, Turn
from assistant.programs.library import MAX_HITS, Library
from assistant.programs.queue import MOST_BYTES, Queue
from assistant.programs.shapes import MAX_TURNS, TurnShape
from corpus.errors import PlanAssistantError

PATH = "/mcp"

INSTRUCTIONS = (
    "Plans (kế hoạch) issued by Vietnamese People's Committees. `ask` answers a question in "
    "Vietnamese or English with verbatim citations, and abstains where the plans are silent: "
    "quote its citations as they are, and do not add what they do not say. `search`, `list_plans` "
    "and `read_section` give the plans' own words."
)

READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

Words = Annotated[str, Field(min_length=1, max_length=MAX_QUESTION)]


def make_mcp(library: Library, queue: Queue) -> MCPServer[Any]:
    """Return the server with its tools."""
    server: MCPServer[Any] = MCPServer(
        "tro-ly-ke-hoach", title="Trợ lý Kế hoạch", instructions=INSTRUCTIONS, log_level="WARNING"
    )

    async def told(task: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        try:
            return await queue.work(task)
        except PlanAssistantError as error:
            raise ToolError(f"{error} {error.english}".strip()) from error

    @server.tool(title="Hỏi các kế hoạch", annotations=READS)
    async def ask(
        question: Words,
        history: Annotated[list[TurnShape] | None, Field(max_length=MAX_TURNS)] = None,
    ) -> dict[str, Any]:
        """Answer a question about the plans, after the turns before it, with its citations."""
        turns = tuple(Turn(turn.question, turn.answer) for turn in history or ())
        return await told(partial(library.ask, question, turns))

    @server.tool(title="Tìm các đoạn", annotations=READS)
    async def search(
        query: Words, limit: Annotated[int, Field(ge=1, le=MAX_HITS)] = MAX_HITS
    ) -> dict[str, Any]:
        """Find the passages nearest to a question or some words, best first."""
        return await told(partial(library.search, query, limit))

    @server.tool(title="Các kế hoạch trong kho", annotations=READS)
    async def list_plans() -> dict[str, Any]:
        """List the plans: id, number, issuer, place, date, what superseded them."""
        return await told(library.plans)

    @server.tool(title="Đọc một mục", annotations=READS)
    async def read_section(plan: str, section: str = "") -> dict[str, Any]:
        """Read a section (`IV.3`) of a plan (its id or number); without one, the outline."""
        read = partial(library.section, plan, section) if section else None
        return await told(read or partial(library.outline, plan))

    return server


def mcp_routes(server: MCPServer[Any]) -> list[BaseRoute]:
    """Return the routes of the server; its `session_manager` must run while they are served."""
    checked_before = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    app = server.streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        max_request_body_size=MOST_BYTES,
        transport_security=checked_before,
    )
    return list(app.routes)
