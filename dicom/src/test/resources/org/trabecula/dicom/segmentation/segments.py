"""Prints the voxels of each segment of a DICOM SEG, frame by frame in rising order, as pydicom has them: NUMBER COUNT COUNT …"""
import sys
import numpy
import pydicom

for path in sys.argv[1:]:
    data = pydicom.dcmread(path)
    frames = data.pixel_array
    if frames.ndim == 2:
        frames = frames[None]
    kind = data.SegmentationType
    counts = {}
    for frame, group in zip(frames, data.PerFrameFunctionalGroupsSequence):
        if kind == "LABELMAP":
            for value in numpy.unique(frame[frame > 0]):
                counts.setdefault(int(value), []).append(int((frame == value).sum()))
            continue
        number = int(group.SegmentIdentificationSequence[0].ReferencedSegmentNumber)
        inside = frame > 0 if kind == "BINARY" else 2 * frame.astype(int) >= int(data.MaximumFractionalValue)
        counts.setdefault(number, []).append(int(inside.sum()))
    for number in sorted(counts):
        print(number, *sorted(count for count in counts[number] if count))
