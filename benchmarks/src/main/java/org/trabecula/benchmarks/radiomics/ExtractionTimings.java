package org.trabecula.benchmarks.radiomics;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.trabecula.core.Parallel;

/// Time of one extraction with the preset `paper1648`, warm, in one thread; how many more cases two threads do; and where the
/// time goes. Calibrations of the machine are printed first and last.
///
/// Run: `java -XX:+UseParallelGC -cp … org.trabecula.benchmarks.radiomics.ExtractionTimings IMAGE MASK LABEL [threads|stages]`.
/// The first three name a small case; `threads` and `stages` choose what is measured of it instead of the times.
public final class ExtractionTimings {
    private static final int CASES = 400;
    private static final int ROUNDS = 3;

    private ExtractionTimings() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        MachineSpeed.print(out);
        TimedCase small = TimedCase.small(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        switch (args.length > 3 ? args[3] : "times") {
            case "threads" -> threads(small, out);
            case "stages" -> {
                StageProfile.print(small, out);
                for (TimedCase phantom : TimedCase.phantoms()) {
                    StageProfile.print(phantom, out);
                }
            }
            default -> {
                time(small, out);
                TimedCase.phantoms().forEach(phantom -> time(phantom, out));
            }
        }
        MachineSpeed.print(out);
    }

    private static void time(TimedCase one, PrintStream out) {
        out.printf(Locale.ROOT, "%s: %.4f CPU s%n", one.name(), one.cpuSeconds());
    }

    /// Many cases with one and two threads by turns, as `extract --jobs` runs them.
    private static void threads(TimedCase one, PrintStream out) {
        Parallel.forEach(CASES, 2, item -> one.run());
        for (int round = 0; round < ROUNDS; round++) {
            double alone = perMinute(one, 1);
            double both = perMinute(one, 2);
            out.printf(
                    Locale.ROOT, "cases a minute: %.0f with one thread, %.0f with two: %.2f times%n", alone, both,
                    both / alone);
        }
    }

    private static double perMinute(TimedCase one, int threads) {
        long before = System.nanoTime();
        Parallel.forEach(CASES, threads, item -> one.run());
        return CASES * 60e9 / (System.nanoTime() - before);
    }
}
