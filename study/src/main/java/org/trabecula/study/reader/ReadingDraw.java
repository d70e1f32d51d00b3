package org.trabecula.study.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.RandomStreams;

/// Whom a reading session reads, and in which order (P5): patients at random from one seed, each as likely as another and without
/// strata, for the method names none; of a drawn patient every case. Nothing that is known of a patient plays a part but the name, and
/// the order of the table plays none: patients are put into the order of their names before they are shuffled.
public final class ReadingDraw {
    private ReadingDraw() {}

    /// Cases in the order in which they are read.
    ///
    /// @param from     cases that may be read
    /// @param patients to draw; all, where there are fewer
    /// @param seed     of patients and order
    /// @param order    a name: of two sessions with one seed the patients are the same, and the orders differ by it
    public static List<VertebraCase> of(List<VertebraCase> from, int patients, long seed, String order) {
        if (patients < 1) {
            throw new IllegalArgumentException("a session reads at least one patient, got " + patients);
        }
        RandomStreams random = new RandomStreams(seed).within("reading");
        List<String> everybody = List.copyOf(new TreeSet<>(from.stream().map(VertebraCase::patientId).toList()));
        Set<String> drawn = new TreeSet<>(shuffled(everybody, random.stream("patients")).subList(0, Math.min(patients, everybody.size())));
        return ordered(from.stream().filter(one -> drawn.contains(one.patientId())).toList(), seed, order);
    }

    /// The same cases in another order.
    ///
    /// @param order a name, as in [#of]
    public static List<VertebraCase> ordered(List<VertebraCase> cases, long seed, String order) {
        List<VertebraCase> byName = cases.stream().sorted(Comparator.comparing(VertebraCase::caseId)).toList();
        return shuffled(byName, new RandomStreams(seed).within("reading").stream("order/" + order));
    }

    private static <T> List<T> shuffled(List<T> items, SplittableRandom random) {
        int[] places = IntStream.range(0, items.size()).toArray();
        RandomStreams.shuffle(places, random);
        List<T> shuffled = new ArrayList<>();
        for (int place : places) {
            shuffled.add(items.get(place));
        }
        return shuffled;
    }
}
