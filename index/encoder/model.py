"""Models as their authors publish them, and as sentence-transformers handles them.

Loads a model from a folder or the hub, and assembles one around a plain transformer. Everything
heavy is imported inside the functions: it costs seconds and hundreds of MB, and serving never
comes here. Knows nothing of ONNX or of served folders.
"""

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index.encoder.errors import EncoderNotFound, PreparationToolsMissing

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_MODULES_FILE = "modules.json"  # every sentence-transformers folder has one


def load_model(location: str | Path) -> "SentenceTransformer":
    """Load a model onto the CPU: a `Path` from disk alone, a `str` by its hub id.

    Raises EncoderNotFound when there is no such model and PreparationToolsMissing when the
    rebuild extra is not installed.
    """
    if isinstance(location, Path):
        _check_folder(location)
    try:
        # Costs seconds and hundreds of MB; only preparation pays them.
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise PreparationToolsMissing(error.name or "sentence_transformers") from error
    try:
        return SentenceTransformer(
            str(location), device="cpu", local_files_only=isinstance(location, Path)
        )
    except (OSError, ValueError) as error:
        raise EncoderNotFound(
            f"エンコーダー「{location}」を読み込めません。",
            hint=_hint(location),
        ) from error


def save_mean_pooled(transformer: Path, folder: Path, *, prompts: Mapping[str, str]) -> None:
    """Save the transformer folder as a sentence-transformers folder: mean pooling, unit length."""
    # Costs seconds and hundreds of MB; only preparation pays them.
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from sentence_transformers.sentence_transformer import modules  # noqa: PLC0415

    words = modules.Transformer(str(transformer))
    width = words.get_embedding_dimension()
    model = SentenceTransformer(
        modules=[words, modules.Pooling(width, pooling_mode="mean"), modules.Normalize()],
        prompts=dict(prompts),
        device="cpu",
    )
    model.save(str(folder), create_model_card=False)


def prompt_of(model: "SentenceTransformer", *names: str) -> str:
    """Return the model's own prompt under the first name it knows; none is invented."""
    prompts: Mapping[str, str] = model.prompts
    return next((prompts[name] for name in names if prompts.get(name)), "")


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """Keep the libraries' advice to their own developers off the staff's terminal."""
    # Cost seconds and hundreds of MB; only preparation pays them.
    from huggingface_hub.utils.tqdm import disable_progress_bars  # noqa: PLC0415
    from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

    disable_progress_bars()
    disable_progress_bar()
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(logging.NOTSET)


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise EncoderNotFound(
            f"エンコーダーのフォルダー「{folder}」が見つかりません。",
            hint="MANABI_ENCODER に書いた場所を確かめてください。",
        )
    if not (folder / _MODULES_FILE).is_file():
        raise EncoderNotFound(
            f"「{folder}」は sentence-transformers のモデルのフォルダーではありません。",
            hint=f"{_MODULES_FILE} が入っているフォルダーを指定してください。",
        )


def _hint(location: str | Path) -> str:
    if isinstance(location, Path):
        return "フォルダーの中身が壊れていないか確かめ、モデルを取り直してください。"
    return (
        "モデル名とネットワークを確かめてください。"
        "外に出られない場所では MANABI_ENCODER=bundled が使えます。"
    )
