"""Times PyTorch eager beside NetworkSpeed.java: ResNet50, 32 crops of 64 x 64, one channel.

Usage: python3 network_speed.py [threads] [repeats]; prints the median and the fastest wall time of a step.
"""

import statistics
import sys
import time

import torch

from resnet import ResNet

threads = int(sys.argv[1]) if len(sys.argv) > 1 else 2
repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 9
torch.set_num_threads(threads)
torch.manual_seed(1)
x = torch.randn(32, 1, 64, 64)
y = torch.arange(32) % 2


def measure(what, work):
    times = []
    for _ in range(repeats + 3):
        start = time.perf_counter()
        work()
        times.append(1e3 * (time.perf_counter() - start))
    times = times[3:]
    print(f"PyTorch {torch.__version__} {what:40s} median {statistics.median(times):.0f} ms (fastest {min(times):.0f})")


def training(mode):
    net = ResNet("resnet50", 1, 2)
    net.train(mode == "trained")
    backbone = [p for name, p in net.named_parameters() if not name.startswith("fc.")]
    optimizer = torch.optim.SGD(
        [{"params": backbone, "lr": 1e-3}, {"params": net.fc.parameters(), "lr": 1e-2}], lr=1e-3, momentum=0.9, weight_decay=1e-4
    )

    def step():
        optimizer.zero_grad(set_to_none=True)
        torch.nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()

    measure(f"training step, BatchNorm {mode}", step)


training("trained")
training("frozen")
net = ResNet("resnet50", 1, 2).eval()
with torch.inference_mode():
    measure("32 embeddings", lambda: net.embed(x))
