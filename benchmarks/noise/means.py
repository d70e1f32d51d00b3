"""Means over the seeds of every row that an evaluation prints, beside 0.5: python3 means.py WORK."""

import collections
import glob
import json
import math
import statistics
import sys

areas, within, slopes, seeds = collections.defaultdict(list), collections.defaultdict(list), [], 0
for path in sorted(glob.glob(sys.argv[1] + "/seed-*/evaluation.json")):
    seeds += 1
    for row in json.load(open(path))["models"]:
        if row["kind"] == "in-sample":
            continue
        name = (row["model"], row["kind"])
        if row.get("auc") is not None:
            areas[name].append(row["auc"])
        mean = (row.get("auc_within_folds") or {}).get("mean")
        if mean is not None:
            within[name].append(mean)
        slope = (row.get("calibration") or {}).get("slope")
        if slope is not None:
            slopes.append(slope)

if seeds < 2:
    sys.exit(f"{seeds} cohort in {sys.argv[1]}: no mean without two")
far = 0
print("| row | printed in | mean AUC | standard error | mean within folds | from 0.5, in standard errors |")
print("|---|---|---|---|---|---|")
for name in sorted(areas):
    values = areas[name]
    error = statistics.stdev(values) / math.sqrt(len(values)) if len(values) > 1 else math.nan  # a row printed once
    off = (statistics.mean(values) - 0.5) / error if error > 0 else math.nan
    folds = f"{statistics.mean(within[name]):.3f}" if within[name] else ""
    print(f"| {name[0]}, {name[1]} | {len(values)} of {seeds} | {statistics.mean(values):.3f} | {error:.3f} | {folds} | {off:+.1f} |")
    far += abs(off) > 2
steepest = max((abs(slope) for slope in slopes), default=0)
print(f"largest calibration slope, either sign: {steepest:.2f} of {len(slopes)}; rows further than two standard errors: {far}")
sys.exit(1 if far or steepest > 10 else 0)
