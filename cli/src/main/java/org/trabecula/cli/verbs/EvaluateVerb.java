package org.trabecula.cli.verbs;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.stats.roc.Direction;
import org.trabecula.table.DelimitedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evaluate`.
@Command(
        name = "evaluate",
        sortOptions = false,
        header = "Discrimination, calibration and decision curves of any scores.",
        description = {
            "",
            "A table with an outcome and one column a model. Use it to evaluate predictions, whoever made",
            "them: areas with DeLong's and clustered intervals, tests between models, cut-offs (chosen on",
            "--train, where given), calibration, net benefit. With --table1 it makes a baseline table instead;",
            "with --published it says which confusion tables agree with printed figures, or that none does."
        },
        footer = {
            "",
            "Examples (on tables of this repository):",
            "  trabecula evaluate conformance/data/stats/inputs/pred_b.csv.gz --outcome y \\",
            "    --models p_fine,p_coarse --group patient",
            "  trabecula evaluate --table1 conformance/data/stats/inputs/clinical.csv.gz --by outcome \\",
            "    --variables age,sex,level",
            "  trabecula evaluate --published --cases 63 --controls 41 --accuracy 84.6%% \\",
            "    --sensitivity 77.8%% --specificity 75.1%%",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 the table was refused, 4 the published figures contradict",
            "each other."
        })
public final class EvaluateVerb extends Verb {
    @Parameters(arity = "0..1", paramLabel = "SCORES", description = "Table with outcome and scores (.csv, .csv.gz).")
    @Nullable Path scores;

    @Option(names = "--outcome", paramLabel = "COL", description = "Column with 1 for cases and 0 for controls, or two names.")
    @Nullable String outcome;

    @Option(names = "--positive", paramLabel = "NAME", description = "The name of a case where the outcome has names.")
    @Nullable String positive;

    @Option(names = "--models", split = ",", paramLabel = "COL", description = "Columns of scores, one a model.")
    List<String> models = List.of();

    @Option(names = "--group", paramLabel = "COL", description = "Column of the patient, for clustered intervals.")
    @Nullable String group;

    @Option(names = "--direction", paramLabel = "NAME", description = "Cases score higher or lower (default: higher).")
    String direction = "higher";

    @Option(
            names = "--thresholds",
            paramLabel = "A:B:STEP",
            description = "Threshold probabilities of the decision curve (default: 0.01:0.99:0.01).")
    String thresholds = "0.01:0.99:0.01";

    @Option(names = "--train", paramLabel = "FILE", description = "Choose cut-offs on this table (default: on SCORES itself).")
    @Nullable Path train;

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

    @Option(names = "--table1", paramLabel = "FILE", description = "Make a baseline table of this file.")
    @Nullable Path tableOne;

    @Option(names = "--by", paramLabel = "COL", description = "Its groups, such as outcome or split.")
    @Nullable String by;

    @Option(names = "--variables", split = ",", paramLabel = "COL", description = "Its rows; columns of numbers are continuous.")
    List<String> variables = List.of();

    @Option(
            names = "--categorical",
            split = ",",
            paramLabel = "COL",
            description = "Variables to count although they are numbers (default: none).")
    List<String> categorical = List.of();

    @Option(names = "--published", description = "Check printed figures; the flags below give them as printed.")
    boolean published;

    @Mixin
    PublishedFlags figures = new PublishedFlags();

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", description = "Also write results and figures as files here.")
    @Nullable Path folder;

    @Option(names = "--force", description = "Overwrite files in DIR.")
    boolean force;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: all processors).")
    int jobs = defaultJobs();

    @Option(names = "--json", description = "One JSON document on stdout.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        int asked = (scores == null ? 0 : 1) + (tableOne == null ? 0 : 1) + (published ? 1 : 0);
        if (asked != 1) {
            throw new UsageException("give one of SCORES, --table1 FILE and --published");
        }
        if (tableOne != null) {
            if (by == null || variables.isEmpty()) {
                throw new UsageException("--table1 needs --by COL and --variables COL,COL");
            }
            new TableOneReport(DelimitedText.read(tableOne), by, variables, categorical).write(folder, force, json, out());
            return ExitCode.DONE;
        }
        if (published) {
            return figures.check(json, out());
        }
        evaluateScores();
        return ExitCode.DONE;
    }

    private void evaluateScores() throws IOException {
        if (scores == null || outcome == null || models.isEmpty()) {
            throw new UsageException("SCORES needs --outcome COL and --models COL,COL");
        }
        if (!Double.isNaN(prevalence) && !(prevalence > 0 && prevalence < 1)) {
            throw new UsageException("--prevalence is a share between 0 and 1, got " + prevalence);
        }
        if (new HashSet<>(models).size() < models.size()) {
            throw new UsageException("--models names a column twice: " + String.join(",", models));
        }
        if (!(level > 0 && level < 1) || bootstrap < 0 || bootstrap == 1 || jobs < 1) {
            throw new UsageException("--level lies between 0 and 1, --bootstrap is 0 or at least 2, --jobs at least 1");
        }
        Direction upwards = switch (direction) {
            case "higher" -> Direction.CASES_HIGHER;
            case "lower" -> Direction.CASES_LOWER;
            default -> throw new UsageException("--direction is higher or lower, got '" + direction + "'");
        };
        ScoreTable test = ScoreTable.read(scores, outcome, positive, models, group);
        ScoreTable fitted = train == null ? test : ScoreTable.read(train, outcome, positive, models, null);
        ScoreSettings settings = new ScoreSettings(
                upwards,
                level,
                thresholds(),
                prevalence,
                shares("--at-sensitivity", atSensitivity),
                shares("--at-specificity", atSpecificity),
                atThreshold,
                parts(),
                riskCategories(),
                bootstrap,
                seed,
                jobs);
        ScoreEvaluation evaluation = ScoreEvaluation.of(test, fitted, settings);
        evaluation.models().forEach(
                model -> model.auc().cautions().forEach(caution -> progress().note(model.name() + ": " + caution)));
        String one = positive != null ? positive : "cases";
        new ScoreReport(evaluation, new ScoreFigures(evaluation, one, positive != null ? "not " + positive : "controls"))
                .write(folder, force, json, out());
    }

    private List<ScoreSettings.Part> parts() {
        List<ScoreSettings.Part> parts = new ArrayList<>();
        partialSpecificity.forEach(text -> parts.add(part("--partial-specificity", text)));
        partialSensitivity.forEach(text -> parts.add(part("--partial-sensitivity", text)));
        return parts;
    }

    private static ScoreSettings.Part part(String flag, String text) {
        String[] ends = text.split(":", -1);
        try {
            double low = Double.parseDouble(ends[0]);
            double high = Double.parseDouble(ends[1]);
            if (ends.length == 2 && low >= 0 && low < high && high <= 1) {
                return new ScoreSettings.Part(flag.endsWith("specificity"), low, high);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // refused below
        }
        throw new UsageException(flag + " is a range of shares such as 0.9:1, got '" + text + "'");
    }

    private double @Nullable [] riskCategories() {
        if (reclassification == null) {
            return null;
        }
        try {
            double[] limits = reclassification.isEmpty()
                    ? new double[0]
                    : Stream.of(reclassification.split(",", -1)).mapToDouble(Double::parseDouble).sorted().toArray();
            shares("--reclassification", Arrays.stream(limits).boxed().toList());
            return limits;
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

    /// Exact decimals: 0.07 is the double nearest to 0.07, never 7 times 0.01.
    private double[] thresholds() {
        String[] parts = thresholds.split(":", -1);
        try {
            if (parts.length != 3) {
                throw new NumberFormatException();
            }
            BigDecimal to = new BigDecimal(parts[1]);
            BigDecimal step = new BigDecimal(parts[2]);
            if (step.signum() <= 0) {
                throw new NumberFormatException();
            }
            List<Double> values = new ArrayList<>();
            for (BigDecimal t = new BigDecimal(parts[0]); t.compareTo(to) <= 0; t = t.add(step)) {
                if (t.signum() < 0 || t.compareTo(BigDecimal.ONE) >= 0 || values.size() >= 100_000) {
                    throw new NumberFormatException();
                }
                values.add(t.doubleValue());
            }
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        } catch (NumberFormatException e) {
            throw new UsageException("--thresholds is FROM:TO:STEP within 0 … 0.99, such as 0.05:0.95:0.05, got '" + thresholds + "'");
        }
    }
}
