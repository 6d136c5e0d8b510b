"""Written language: whether a message is written in another language than Japanese.

Who writes to a Japanese counter in Vietnamese reads Japanese with difficulty: that says whom the
course must take. Looks at script and at words without content; does not tell languages apart.
"""

import re

_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_KANA_SHARE = 0.25  # of all characters; a foreign message quotes at most a Japanese name or two

# Scripts that Japanese is never written in: Hangul, Devanagari (Nepali), Thai, Burmese, Cyrillic,
# Arabic, Khmer, Sinhala.
_OTHER_SCRIPT = re.compile(
    r"[\uac00-\ud7a3\u0900-\u097f\u0e00-\u0e7f\u1000-\u109f\u0400-\u04ff\u0600-\u06ff"
    r"\u1780-\u17ff\u0d80-\u0dff]"
)
# Characters that only Chinese uses: function words, and everyday words in simplified form.
_CHINESE = re.compile(
    r"[我吗嗎呢们們这這那哪么麼没您你很给還还過过吧請请课报语书說说话让该认识师业车门问间东边"
    r"图难计划术员两单发动开实际务关对产经护环节总样种钱红线电厂桥检训练证维统习]"
    r"|什么|想[学學考找报報做参把带在]"
)
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_LATIN_WORD = re.compile(r"[a-zà-ỹ']+", re.IGNORECASE)
# Words without content of English, Portuguese, Tagalog, Indonesian and Vietnamese, the most
# frequent ones of each; Japanese texts borrow nouns, never these.
_FUNCTION_WORDS = frozenset(
    """
    i i'm i'd i've my me we our you your he she they is are am was be the a an of to for in on at
    and or but with from that this it can could how what where when want would like need there any
    do does have has about
    eu meu minha quero queria preciso para com sem que uma um de do da dos das em no na como onde
    sou tenho estou fazer aprender mas nao não e o os as ao por
    ako ang ng sa na po ba ko gusto kong paano saan may mga yung kailangan namin kami at ay ito
    saya ingin mau di yang dan untuk dengan ada belajar dari ini kami cara bagaimana tidak
    toi tôi em muốn học và là ở có không cho để
    """.split()  # noqa: SIM905 - a list a language reads best as lines
)
_FEWEST = 2  # hits; a single one may be a name or a title


def is_foreign(text: str) -> bool:
    """Tell whether `text`, in match form, is written in a language other than Japanese."""
    if not text or len(_KANA.findall(text)) > _KANA_SHARE * len(text):
        return False
    return any(len(found) >= _FEWEST for found in _signs(text))


def _signs(text: str) -> tuple[list[str], ...]:
    words = [word for word in _LATIN_WORD.findall(text.casefold()) if word in _FUNCTION_WORDS]
    return (
        _OTHER_SCRIPT.findall(text),
        _CHINESE.findall(text),
        _VIETNAMESE.findall(text),
        words,
    )
