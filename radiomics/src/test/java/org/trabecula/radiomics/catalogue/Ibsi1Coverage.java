package org.trabecula.radiomics.catalogue;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trabecula.radiomics.ibsi.IbsiConfiguration;
import org.trabecula.radiomics.ibsi.IbsiDiscretisation;
import org.trabecula.radiomics.ibsi.IbsiFamily;
import org.trabecula.radiomics.ibsi.IbsiFeature;
import org.trabecula.radiomics.ibsi.IbsiSettings;
import org.trabecula.radiomics.ibsi.Interpolation;
import org.trabecula.radiomics.ibsi.IvhIntensities;
import org.trabecula.radiomics.settings.Aggregation;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

/// IBSI 1 in the tables of `docs/coverage.md`: every feature of the standard's catalogue, every step of image processing.
final class Ibsi1Coverage {
    private static final List<Map<String, String>> CATALOGUE =
            ReferenceTable.rows(Reference.core("ibsi/feature_catalogue.csv"));
    private static final List<Map<String, String>> CONSENSUS =
            ReferenceTable.rows(Reference.core("ibsi/ibsi1_consensus.csv"));

    /// What is not as the standard's text has it; docs/deviations.md says more.
    private static final Map<IbsiFeature, String> DEVIATIONS = Map.of(
            IbsiFeature.MORPH_AREA_DENS_AEE, "follows the standard's series and consensus, which lie below the geometric area",
            IbsiFeature.MORPH_VOL_DENS_OMBB, "smallest box with a side on a face of the hull; the smallest of all may be smaller",
            IbsiFeature.MORPH_AREA_DENS_OMBB, "smallest box with a side on a face of the hull; the smallest of all may be smaller",
            IbsiFeature.STAT_MEDAD, "mean distance to the median, as defined under this name",
            IbsiFeature.IH_MEDAD, "mean distance to the median, as defined under this name",
            IbsiFeature.CM_INFO_CORR2, "entropies in bits in the exponential, as the consensus has them");

    private Ibsi1Coverage() {}

    static int features() {
        return CATALOGUE.size();
    }

    static long featuresWithConsensus() {
        return CATALOGUE.stream().filter(row -> !consensusOf(row).isEmpty()).count();
    }

    static int values() {
        return CONSENSUS.size();
    }

    /// The feature of a row of the standard's catalogue.
    static Optional<IbsiFeature> feature(Map<String, String> row) {
        return Arrays.stream(IbsiFeature.values())
                .filter(feature -> feature.name().equals(ReferenceTable.cell(row, "short_name").toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    static List<Map<String, String>> catalogue() {
        return CATALOGUE;
    }

    static String tables() {
        StringBuilder page = new StringBuilder("\n## IBSI 1: features\n");
        for (IbsiFamily family : IbsiFamily.values()) {
            page.append("\n### ").append(family.title()).append("\n\n");
            page.append(MarkdownTable.of(
                    List.of("code", "feature", "computed", "verified against", "deviates because"),
                    CATALOGUE.stream()
                            .filter(row -> ReferenceTable.cell(row, "family_tag").equals(family.tag()))
                            .map(Ibsi1Coverage::row)));
        }
        page.append("\n## IBSI 1: image processing\n\n");
        page.append(MarkdownTable.of(
                List.of("step", "computed", "verified in configurations", "deviates because"), steps().stream()));
        return page.toString();
    }

    private static List<String> row(Map<String, String> row) {
        List<Map<String, String>> consensus = consensusOf(row);
        String parameter = ReferenceTable.cell(row, "parameter_tag");
        return List.of(
                ReferenceTable.cell(row, "tag") + (parameter.isEmpty() ? "" : "_" + parameter),
                ReferenceTable.cell(row, "name"),
                feature(row).isPresent() ? "yes" : "no",
                consensus.isEmpty() ? "nothing: no consensus" : consensus.size() + " values: " + configurations(consensus),
                feature(row).map(known -> DEVIATIONS.getOrDefault(known, "")).orElse(""));
    }

    private static List<Map<String, String>> consensusOf(Map<String, String> row) {
        return CONSENSUS.stream()
                .filter(value -> ReferenceTable.cell(value, "short_name").equals(ReferenceTable.cell(row, "short_name")))
                .toList();
    }

    private static String configurations(List<Map<String, String>> values) {
        Set<String> names = new LinkedHashSet<>();
        values.forEach(value -> names.add(ReferenceTable.cell(value, "config")));
        return String.join(", ", names);
    }

    private static List<List<String>> steps() {
        return List.of(
                List.of("data conversion (standardised uptake values)", "no", "", "CT is in HU already; other images are taken as they are"),
                List.of("segmentation", "from masks and contours", "", "a mask is given, never drawn here"),
                interpolated("trilinear interpolation of intensities", Interpolation.LINEAR),
                interpolated("tricubic spline interpolation of intensities", Interpolation.CUBIC_SPLINE),
                List.of("other interpolation of intensities", "no", "", "no configuration asks for it"),
                step("grid centres aligned, trilinear interpolation of the mask at 0.5", s -> s.resampling().isPresent()),
                step("rounding to whole HU", IbsiSettings::roundIntensities),
                step("re-segmentation to a range", s -> s.resegmentation().range().isPresent()),
                step("outlier filter at mean ± 3 standard deviations", s -> s.resegmentation().outlierSigmas().isPresent()),
                step("levels as they are", s -> s.discretisation() instanceof IbsiDiscretisation.AsIs),
                step("fixed bin size", s -> s.discretisation() instanceof IbsiDiscretisation.FixedBinSize),
                step("fixed bin number", s -> s.discretisation() instanceof IbsiDiscretisation.FixedBinNumber),
                step("intensity-volume histogram in whole steps", s -> s.ivh() instanceof IvhIntensities.WholeSteps),
                step("intensity-volume histogram in bins of a size", s -> s.ivh() instanceof IvhIntensities.FixedBinSize),
                step("intensity-volume histogram in a number of bins", s -> s.ivh() instanceof IvhIntensities.FixedBinNumber),
                aggregated(Aggregation.SLICE_AVERAGED),
                aggregated(Aggregation.SLICE_MERGED),
                aggregated(Aggregation.DIRECTION_MERGED),
                aggregated(Aggregation.ALL_SLICES_MERGED),
                aggregated(Aggregation.VOLUME_AVERAGED),
                aggregated(Aggregation.VOLUME_MERGED),
                aggregated(Aggregation.PER_SLICE),
                aggregated(Aggregation.SLICES_ADDED),
                aggregated(Aggregation.VOLUME),
                List.of(
                        "distance 1, dependence coarseness 0, no weighting by distance", "yes",
                        configurations(CONSENSUS), "other values are in the profile `pyradiomics` only"));
    }

    private static List<String> interpolated(String name, Interpolation interpolation) {
        return step(name, s -> s.resampling().filter(r -> r.image() == interpolation).isPresent());
    }

    private static List<String> aggregated(Aggregation aggregation) {
        return step("aggregation `" + aggregation.tag() + "`: " + aggregation.label(), s -> s.aggregations().contains(aggregation));
    }

    private static List<String> step(String name, Predicate<IbsiSettings> asks) {
        String where = Arrays.stream(IbsiConfiguration.values())
                .filter(configuration -> asks.test(configuration.settings()))
                .map(configuration -> configuration == IbsiConfiguration.DIGITAL ? "digital" : configuration.name())
                .collect(Collectors.joining(", "));
        return List.of(name, "yes", where, "");
    }
}
