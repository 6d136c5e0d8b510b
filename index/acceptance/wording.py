"""What staff read about the gates of a release."""

from collections.abc import Mapping, Sequence

from index.acceptance.gate import Gate

LABELS: Mapping[str, str] = {
    "counts_agree": "件数が一覧と合う",
    "nothing_vanished": "一覧にある講座が、すべて版にある",
    "encoder_matches": "エンコーダーが準備したものと同じ",
    "finds_itself": "自分の講座名で1位になる",
    "equals_brute_force": "総当たりと同じ順になる",
    "programs_kept": "前の版の講座の8割以上がある",
    "institutions_kept": "前の版の実施機関が、すべてある",
    "golden_found": "お手本の相談で、決めた講座が上位に出る",
    "golden_kept": "お手本の相談の順位が、前の版より悪くない",
    "encoder_speed": "相談をベクトルにする時間が、前の4倍以内",
}
REBUILD_AGAIN = (
    "もう一度「manabi rebuild」を実行してください。続くときは、開発者に知らせてください。"
)
ADVICE: Mapping[str, str] = {
    "counts_agree": REBUILD_AGAIN,
    "nothing_vanished": REBUILD_AGAIN,
    "encoder_matches": "「manabi encoder prepare」を実行してから、もう一度「manabi rebuild」をどうぞ。",
    "finds_itself": "エンコーダー(MANABI_ENCODER)を変えたときは、前のものに戻してください。",
    "equals_brute_force": REBUILD_AGAIN,
    "encoder_speed": "もっと小さいモデルを使うか、MANABI_ENCODER を前のものに戻してください。",
}
GOLDEN_ADVICE = (
    "講座がほんとうに変わったのなら golden.csv を直し、そうでなければ一覧を確かめてください。"
)
SHOWN = 5  # names in one sentence


def shrunk(gone: Sequence[str]) -> str:
    """Say which institutions are gone, and what to do."""
    names = f"なくなった実施機関: {_listed(gone)}。" if gone else ""
    return f"{names}「manabi catalog diff」で減った講座を確かめ、まちがいでなければ --allow-shrink を付けてどうぞ。"


def missed(texts: Sequence[str]) -> str:
    """Say which golden requests do not find their program."""
    return f"出なくなったお手本: {_listed(texts)}。{GOLDEN_ADVICE}"


def fallen(texts: Sequence[str]) -> str:
    """Say which golden requests find their program further down than before."""
    return f"順位が下がったお手本: {_listed(texts)}。{GOLDEN_ADVICE}"


def refused(gates: Sequence[Gate]) -> str:
    """Say which gates refuse, by how much, and what to do."""
    return "\n".join(
        f"・{gate.label}: {gate.figure:.1%}(必要 {gate.limit:.1%}) {gate.advice}".rstrip()
        for gate in gates
    )


def _listed(names: Sequence[str]) -> str:
    more = f"ほか{len(names) - SHOWN}件" if len(names) > SHOWN else ""
    return "、".join([*(f"「{name}」" for name in names[:SHOWN]), *([more] if more else [])])
