"""Every sentence about the simulator that staff read."""

from datetime import datetime

from index.manifest import Manifest


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
