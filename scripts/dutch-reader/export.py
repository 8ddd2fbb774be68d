"""The trained reader as a folder that the program opens: `python export.py FOLDER OUT_FOLDER`. 8-bit weights but for two matrices, no texts."""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from model import Reader

# What goes into these spans widely: in 8 bits it costs as much as all the rest (cosine to the unpacked vectors 0.998 instead of 0.999).
KEPT = [f"/layers.{layer}/f/MatMul" for layer in (0, 1)]

folder, out = Path(sys.argv[1]), Path(sys.argv[2])
out.mkdir(parents=True, exist_ok=True)
reader = Reader(Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab_size())
reader.load_state_dict(torch.load(folder / "reader.pt"))
reader.eval()
ids = torch.tensor([[2, 5, 6, 7, 3], [2, 5, 6, 3, 0]])
free = {0: "texts", 1: "tokens"}
with tempfile.TemporaryDirectory() as temporary:
    whole = str(Path(temporary) / "reader.onnx")
    names = {"input_names": ["input_ids", "attention_mask"], "output_names": ["last_hidden_state"]}
    torch.onnx.export(reader, (ids, (ids > 0).long()), whole, **names, dynamic_axes={"input_ids": free, "attention_mask": free, "last_hidden_state": free}, opset_version=17, dynamo=False)
    quantize_dynamic(whole, str(out / "model.onnx"), weight_type=QuantType.QUInt8, op_types_to_quantize=["MatMul", "Gather"], per_channel=True, nodes_to_exclude=KEPT)
shutil.copy(folder / "tokenizer.json", out / "tokenizer.json")
english = json.loads((folder / "english.json").read_text())["fingerprint"]
(out / "config.json").write_text(json.dumps({"pad_token_id": 0, "english": english}) + "\n")
print(f"{(out / 'model.onnx').stat().st_size} bytes")
