package org.trabecula.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.trabecula.cohort.CaseUse;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.RandomStreams;

/// A cohort whose outcomes say nothing of its cases. Whole patients exchange their outcomes, those with equally many cases among each
/// other, so that cases of one patient stay as alike in outcome as they were; the few whose number of cases nobody shares are laid in a row
/// and dealt anew.
final class PermutedOutcomes {
    private PermutedOutcomes() {}

    /// @param cases all with an outcome; the order stays
    static List<VertebraCase> of(List<VertebraCase> cases, SplittableRandom random) {
        Map<String, List<Integer>> rowsOf = new LinkedHashMap<>();
        for (int row = 0; row < cases.size(); row++) {
            rowsOf.computeIfAbsent(cases.get(row).patientId(), _ -> new ArrayList<>()).add(row);
        }
        Map<Integer, List<List<Integer>>> bySize = new TreeMap<>();
        rowsOf.values().forEach(rows -> bySize.computeIfAbsent(rows.size(), _ -> new ArrayList<>()).add(rows));
        int[] from = new int[cases.size()];
        List<List<Integer>> alone = new ArrayList<>();
        for (List<List<Integer>> patients : bySize.values()) {
            if (patients.size() == 1) {
                alone.addAll(patients);
            } else {
                deal(patients, from, random);
            }
        }
        deal(alone, from, random);
        List<VertebraCase> permuted = new ArrayList<>();
        for (int row = 0; row < from.length; row++) {
            CaseUse own = cases.get(row).use();
            permuted.add(cases.get(row).withUse(
                    new CaseUse(cases.get(from[row]).outcome(), own.part(), own.exclude(), own.doctor(), own.folds())));
        }
        return permuted;
    }

    /// Rows of the patients in a drawn order, to the rows of the patients in their own.
    private static void deal(List<List<Integer>> patients, int[] from, SplittableRandom random) {
        int[] order = IntStream.range(0, patients.size()).toArray();
        RandomStreams.shuffle(order, random);
        List<Integer> drawn = IntStream.of(order).boxed().flatMap(patient -> patients.get(patient).stream()).toList();
        List<Integer> own = patients.stream().flatMap(List::stream).toList();
        for (int at = 0; at < own.size(); at++) {
            from[own.get(at)] = drawn.get(at);
        }
    }
}
