package org.trabecula.benchmarks.radiomics;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.parameters.Preset;

/// One case with the preset `paper1648`, in memory.
///
/// @param warmUp runs before the machine code is the one that stays
/// @param counted runs of which the mean is taken
record TimedCase(String name, Volume image, Mask mask, int warmUp, int counted) {
    private static final int FEATURES = 1648;
    private static final Radiomics RADIOMICS = Radiomics.with(Preset.PAPER1648.settings());

    /// A small region from files.
    static TimedCase small(Path image, Path mask, int label) throws IOException {
        return new TimedCase(
                image.toString(), StandardFormats.ALL.open(image).read(), StandardFormats.ALL.labels(mask).mask(label), 150, 51);
    }

    /// The two large phantoms whose formula stands beside PyRadiomics' timings.
    static List<TimedCase> phantoms() {
        return List.of(phantom("phantom512_iso", 1), phantom("phantom512_aniso", 0.7));
    }

    private static TimedCase phantom(String name, double inPlaneMm) {
        Grid grid = Grid.axisAligned(new Size(512, 512, 120), new Spacing(inPlaneMm, inPlaneMm, 1));
        return new TimedCase(name, Phantom512.image(grid), Phantom512.mask(grid), 8, 7);
    }

    void run() {
        int features = RADIOMICS.extract(image, mask).size();
        if (features != FEATURES) {
            throw new IllegalStateException("expected " + FEATURES + " features, got " + features);
        }
    }

    /// Mean CPU time of one extraction: of the whole process, so that collecting garbage counts.
    double cpuSeconds() {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        for (int run = 0; run < warmUp; run++) {
            run();
        }
        long before = process.getProcessCpuTime();
        for (int run = 0; run < counted; run++) {
            run();
        }
        return (process.getProcessCpuTime() - before) / 1e9 / counted;
    }
}
