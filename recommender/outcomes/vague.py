"""Vague: wishes to learn that name nothing to learn (「何か学びたい」「資格がほしい」).

Conditions are taken out before: what is judged is what is left.
"""

import re
from collections.abc import Sequence
from typing import Final

from recommender.outcomes.folding import letters

_SAYS_SOMETHING: Final = re.compile(r"[^\W\d_]{2}")
# Normalised forms of words that name no subject, as `index.tokens` gives them. Written for this
# project; a message is vague only if every word of it is here.
NO_SUBJECT: Final = frozenset(
    {
        # learning as such
        *("学ぶ", "学び", "学び直し", "学び直す", "学習", "勉強", "習う", "習い事", "習い"),
        *("教わる", "教える", "教育", "講座", "教室", "講習", "研修", "セミナー", "クラス"),
        *("コース", "授業", "レッスン", "スクール", "学校", "大学", "リカレント", "リスキリング"),
        *("リスキル", "生涯学習", "生涯", "スキル", "スキルアップ", "スキルアップー", "アップ"),
        *("キャリア", "キャリアアップ", "能力", "技能", "技術", "資格", "免許", "検定", "知識"),
        *("手", "職", "身", "付く", "付ける", "磨く", "自分磨き", "成長", "向上", "挑戦"),
        *("チャレンジ", "人材", "社員", "社員研修", "社員教育"),
        *("従業員", "会社", "弊社", "内", "社"),
        *("出前", "スタッフ", "職員", "人"),
        # wishing, asking, being
        *("為る", "成る", "有る", "居る", "出来る", "遣る", "為さる", "下さる", "呉れる", "貰う"),
        *("頂く", "行く", "来る", "見る", "思う", "始める", "始まる", "知る", "分かる", "解る"),
        *("迷う", "悩む", "決まる", "決める", "探す", "捜す", "見付かる", "見付ける", "選ぶ"),
        *("受ける", "受講", "参加", "申し込む", "申込", "通う", "取る", "取得", "欲しい", "要る"),
        *("使う", "使える", "役立つ", "役立てる", "立つ", "役", "生かす", "活かす", "繋がる"),
        *("繋げる", "向く", "合う", "ぴったり", "増やす", "上げる", "稼ぐ", "変える", "聞く"),
        *("相談", "質問", "紹介", "お薦め", "お勧め", "御勧め", "御薦め", "薦める", "勧める"),
        *("お勧めー", "推薦", "人気", "一覧", "全部", "全て", "御願い", "願う", "御座る", "無い"),
        *("良い", "良し", "面白い", "楽しい", "簡単", "新しい", "新た", "無理", "駄目", "大丈夫"),
        *("可能", "必要", "有利", "興味", "暇", "見せる", "直す", "力", "入れる", "困る", "言う"),
        *("申す", "込む", "見学", "つける", "つく", "ならう", "置く", "おく", "すすめ", "一番"),
        *("磨き", "リカレント教育", "従業", "見直す", "言われる"),
        # pointing
        *("こと", "よう", "もん", "もの", "やつ", "うち", "いま", "なに", "なん", "なんか", "何"),
        *("何か", "何れ", "何処", "何でも", "何方", "誰", "物", "事", "所", "奴", "方", "方法"),
        *("為", "様", "時", "内容", "感じ", "種類", "色々", "私", "僕", "俺", "自分", "自身"),
        *("此れ", "其れ", "彼れ", "此処", "他", "外", "別", "今", "今後", "将来", "未来", "最近"),
        *("次", "年", "一つ", "一", "仕事", "転職", "就職", "収入", "給料", "副業", "趣味"),
        *("人生", "定年", "定年後", "後", "第二", "生活", "毎日", "気", "先", "中", "仲間"),
        *("友達",),
    }
)

MOST_WORDS: Final = 6  # who says more says something


def is_vague(words: Sequence[str]) -> bool:
    """Tell whether the normalised words of a topic name nothing to learn; false for none at all."""
    return 0 < len(words) <= MOST_WORDS and NO_SUBJECT.issuperset(words)


def is_empty(topic: str, words: Sequence[str]) -> bool:
    """Tell whether a topic holds nothing to search by: signs, emoji, a particle or two.

    A text in a script that has no words here (Korean, Nepali), or a term in kana, is not empty.
    """
    named = any(letter.isalpha() for word in words for letter in word)
    return not named and not _SAYS_SOMETHING.search(letters(topic))
