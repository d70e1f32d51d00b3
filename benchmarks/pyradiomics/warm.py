"""Median processor seconds of extractions in one process, images in memory, one thread of ITK:
warm.py IMAGE MASK LABEL PARAMS RUNS"""

import statistics
import sys
import time

import SimpleITK
from radiomics.featureextractor import RadiomicsFeatureExtractor

image, mask, label, params, runs = sys.argv[1:]
SimpleITK.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
image, mask = SimpleITK.ReadImage(image), SimpleITK.ReadImage(mask)
extractor = RadiomicsFeatureExtractor(params)
extractor.execute(image, mask, label=int(label))
seconds = []
for _ in range(int(runs)):
    before = time.process_time()
    extractor.execute(image, mask, label=int(label))
    seconds.append(time.process_time() - before)
print(statistics.median(seconds))
