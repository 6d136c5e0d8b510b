"""Every sentence that staff read at the command line."""

from datetime import date
from typing import TYPE_CHECKING

import click

from data.vocabulary import Mode
from recommender.answer import Answer, Outcome, Recommendation
from recommender.understanding.description import described
from recommender.wording import searched as searched_with

if TYPE_CHECKING:  # each would bring the libraries that only its command needs
    from pathlib import Path

    from index.encoder.adapter import AdapterCard
    from index.encoder.card import EncoderCard
    from recommender.evaluation.encoder_speed import EncoderSpeed
    from recommender.tuning import Tuning


# --- faults -----------------------------------------------------------------------------------

ASK_ONE_OF = "相談の文か --batch のどちらかひとつを指定してください"
INTERRUPTED = "中断しました。公開中の版と一覧は、もとのままです。"
DISK = "ファイル"  # where the system does not say which
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


# --- encoders ---------------------------------------------------------------------------------


def encoder_ready(card: "EncoderCard") -> str:
    """Say that an encoder can serve."""
    return f"エンコーダー {card.name} の準備ができました({card.dimension}次元)。"


NOTHING_TO_TRAIN_ON = "学習に使うものがありません。--without を減らすか、--pairs を指定してください"
QUERIES_AND_JUDGMENTS = "--queries と --judgments は、一緒に指定してください"
COMPARED_BY = (
    "数字は nDCG@10(0から1、大きいほどよい)。区間が0をまたがない差は、偶然とは言いにくい差です。"
)
METHODS = {"lexical": "言葉", "dense": "意味", "hybrid": "両方"}
HELD_BACK = {
    "held-back, Japanese": "取っておいた相談(日本語)",
    "held-back, foreign": "取っておいた相談(外国語)",
}


def adapter_trained(card: "AdapterCard", folder: "Path") -> str:
    """Say what an adapter learned from and how to use it."""
    parts = "、".join(f"{part.name} {part.examples}件" for part in card.parts)
    return (
        f"アダプターを {folder} に置きました({parts}、{card.steps}ステップ)。\n"
        f"使うには MANABI_ENCODER={folder} を設定して「manabi rebuild」を実行してください。"
    )


def tuned(tuning: "Tuning", file: "Path") -> str:
    """Say what was learned for an encoder and how to use it."""
    offered = tuning.calibration
    return (
        f"{tuning.source} の数字を {file} に書きました"
        f"(言葉の重み {tuning.lexical_weight}、確からしさ {offered.offer_from:.1%} 以上で出す)。\n"
        "使うには、recommender/tuned/ に置いて、ウェブアプリを動かし直してください。"
    )


def compare_headers(first: str, second: str) -> tuple[str, ...]:
    """Head the table of a comparison; the figure is nDCG@10."""
    return ("", "検索", "件数", first, second, "差", "差の95%区間")


def encoder_speed(speed: "EncoderSpeed") -> str:
    """Say how long both take for a question."""
    return (
        f"1件あたり {speed.first_ms:.1f} ms と {speed.second_ms:.1f} ms"
        f"（{speed.questions}件の中央値、比の中央値 {speed.ratio:.2f}）"
    )


# --- answers ----------------------------------------------------------------------------------

SEARCHED = frozenset({Outcome.RECOMMEND, Outcome.NO_MATCH})


def answer_text(answer: Answer) -> str:
    """Write an answer for a terminal."""
    heard = described(answer.understood) if answer.outcome in SEARCHED else ()
    items = [_item(number, item) for number, item in enumerate(answer.items, start=1)]
    choices = [f"・{choice.label}" for choice in answer.choices]
    searched = [searched_with(heard)] if heard else []
    return "\n".join([*searched, answer.message, *items, *choices, ""])


def _item(number: int, item: Recommendation) -> str:
    program, offering = item.program, item.offering
    sample = "【見本】" if program.is_sample else ""
    lines = [f"{number}. {sample}{program.title}（{program.institution or '実施機関は不明'}）"]
    lines += [f"   ◎ {reason}" for reason in item.reasons[:1]]
    lines += [f"   ・{reason}" for reason in item.reasons[1:]]
    if offering:
        place = offering.municipality if offering.mode is Mode.ONSITE else offering.mode
        fee = "受講料は要確認" if offering.fee_yen is None else f"{offering.fee_yen:,}円"
        deadline = f"締切 {offering.deadline}" if offering.deadline else ""
        facts = (place or "場所は要確認", offering.sessions, fee, deadline)
        lines.append("   " + "／".join(fact for fact in facts if fact))
    return "\n".join(lines)


# --- demo -------------------------------------------------------------------------------------

DEMO_IMPORT = "【1/4】見本の講座(架空)を取り込みます。"
DEMO_REBUILD = "【2/4】版をつくります。はじめてのときはエンコーダーの準備に1、2分かかります。"
DEMO_ASK = "【3/4】3つの相談に答えます。\n"


def demo_clock(today: date) -> str:
    """Say on which day the demo plays."""
    return f"この体験では、時計を見本の基準日 {today:%Y年%m月%d日} に合わせています。"


def asked(text: str) -> str:
    """Show a request."""
    return f"「{text}」"
