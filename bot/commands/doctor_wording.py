"""What `manabi doctor` says."""

from collections.abc import Mapping, Sequence

from index.manifest import Manifest

RELEASE, SOURCES, GOLDEN = "公開中の版", "一覧", "お手本の相談"
STATE, NEEDS, WEB, CHANNEL = "会話のデータベース", "寄せられた相談", "ウェブアプリ", "LINEの設定"
ACCOUNT, WEBHOOK, QUOTA = "LINEのアカウント", "Webhook", "今月のプッシュ通知"
MARKS: Mapping[str, str] = {"good": "○", "advice": "△", "bad": "×"}

NO_GOLDEN = "まだありません。"
UNKNOWN_GOLDEN_HINT = "golden.csv の講座コードか講座名を確かめてください。"
OLD_HINT = "一覧が新しくなっていれば、取り込んで「manabi rebuild」をどうぞ。"
STALE_HINT = "もとの一覧が新しくなっていないか、確かめてください。"
NOT_RUNNING, SERVE_HINT = "動いていません。", "「manabi serve」で動かせます。"
NOT_READY, LOG_HINT = "動いていますが、お返事できません。", "ログを見てください。"
NO_WEBHOOK = "宛先がまだ登録されていません。"
WEBHOOK_HINT = "「manabi serve」を動かしてから「manabi line setup --webhook https://あなたのホスト/callback」をお試しください。"
QUOTA_HINT = "返信は数に入らないので、ふだんのお返事は続けられます。"


def found(mark: str, name: str, words: str, hint: str) -> str:
    """Report one check."""
    return " ".join(part for part in (MARKS[mark], name, words, hint) if part)


def release_facts(manifest: Manifest, open_offerings: int, days: int) -> str:
    """Say what the published release holds, and how old it is."""
    sample = f"(うち見本{manifest.sample_programs}件)" if manifest.sample_programs else ""
    age = f"{days}日前に作成" if days else "今日作成"
    return f"{manifest.release_id} 講座{manifest.programs}件{sample}、いま申し込める回{open_offerings}件、{age}"


def source_facts(count: int, days: int, stale: Sequence[str]) -> str:
    """Say how many lists there are, and which of them are old."""
    old = f"、{days}日以上取り込み直していない一覧: {'、'.join(stale)}" if stale else ""
    return f"{count}件{old}"


def golden_facts(count: int, unknown: Sequence[str]) -> str:
    """Say how many golden requests there are, and which name programs that nobody lists."""
    names = (
        f"、講座が一覧にないもの: {'、'.join(f'「{text}」' for text in unknown)}" if unknown else ""
    )
    return f"{count}件{names}"


def golden_hint(file: str) -> str:
    """Say how to keep golden requests."""
    return f"{file} に「相談,立場,講座」の表を置くと、新しい版が前より悪くなっていないかを、公開の前に確かめられます。"


def unanswered(days: int, asked: int, without: int) -> str:
    """Say how many needs of late found nothing."""
    share = f"、ぴったりの講座がなかったもの{without}件({without / asked:.0%})" if asked else ""
    return f"この{days}日に{asked}件{share}"


def answered_in(quantiles: Mapping[float, float | None]) -> str:
    """Say within how many seconds people were answered."""
    times = [
        f"{share:.0%}は{seconds:.2f}秒以内"
        for share, seconds in quantiles.items()
        if seconds is not None
    ]
    return (
        f"動いています。お返事の{'、'.join(times)}。"
        if times
        else "動いています。お返事はまだありません。"
    )


def waiting(count: int) -> str:
    """Say how many messages wait for an answer."""
    return f"お返事を待つメッセージ {count}件"


def left(count: int | None) -> str:
    """Say how many messages may still be pushed this month."""
    return "上限なし" if count is None else f"あと{max(count, 0)}通"
