"""Every sentence that `manabi evaluate-requests` prints, and the Japanese names of its figures."""

from collections.abc import Mapping
from typing import Final

RANKING: Final = "順位のよさ(答えのある相談で)"
AHEAD: Final = "おすすめ全体と、検索だけとの差(＋なら、おすすめ全体のほうがよい)"
BY_GROUP: Final = "おすすめ全体の、相談した人と種類ごとの順位のよさ"
OUTCOMES: Final = "返し方が合っていたか"
HONESTY: Final = "あるものは出し、ないものは「ない」と言えたか"
CONSTRAINTS: Final = "条件の読み取り(全体は、場所・形態・時間帯・受講料・給付・人数の9項目)"
REFUSALS: Final = "断られたものを、はじめの5件に出してしまった割合(小さいほどよい)"
HOW_TO_READ: Final = (
    "nDCG@10 は並び順のよさ、success@3 は「はじめの3件に、役に立つ講座がある」割合で、"
    "どちらも0から1、大きいほどよい数字です。\n"
    "かっこの中は、相談を選び直したときに95%が収まる幅です。どの相談でも同じ結果だった行には書きません。\n"
    "件数の少ない行は、目安とお考えください。"
)
RANKING_HEADERS: Final = ("", "件数", "nDCG@10", "success@3")
OUTCOME_HEADERS: Final = ("望ましい返し方", "件数", "当たり", "実際の返し方")
SHARE_HEADERS: Final = ("", "件数", "割合")
CONSTRAINT_HEADERS: Final = ("項目", "正解", "読取", "適合率", "再現率", "F1")

NAMES: Final[Mapping[str, str]] = {
    # ways of ranking
    "lexical": "言葉だけ",
    "dense": "意味だけ",
    "hybrid": "言葉と意味",
    "recommender": "おすすめ全体",
    # who asked; kinds of message
    "learner": "学ぶ人",
    "employer": "企業",
    "complaint": "苦情",
    "constraint_only": "条件だけ",
    "dialect": "方言",
    "employer_multi_skill": "企業: いくつもの力",
    "employer_outcome": "企業: したいこと",
    "foreign_lang": "外国語",
    "long_ramble": "長い話",
    "multi_constraint": "条件が多い",
    "negation": "断りを含む",
    "no_supply": "講座がないはず",
    "oneword": "ひとこと",
    "short": "短い文",
    "situation": "事情を話す",
    "yasashii": "やさしい日本語",
    # outcomes
    "recommend": "講座を出す",
    "clarify": "聞き返す",
    "no_match": "ないと言う",
    "out_of_scope": "扱わないと言う",
    "smalltalk": "あいさつ",
    "privacy": "個人情報の説明",
    "crisis": "相談先の案内",
    # what fits and what does not
    "no_match_recall": "一覧にないとき、「ない」と言えた",
    "honest_when_unavailable": "締切や条件で出せないとき、そう言えた",
    "false_no_match": "答えがあるのに、出さなかった",
    "shown_closed": "申し込めない講座を出した",
    # conditions
    "overall": "全体",
    "municipality": "市町村",
    "area": "地域",
    "mode": "開催形態",
    "not_mode": "避けたい形態",
    "time_bands": "時間帯",
    "not_time_bands": "避けたい時間帯",
    "max_fee_yen": "受講料の上限",
    "max_hours": "時間数の上限",
    "max_days": "日数の上限",
    "start_from": "開始(から)",
    "start_until": "開始(まで)",
    "finish_until": "修了(まで)",
    "weekday_end_by": "平日の終了時刻",
    "subsidy": "給付・助成",
    "certificate": "資格・証明",
    "audience": "対象",
    "childcare": "託児",
    "headcount": "人数",
    "level": "程度",
    # refusals
    "all": "どれか",
    "exclude": "断られた内容",
}


def named(name: str) -> str:
    """Return the Japanese name of a figure, or the name itself."""
    return NAMES.get(name, name)


def measured(requests: int, answerable: int) -> str:
    """Say on how many requests everything below is measured."""
    return f"相談{requests}件(うち、いま出せる講座に答えのあるもの{answerable}件)で測りました。"


def counted(outcomes: Mapping[str, int]) -> str:
    """Say how often each outcome was got, most often first."""
    most_first = sorted(outcomes.items(), key=lambda one: -one[1])
    return "、".join(f"{named(name)} {count}" for name, count in most_first)
