"""Every sentence about releases that staff read at the command line."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from bot.settings import JAPAN

if TYPE_CHECKING:  # both would bring the libraries of indexes
    from index.acceptance.gate import Gate
    from index.manifest import Manifest
    from index.rebuild_report import RebuildReport

NO_RELEASES = "まだ版がありません。「manabi rebuild」でつくれます。"
NAME = "版"
HEADERS = ("", NAME, "作成", "講座", "追加・変更・削除", "検査", "エンコーダー")
CURRENT = "公開中"
DAMAGED = "壊れています"
NOT_PUBLISHED_HINT = "公開するには「manabi release publish {release_id}」をどうぞ。"
UNDO_HINT = "前の版に戻すには「manabi rollback」をどうぞ。"
STEPS: Mapping[str, str] = {
    "snapshot": "写し取り",
    "embed": "ベクトル",
    "index": "索引",
    "accept": "検査",
    "publish": "公開",
}
QUALITY = ("golden_kept", "finds_itself")  # what stands for the quality of a release, if measured


def built_at(moment: str) -> str:
    """Write an ISO 8601 moment as a clock in Japan shows it."""
    return f"{datetime.fromisoformat(moment).astimezone(JAPAN):%m/%d %H:%M}"


def rebuilt(report: "RebuildReport") -> str:
    """Report a rebuild: what changed, what was measured, how long it took, and how to undo it."""
    state = "公開しました" if report.published else "つくりました(公開はしていません)"
    took = "、".join(f"{STEPS[step]}{seconds:.1f}秒" for step, seconds in report.seconds.items())
    hint = UNDO_HINT if report.previous_release_id else ""
    if not report.published:
        hint = NOT_PUBLISHED_HINT.format(release_id=report.release_id)
    embedded = f"新しくベクトルにした{report.embedded}件・前のものを使った{report.reused}件"
    lines = (
        f"版 {report.release_id} を{state}。講座{report.programs}件（{embedded}）",
        _changed(report),
        "検査:",
        *(_gate(gate) for gate in report.gates),
        f"かかった時間: {took}",
        hint,
    )
    return "\n".join(line for line in lines if line)


def row(manifest: "Manifest | None") -> tuple[str, ...]:
    """Write the line of a release, but for its name; None is one that cannot be read."""
    if manifest is None:
        return (DAMAGED, "", "", "", "")
    figures = (manifest.acceptance[name] for name in QUALITY if name in manifest.acceptance)
    return (
        f"{built_at(manifest.created_at)}\n{manifest.built_by}",
        f"{manifest.programs}件",
        "・".join(str(count) for count in manifest.changes.values()),
        f"{next(figures, 0.0):.3f}",
        manifest.encoder,
    )


def rolled_back(release_id: str) -> str:
    """Say which release serves now."""
    return f"版 {release_id} に戻しました。"


def published(release_id: str, *, can_undo: bool) -> str:
    """Say which release serves now."""
    return f"版 {release_id} を公開しました。{UNDO_HINT if can_undo else ''}"


def exported(release_id: str, file: str, megabytes: float) -> str:
    """Say what was written, and what to do with it."""
    return (
        f"版 {release_id} を {file} に書き出しました({megabytes:.0f}MB)。"
        f"受けとる側で「manabi release import {file}」を実行してください。"
    )


def imported(release_id: str) -> str:
    """Say what came in, and that it does not serve yet."""
    return f"版 {release_id} を取り込みました。{NOT_PUBLISHED_HINT.format(release_id=release_id)}"


def _changed(report: "RebuildReport") -> str:
    if report.previous_release_id is None:
        return "はじめての版です。"
    counts = report.changes
    return f"前の版から: 追加{counts.added}件、変更{counts.changed}件、削除{counts.removed}件"


def _gate(gate: "Gate") -> str:
    before = "" if gate.previous is None else f"、前の版 {gate.previous:.3f}"
    return f"　○ {gate.label} {gate.figure:.3f}(必要 {gate.limit:.3f}{before})"
