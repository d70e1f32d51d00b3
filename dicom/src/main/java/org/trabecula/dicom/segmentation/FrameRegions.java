package org.trabecula.dicom.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.image.ImageProblem;

/// Collects the regions of frames that come one after another.
final class FrameRegions {
    /// 3 numbers each: 200 MB; a body with a hundred segments in 500 slices takes a million.
    private static final long MOST_RUNS = 1L << 24;

    private static final int ALL = -1;
    private static final int HIGHEST_SEGMENT = 65_535;

    private final String where;
    private final FramePlaces places;
    private final int columns;
    private final Map<Integer, NavigableMap<Integer, SliceRuns>> found = new HashMap<>();
    private final Map<List<Integer>, Integer> frameAt = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private long runs;

    /// @param where   names the file in refusals
    /// @param columns of every frame
    FrameRegions(String where, FramePlaces places, int columns) {
        this.where = where;
        this.places = places;
        this.columns = columns;
    }

    /// A frame of one segment.
    ///
    /// @param samples row by row
    /// @throws InputException DCM-012 if another frame of the segment lies at the same place
    void add(int frame, int segment, int[] samples, IntPredicate inside) {
        SliceRuns.Builder built = new SliceRuns.Builder();
        int row = 0;
        for (int at = 0; at < samples.length; at += columns, row++) {
            int from = -1;
            for (int i = 0; i < columns; i++) {
                boolean in = inside.test(samples[at + i]);
                if (in && from < 0) {
                    from = i;
                } else if (!in && from >= 0) {
                    built.add(row, from, i);
                    from = -1;
                }
            }
            built.add(row, from < 0 ? columns : from, columns);
            refuseMore(runs + built.count());
        }
        put(frame, segment, built.build());
    }

    /// A frame of numbers; background has none.
    void addNumbers(int frame, int[] samples, IntPredicate background) {
        Integer earlier = frameAt.putIfAbsent(
                List.of(ALL, places.first()[3 * frame], places.first()[3 * frame + 1], places.first()[3 * frame + 2]), frame);
        if (earlier != null) {
            throw twice("the label map", earlier, frame);
        }
        Map<Integer, SliceRuns.Builder> built = new TreeMap<>();
        long inFrame = 0;
        int row = 0;
        for (int at = 0; at < samples.length; at += columns, row++) {
            int i = 0;
            while (i < columns) {
                int value = samples[at + i];
                int from = i++;
                while (i < columns && samples[at + i] == value) {
                    i++;
                }
                if (!background.test(value)) {
                    if (value < 0 || value > HIGHEST_SEGMENT) {
                        throw new InputException(new Problem(
                                DicomProblem.SEGMENTATION, where, "the value " + value + " in frame " + (frame + 1) + " of a label map",
                                "numbers of segments, up to " + HIGHEST_SEGMENT, "export the segmentation again from the program that drew it"));
                    }
                    built.computeIfAbsent(value, _ -> new SliceRuns.Builder()).add(row, from, i);
                    inFrame++;
                }
            }
            refuseMore(runs + inFrame);
        }
        built.forEach((number, one) -> put(frame, number, one.build()));
    }

    private void put(int frame, int segment, SliceRuns inFrame) {
        int i = places.first()[3 * frame];
        int j = places.first()[3 * frame + 1];
        int k = places.first()[3 * frame + 2];
        SliceRuns placed = inFrame.shifted(i, j);
        Integer earlier = frameAt.putIfAbsent(List.of(segment, i, j, k), frame);
        runs += placed.count();
        NavigableMap<Integer, SliceRuns> slices = found.computeIfAbsent(segment, _ -> new TreeMap<>());
        SliceRuns there = slices.get(k);
        if (earlier != null && there != null && Arrays.equals(there.runs(), placed.runs())) {
            notes.add("frame " + (frame + 1) + " is a copy of frame " + (earlier + 1) + " and left out");
        } else if (earlier != null && !(placed.isEmpty() && there == null)) {
            throw twice("segment " + segment, earlier, frame);
        } else if (there != null && there.intersects(placed)) {
            throw twice("segment " + segment, frame, frame);
        } else if (!placed.isEmpty()) {
            slices.put(k, there == null ? placed : there.with(placed));
        }
    }

    private void refuseMore(long runs) {
        if (runs > MOST_RUNS) {
            throw new InputException(new Problem(
                    ImageProblem.TOO_LARGE, where, "regions of more than " + MOST_RUNS + " pieces of rows",
                    "regions of patients", "look at the segmentation: noise was taken for regions"));
        }
    }

    private InputException twice(String what, int earlier, int frame) {
        return new InputException(new Problem(
                DicomProblem.SEGMENTATION, where,
                what + " has several frames at one place, frame " + (frame + 1)
                        + (earlier == frame ? "" : " and frame " + (earlier + 1)),
                "one frame at each place", "export the segmentation again from the program that drew it"));
    }

    /// What was found, by segment number.
    Map<Integer, NavigableMap<Integer, SliceRuns>> found() {
        return found;
    }

    List<String> notes() {
        return notes;
    }
}
