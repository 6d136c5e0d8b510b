"""Words whose readings the dictionary does not know, or has as they are read elsewhere.

Checked by hand over every title, institution and venue of the sample; names of places as the
municipalities and the prefecture write them in kana.
"""

from collections.abc import Mapping
from typing import Final

READ_OTHERWISE: Final[Mapping[str, str]] = {
    # places in Yamagata
    "置賜": "おきたま",
    "最上": "もがみ",
    "北庄内": "きたしょうない",
    "南陽": "なんよう",
    "左沢": "あてらざわ",
    "三泉": "みいずみ",
    "飯田": "いいだ",
    "霞城": "かじょう",
    "上杉": "うえすぎ",
    "西館": "にしかん",
    # the same kanji, not the place
    "最上級": "さいじょうきゅう",
    "最上位": "さいじょうい",
    "最上階": "さいじょうかい",
    # words of a trade
    "口腔": "こうくう",
    "楮": "こうぞ",
    "糸代": "いとだい",
    "衣代": "いだい",
}
