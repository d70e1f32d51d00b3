"""ResNet 18 to 152 with torchvision's names, for machines that have PyTorch but not torchvision.

Formulas: He et al. 2016, doi:10.1109/CVPR.2016.90. `stride` is "conv2" (torchvision) or "conv1" (Caffe, Keras).
"""

import json
import struct

import torch
from torch import nn

BLOCKS = {
    "resnet18": (False, (2, 2, 2, 2)),
    "resnet34": (False, (3, 4, 6, 3)),
    "resnet50": (True, (3, 4, 6, 3)),
    "resnet101": (True, (3, 4, 23, 3)),
    "resnet152": (True, (3, 8, 36, 3)),
}


def conv(cin, cout, size, stride=1):
    return nn.Conv2d(cin, cout, size, stride, padding=size // 2, bias=False)


class Block(nn.Module):
    def __init__(self, cin, width, stride, bottleneck, place):
        super().__init__()
        cout = width * (4 if bottleneck else 1)
        if bottleneck:
            first, second = (stride, 1) if place == "conv1" else (1, stride)
            self.conv1, self.bn1 = conv(cin, width, 1, first), nn.BatchNorm2d(width)
            self.conv2, self.bn2 = conv(width, width, 3, second), nn.BatchNorm2d(width)
            self.conv3, self.bn3 = conv(width, cout, 1), nn.BatchNorm2d(cout)
        else:
            self.conv1, self.bn1 = conv(cin, width, 3, stride), nn.BatchNorm2d(width)
            self.conv2, self.bn2 = conv(width, width, 3), nn.BatchNorm2d(width)
        self.downsample = None
        if stride != 1 or cin != cout:
            self.downsample = nn.Sequential(conv(cin, cout, 1, stride), nn.BatchNorm2d(cout))
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        shortcut = x if self.downsample is None else self.downsample(x)
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        if hasattr(self, "conv3"):
            out = self.bn3(self.conv3(self.relu(out)))
        out += shortcut
        return self.relu(out)


class ResNet(nn.Module):
    def __init__(self, name, channels=3, classes=1000, stride="conv2"):
        super().__init__()
        bottleneck, blocks = BLOCKS[name]
        self.conv1 = nn.Conv2d(channels, 64, 7, 2, 3, bias=False)
        self.bn1, self.relu, self.pool = nn.BatchNorm2d(64), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1)
        cin = 64
        for stage, count in enumerate(blocks):
            layer = []
            for block in range(count):
                layer.append(Block(cin, 64 << stage, 2 if stage and not block else 1, bottleneck, stride))
                cin = (64 << stage) * (4 if bottleneck else 1)
            setattr(self, f"layer{stage + 1}", nn.Sequential(*layer))
        self.fc = nn.Linear(cin, classes)

    def embed(self, x):
        x = self.pool(self.relu(self.bn1(self.conv1(x))))
        for stage in range(1, 5):
            x = getattr(self, f"layer{stage}")(x)
        return x.mean((2, 3))

    def forward(self, x):
        return self.fc(self.embed(x))


TYPES = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64}


def read_safetensors(path):
    """Tensors by name, and the metadata."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        first, end = (8 + length + at for at in entry["data_offsets"])
        tensors[name] = torch.frombuffer(data[first:end], dtype=TYPES[entry["dtype"]]).reshape(entry["shape"])
    return tensors, metadata


def write_safetensors(path, tensors, metadata=None):
    names = {dtype: name for name, dtype in TYPES.items()}
    header, blobs, at = {}, [], 0
    if metadata:
        header["__metadata__"] = metadata
    for name, tensor in tensors.items():
        blob = tensor.contiguous().reshape(-1).view(torch.uint8).numpy().tobytes() if tensor.numel() else b""
        header[name] = {"dtype": names[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [at, at + len(blob)]}
        at += len(blob)
        blobs.append(blob)
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))
