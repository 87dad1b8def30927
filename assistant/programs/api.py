"""The JSON endpoint: ask, plans, search, sections; described at /api/openapi.json."""

from __future__ import annotations

import logging
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBasic, HTTPBearer
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import Response

from assistant.access.telling import told
from assistant.answer import MAX_QUESTION, Turn
from assistant.programs import shapes
from assistant.programs.library import MAX_HITS, Library, NotThere
from assistant.programs.queue import Busy, Queue
from corpus.errors import PlanAssistantError

log = logging.getLogger(__name__)

ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": shapes.ErrorShape, "description": why}
    for status, why in {
        401: "Chưa đăng nhập",
        404: "Không có kế hoạch hoặc mục ấy",
        413: "Yêu cầu quá dài",
        422: "Yêu cầu sai dạng",
        429: "Sai mật khẩu quá nhiều lần",
        503: "Quá nhiều yêu cầu, hoặc kho chưa sẵn sàng",
    }.items()
}


class Answered(JSONResponse):
    """JSON that no cache keeps."""

    def init_headers(self, headers: Any = None) -> None:
        super().init_headers(headers)
        self.headers["Cache-Control"] = "no-store"


class ByPassword(HTTPBasic):
    """Describes signing in by HTTP Basic. The gate has looked already, also at what is not ASCII,
    which FastAPI refuses."""

    async def __call__(self, request: HTTPConnection) -> None:
        return None


class ByToken(HTTPBearer):
    """Describes signing in by a token; the gate has looked already."""

    async def __call__(self, request: HTTPConnection) -> None:
        return None


def make_router(library: Library, queue: Queue) -> APIRouter:
    """Return the routes. What they return is checked by tests, not at every request."""
    router = APIRouter(
        prefix="/api",
        responses=ERRORS,
        default_response_class=Answered,
        dependencies=[Depends(ByPassword()), Depends(ByToken())],
    )

    @router.post("/ask", response_model=shapes.AnswerShape, summary="Hỏi một câu")
    async def ask(asked: shapes.AskShape) -> Response:
        """Trả lời một câu hỏi sau các lượt trước của nó, kèm trích dẫn nguyên văn."""
        history = tuple(Turn(turn.question, turn.answer) for turn in asked.history)
        return Answered(await queue.work(partial(library.ask, asked.question, history)))

    @router.get("/plans", response_model=shapes.PlansShape, summary="Các kế hoạch trong kho")
    async def plans() -> Response:
        return Answered(await queue.work(library.plans))

    @router.get("/search", response_model=shapes.HitsShape, summary="Tìm các đoạn")
    async def search(
        q: Annotated[str, Query(min_length=1, max_length=MAX_QUESTION, pattern=r"\S")],
        limit: Annotated[int, Query(ge=1, le=MAX_HITS)] = MAX_HITS,
    ) -> Response:
        """Tìm các đoạn gần nhất với câu hỏi hoặc từ khóa, gần nhất đứng đầu."""
        return Answered(await queue.work(partial(library.search, q, limit)))

    @router.get(
        "/plans/{plan_id}", response_model=shapes.OutlineShape, summary="Bố cục một kế hoạch"
    )
    async def outline(plan_id: str) -> Response:
        return Answered(await queue.work(partial(library.outline, plan_id)))

    @router.get(
        "/plans/{plan_id}/sections/{path:path}",
        response_model=shapes.SectionsShape,
        summary="Nguyên văn một mục",
    )
    async def section(plan_id: str, path: str) -> Response:
        """Trả về nguyên văn một mục; đường dẫn của mục viết như IV.3."""
        return Answered(await queue.work(partial(library.section, plan_id, path)))

    @router.api_route(
        "/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], include_in_schema=False
    )
    async def nothing(rest: str) -> Response:
        return told(404, f"Không có địa chỉ /api/{rest}.", f"There is nothing at /api/{rest}.")

    return router


def tell_errors(app: FastAPI) -> None:
    """Make every failure of the routes one JSON sentence with its status."""
    app.add_exception_handler(PlanAssistantError, _tell_named)
    app.add_exception_handler(RequestValidationError, _tell_invalid)
    app.add_exception_handler(HTTPException, _tell_http)
    app.add_exception_handler(Exception, _tell_unforeseen)


def _tell_named(_request: Request, error: Exception) -> Response:
    english = getattr(error, "english", "") or str(error)
    if isinstance(error, NotThere):
        return told(404, str(error), english)
    retry = {"Retry-After": "2"} if isinstance(error, Busy) else {}
    return told(503, str(error), english, retry)


def _tell_invalid(_request: Request, error: Exception) -> Response:
    """Name the first thing that is wrong with a request, and what it must be."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    place = [str(part) for part in first["loc"][1:]]
    kind = str(first["type"])
    where = ".".join(place) if place and not kind.startswith("json") else ""
    of = f"“{where}”", f"“{where}”"
    if not where:
        of = "Nội dung gửi đến", "The body of the request"
    told_kind = _WRONG.get(kind, ("có giá trị không dùng được", "has a value that cannot be used"))
    vietnamese, english = (text.format(**first.get("ctx", {})) for text in told_kind)
    return told(
        422,
        f"{of[0]} {vietnamese}; cách dùng xem tại /api/openapi.json.",
        f"{of[1]} {english}; how to use it: /api/openapi.json.",
    )


_WRONG = {
    "missing": ("còn thiếu", "is missing"),
    "extra_forbidden": ("không có trong mô tả", "is not in the description"),
    "string_too_long": ("dài quá {max_length} ký tự", "is longer than {max_length} characters"),
    "string_too_short": ("để trống", "is empty"),
    "string_pattern_mismatch": ("để trống", "is empty"),
    "string_type": ("phải là chữ", "must be text"),
    "too_long": ("có quá {max_length} phần tử", "has more than {max_length} items"),
    "list_type": ("phải là một danh sách", "must be a list"),
    "int_parsing": ("phải là một số nguyên", "must be a whole number"),
    "less_than_equal": ("lớn quá {le}", "is more than {le}"),
    "greater_than_equal": ("nhỏ hơn {ge}", "is less than {ge}"),
    "json_invalid": ("không phải JSON", "is not JSON"),
    "model_attributes_type": ("phải là một đối tượng JSON", "must be a JSON object"),
    "dict_type": ("phải là một đối tượng JSON", "must be a JSON object"),
}
"""What is wrong with a value, by what Pydantic calls it."""


def _tell_http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    vietnamese = "Không nhận được yêu cầu này."
    if error.status_code == 405:
        vietnamese = "Địa chỉ này không nhận cách gọi ấy (GET, POST…)."
    return told(error.status_code, vietnamese, f"{error.detail}.")


def _tell_unforeseen(_request: Request, _error: Exception) -> Response:
    return told(
        500,
        "Lỗi ngoài dự kiến, xem nhật ký của chương trình.",
        "An unforeseen error; see the log of the program.",
    )
