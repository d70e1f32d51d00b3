package org.trabecula.benchmarks.radiomics;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Where the time of an extraction goes, by the stages of PyRadiomics' own timings, from stacks sampled by the flight recorder.
final class StageProfile {
    private static final Duration SAMPLED = Duration.ofSeconds(20);

    /// Stages by a word in the class that stands outermost on the stack, most telling first.
    private static final Map<String, String> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("prepare.Preparing", "resampling and first crop");
        STAGES.put("radiomics.RegionShape", "shape");
        STAGES.put("firstorder.FirstOrder", "first order");
        STAGES.put("texture.Glcm", "glcm");
        STAGES.put("texture.Glrlm", "glrlm");
        STAGES.put("texture.Glszm", "glszm");
        STAGES.put("texture.Gldm", "gldm");
        STAGES.put("filter.LaplacianOfGaussianFilter", "LoG");
        STAGES.put("filter.WaveletFilter", "wavelet");
        STAGES.put("radiomics.filter.", "other filters");
        STAGES.put("org.trabecula.radiomics.", "levels, crops and the rest");
    }

    private StageProfile() {}

    static void print(TimedCase one, PrintStream out) throws IOException {
        double seconds = one.cpuSeconds();
        Map<String, Integer> samples = samples(one);
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        out.printf(Locale.ROOT, "%s: %.4f CPU s, of %d samples%n", one.name(), seconds, all);
        for (String stage : STAGES.values()) {
            double share = samples.getOrDefault(stage, 0) / (double) all;
            out.printf(Locale.ROOT, "  %-28s %5.1f %%  %.4f s%n", stage, 100 * share, share * seconds);
        }
    }

    private static Map<String, Integer> samples(TimedCase one) throws IOException {
        Path file = Files.createTempFile("stages", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            long end = System.nanoTime() + SAMPLED.toNanos();
            while (System.nanoTime() < end) {
                one.run();
            }
            recording.stop();
            recording.dump(file);
            Map<String, Integer> samples = new LinkedHashMap<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                String stage = stage(event);
                if (!stage.isEmpty()) {
                    samples.merge(stage, 1, Integer::sum);
                }
            }
            return samples;
        } finally {
            Files.delete(file);
        }
    }

    private static String stage(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return "";
        }
        for (Map.Entry<String, String> stage : STAGES.entrySet()) {
            for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                if (frame.getMethod().getType().getName().contains(stage.getKey())) {
                    return stage.getValue();
                }
            }
        }
        return "";
    }
}
