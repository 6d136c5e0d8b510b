"""Every sentence that staff read at the command line."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum, auto

import click

from data.errors import ManabiError
from data.issue import Severity
from data.report import FileReport, ImportReport
from data.vocabulary import Mode
from index.encoder.card import EncoderCard
from index.encoder.preparation import Step as EncoderStep
from index.manifest import Manifest
from index.progress import Step
from index.rebuild import RebuildReport
from recommender.answer import Answer, Recommendation


class EvaluateStep(Enum):
    """The steps of an evaluation."""

    EMBED = auto()
    SEARCH = auto()


# --- help -------------------------------------------------------------------------------------

MANABI = """まなびコンパス: 学びたいことを書くと、山形県内の講座が見つかるしくみ。

はじめての方は「make demo」をお試しください。"""
AS_JSON = "結果をJSONで出す。"
ASK = """相談をひとつ書いて、近い講座をさがす。

例: manabi ask "土日で介護の資格をとりたい" """
ASK_ROLE = "だれとして聞くか(learner: 学ぶ人、employer: 企業)。"
ASK_LIMIT = "講座をいくつまで出すか。"
ASK_BATCH = "1行にひとつのJSON {id, role, text} を並べたファイル。"
ASK_ONE_OF = "相談の文か --batch のどちらかひとつを指定してください"
CATALOG = """講座の一覧を取り込み、たしかめ、書き出す。

例: manabi catalog import 一覧.csv"""
CATALOG_IMPORT = """ファイルやフォルダーの一覧を取り込む。前に取り込んだ同じ名前のファイルは置きかわる。

例: manabi catalog import data/sample"""
CATALOG_EXPORT = """取り込んだ講座を、1行にひとつのJSONで書き出す。

例: manabi catalog export --jsonl > 講座.jsonl"""
CATALOG_EXPORT_JSONL = "JSON Linesで書き出す(いまはこの形だけ)。"
CATALOG_ISSUES = """取り込んだ一覧の、直したほうがよいところを見る。

例: manabi catalog issues"""
DEMO = """見本の講座で、取り込みからLINEの画面(シミュレーター)までを試す。

例: manabi demo --once"""
DEMO_ONCE = "端末で3つの相談に答えたら終わる。"
DOCTOR = """動かすのに必要なものがそろっているか調べる。

例: manabi doctor"""
ENCODER = """文章をベクトルにする部品(エンコーダー)を扱う。

例: manabi encoder card"""
ENCODER_PREPARE = """MANABI_ENCODER のエンコーダーを、配信用の形にする。

例: manabi encoder prepare"""
ENCODER_CARD = """エンコーダーの由来と作り方を見る。

例: manabi encoder card"""
EVALUATE = """公開の検索データで、3とおりの検索の質を測る。

DIR には corpus.jsonl、queries.jsonl、qrels.tsv を置く。

例: manabi evaluate DIR --limit-queries 100"""
EVALUATE_LIMIT = "はじめの何件の問い合わせで測るか。"
EVALUATE_REQUESTS = """判定つきの相談で、検索とおすすめの質を測る。

例: manabi evaluate-requests --queries requests.jsonl --judgments judgments.jsonl"""
QUERIES = "相談のファイル(JSON Lines)。"
JUDGMENTS = "判定のファイル(JSON Lines)。"
HALF = "tune(調整用の半分)か report(報告用の半分)だけで測る。"
REBUILD = """一覧から版をつくり、検査し、公開する。

例: manabi rebuild"""
NO_PUBLISH = "つくって検査するだけで、公開しない。"
RELEASES = """これまでの版と、公開中の版を見る。

例: manabi releases"""
ROLLBACK = """前の版、または指定した版に戻す。

例: manabi rollback"""
SERVE = """LINEとつながるウェブアプリを動かす。

例: manabi serve --simulator"""
SERVE_PORT = "待ち受けるポート(ないときは環境変数 PORT)。"
SERVE_SIMULATOR = "LINEのかわりのシミュレーターを、この機械の中だけで一緒に動かす。"

# --- progress ---------------------------------------------------------------------------------

REBUILD_STEPS: Mapping[Enum, str] = {
    Step.SNAPSHOT: "一覧を写し取る",
    Step.EMBED: "講座の文章をベクトルにする",
    Step.INDEX: "索引をつくる",
    Step.ACCEPT: "できばえを検査する",
    Step.PUBLISH: "仕上げて公開する",
}
ENCODER_STEPS: Mapping[Enum, str] = {
    EncoderStep.LOAD: "エンコーダーのもとのモデルを読みこむ",
    EncoderStep.EXPORT: "配信用の形に書き出す",
    EncoderStep.QUANTIZE: "小さく、速くする",
    EncoderStep.CHECK: "もとのモデルと結果が合うか確かめる",
}
EVALUATE_STEPS: Mapping[Enum, str] = {
    EvaluateStep.EMBED: "文書をベクトルにする",
    EvaluateStep.SEARCH: "問い合わせで測る",
}

# --- faults -----------------------------------------------------------------------------------

INTERRUPTED = "中断しました。公開中の版と一覧は、もとのままです。"
OS_ERROR_HINT = "空き容量と権限を確かめて、もう一度どうぞ。"

USAGE: tuple[tuple[type[click.UsageError], str], ...] = (
    (click.NoSuchOption, "そのような指定はありません"),
    (click.MissingParameter, "必要なものが足りません"),
    (click.BadParameter, "指定した値を使えません"),
    (click.UsageError, "使い方が違います"),
)


def usage(error: click.UsageError) -> str:
    """Say in Japanese what was wrong with the command line."""
    said = next(words for kind, words in USAGE if isinstance(error, kind))
    return f"{said}({error.format_message().rstrip('.')})。"


def usage_hint(error: click.UsageError) -> str:
    """Say where the right usage stands."""
    command = error.ctx.command_path if error.ctx else "manabi"
    return f"「{command} --help」で使い方を見られます。"


def os_error(error: OSError) -> str:
    """Say which file or address failed."""
    return f"{error.filename or '入出力'} を使えません({error.strerror or error})。"


def bad_batch_row(name: str, row: int) -> str:
    """Say which request of a batch cannot be read."""
    return f"{name} の{row}件目の role か text"


# --- catalog ----------------------------------------------------------------------------------

NO_ISSUES = "直したほうがよいところは、見つかりませんでした。"
ISSUE_HEADERS = ("場所", "列", "書かれていた値", "どうなっているか・どうするか", "扱い")
SEVERITIES: Mapping[Severity, str] = {
    Severity.KEPT_WITH_UNKNOWN: "不明として取り込み",
    Severity.QUARANTINED: "取り置き",
    Severity.REFUSED: "読まず",
}
LONGEST_RAW = 40


def shortened(raw: str) -> str:
    """Cut a long cell for the table."""
    return raw if len(raw) <= LONGEST_RAW else f"{raw[:LONGEST_RAW]}…"


def import_summary(report: ImportReport) -> str:
    """Sum up an import in a line a file."""
    return "\n".join(_file_summary(file) for file in report.files)


def _file_summary(file: FileReport) -> str:
    if file.refused:
        return f"{file.file}: 読みませんでした"
    same = "・前回と同じ内容" if file.unchanged else ""
    return (
        f"{file.file}: {file.rows_read}行 → 講座{file.programs}件・開催{file.offerings}件"
        f"（不明を残した行{file.kept_with_unknown}・取り置き{file.quarantined}"
        f"・重複{file.duplicates_merged}{same}）"
    )


# --- releases ---------------------------------------------------------------------------------

NO_RELEASES = "まだ版がありません。「manabi rebuild」でつくれます。"
RELEASE_HEADERS = ("", "版", "作成", "講座", "エンコーダー")
CURRENT = "公開中"
CHECK_RELEASE, CHECK_STATE, CHECK_LINE = "公開中の版", "会話のデータベース", "LINEの設定"


def rebuilt(report: RebuildReport) -> str:
    """Sum up a rebuild."""
    state = "公開しました" if report.published else "つくりました(公開はしていません)"
    return (
        f"版 {report.release_id} を{state}。講座{report.programs}件"
        f"（新しくベクトルにした{report.embedded}件・前のものを使った{report.reused}件）"
    )


def rolled_back(release_id: str) -> str:
    """Say which release serves now."""
    return f"版 {release_id} に戻しました。"


def release_facts(manifest: Manifest) -> str:
    """Say what the published release holds."""
    sample = f"(うち見本{manifest.sample_programs}件)" if manifest.sample_programs else ""
    return f"{manifest.release_id} 講座{manifest.programs}件{sample} 作成 {manifest.created_at}"


def encoder_ready(card: EncoderCard) -> str:
    """Say that an encoder can serve."""
    return f"エンコーダー {card.name} の準備ができました({card.dimension}次元)。"


def check_passed(name: str, facts: str) -> str:
    """Report a check that passed."""
    return f"○ {name} {facts}".rstrip()


def check_failed(name: str, error: ManabiError) -> str:
    """Report a check that did not pass, and what to do."""
    return f"× {name} {error}"


# --- answers ----------------------------------------------------------------------------------

OUTCOME_HEADERS = ("正しい結果", "当たった割合", "件数")


def answer_text(answer: Answer) -> str:
    """Write an answer for a terminal."""
    items = [_item(number, item) for number, item in enumerate(answer.items, start=1)]
    return "\n".join([answer.message, *items, ""])


def _item(number: int, item: Recommendation) -> str:
    program, offering = item.program, item.offering
    sample = "【見本】" if program.is_sample else ""
    lines = [f"{number}. {sample}{program.title}（{program.institution or '実施機関は不明'}）"]
    lines += [f"   ◎ {reason}" for reason in item.reasons]
    if offering:
        place = offering.municipality if offering.mode is Mode.ONSITE else offering.mode
        fee = "受講料は要確認" if offering.fee_yen is None else f"{offering.fee_yen:,}円"
        deadline = f"締切 {offering.deadline}" if offering.deadline else ""
        facts = (place or "場所は要確認", offering.sessions, fee, deadline)
        lines.append("   " + "／".join(fact for fact in facts if fact))
    return "\n".join(lines)


# --- demo and simulator -----------------------------------------------------------------------

DEMO_IMPORT = "【1/4】見本の講座(架空)を取り込みます。"
DEMO_REBUILD = "【2/4】版をつくります。はじめてのときはエンコーダーの準備に1、2分かかります。"
DEMO_ASK = "【3/4】3つの相談に答えます。\n"


def demo_clock(today: date) -> str:
    """Say on which day the demo plays."""
    return f"この体験では、時計を見本の基準日 {today:%Y年%m月%d日} に合わせています。"


def asked(text: str) -> str:
    """Show a request."""
    return f"「{text}」"


def simulator_address(port: int) -> str:
    """Say where the simulator can be opened."""
    return (
        "【4/4】シミュレーターを動かします。ブラウザーで開いてください(止めるときは Ctrl+C):\n"
        f"  http://127.0.0.1:{port}/simulator/"
    )


def simulator_notice(now: datetime | None, manifest: Manifest | None) -> str:
    """Say on the simulator's page on which day it plays, and that samples are samples."""
    clock = f"時計は{now:%Y年%m月%d日}です。" if now else ""
    is_sample = manifest is not None and manifest.sample_programs > 0
    return clock + ("講座は見本です。" if is_sample else "")
