"""A tokenizer.json of the XLM-R kind, rewritten as a sentencepiece model.

Only the shape that means the same in both is rewritten: unigram pieces, a precompiled character
map, runs of spaces as one, `▁` before every word, one token before and one after.
"""

import base64
import json
from typing import Any, Final

# The steps that sentencepiece does by itself; anything else cannot be rewritten.
_KNOWN_NORMALIZERS: Final = {"Precompiled", "Replace"}
_SPACES: Final = {"Regex": " {2,}"}
_SPECIALS: Final = 2  # one token before the text, one after


def sentencepiece_model(tokenizer_json: str) -> bytes | None:
    """Return the serialised model, or None when the tokenizer is of another kind."""
    tokenizer = json.loads(tokenizer_json)
    charsmap = _charsmap(tokenizer)
    specials = _specials(tokenizer)
    if not (_is_unigram(tokenizer) and charsmap and len(specials) == _SPECIALS):
        return None
    return _serialised(tokenizer, charsmap=charsmap, specials=specials)


def _is_unigram(tokenizer: dict[str, Any]) -> bool:
    model, words = tokenizer["model"], tokenizer["pre_tokenizer"] or {}
    last = words["pretokenizers"][-1] if words.get("type") == "Sequence" else words
    return (
        model.get("type") == "Unigram"
        and not model.get("byte_fallback")
        and last.get("type") == "Metaspace"
        and last.get("prepend_scheme") == "always"
    )


def _charsmap(tokenizer: dict[str, Any]) -> bytes | None:
    normalizer = tokenizer["normalizer"] or {}
    steps = normalizer.get("normalizers", [normalizer])
    maps = [step["precompiled_charsmap"] for step in steps if step.get("type") == "Precompiled"]
    known = all(step.get("type") in _KNOWN_NORMALIZERS for step in steps)
    spaces = all(step["pattern"] == _SPACES for step in steps if step.get("type") == "Replace")
    return base64.b64decode(maps[0]) if len(maps) == 1 and known and spaces else None


def _specials(tokenizer: dict[str, Any]) -> list[int]:
    """Return the ids around a text when the template is `first text last`, else nothing."""
    template = tokenizer["post_processor"] or {}
    parts = template.get("single", [])
    if [next(iter(part)) for part in parts] != ["SpecialToken", "Sequence", "SpecialToken"]:
        return []
    known = template["special_tokens"]
    return [known[parts[place]["SpecialToken"]["id"]]["ids"][0] for place in (0, -1)]


def _serialised(tokenizer: dict[str, Any], *, charsmap: bytes, specials: list[int]) -> bytes:
    # Needs protobuf, which comes with onnx; only preparation has them.
    from sentencepiece import sentencepiece_model_pb2  # noqa: PLC0415

    schema: Any = sentencepiece_model_pb2  # generated code without type information
    unk = tokenizer["model"]["unk_id"]
    added = {token["id"] for token in tokenizer["added_tokens"] if token["special"]}
    control = added.union(specials) - {unk}
    kind = schema.ModelProto.SentencePiece
    model = schema.ModelProto()
    for place, (piece, score) in enumerate(tokenizer["model"]["vocab"]):
        sort = kind.UNKNOWN if place == unk else kind.CONTROL if place in control else kind.NORMAL
        model.pieces.add(piece=piece, score=score, type=sort)
    model.trainer_spec.model_type = schema.TrainerSpec.UNIGRAM
    model.trainer_spec.vocab_size = len(model.pieces)
    model.trainer_spec.unk_id = unk
    first, last = specials
    model.trainer_spec.bos_id, model.trainer_spec.eos_id = first, last
    model.trainer_spec.bos_piece = model.pieces[first].piece  # the library goes by the name
    model.trainer_spec.eos_piece = model.pieces[last].piece
    model.trainer_spec.pad_id = -1
    model.normalizer_spec.precompiled_charsmap = charsmap
    model.normalizer_spec.add_dummy_prefix = True
    model.normalizer_spec.remove_extra_whitespaces = True
    model.normalizer_spec.escape_whitespaces = True
    serialised: bytes = model.SerializeToString(deterministic=True)
    return serialised
