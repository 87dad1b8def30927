"""What became of the files since the last run: by their content alone, before any is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import MissingFile
from corpus.store import FileRecord
from ingest.make import sha256_of
from ingest.receipt import Failure, failure


@dataclass
class Scan:
    """The files of a run, sorted by what is to be done with them."""

    to_read: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    moved: dict[str, Path] = field(default_factory=dict)
    """Plan id → the path its content is now at."""
    same: list[tuple[Path, str, str]] = field(default_factory=list)
    """(path, sha256, plan id) of files with the content of a plan that lies elsewhere too."""
    twins: list[tuple[Path, Path]] = field(default_factory=list)
    """(path, other path) of two new files with one content, of which the other is read."""
    failed_before: list[FileRecord] = field(default_factory=list)
    left_out: list[Path] = field(default_factory=list)
    unreachable: list[Failure] = field(default_factory=list)
    gone: list[FileRecord] = field(default_factory=list)
    sha256: dict[Path, str] = field(default_factory=dict)


def home_of(records: Sequence[FileRecord]) -> dict[str, FileRecord]:
    """Return, by plan id, the file that the plan was read from."""
    return {r.plan: r for r in records if r.plan and r.standing in ("taken", "failed")}


def scan(
    records: Sequence[FileRecord],
    plans: Mapping[str, str],
    paths: Sequence[Path],
    folder: Path | None,
    again: bool = False,
    named: bool = False,
) -> Scan:
    """Sort the files of a run.

    `plans` gives the plan id by sha256. With `folder`, known files that are no longer in it are
    gone. With `again`, every file that is there is read anew; `named` says that a person named the
    files, so that what was removed by hand comes back.
    """
    found = Scan()
    known = {record.path: record for record in records}
    if folder is not None:
        home = folder.resolve()
        found.gone = [r for r in records if r.path.parent == home and not r.path.exists()]
    for path in dict.fromkeys(p.resolve() for p in paths):
        try:
            found.sha256[path] = sha256_of(path)
        except OSError as error:
            found.unreachable.append(failure(path.name, _missing(path, error)))
    homes = home_of(records)
    for path in found.sha256:
        _sort(found, path, known.get(path), plans, homes, again, named)
    return found


def _sort(
    found: Scan,
    path: Path,
    record: FileRecord | None,
    plans: Mapping[str, str],
    homes: Mapping[str, FileRecord],
    again: bool,
    named: bool,
) -> None:
    """Decide about one file; see the fields of `Scan` for the outcomes."""
    content = found.sha256[path]
    as_before = record is not None and record.sha256 == content
    twin = next((p for p in found.to_read if found.sha256[p] == content), None)
    plan = plans.get(content)
    if record and as_before and record.standing == "removed" and not named:
        found.left_out.append(path)
    elif twin is not None:
        found.twins.append((path, twin))
    elif again:
        found.to_read.append(path)
    elif record and as_before and record.standing == "taken":
        found.unchanged.append(path)
    elif record and as_before and record.standing == "failed" and not named:
        found.failed_before.append(record)
    elif record and as_before and record.standing == "same" and _stays(found, record.plan, homes):
        found.same.append((path, content, record.plan or ""))
    elif plan is not None and plan not in found.moved:
        if _stays(found, plan, homes):
            found.same.append((path, content, plan))
        else:
            found.moved[plan] = path
    else:
        found.to_read.append(path)


def _stays(found: Scan, plan: str | None, homes: Mapping[str, FileRecord]) -> bool:
    """Tell whether the file a plan was read from is still there, with that content."""
    home = homes.get(plan or "")
    if home is None or home.standing != "taken" or not home.path.exists():
        return False
    return found.sha256.get(home.path, home.sha256) == home.sha256


def _missing(path: Path, error: OSError) -> MissingFile:
    reason = error.strerror or str(error)
    return MissingFile(
        f"Không mở được tệp {path.name}: {reason}. Hãy kiểm tra đường dẫn và quyền đọc.",
        f"The file {path.name} cannot be opened: {reason}. Check its path and permissions.",
    )
