"""What `manabi doctor` says."""

from collections.abc import Mapping
from datetime import datetime

from index.manifest import Manifest

RELEASE, STATE, CHANNEL = "公開中の版", "会話のデータベース", "LINEの設定"
ACCOUNT, WEBHOOK, QUOTA = "LINEのアカウント", "Webhook", "今月のプッシュ通知"
MARKS: Mapping[str, str] = {"good": "○", "advice": "△", "bad": "×"}

NO_WEBHOOK = "宛先がまだ登録されていません。"
WEBHOOK_HINT = "「manabi serve」を動かしてから「manabi line setup --webhook https://あなたのホスト/callback」をお試しください。"
QUOTA_HINT = "返信は数に入らないので、ふだんのお返事は続けられます。"


def found(mark: str, name: str, words: str, hint: str) -> str:
    """Report one check."""
    return " ".join(part for part in (MARKS[mark], name, words, hint) if part)


def release_facts(manifest: Manifest, now: datetime) -> str:
    """Say what the published release holds, and how old it is."""
    sample = f"(うち見本{manifest.sample_programs}件)" if manifest.sample_programs else ""
    days = (now - datetime.fromisoformat(manifest.created_at)).days
    age = f"{days}日前に作成" if days else "今日作成"
    return f"{manifest.release_id} 講座{manifest.programs}件{sample} {age}"


def waiting(count: int) -> str:
    """Say how many messages wait for an answer."""
    return f"お返事を待つメッセージ {count}件"


def left(count: int | None) -> str:
    """Say how many messages may still be pushed this month."""
    return "上限なし" if count is None else f"あと{max(count, 0)}通"
