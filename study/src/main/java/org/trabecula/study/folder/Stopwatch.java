package org.trabecula.study.folder;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Seconds by stage, in the order of first use.
public final class Stopwatch {
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /// What is timed.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    public <T> T time(String stage, Work<T> work) throws IOException {
        long start = System.nanoTime();
        T result = work.run();
        seconds.merge(stage, (System.nanoTime() - start) / 1e9, Double::sum);
        return result;
    }

    public Map<String, Double> seconds() {
        return java.util.Collections.unmodifiableMap(seconds);
    }
}
