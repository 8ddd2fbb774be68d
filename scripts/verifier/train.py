"""Trains the verifier: `python train.py FOLDER OUT_FILE`; see README.md. Reports what people who were left out show, then learns from all."""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=Path, help="with rows.f32, rows.jsonl and embedder.json, as verifier-rows.ts writes them")
parser.add_argument("out", type=Path)
parser.add_argument("--units", type=int, default=96, help="of each network")
parser.add_argument("--networks", type=int, default=2, help="trained apart; their mean answers, so that less hangs on how one began")
parser.add_argument("--rounds", type=int, default=12)
parser.add_argument("--without-vectors", action="store_true", help="to see what the vectors add")
parser.add_argument("--folds", type=int, default=4)
options = parser.parse_args()

# Of the inputs so many are numbers; vectors follow, which need no scaling.
NUMBERS, BATCH, RATE, DECAY = 13, 128, 1e-3, 0.1
WORTH = {"right": 1.0, "half": 0.5, "wrong": 0.0}

rows = [json.loads(line) for line in (options.folder / "rows.jsonl").read_text().splitlines()]
inputs = torch.from_numpy(np.fromfile(options.folder / "rows.f32", dtype=np.float32).reshape(len(rows), -1))
worth = torch.tensor([WORTH[row["verdict"]] for row in rows])
if options.without_vectors:
    inputs[:, NUMBERS:] = 0


class Network(nn.Module):
    def __init__(self, some: torch.Tensor):
        super().__init__()
        self.hidden, self.answer = nn.Linear(inputs.shape[1], options.units), nn.Linear(options.units, 1)
        self.middle, self.spread = torch.zeros(inputs.shape[1]), torch.ones(inputs.shape[1])
        self.middle[:NUMBERS], self.spread[:NUMBERS] = some[:, :NUMBERS].mean(0), some[:, :NUMBERS].std(0) + 1e-6

    def forward(self, some: torch.Tensor) -> torch.Tensor:
        known = F.dropout((some - self.middle) / self.spread, 0.2, self.training)
        return self.answer(F.dropout(F.relu(self.hidden(known)), 0.5, self.training))[:, 0]


def trained(chosen: torch.Tensor, seed: int) -> Network:
    torch.manual_seed(seed)
    network = Network(inputs[chosen])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step = options.rounds * -(-len(chosen) // BATCH), 0
    for _ in range(options.rounds):
        for batch in chosen[torch.randperm(len(chosen))].split(BATCH):
            for group in optimizer.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            loss = F.binary_cross_entropy_with_logits(network(inputs[batch]), worth[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    return network.eval()


def several(chosen: torch.Tensor) -> list[Network]:
    return [trained(chosen, seed) for seed in range(1, options.networks + 1)]


def report(name: str, answers: torch.Tensor) -> None:
    """How often something right lies above something wrong, and how much that is wrong stays where nearly all that is right does."""
    right, wrong = answers[worth == 1], answers[worth == 0]
    above = (right[:, None] > wrong[None, :4000]).float().mean().item()
    stays = ", ".join(f"{kept:.2f}: {(wrong >= right.quantile(1 - kept)).float().mean().item():.2f}" for kept in (0.98, 0.95, 0.9, 0.8))
    print(f"{name}: right above wrong {above:.3f}; of right kept, wrong kept {stays}")


people = sorted({row["person"] for row in rows})
random.Random(1).shuffle(people)
fold = torch.tensor([people.index(row["person"]) % options.folds for row in rows])
held = torch.zeros(len(rows))
for one in range(options.folds):
    networks = several((fold != one).nonzero()[:, 0])
    with torch.no_grad():
        held[fold == one] = torch.stack([network(inputs[fold == one]) for network in networks]).mean(0)
print(f"{len(rows)} rows of {len(people)} people")
report("by search alone", inputs[:, 0])
report("the verifier, people left out", held)
chances = held.sigmoid()
for low in np.arange(0, 1, 0.1):
    within = (chances >= low) & (chances < low + 0.1)
    if within.any():
        print(f"chance {low:.1f} to {low + 0.1:.1f}: {int(within.sum())}, {worth[within].mean().item():.2f} accepted")

# Side by side, each with its share in the answer, they are one network.
networks = several(torch.arange(len(rows)))
weights = torch.cat([network.hidden.weight.detach() / network.spread for network in networks])
bias = torch.cat([network.hidden.bias.detach() - (network.hidden.weight.detach() / network.spread) @ network.middle for network in networks])
share = torch.cat([network.answer.weight.detach().flatten() for network in networks]) / len(networks)
answer = torch.stack([network.answer.bias.detach() for network in networks]).mean(0)
numbers = torch.cat([weights.flatten(), bias, share, answer])
embedder = json.loads((options.folder / "embedder.json").read_text())["fingerprint"]
header = json.dumps({"format": "skillsgesprek-verifier", "version": 1, "embedder": embedder, "inputs": inputs.shape[1], "units": len(bias)})
padded = header.ljust(-(-(len(header) + 1) // 8) * 8 - 1) + "\n"
options.out.write_bytes(padded.encode() + numbers.numpy().astype("<f4").tobytes())
print(f"{options.out.stat().st_size} bytes")
