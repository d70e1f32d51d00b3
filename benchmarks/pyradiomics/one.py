"""One extraction as a whole process: one.py IMAGE MASK LABEL PARAMS OUT.csv"""

import csv
import sys

from radiomics.featureextractor import RadiomicsFeatureExtractor

image, mask, label, params, out = sys.argv[1:]
features = RadiomicsFeatureExtractor(params).execute(image, mask, label=int(label))
with open(out, "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    numbers = {name: float(value) for name, value in features.items() if not name.startswith("diagnostics_")}
    writer.writerow(["case_id", *numbers])
    writer.writerow(["image", *map(repr, numbers.values())])
