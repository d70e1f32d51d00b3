package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.evaluation.CutoffRules;
import org.trabecula.evaluation.EvaluationSettings;
import org.trabecula.evaluation.input.ScoreTable;
import org.trabecula.stats.roc.Direction;
import org.trabecula.table.ColumnNames;
import org.trabecula.table.TextTable;
import picocli.CommandLine.Option;

/// What `evaluate SCORES` is to do; a mixin.
final class EvaluationFlags {
    @Option(names = "--outcome", paramLabel = "COL", description = "Column with 1 for cases and 0 for controls, or two names.")
    @Nullable String outcome;

    @Option(names = "--positive", paramLabel = "NAME", description = "The name of a case where the outcome has names.")
    @Nullable String positive;

    @Option(names = "--models", paramLabel = "COL", description = "Columns of scores, one a model.")
    List<String> models = List.of();

    @Option(names = "--group", paramLabel = "COL", description = "Column of the patient, for clustered intervals.")
    @Nullable String group;

    @Option(names = "--direction", paramLabel = "NAME", description = "Cases score higher or lower (default: higher).")
    String direction = "higher";

    @Option(
            names = "--thresholds",
            paramLabel = "A:B:STEP",
            description = "Threshold probabilities of the decision curve (default: 0.01:0.99:0.01).")
    String thresholds = ThresholdRange.DEFAULT;

    @Option(
            names = "--at-sensitivity",
            split = ",",
            paramLabel = "X",
            description = "Also cut-offs that keep this sensitivity, shares (default: none).")
    List<Double> atSensitivity = List.of();

    @Option(
            names = "--at-specificity",
            split = ",",
            paramLabel = "X",
            description = "Also cut-offs that keep this specificity, shares (default: none).")
    List<Double> atSpecificity = List.of();

    @Option(
            names = "--at-threshold",
            split = ",",
            paramLabel = "X",
            description = "Also these thresholds as cut-offs (default: none).")
    List<Double> atThreshold = List.of();

    @Option(
            names = "--partial-specificity",
            split = ",",
            paramLabel = "A:B",
            description = "Also the area where the specificity lies in A … B, shares (default: none).")
    List<String> partialSpecificity = List.of();

    @Option(
            names = "--partial-sensitivity",
            split = ",",
            paramLabel = "A:B",
            description = "Also the area where the sensitivity lies in A … B, shares (default: none).")
    List<String> partialSensitivity = List.of();

    @Option(
            names = "--reclassification",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "X,X",
            description = "Also NRI and IDI between models, by risk classes with these limits, or category-free without them.")
    @Nullable String reclassification;

    @Option(
            names = "--prevalence",
            paramLabel = "X",
            description = "Of the decision curve, where rows were sampled by outcome (default: that of the rows).")
    double prevalence = Double.NaN;

    @Option(names = "--bootstrap", paramLabel = "N", description = "Patient-bootstrap replicates: areas, net benefit (default: 0).")
    int bootstrap = 0;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the bootstrap (default: 1).")
    long seed = 1;

    @Option(names = "--level", paramLabel = "X", description = "Of all intervals, a share (default: 0.95).")
    double level = 0.95;

    /// @throws UsageException without an outcome or a model, or with a model twice
    /// @throws UsageException where the outcome or the models are not named
    void require() {
        if (outcome == null || models.isEmpty()) {
            throw new UsageException("SCORES needs --outcome COL and --models COL,COL");
        }
    }

    private String outcome() {
        return Objects.requireNonNull(outcome, "required before");
    }

    ScoreTable.Columns columns(TextTable table) {
        List<String> columns = ColumnNames.of(table, models);
        return new ScoreTable.Columns(outcome(), positive, columns, group);
    }

    CutoffRules rules() {
        return new CutoffRules(
                shares("--at-sensitivity", atSensitivity), shares("--at-specificity", atSpecificity), atThreshold);
    }

    long seed() {
        return seed;
    }

    /// Everything that can be wrong with the flags by themselves is told here, before a file is read.
    ///
    /// @throws UsageException at the first flag that cannot be meant
    EvaluationSettings settings() {
        if (!Double.isNaN(prevalence) && !(prevalence > 0 && prevalence < 1)) {
            throw new UsageException("--prevalence is a share between 0 and 1, got " + prevalence);
        }
        if (!(level > 0 && level < 1) || bootstrap < 0 || bootstrap == 1) {
            throw new UsageException("--level lies between 0 and 1 and --bootstrap is 0 or at least 2");
        }
        Direction upwards = switch (direction) {
            case "higher" -> Direction.CASES_HIGHER;
            case "lower" -> Direction.CASES_LOWER;
            default -> throw new UsageException("--direction is higher or lower, got '" + direction + "'");
        };
        return new EvaluationSettings(
                upwards,
                level,
                new EvaluationSettings.Decision(ThresholdRange.parse(thresholds), prevalence),
                parts(),
                riskClasses(),
                new EvaluationSettings.Resampling(bootstrap, bootstrap));
    }

    private List<EvaluationSettings.AreaPart> parts() {
        List<EvaluationSettings.AreaPart> parts = new ArrayList<>();
        partialSpecificity.forEach(text -> parts.add(part("--partial-specificity", text)));
        partialSensitivity.forEach(text -> parts.add(part("--partial-sensitivity", text)));
        return parts;
    }

    private static EvaluationSettings.AreaPart part(String flag, String text) {
        String[] ends = text.split(":", -1);
        try {
            double low = Double.parseDouble(ends[0]);
            double high = Double.parseDouble(ends[1]);
            if (ends.length == 2 && low >= 0 && low < high && high <= 1) {
                return new EvaluationSettings.AreaPart(flag.endsWith("specificity"), low, high);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // refused below
        }
        throw new UsageException(flag + " is a range of shares such as 0.9:1, got '" + text + "'");
    }

    private Optional<EvaluationSettings.RiskClasses> riskClasses() {
        if (reclassification == null) {
            return Optional.empty();
        }
        try {
            double[] limits = reclassification.isEmpty()
                    ? new double[0]
                    : Stream.of(reclassification.split(",", -1)).mapToDouble(Double::parseDouble).sorted().toArray();
            shares("--reclassification", Arrays.stream(limits).boxed().toList());
            return Optional.of(new EvaluationSettings.RiskClasses(limits));
        } catch (NumberFormatException e) {
            throw new UsageException("--reclassification is a list of probabilities such as 0.1,0.3, got '"
                    + reclassification + "'");
        }
    }

    private static List<Double> shares(String flag, List<Double> values) {
        for (double value : values) {
            if (!(value >= 0 && value <= 1)) {
                throw new UsageException(flag + " is a share between 0 and 1, got " + value);
            }
        }
        return values;
    }
}
