package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.CutoffRules;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.EvaluationSettings;
import org.trabecula.evaluation.Evaluator;
import org.trabecula.evaluation.Notes;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.TrainingArea;
import org.trabecula.evaluation.document.BaselineDocument;
import org.trabecula.evaluation.document.DocumentTable;
import org.trabecula.evaluation.document.EvaluationTables;
import org.trabecula.evaluation.document.JsonText;
import org.trabecula.evaluation.document.TableDocument;
import org.trabecula.evaluation.input.BaselineColumns;
import org.trabecula.evaluation.input.ScoreTable;
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
    String thresholds = ThresholdRange.DEFAULT;

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
            baseline(tableOne, by);
            return ExitCode.DONE;
        }
        if (published) {
            return figures.check(json, out());
        }
        evaluateScores();
        return ExitCode.DONE;
    }

    private void baseline(Path file, String groups) throws IOException {
        List<String> written = List.of("table1.json", "table1.csv", "table1.html");
        if (folder != null) {
            OutputFiles.requireFree(force, written.stream().map(folder::resolve).toArray(Path[]::new));
        }
        BaselineColumns made = BaselineColumns.read(DelimitedText.read(file), groups, variables, categorical);
        made.notes().forEach(progress()::note);
        BaselineDocument document = new BaselineDocument(made.table());
        String text = JsonText.of(document.object()) + "\n";
        if (folder != null) {
            AtomicFile.writeText(folder.resolve("table1.json"), text);
            AtomicFile.writeText(folder.resolve("table1.csv"), document.csv());
            AtomicFile.writeText(folder.resolve("table1.html"), document.html());
        }
        out().print(json ? text : document.csv());
    }

    private void evaluateScores() throws IOException {
        if (scores == null || outcome == null || models.isEmpty()) {
            throw new UsageException("SCORES needs --outcome COL and --models COL,COL");
        }
        EvaluationSettings settings = settings();
        CutoffRules rules = new CutoffRules(
                shares("--at-sensitivity", atSensitivity), shares("--at-specificity", atSpecificity), atThreshold);
        if (folder != null && !force) {
            OutputFiles.requireFree(
                    false,
                    Stream.of(List.of("evaluation.json"), EvaluationTables.files(), EvaluationFigures.files(models))
                            .flatMap(List::stream)
                            .map(folder::resolve)
                            .toArray(Path[]::new));
        }
        ScoreTable.Columns columns = new ScoreTable.Columns(outcome, positive, models, group);
        ScoreTable here = ScoreTable.read(DelimitedText.read(scores), columns, false);
        Optional<ScoreTable> there = train == null
                ? Optional.empty()
                : Optional.of(ScoreTable.read(
                        DelimitedText.read(train), new ScoreTable.Columns(outcome, positive, models, null), true));
        here.notes().forEach(progress()::note);
        there.ifPresent(table -> table.notes().forEach(progress()::note));
        List<Scores> training = there.orElse(here).scores();
        Evaluator evaluator =
                new Evaluator(settings, rules.choose(training, settings.direction()), new RandomStreams(seed), jobs);
        Evaluation evaluation = evaluator.evaluate(here.scores());
        evaluation.rows().forEach(row -> Notes.of(row).forEach(note -> progress().note(row.model() + ": " + note)));
        Map<String, TrainingArea> onTraining = new LinkedHashMap<>();
        for (int k = 0; there.isPresent() && k < training.size(); k++) {
            onTraining.put(training.get(k).model(), TrainingArea.of(evaluation.rows().get(k), training.get(k), settings));
        }
        write(new TableDocument(evaluation, onTraining), evaluator);
    }

    private EvaluationSettings settings() {
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
        return new EvaluationSettings(
                upwards,
                level,
                new EvaluationSettings.Decision(ThresholdRange.parse(thresholds), prevalence),
                parts(),
                riskClasses(),
                new EvaluationSettings.Resampling(bootstrap, bootstrap));
    }

    private void write(TableDocument document, Evaluator evaluator) throws IOException {
        String text = json || folder != null ? JsonText.of(document.object()) : "";
        if (folder != null) {
            String one = positive != null ? positive : "cases";
            AtomicFile.writeText(folder.resolve("evaluation.json"), text + "\n");
            for (DocumentTable table : EvaluationTables.all(document.evaluation())) {
                table.write(folder);
            }
            Map<String, String> drawn = new EvaluationFigures(
                            document.evaluation(), evaluator, one, positive != null ? "not " + positive : "controls")
                    .all();
            for (Map.Entry<String, String> figure : drawn.entrySet()) {
                AtomicFile.writeText(folder.resolve(figure.getKey()), figure.getValue());
            }
        }
        if (json) {
            out().println(text);
        } else {
            new EvaluationText(document).print(out());
        }
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
