package org.trabecula.benchmarks.radiomics;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.trabecula.image.Grid;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.VolumeFile;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.settings.Preset;

/// Time of one extraction with the preset `paper1648`, warm, in one thread: a small vertebra from a file, and the two large
/// phantoms whose formula stands beside PyRadiomics' timings. A plain loop's time is printed first, as a calibration.
///
/// Run: `java -cp … org.trabecula.benchmarks.radiomics.ExtractionTimings IMAGE MASK LABEL`.
public final class ExtractionTimings {
    private static final int WARM_UP = 8;
    private static final int COUNTED = 7;

    private ExtractionTimings() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        out.printf(Locale.ROOT, "calibration: 1e9 dependent additions %.3f s%n", calibration());
        Radiomics radiomics = Radiomics.with(Preset.PAPER1648.settings());
        if (args.length == 3) {
            Volume image = VolumeFile.open(Path.of(args[0])).read();
            Mask mask = LabelFile.open(Path.of(args[1])).mask(Integer.parseInt(args[2]));
            out.printf(Locale.ROOT, "%s: %.4f CPU s%n", args[0], cpuSeconds(radiomics, image, mask, WARM_UP, COUNTED));
        }
        for (Spacing spacing : new Spacing[] {new Spacing(1, 1, 1), new Spacing(0.7, 0.7, 1)}) {
            Grid grid = Grid.axisAligned(new Size(512, 512, 120), spacing);
            Volume image = Phantom512.image(grid);
            Mask mask = Phantom512.mask(grid);
            out.printf(
                    Locale.ROOT, "phantom512, spacing %.1f mm: %.3f CPU s%n", spacing.iMm(),
                    cpuSeconds(radiomics, image, mask, 1, 3));
        }
    }

    /// Median CPU time of one extraction.
    private static double cpuSeconds(Radiomics radiomics, Volume image, Mask mask, int warmUp, int counted) {
        double[] seconds = new double[counted];
        for (int run = -warmUp; run < counted; run++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int features = radiomics.extract(image, mask).size();
            if (features != 1648) {
                throw new IllegalStateException("expected 1648 features, got " + features);
            }
            if (run >= 0) {
                seconds[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
            }
        }
        Arrays.sort(seconds);
        return seconds[counted / 2];
    }

    private static double calibration() {
        double sum = 0;
        long before = 0;
        for (int round = 0; round < 2; round++) { // the second round is compiled
            before = System.nanoTime();
            sum = 0;
            for (int i = 0; i < 1_000_000_000; i++) {
                sum += i;
            }
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        if (sum < 0) {
            throw new IllegalStateException("keeps the loop alive");
        }
        return seconds;
    }
}
