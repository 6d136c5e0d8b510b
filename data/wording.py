"""Every sentence about a source that staff read: what is wrong, and what to do about it.

`{detail}` is filled with what the reader adds: the unknown word, the other place.
"""

from collections.abc import Mapping
from typing import NamedTuple

from data.issue import Code, Issue, Severity
from data.program import SourceRef


class Words(NamedTuple):
    """A fault in one sentence, and the next step in another."""

    message: str
    advice: str


FAULTS: Mapping[Code, Words] = {
    Code.DATE_UNREADABLE: Words("日付として読めません。", "「2026-04-11」の形で書いてください。"),
    Code.DATE_IMPOSSIBLE: Words("暦にない日付です。", "月と日を確かめてください。"),
    Code.DATE_OUT_OF_RANGE: Words(
        "講座の日付として考えにくい値です。", "年・月・日を確かめてください。"
    ),
    Code.DATE_UNDECIDED: Words("日付が「未定」です。", "決まったら日付を書いてください。"),
    Code.PERIOD_INCOMPLETE: Words(
        "期間の終わりが書かれていません。",
        "「2026-04-11～2026-05-20」のように終わりの日も書いてください。",
    ),
    Code.END_BEFORE_START: Words(
        "終了日が開始日より前です。", "どちらの日付が正しいか確かめてください。"
    ),
    Code.TIME_IMPOSSIBLE: Words("時計にない時刻です。", "「13:30」の形で書いてください。"),
    Code.FEE_UNREADABLE: Words(
        "金額として読めません。", "円単位の数字で書き、補足は備考に移してください。"
    ),
    Code.FEE_NEGATIVE: Words(
        "金額がマイナスです。", "正しい金額を書いてください。無料なら「無料」と書いてください。"
    ),
    Code.FEE_CURRENCY: Words("円ではない通貨の金額です。", "円での金額を書いてください。"),
    Code.HOURS_UNREADABLE: Words(
        "総時間として読めません。", "「12」「4.5」のように時間の数で書いてください。"
    ),
    Code.HOURS_UNIT: Words(
        "時間の数ではなく、日数や月数です。", "合わせて何時間かを書いてください。"
    ),
    Code.HOURS_OUT_OF_RANGE: Words(
        "総時間として考えにくい値です。", "合わせて何時間かを確かめてください。"
    ),
    Code.COUNT_UNREADABLE: Words("人数として読めません。", "「20」のように数字で書いてください。"),
    Code.COUNT_OUT_OF_RANGE: Words("人数として考えにくい値です。", "人数を確かめてください。"),
    Code.SPREADSHEET_ARTEFACT: Words(
        "表計算ソフトが数字を日付や時刻に変えた値のようです。",
        "セルの書式を「文字列」にして、もとの値を入れ直してください。",
    ),
    Code.SPREADSHEET_ERROR: Words(
        "表計算ソフトのエラーの値です。", "数式の参照先を直すか、値を入れ直してください。"
    ),
    Code.FORMULA: Words(
        "数式が入っています。数式は計算せず、値としても使いません。",
        "数式ではなく、値を入れてください。",
    ),
    Code.WRONG_TYPE: Words(
        "言葉が入るところに、はい・いいえの値が入っています。",
        "「募集中」「対面」のような言葉で書いてください。",
    ),
    Code.URL_UNSAFE: Words(
        "ウェブページのアドレスとして使えません。", "https:// で始まるアドレスを書いてください。"
    ),
    Code.MUNICIPALITY_UNKNOWN: Words(
        "県内の市町村の名前やコードではありません。",
        "「米沢市」のように市・町・村まで書いてください。",
    ),
    Code.WORD_UNKNOWN: Words(
        "「{detail}」は決められた言葉にありません。", "手引きの「使える言葉」から選んでください。"
    ),
    Code.BENEFIT_EXPIRED: Words(
        "給付の指定期間が終わっているので、給付の対象として案内しません。",
        "新しい指定期間を確かめてください。",
    ),
    Code.COORDINATES_SWAPPED: Words(
        "緯度と経度が入れ替わっているか、県の外を指しています。",
        "緯度は38前後、経度は140前後です。",
    ),
    Code.CONTROL_CHARACTERS: Words(
        "目に見えない文字が混じっていたので、取り除きました。",
        "メモ帳などに一度貼り付けてから写すと、消せます。",
    ),
    Code.MARKUP_REMOVED: Words(
        "ウェブページ用の記号(タグ)が混じっていたので、取り除きました。",
        "文章だけを入れてください。",
    ),
    Code.TEXT_TOO_LONG: Words(
        "とても長い文章なので、途中までを使いました。", "2,000字以内にまとめてください。"
    ),
    Code.UNDECODABLE_BYTES: Words(
        "文字として読めない部分があったので、取り除きました。",
        "その前後の文章が切れていないか確かめてください。",
    ),
    Code.PERSONAL_DATA: Words(
        "個人の携帯電話やメールアドレスのようなので、公開しません。",
        "部署の名前と代表の電話番号を書いてください。",
    ),
    Code.TITLE_MISSING: Words("講座名が空です。", "講座名を書くか、この行を消してください。"),
    Code.INSTITUTION_MISSING: Words("実施機関が空です。", "どこの講座かを書いてください。"),
    Code.ROW_EMPTY: Words("講座のことが何も書かれていません。", "不要な行なら消してください。"),
    Code.ROW_WIDTH: Words(
        "見出しと列の数が合わないので、値が別の列にずれている恐れがあります。({detail})",
        "値の中の「,」を「、」に変えるか、値を引用符で囲んでください。",
    ),
    Code.ROW_REPEATED: Words("{detail} と同じ内容の行です。", "どちらかの行を消してください。"),
    Code.MOJIBAKE: Words(
        "文字化けしています。もとは「{detail}」のようです。",
        "もとのファイルを開き直し、文字コードを確かめて保存してください。",
    ),
    Code.SUBTOTAL: Words("小計や合計の行で、講座ではありません。", "そのままでかまいません。"),
    Code.NOT_A_COURSE: Words(
        "講座ではないお知らせのようです。(手がかり: {detail})",
        "講座なら、名前に「講座」「教室」などを入れるか、申込締切や定員を書いてください。",
    ),
    Code.KEY_REUSED: Words(
        "この講座コードは、別の講座「{detail}」で使われています。",
        "講座ごとに別のコードを付けてください。",
    ),
    Code.QUOTE_UNCLOSED: Words(
        '引用符「"」が閉じていないので、この行を読めません。', "引用符を閉じるか、消してください。"
    ),
    Code.BROKEN_JSON: Words(
        "JSONとして読めないので、この部分を取り込めません。",
        "ページを作った人に、余分なカンマや閉じ忘れを直してもらってください。",
    ),
    Code.NOT_A_RECORD: Words(
        "講座ひとつ分のデータの形をしていません。",
        "そのままでかまいません。講座なら、ほかの講座と同じ形で書いてください。",
    ),
    Code.COLUMN_UNUSED: Words(
        "この見出しの意味が分からないので、この列は使いませんでした。",
        "必要な列なら、対応表にこの見出しと項目を書いてください。",
    ),
    Code.SOURCE_UNCLAIMED: Words(
        "講座の一覧として読めるところがありません。({detail})",
        "「講座名」「実施機関」などの見出しがある一覧か確かめ、見出しの言葉が特別なら対応表に書いてください。",
    ),
    Code.SOURCE_SHRANK: Words(
        "講座が前回の{detail}に減っています。前回の内容を残しました。",
        "減ったのが正しければ、--accept-shrinking を付けて取り込み直してください。",
    ),
    Code.SOURCE_VANISHED: Words(
        "前回はあったファイルがありません。講座はそのまま残しています。({detail})",
        "載せるのをやめるなら「manabi catalog forget {file}」を実行してください。",
    ),
    Code.SOURCES_DISAGREE: Words(
        "{detail}", "実施機関の値を使いました。どちらが正しいか確かめてください。"
    ),
    Code.CORRECTION_APPLIED: Words(
        "訂正表のとおり「{detail}」に直しました。",
        "もとの一覧が直ったら、訂正表の行を消してください。",
    ),
    Code.CORRECTION_UNMATCHED: Words(
        "訂正する相手が見つかりません。", "ファイル名、講座コードか講座名、項目を確かめてください。"
    ),
    Code.STAFF_FILE_ROW: Words("この行を使えません。({detail})", "手引きの例と見比べてください。"),
}


SEVERITIES: Mapping[Severity, str] = {
    Severity.REFUSED: "読まず",
    Severity.QUARANTINED: "取り置き",
    Severity.KEPT_WITH_UNKNOWN: "不明として取り込み",
    Severity.NOTED: "お知らせ",
}


class _Blank(dict[str, str]):
    """Fills a sentence's places; one that is not given stays empty."""

    def __missing__(self, key: str) -> str:
        return ""


def words_for(code: Code, **details: str) -> Words:
    """Return the sentences for a fault with their details filled in."""
    message, advice = FAULTS[code]
    values = _Blank(details)
    return Words(message.format_map(values), advice.format_map(values))


def issue_at(
    place: SourceRef,
    code: Code,
    *,
    column: str = "",
    raw: str = "",
    severity: Severity = Severity.KEPT_WITH_UNKNOWN,
    detail: str = "",
) -> Issue:
    """Say what is wrong at a place, in the words for its code."""
    message, advice = words_for(code, detail=detail, file=place.file)
    return Issue(
        file=place.file,
        locator=place.locator,
        column=column,
        raw=raw,
        code=code.value,
        message=message,
        advice=advice,
        severity=severity,
    )
