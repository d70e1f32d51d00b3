"""The cases of a manifest in worker processes: batch.py CASES.csv PARAMS OUT.csv WORKERS

One thread of ITK a worker, as in PyRadiomics' own command line; paths are relative to the manifest.
"""

import csv
import multiprocessing
import os
import sys

import SimpleITK
from radiomics.featureextractor import RadiomicsFeatureExtractor

extractor = None


def start(params):
    global extractor
    SimpleITK.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    extractor = RadiomicsFeatureExtractor(params)


def extract(case):
    features = extractor.execute(case["image"], case["mask"], label=int(case["label"]))
    numbers = {name: repr(float(value)) for name, value in features.items() if not name.startswith("diagnostics_")}
    return {"case_id": case["case_id"], **numbers}


def main(manifest, params, out, workers):
    folder = os.path.dirname(os.path.abspath(manifest))
    with open(manifest, newline="", encoding="utf-8") as file:
        cases = list(csv.DictReader(file))
    for case in cases:
        case["image"] = os.path.join(folder, case["image"])
        case["mask"] = os.path.join(folder, case["mask"])
    with multiprocessing.Pool(int(workers), start, (params,)) as pool:
        rows = pool.map(extract, cases, chunksize=1)
    with open(out, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
