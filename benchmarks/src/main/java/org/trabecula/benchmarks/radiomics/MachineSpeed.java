package org.trabecula.benchmarks.radiomics;

import java.io.PrintStream;
import java.util.Locale;

/// How fast the machine is at the moment of a measurement, so that figures from other runs can be compared.
final class MachineSpeed {
    private static final int BILLION = 1_000_000_000;
    private static final int MEBIBYTES = 256;

    private MachineSpeed() {}

    /// Prints the time of a plain loop (10⁹ additions, each waiting for the one before) and the bandwidth of the memory.
    static void print(PrintStream out) {
        out.printf(
                Locale.ROOT, "calibration: 1e9 dependent additions %.3f s, reading memory %.1f GB/s%n", additions(),
                bandwidth());
    }

    private static double additions() {
        double sum = 0;
        long before = 0;
        for (int round = 0; round < 2; round++) { // the second round is compiled
            before = System.nanoTime();
            sum = 0;
            for (int i = 0; i < BILLION; i++) {
                sum += i;
            }
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        keep(sum);
        return seconds;
    }

    private static double bandwidth() {
        long[] memory = new long[MEBIBYTES << 17];
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 7; round++) {
            long before = System.nanoTime();
            long sum = sum(memory);
            best = Math.min(best, (System.nanoTime() - before) / 1e9);
            keep(sum);
        }
        return memory.length * 8.0 / 1e9 / best;
    }

    private static long sum(long[] memory) {
        long sum = 0;
        for (long value : memory) {
            sum += value;
        }
        return sum;
    }

    private static void keep(double sum) {
        if (sum < 0) {
            throw new IllegalStateException("keeps the loop alive");
        }
    }
}
