package org.trabecula.benchmarks.roc;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// Seconds of repeated runs in this thread, after warm-up.
///
/// Processor time is shown beside wall time because other programs on the machine lengthen only the latter.
///
/// @param wallMedian s
/// @param cpuMedian  s
/// @param cpuLeast   s
record Timing(double wallMedian, double cpuMedian, double cpuLeast) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Timing of(int warmUps, int repeats, Runnable work) {
        for (int k = 0; k < warmUps; k++) {
            work.run();
        }
        double[] wall = new double[repeats];
        double[] cpu = new double[repeats];
        for (int k = 0; k < repeats; k++) {
            long wallStart = System.nanoTime();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            work.run();
            cpu[k] = (THREADS.getCurrentThreadCpuTime() - cpuStart) * 1e-9;
            wall[k] = (System.nanoTime() - wallStart) * 1e-9;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        return new Timing(wall[repeats / 2], cpu[repeats / 2], cpu[0]);
    }
}
