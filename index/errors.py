"""What can go wrong between a catalog and a served release.

ManabiError
├── ReleaseMissing       staff: nothing is published, or no release has that name
├── ReleaseDamaged       outside: a file of a release is missing or has changed
├── ReleaseRefused       nobody: the new release did not pass a gate; the old one still serves
├── ArchiveUnreadable    staff: a file is no exported release, or only part of one
├── RebuildRunning       staff: another rebuild is at work
├── TrainingRunning      staff: another training of an adapter is at work
├── TrainingPairsUnusable staff: a file of public pairs is missing, malformed or empty
└── AdapterInTheWay      staff: where the adapter should go lies something else
(index/encoder/errors.py grows the branches about encoders.)
"""

from pathlib import Path

from data.errors import Fault, ManabiError


class ReleaseMissing(ManabiError):
    """There is no such release, or none at all."""

    fault = Fault.INPUT
    code = "release_missing"


class ReleaseDamaged(ManabiError):
    """A release does not match its manifest; it must not be served."""

    fault = Fault.OUTSIDE
    code = "release_damaged"


class ReleaseRefused(ManabiError):
    """A built release did not pass acceptance and was not published."""

    fault = Fault.REFUSED
    code = "release_refused"


class ArchiveUnreadable(ManabiError):
    """A file cannot be imported as a release; nothing was changed."""

    fault = Fault.INPUT
    code = "archive_unreadable"


class RebuildRunning(ManabiError):
    """Another process is rebuilding."""

    fault = Fault.REFUSED
    code = "rebuild_running"

    def __init__(self, worker: str) -> None:
        super().__init__(
            f"別の再構築が動いています({worker})。",
            hint="終わるのを待ってから、もう一度実行してください。",
        )


class TrainingRunning(ManabiError):
    """Another process is training an adapter in the same MANABI_HOME."""

    fault = Fault.REFUSED
    code = "training_running"

    def __init__(self, worker: str) -> None:
        super().__init__(
            f"別の学習が動いています({worker})。",
            hint="終わるのを待つか、別の MANABI_HOME で実行してください。",
        )


class TrainingPairsUnusable(ManabiError):
    """A file of public pairs is missing, malformed or empty."""

    fault = Fault.INPUT
    code = "training_pairs_unusable"

    def __init__(self, message: str, *, source: str) -> None:
        super().__init__(
            message, hint=f"直すか、--without {source} を付けて、使わずに進めてください。"
        )


class AdapterInTheWay(ManabiError):
    """The folder for the adapter holds something that is none; it is not overwritten."""

    fault = Fault.INPUT
    code = "adapter_in_the_way"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} には、アダプターでないものが入っています。",
            hint="新しいフォルダーか、空のフォルダーを指定してください。",
        )
