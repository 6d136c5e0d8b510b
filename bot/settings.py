"""Settings: what the environment says. The only place that reads it."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NoReturn

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors import Fault, ManabiError

JAPAN = timezone(timedelta(hours=9), "JST")
MEMORY = Path("/dev/shm")  # noqa: S108 - the folder in it is the user's own


class SettingsInvalid(ManabiError):
    """A setting is missing or cannot be read."""

    fault = Fault.INPUT
    code = "settings_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChannel:
    """The channel's two secrets, and the key that pseudonymises its users."""

    secret: str
    access_token: str
    user_key: str


class Settings(BaseSettings):
    """Every setting, under the name that the contract gives it."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    home: Path = Field(Path("var"), validation_alias="MANABI_HOME")
    encoder: str = Field("manabi", validation_alias="MANABI_ENCODER")
    database_url: str | None = Field(None, validation_alias="MANABI_DATABASE_URL")
    secret: SecretStr | None = Field(None, validation_alias="MANABI_SECRET")
    now: datetime | None = Field(None, validation_alias="MANABI_NOW")
    channel_secret: SecretStr | None = Field(None, validation_alias="LINE_CHANNEL_SECRET")
    channel_access_token: SecretStr | None = Field(
        None, validation_alias="LINE_CHANNEL_ACCESS_TOKEN"
    )
    line_api_base_url: str = Field("https://api.line.me", validation_alias="LINE_API_BASE_URL")
    push: str = Field("urgent", validation_alias="MANABI_PUSH", pattern="^(urgent|late|never)$")
    port: int = Field(8000, validation_alias="PORT", ge=1, le=65535)

    @field_validator("now", mode="before")
    @classmethod
    def _day_or_moment(cls, value: object) -> object:
        """Let 2026-11-23 mean that day's noon."""
        if isinstance(value, str) and len(value) == len("2026-11-23"):
            return f"{value}T12:00:00"
        return value

    @property
    def catalog_file(self) -> Path:
        """The catalog."""
        return self.home / "catalog.db"

    @property
    def corrections_file(self) -> Path:
        """The staff's table of corrections."""
        return self.home / "corrections.csv"

    @property
    def columns_file(self) -> Path:
        """The staff's table of what unusual headers mean."""
        return self.home / "columns.csv"

    @property
    def golden_file(self) -> Path:
        """The staff's table of requests that every release must answer."""
        return self.home / "golden.csv"

    @property
    def releases_folder(self) -> Path:
        """All releases."""
        return self.home / "releases"

    @property
    def encoders_folder(self) -> Path:
        """Prepared encoders."""
        return self.home / "encoders"

    @property
    def training_folder(self) -> Path:
        """Checkpoints of a training that is not finished."""
        return self.home / "training"

    @property
    def cache_folder(self) -> Path:
        """Vectors already computed."""
        return self.home / "cache"

    @property
    def figures_folder(self) -> Path:
        """Where the processes of one web app put their figures for Prometheus.

        In memory where there is such a folder: figures are mapped files, and the system ends a
        process (SIGBUS) that writes to one on a full disk.
        """
        if MEMORY.is_dir() and os.access(MEMORY, os.W_OK):
            return MEMORY / f"manabi-{os.getuid()}-{self.port}"
        return self.home / f"figures-{self.port}"

    @property
    def state_url(self) -> str:
        """The SQLAlchemy URL of the live state."""
        return self.database_url or f"sqlite:///{self.home / 'state.db'}"

    def line_channel(self) -> "LineChannel":
        """Return the LINE channel; raises SettingsInvalid that names what is not set."""
        needed = {
            "LINE_CHANNEL_SECRET": self.channel_secret,
            "LINE_CHANNEL_ACCESS_TOKEN": self.channel_access_token,
            "MANABI_SECRET": self.secret,
        }
        missing = [
            name for name, value in needed.items() if not (value and value.get_secret_value())
        ]
        if missing:
            raise SettingsInvalid(
                f"環境変数 {'、'.join(missing)} が設定されていません。",
                hint="READMEの「LINEにつなぐ」をご覧ください。試すだけなら「make demo」で。",
            )
        secret, access_token, user_key = (
            value.get_secret_value() for value in needed.values() if value
        )
        return LineChannel(secret=secret, access_token=access_token, user_key=user_key)

    def for_simulator(self) -> "Settings":
        """Return the same settings with the simulator in LINE's place, and secrets of no worth."""
        stand_in = f"http://127.0.0.1:{self.port}/simulator"
        secrets_ = ("channel_secret", "channel_access_token", "secret")
        worthless = {name: SecretStr(f"simulator-{name}") for name in secrets_}
        return self.model_copy(update=worthless | {"line_api_base_url": stand_in})

    def as_environment(self) -> dict[str, str]:
        """Return the environment in which another process has these settings."""
        return os.environ | {
            str(field.validation_alias): _as_text(value)
            for name, field in type(self).model_fields.items()
            if (value := getattr(self, name)) is not None
        }

    def today(self) -> date:
        """Return the day in Japan that decides what is open; MANABI_NOW fixes it."""
        moment = self.now or datetime.now(JAPAN)
        in_japan = moment.astimezone(JAPAN) if moment.tzinfo else moment
        return in_japan.date()

    def moment(self) -> datetime:
        """Return the real time in Japan, for what is written down as done now."""
        return datetime.now(JAPAN)


def _as_text(value: object) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)


FIGURES = "PROMETHEUS_MULTIPROC_DIR"  # prometheus-client's own name


def share_figures(folder: Path) -> None:
    """Let this process and those it starts put their figures into one folder, empty at first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ[FIGURES] = str(folder.resolve())


def shared_figures() -> Path | None:
    """Return the folder of shared figures, None where each process keeps its own."""
    folder = os.environ.get(FIGURES)
    return Path(folder) if folder else None


def replace_process(arguments: Sequence[str], **changed: str) -> NoReturn:
    """Become another `manabi` command, with some variables of the environment changed."""
    command = [sys.executable, "-m", "bot.cli", *arguments]
    os.execve(sys.executable, command, os.environ | changed)  # noqa: S606 - our own command


def read_settings() -> Settings:
    """Read the environment; raises SettingsInvalid that names the variable."""
    try:
        return Settings()
    except ValidationError as error:
        names = "、".join(sorted({str(fault["loc"][0]) for fault in error.errors()}))
        raise SettingsInvalid(
            f"設定 {names} の値を読み取れません。",
            hint="日時は「2026-11-23」か「2026-11-23T10:00:00+09:00」、PORTは1から65535の数字です。",
        ) from None
