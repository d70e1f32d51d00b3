package org.trabecula.benchmarks.radiomics;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.FeatureRow;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.parameters.Preset;

/// Extractions of a region of 30 mm across, cut from the phantom by formula, by preset.
///
/// Run: `java -cp … org.openjdk.jmh.Main ExtractionBenchmark`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ExtractionBenchmark {
    private static final double RADIUS = 15;

    @Param({"original", "paper1648", "full"})
    public String preset = "";

    private @Nullable Radiomics radiomics;
    private @Nullable Volume image;
    private @Nullable Mask mask;

    @Setup
    public void make() {
        Grid grid = Grid.axisAligned(new Size(64, 64, 48), new Spacing(0.8, 0.8, 1));
        image = Phantom512.image(grid);
        boolean[] inside = new boolean[(int) grid.size().voxels()];
        int at = 0;
        for (int k = 0; k < 48; k++) {
            for (int j = 0; j < 64; j++) {
                for (int i = 0; i < 64; i++) {
                    double x = (i - 32) * 0.8;
                    double y = (j - 32) * 0.8;
                    double z = k - 24;
                    inside[at++] = x * x + y * y + z * z <= RADIUS * RADIUS;
                }
            }
        }
        mask = Mask.of(grid, grid.wholeBox(), inside);
        radiomics = Radiomics.with(Preset.named(preset).settings());
    }

    @Benchmark
    public FeatureRow extract() {
        return Objects.requireNonNull(radiomics)
                .extract(Objects.requireNonNull(image), Objects.requireNonNull(mask));
    }
}
