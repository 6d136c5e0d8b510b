"""What is said about single programs: saved, compared, gone; and the facts that are asked for."""

from collections.abc import Sequence

from bot.line.wording import how_many, labelled
from bot.line.words import Words, joined

NOTHING_SAVED = Words(
    plain="まだ保存した講座はありません。カードの「保存」を押すと、ここにたまります。",
    easy="保存（ほぞん）した 講座（こうざ）は ありません。カードの「保存」を おしてください。",
)
GONE = Words(
    plain="この講座は、いまの一覧からなくなりました。もう一度さがしてみてください。",
    easy="この 講座（こうざ）は もう ありません。もう一度（いちど） さがしてください。",
)
ALL_REMOVED = Words(
    plain="保存した講座を、すべてはずしました。",
    easy="保存（ほぞん）した 講座（こうざ）を、ぜんぶ はずしました。",
)
TOO_FEW_TO_COMPARE = Words(
    plain="くらべるには、講座が2件以上必要です。カードの「保存」を押してから、「くらべる」と送ってください。",
    easy="くらべる 講座（こうざ）が たりません。2つ 保存（ほぞん）してください。",
)
NOT_THERE_TO_REMOVE = Words(
    plain="その講座は保存していません。", easy="その 講座（こうざ）は 保存（ほぞん）していません。"
)
WHICH_ONE = Words(
    plain="どの講座のことですか？「2番目」のように書いてください。",
    easy="どの 講座（こうざ）ですか？「2番目」のように 書（か）いてください。",
)
SAVING_IT, REMOVING_IT, LIKING_IT = "を保存", "をはずす", "に似た講座"
CAPACITY = Words(plain="定員", easy="何人（なんにん）まで")
BENEFIT = Words(plain="補助・給付", easy="お金（かね）の 助（たす）け")
OTHER = Words(plain="おたずねのこと", easy="質問（しつもん）")


def saved(title: str) -> Words:
    """Confirm that a program was saved."""
    return Words(
        plain=f"「{title}」を保存しました。「保存した講座」と送ると、いつでも見られます。",
        easy=f"「{title}」を 保存（ほぞん）しました。「保存した講座」を 送（おく）ると、見（み）られます。",
    )


def already_saved(title: str) -> Words:
    """Say that a program was saved before."""
    return Words(
        plain=f"「{title}」は、もう保存してあります。",
        easy=f"「{title}」は、もう 保存（ほぞん）してあります。",
    )


def too_many_saved(most: int) -> Words:
    """Say that no more can be saved."""
    return Words(
        plain=f"保存できるのは{most}件までです。「保存した講座」で、いらないものをはずしてください。",
        easy=f"保存（ほぞん）は {how_many(most)}までです。いらない 講座（こうざ）を はずしてください。",
    )


def removed(title: str) -> Words:
    """Confirm that a program is no longer saved; the title may be empty."""
    name = f"「{title}」を" if title else ""
    return Words(
        plain=f"{name}保存からはずしました。",
        easy=f"{name}保存（ほぞん）から はずしました。",
    )


def gone(count: int) -> Words:
    """Say that some of the saved programs are no longer listed."""
    return Words(
        plain=f"保存した講座のうち{count}件は、一覧からなくなったので、はずしました。",
        easy=f"保存（ほぞん）した 講座（こうざ）の うち {how_many(count)}は、もう ありません。はずしました。",
    )


def only_so_many(count: int) -> Words:
    """Say how many programs are shown, to who pointed past them."""
    return Words(
        plain=f"いまお見せしているのは{count}件です。「{count}番目」のように書いてください。",
        easy=f"講座（こうざ）は {how_many(count)}です。「{count}番目」のように 書（か）いてください。",
    )


def only_so_many_compared(most: int) -> Words:
    """Say that a phone has room for so many, and how to compare the others."""
    return Words(
        plain=f"一度にくらべられるのは{most}件までです。ほかの講座は、「1番目と4番目をくらべて」のように送ってください。",
        easy=f"いっしょに くらべられるのは {how_many(most)}までです。ほかの 講座（こうざ）は「1番目と4番目をくらべて」を 送（おく）ってください。",
    )


def fact(label: Words, values: Sequence[Words]) -> Words:
    """Write what was asked for; several where the occasions differ."""
    several = [Words(plain=f"\n・{one.plain}", easy=f"\n・{one.easy}") for one in values]
    return labelled(label, values[0] if len(values) == 1 else joined(several, ""))


def people(count: int) -> str:
    """Write how many can take part."""
    return f"{count}人"


def numbered(number: int, title: str) -> Words:
    """Write a title with the place that it is shown at."""
    return Words(plain=f"{number}. {title}", easy=f"{number}. {title}")


def titled(title: str) -> Words:
    """Write the title of the program that is spoken of."""
    return Words(plain=f"「{title}」", easy=f"「{title}」")


def how_to_go_on(count: int) -> Words:
    """Say how many are saved, and how to take one off."""
    return Words(
        plain=f"保存した講座は{count}件です。いらないものは、「1番目をはずして」のように送ってください。",
        easy=f"保存（ほぞん）した 講座（こうざ）は {how_many(count)}です。いらない 講座（こうざ）は、「1番目をはずして」を 送（おく）ってください。",
    )


def place(number: int, deed: str = "") -> str:
    """Name a place in the list, and what to do with it, as a person would."""
    return f"{number}番目{deed}"
