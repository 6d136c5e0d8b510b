"""Numbers as people write them in Japanese: 5,000, 一万五千, 3万5千, 2~3, 十数.

Exists so that fees, lengths, dates and people are counted by one reading. Knows no units of
measure and does not judge what a number counts.
"""

import re
from collections.abc import Mapping

_DIGITS: Mapping[str, int] = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_TENS: Mapping[str, int] = {"十": 10, "百": 100, "千": 1_000}
_MYRIAD = "万"
_SEVERAL = 5  # 数日, 数千円: five or six, as most Japanese dictionaries gloss 数

# One number in match form; it never backtracks, so that long runs of digits cost nothing.
NUMBER = (
    r"(?<![\d.,])"
    r"(?:(?>\d{1,3}(?:,\d{3})++(?!\d)|\d++(?:\.\d{1,2})?+)|[〇一二三四五六七八九十百千万数]){1,9}+"
)
# 「2~3」, 「二、三」, 「4か5」: the upper one counts.
UP_TO = (
    rf"(?:{NUMBER} ?(?:~|-|、|・|,|か|から) ?(?=[\d〇一二三四五六七八九十]))?(?P<number>{NUMBER})"
)

_PART = re.compile(r"\d[\d,]*(?:\.\d+)?|.")


def value_of(written: str) -> float:
    """Return the value of what NUMBER found; 数 counts five."""
    total = section = digits = 0.0
    behind_digit = False
    for part in _PART.findall(written):
        if part == _MYRIAD:
            total += (section + digits or 1) * 10_000
            section = digits = 0.0
        elif part in _TENS:
            section += (digits or 1) * _TENS[part]
            digits = 0.0
        elif part in _DIGITS:  # 二〇二七 is written digit by digit
            digits = digits * 10 + _DIGITS[part] if behind_digit else _DIGITS[part]
        else:
            digits = _SEVERAL if part == "数" else float(part.replace(",", ""))
        behind_digit = part in _DIGITS
    return total + section + digits
