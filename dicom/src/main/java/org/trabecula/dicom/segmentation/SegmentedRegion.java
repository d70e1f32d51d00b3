package org.trabecula.dicom.segmentation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;

/// One region of a file, on a grid that is known where it is passed.
///
/// @param number     of the segment or ROI; not 0, which is the background of label maps
/// @param name       as people call it
/// @param alsoCalled other names of it
/// @param notes      what was found odd about it, one sentence each; for an empty one, why it is empty
/// @param slices     its voxels by k; no slice is empty
record SegmentedRegion(
        int number, String name, List<String> alsoCalled, List<String> notes, NavigableMap<Integer, SliceRuns> slices) {
    SegmentedRegion {
        alsoCalled = List.copyOf(alsoCalled);
        notes = List.copyOf(notes);
    }

    boolean isEmpty() {
        return slices.isEmpty();
    }

    long voxels() {
        return slices.values().stream().mapToLong(SliceRuns::voxels).sum();
    }

    /// The tight bounding box of a region that is not empty.
    Box box() {
        int iMin = Integer.MAX_VALUE;
        int jMin = Integer.MAX_VALUE;
        int iMax = -1;
        int jMax = -1;
        for (Map.Entry<Integer, SliceRuns> slice : slices.entrySet()) {
            Box box = slice.getValue().box(slice.getKey());
            iMin = Math.min(iMin, box.iMin());
            jMin = Math.min(jMin, box.jMin());
            iMax = Math.max(iMax, box.iMax());
            jMax = Math.max(jMax, box.jMax());
        }
        return new Box(iMin, jMin, slices.firstKey(), iMax, jMax, slices.lastKey());
    }

    boolean overlaps(SegmentedRegion other) {
        return slices.entrySet().stream().anyMatch(slice -> {
            SliceRuns there = other.slices.get(slice.getKey());
            return there != null && there.intersects(slice.getValue());
        });
    }

    /// The same voxels, counted from another first one.
    SegmentedRegion shifted(int i, int j, int k) {
        NavigableMap<Integer, SliceRuns> moved = new TreeMap<>();
        slices.forEach((at, runs) -> moved.put(at + k, runs.shifted(i, j)));
        return new SegmentedRegion(number, name, alsoCalled, notes, moved);
    }

    Mask toMask(Grid grid) {
        Box box = box();
        boolean[] inside = new boolean[Math.toIntExact(box.size().voxels())];
        int perSlice = box.size().i() * box.size().j();
        slices.forEach((k, runs) -> runs.paint(box, (at, length) -> {
            int from = (k - box.kMin()) * perSlice + at;
            Arrays.fill(inside, from, from + length, true);
        }));
        return Mask.of(grid, box, inside);
    }

    /// The same region with the voxels of `mask`.
    SegmentedRegion with(Mask mask) {
        NavigableMap<Integer, SliceRuns> found = new TreeMap<>();
        Box box = mask.box();
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            SliceRuns.Builder runs = new SliceRuns.Builder();
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    if (mask.at(i, j, k)) {
                        runs.add(j, i, i + 1);
                    }
                }
            }
            SliceRuns built = runs.build();
            if (!built.isEmpty()) {
                found.put(k, built);
            }
        }
        return new SegmentedRegion(number, name, alsoCalled, notes, found);
    }
}
