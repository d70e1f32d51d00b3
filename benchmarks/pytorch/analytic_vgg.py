"""Embeddings and logits of torchvision's VGG 11 to 19 with weights from the formula of analytic-networks.json.

python3 analytic_vgg.py > ../../conformance/data/weights/analytic-vgg.json     (PyTorch 1.13, torchvision 0.14)

`features` is torchvision's own; the embedding is the mean of each channel of its result, the head one linear layer over it.
"""

import json
import sys
import zlib

import numpy
import torch
from torch import nn
from torchvision.models import vgg

LETTERS = {"vgg11": "A", "vgg13": "B", "vgg16": "D", "vgg19": "E"}
CLASSES = 8


def formula(name, shape):
    """float64 values before the rounding to float32."""
    count = int(numpy.prod(shape))
    with numpy.errstate(over="ignore"):
        z = (numpy.uint64(zlib.crc32(name.encode())) << numpy.uint64(32)) + numpy.arange(count, dtype=numpy.uint64)
        z = z + numpy.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z = z ^ (z >> numpy.uint64(31))
    u = (z >> numpy.uint64(11)).astype(numpy.float64) * 2.0**-52 - 1
    if len(shape) == 4:
        values = u * numpy.sqrt(6.0 / (shape[1] * shape[2] * shape[3]))
    elif len(shape) == 2:
        values = u * numpy.sqrt(3.0 / shape[1])
    elif name.endswith(".bias") or name.endswith(".running_mean"):
        values = 0.1 * u
    elif name.endswith(".running_var"):
        values = 1 + 0.25 * u
    else:
        values = 1 + 0.1 * u
    return torch.from_numpy(values.astype(numpy.float32).reshape(shape))


def network(name, channels):
    depth, _, norm = name.partition("_")
    model = nn.Module()
    model.features = vgg.make_layers(vgg.cfgs[LETTERS[depth]], batch_norm=bool(norm))
    if channels != 3:
        model.features[0] = nn.Conv2d(channels, 64, kernel_size=3, padding=1)
    model.classifier = nn.Linear(512, CLASSES)
    state = model.state_dict()
    for key, tensor in state.items():
        if not key.endswith("num_batches_tracked"):
            state[key] = formula(key, tuple(tensor.shape))
    model.load_state_dict(state)
    return model.eval()


def pictures(channels, size):
    c, i, j = numpy.meshgrid(range(channels), range(size), range(size), indexing="ij")
    return torch.from_numpy(numpy.sin(0.1 * i + 0.2 * j + c).astype(numpy.float32))[None]


def main():
    cases = []
    for name in [depth + norm for depth in LETTERS for norm in ("", "_bn")]:
        for channels, size in ((1, 64), (3, 70)):  # 70 halves to 35, 17, 8, 4, 2
            model = network(name, channels)
            with torch.no_grad():
                embedding = model.features(pictures(channels, size)).mean((2, 3))
                logits = model.classifier(embedding)
            cases.append({
                "network": name, "channels": channels, "size": size, "classes": CLASSES,
                "embedding": [float(f"{v:.9g}") for v in embedding[0].tolist()],
                "logits": [float(f"{v:.9g}") for v in logits[0].tolist()],
            })
    first = network("vgg11", 3).state_dict()["features.0.weight"].flatten()[:4].tolist()
    json.dump({
        "weights": "as in analytic-networks.json, for torchvision's vgg features under its key names and a head classifier.weight, "
                   "classifier.bias over the mean of each channel; BatchNorm weight 1 + 0.1*u",
        "input_formula": "x[0,c,i,j] = sin(0.1*i + 0.2*j + c)",
        "computed_with": f"PyTorch {torch.__version__} CPU float32, eval mode",
        "check_values": {"features.0.weight[0..3] of vgg11 with 3 channels": first},
        "cases": cases,
    }, sys.stdout)
    print()


if __name__ == "__main__":
    main()
