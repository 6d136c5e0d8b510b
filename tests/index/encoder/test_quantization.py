"""Int8 stays near float32, row by row."""

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import helper, numpy_helper
from onnx.reference import ReferenceEvaluator

from index.encoder.quantization import EMBEDDING_LIMIT, WEIGHT_LIMIT, quantize

RANDOM = np.random.default_rng(7)
TABLE = RANDOM.normal(size=(40_000, 32)).astype(np.float32)
WEIGHTS = RANDOM.normal(size=(32, 16)).astype(np.float32)
IDS = np.array([[3, 39_999, 17, 3]])


@pytest.fixture(scope="module")
def models():
    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["rows"]),
        helper.make_node("MatMul", ["rows", "weights"], ["result"]),
    ]
    graph = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("ids", onnx.TensorProto.INT64, ["n", "tokens"])],
        [helper.make_tensor_value_info("result", onnx.TensorProto.FLOAT, ["n", "tokens", 16])],
        [numpy_helper.from_array(TABLE, "table"), numpy_helper.from_array(WEIGHTS, "weights")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    return helper.make_model(graph, opset_imports=model.opset_import, ir_version=10), quantize(
        model
    )


def run(model, ids):
    return onnxruntime.InferenceSession(model.SerializeToString()).run(None, {"ids": ids})[0]


def test_no_result_is_further_off_than_half_a_step_of_each_factor_allows(models):
    rows = TABLE[IDS]
    half_weight = np.abs(WEIGHTS).max(axis=0) / WEIGHT_LIMIT / 2
    half_embedding = np.abs(rows).max(axis=-1, keepdims=True) / EMBEDDING_LIMIT / 2
    half_activation = np.ptp(rows, axis=-1, keepdims=True) / 255 / 2
    allowed = np.abs(rows).sum(axis=-1, keepdims=True) * half_weight
    allowed = allowed + (half_embedding + half_activation) * np.abs(WEIGHTS).sum(axis=0)
    error = np.abs(run(models[1], IDS) - rows @ WEIGHTS)
    assert (error <= 1.05 * allowed).all()  # 5% for the products of two errors


def test_the_model_shrinks_to_less_than_a_third(models):
    assert models[1].ByteSize() < TABLE.nbytes / 3


def test_a_row_does_not_depend_on_its_neighbours(models):
    alone = run(models[1], IDS[:, :1])
    assert np.array_equal(alone[:, 0], run(models[1], IDS)[:, 0])


def test_the_optimised_graph_computes_what_the_standard_says(models):
    standard = ReferenceEvaluator(models[1]).run(None, {"ids": IDS})[0]
    assert np.allclose(run(models[1], IDS), standard, atol=1e-4)


def test_the_original_runs_on_the_same_inputs(models):
    assert np.allclose(run(models[0], IDS), TABLE[IDS] @ WEIGHTS, atol=1e-4)


def test_only_standard_operators_are_left(models):
    assert {node.domain for node in models[1].graph.node} == {""}
    assert not models[1].functions
