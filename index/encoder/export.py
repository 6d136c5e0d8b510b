"""Export: a sentence-transformers pipeline → one ONNX graph from token ids to unit vectors.

The graph holds everything after the tokenizer: transformer, pooling, dense layers, normalisation.
Its inputs `input_ids` and `attention_mask` are int64 (n, tokens), its output float32 (n, d).
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onnx import ModelProto
    from sentence_transformers import SentenceTransformer

INPUTS: Final = ("input_ids", "attention_mask")
OUTPUT: Final = "sentence_embedding"
SHAPE: Final = (2, 7)  # of the example that is followed through the model; any other works too


def export(model: "SentenceTransformer", scratch: Path) -> "ModelProto":
    """Return the pipeline as an ONNX model, float32, for any number of texts and tokens."""
    import torch  # noqa: PLC0415 - costs seconds and hundreds of MB; only preparation pays them

    class Pipeline(torch.nn.Module):  # type: ignore[misc]
        """The model with tensors in and out instead of dictionaries."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: object, attention_mask: object) -> object:
            return self.model(dict(zip(INPUTS, (input_ids, attention_mask), strict=True)))[OUTPUT]

    _use_plain_attention(model)
    tokens = torch.ones(SHAPE, dtype=torch.int64)
    axes = {0: torch.export.Dim("texts"), 1: torch.export.Dim("tokens")}
    program = torch.onnx.export(
        Pipeline().eval(),
        (tokens, torch.ones_like(tokens)),
        input_names=INPUTS,
        output_names=[OUTPUT],
        dynamic_shapes=dict.fromkeys(INPUTS, axes),
        dynamo=True,
        verbose=False,
    )
    return _plain(program, scratch / "exported.onnx")


def _use_plain_attention(model: "SentenceTransformer") -> None:
    """Use matrix products for attention: they export to half the nodes of the fused kernel's."""
    from transformers import PreTrainedModel  # noqa: PLC0415 - as torch above

    for module in model.modules():
        if isinstance(module, PreTrainedModel):
            module.set_attn_implementation("eager")


def _plain(program: object, path: Path) -> "ModelProto":
    """Return the graph without the notes of where in which source file each node came from."""
    import onnx  # noqa: PLC0415 - only preparation has onnx

    program.save(str(path), external_data=True)  # type: ignore[attr-defined]
    model = onnx.load(path)
    graph = model.graph
    noted = (model, graph, *graph.node, *graph.input, *graph.output, *graph.initializer)
    for part in noted:
        del part.metadata_props[:]
        part.doc_string = ""
    del graph.value_info[:]
    return model
