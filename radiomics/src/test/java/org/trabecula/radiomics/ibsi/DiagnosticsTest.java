package org.trabecula.radiomics.ibsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

/// Image and masks after every step of configurations A to E, against the IBSI's diagnostics. Compared as consensus values
/// are: three significant digits (more where the table has more), then the published tolerance; a
/// billionth of the value covers the subtraction of decimals.
final class DiagnosticsTest {
    private static final String[] AXES = {"x", "y", "z"};

    private final Map<String, Double> ours = new HashMap<>();

    @ParameterizedTest(name = "configuration {0}")
    @EnumSource(value = IbsiConfiguration.class, names = {"A", "B", "C", "D", "E"})
    void everyDiagnosticLiesWithinItsTolerance(IbsiConfiguration configuration) {
        Optional<Path> folder = Reference.whole("ibsi");
        if (folder.isEmpty()) {
            Conformance.skipped("ibsi1/diagnostics", 60, "the CT phantom's licence keeps it out of the repository");
            Assumptions.abort("the CT phantom is not here");
            return;
        }
        Volume image = Phantom.image(folder.get().resolve("ct_phantom/image.nii.gz"));
        Mask mask = Phantom.mask(folder.get().resolve("ct_phantom/mask.nii.gz"), image.grid());
        IbsiSettings settings = configuration.settings();
        IbsiSettings whole = with(settings, IbsiResegmentation.NONE);
        putImage("init_img", image);
        putImage("interp_img", wholeImage(image, settings));
        putRegion("init_roi", IbsiRegion.of(image, mask, IbsiConfiguration.DIGITAL.settings(), 2).orElseThrow());
        putRegion("interp_roi", IbsiRegion.of(image, mask, whole, 2).orElseThrow());
        putRegion("reseg_roi", IbsiRegion.of(image, mask, settings, 2).orElseThrow());
        List<Map<String, String>> rows = ReferenceTable.rows(folder.get().resolve("ibsi1_diagnostics.csv")).stream()
                .filter(row -> ReferenceTable.cell(row, "config").equals(configuration.name()))
                .toList();
        List<String> misses = new ArrayList<>();
        for (Map<String, String> row : rows) {
            double value = ours.getOrDefault(ReferenceTable.cell(row, "short_name"), Double.NaN);
            BigDecimal expected = new BigDecimal(ReferenceTable.cell(row, "value"));
            MathContext digits = new MathContext(Math.max(3, expected.precision()), RoundingMode.HALF_UP);
            double rounded = Double.isNaN(value) ? value : new BigDecimal(value).round(digits).doubleValue();
            double tolerance = Double.parseDouble(ReferenceTable.cell(row, "tolerance")) + 1e-9 * Math.abs(expected.doubleValue());
            if (!(Math.abs(rounded - expected.doubleValue()) <= tolerance)) {
                misses.add(ReferenceTable.cell(row, "short_name") + ": " + value + " instead of " + expected);
            }
        }
        System.out.printf(
                Locale.ROOT, "IBSI 1 diagnostics %s %d of %d within tolerance%n",
                configuration, rows.size() - misses.size(), rows.size());
        assertThat(misses).isEmpty();
        Conformance.compared("ibsi1/diagnostics", rows.size());
    }

    private static IbsiSettings with(IbsiSettings s, IbsiResegmentation resegmentation) {
        return new IbsiSettings(
                s.resampling(), s.roundIntensities(), resegmentation, s.filter(), s.discretisation(), s.ivh(), s.aggregations());
    }

    /// The whole resampled image, rounded.
    private static Volume wholeImage(Volume image, IbsiSettings settings) {
        if (settings.resampling().isEmpty()) {
            return image;
        }
        IbsiResampling resampling = settings.resampling().get();
        CentredGrid target = new CentredGrid(image.grid(), resampling.spacing(image.grid().spacing()));
        Volume sampled = new IbsiResampler(target, 2).image(image, target.grid().wholeBox(), resampling.image());
        return Volume.ofDoubles(
                target.grid(), Arrays.stream(sampled.toDoubles()).map(Math::rint).toArray());
    }

    private void putImage(String stage, Volume image) {
        for (int axis = 0; axis < 3; axis++) {
            ours.put("img_dim_" + AXES[axis] + "_" + stage, (double) image.grid().size().along(axis));
            ours.put("vox_dim_" + AXES[axis] + "_" + stage, image.grid().spacing().along(axis));
        }
        putExtremes("", stage, image.toDoubles());
    }

    private void putRegion(String stage, IbsiRegion region) {
        Mask intensity = region.intensity().orElseThrow();
        for (int axis = 0; axis < 3; axis++) {
            ours.put("int_mask_dim_" + AXES[axis] + "_" + stage, (double) region.image().grid().size().along(axis));
            ours.put("int_mask_bb_dim_" + AXES[axis] + "_" + stage, (double) intensity.box().size().along(axis));
            ours.put("morph_mask_bb_dim_" + AXES[axis] + "_" + stage, (double) region.shape().box().size().along(axis));
        }
        ours.put("int_mask_vox_count_" + stage, (double) intensity.voxelCount());
        ours.put("morph_mask_vox_count_" + stage, (double) region.shape().voxelCount());
        putExtremes("int_mask_", stage, region.intensities());
    }

    private void putExtremes(String prefix, String stage, double[] values) {
        ours.put(prefix + "mean_int_" + stage, Arrays.stream(values).average().orElseThrow());
        ours.put(prefix + "min_int_" + stage, Arrays.stream(values).min().orElseThrow());
        ours.put(prefix + "max_int_" + stage, Arrays.stream(values).max().orElseThrow());
    }
}
