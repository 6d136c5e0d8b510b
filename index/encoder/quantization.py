"""Int8 weights for an exported model: a quarter of the size, several times the speed.

Activations are quantised as they come, each token's row with its own scale and lowest value. One
scale for a whole tensor, the usual way, lets a few large values after the activation function
blur every other token; and it would let one text change the vector of its neighbour. Weights get
one scale a column and embeddings one a row. Uses standard operators only.
"""

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnx import FunctionProto, GraphProto, ModelProto, NodeProto

DOMAIN: Final = "manabi"
# Seven bits and a sign: u8 x s8 products then fit the 16 bits in which processors without VNNI
# add pairs (255 * 63 * 2 < 2**15), so every machine computes the same vector.
WEIGHT_LIMIT: Final = 63
EMBEDDING_LIMIT: Final = 127
SMALLEST_TABLE: Final = 1 << 20  # numbers; smaller tables (positions, token types) stay float32
MATRIX: Final = 2  # axes

_FUNCTIONS: Final = (
    """
    CodeRows (x) => (codes, step, low) {
        last = Constant <value_ints = [-1]> ()
        levels = Constant <value_float = 255.0> ()
        tiny = Constant <value_float = 1e-12> ()
        low = ReduceMin <keepdims = 1> (x, last)
        high = ReduceMax <keepdims = 1> (x, last)
        range = Sub (high, low)
        wished = Div (range, levels)
        step = Max (wished, tiny)
        above = Sub (x, low)
        steps = Div (above, step)
        whole = Round (steps)
        codes = Cast <to = 2> (whole)
    }
    """,
    """
    MultiplyRows (codes, step, low, weights, scale, sums) => (y) {
        whole = MatMulInteger (codes, weights)
        real = Cast <to = 1> (whole)
        factor = Mul (step, scale)
        scaled = Mul (real, factor)
        offset = Mul (low, sums)
        y = Add (scaled, offset)
    }
    """,
    """
    TakeRows (table, scale, ids) => (y) {
        codes = Gather (table, ids)
        real = Cast <to = 1> (codes)
        factor = Gather (scale, ids)
        y = Mul (real, factor)
    }
    """,
)


def quantize(model: "ModelProto") -> "ModelProto":
    """Return the model with int8 weights and embeddings; float32 goes in and comes out."""
    from onnx import inliner  # noqa: PLC0415 - only preparation has onnx

    opset = next(entry.version for entry in model.opset_import if not entry.domain)
    model.functions.extend(_functions(opset))
    model.opset_import.add(domain=DOMAIN, version=1)
    _Rewriting(model.graph).run()
    return inliner.inline_local_functions(model)


def _functions(opset: int) -> list["FunctionProto"]:
    from onnx import parser  # noqa: PLC0415 - only preparation has onnx

    head = f'<opset_import: ["" : {opset}], domain: "{DOMAIN}">'
    return [parser.parse_function(head + body) for body in _FUNCTIONS]


class _Rewriting:
    """One pass over a graph that replaces its large constant products and look-ups."""

    def __init__(self, graph: "GraphProto") -> None:
        self.graph = graph
        self.constants = {constant.name: constant for constant in graph.initializer}
        self.coded_inputs: set[str] = set()
        self.coded_constants: set[str] = set()

    def run(self) -> None:
        """Rewrite every node, then drop the float32 constants that nobody reads any more."""
        nodes = [new for node in self.graph.node for new in self._rewritten(node)]
        del self.graph.node[:]
        self.graph.node.extend(nodes)
        used = {name for node in nodes for name in node.input}
        kept = [constant for constant in self.graph.initializer if constant.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)

    def _rewritten(self, node: "NodeProto") -> list["NodeProto"]:
        if node.op_type == "MatMul" and self._is_matrix(node.input[1]):
            return self._product(node)
        if node.op_type == "Gather" and self._is_matrix(node.input[0], least=SMALLEST_TABLE):
            return [self._lookup(node)]
        return [node]

    def _is_matrix(self, name: str, *, least: int = 1) -> bool:
        constant = self.constants.get(name)
        return (
            constant is not None
            and len(constant.dims) == MATRIX
            and constant.dims[0] * constant.dims[1] >= least
        )

    def _product(self, node: "NodeProto") -> list["NodeProto"]:
        source, weights = node.input
        coded = [f"{source}.{part}" for part in ("codes", "step", "low")]
        made = []
        if source not in self.coded_inputs:
            self.coded_inputs.add(source)
            made.append(_call("CodeRows", [source], coded))
        parts = self._coded(weights, axis=0, limit=WEIGHT_LIMIT)
        return [*made, _call("MultiplyRows", [*coded, *parts], node.output)]

    def _lookup(self, node: "NodeProto") -> "NodeProto":
        table, scale, _ = self._coded(node.input[0], axis=1, limit=EMBEDDING_LIMIT)
        return _call("TakeRows", [table, scale, node.input[1]], node.output)

    def _coded(self, name: str, *, axis: int, limit: int) -> list[str]:
        """Store a constant as int8 codes, float32 scales and scaled sums over `axis`."""
        from onnx import numpy_helper  # noqa: PLC0415 - only preparation has onnx

        names = [f"{name}.{part}" for part in ("codes", "scale", "sums")]
        if name not in self.coded_constants:
            self.coded_constants.add(name)
            arrays = _int8(numpy_helper.to_array(self.constants[name]), axis=axis, limit=limit)
            for array, stored in zip(arrays, names, strict=True):
                self.graph.initializer.append(numpy_helper.from_array(array, stored))
        return names


def _int8(
    values: NDArray[np.float32], *, axis: int, limit: int
) -> tuple[NDArray[np.int8], NDArray[np.float32], NDArray[np.float32]]:
    """Return codes within ±limit, and per line of `axis` the scale and the sum of the values."""
    largest = np.abs(values).max(axis=axis, keepdims=True)
    scale = np.where(largest > 0, largest / limit, 1).astype(np.float32)
    codes = np.rint(values / scale).astype(np.int8)
    sums = codes.sum(axis=axis, keepdims=True, dtype=np.int64) * scale
    return codes, scale, sums.astype(np.float32)


def _call(function: str, inputs: list[str], outputs: list[str]) -> "NodeProto":
    from onnx import helper  # noqa: PLC0415 - only preparation has onnx

    return helper.make_node(function, inputs, outputs, domain=DOMAIN)
