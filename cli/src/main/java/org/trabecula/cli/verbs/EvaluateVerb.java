package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
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
import org.trabecula.evaluation.document.DocumentTable;
import org.trabecula.evaluation.document.EvaluationTables;
import org.trabecula.evaluation.document.JsonText;
import org.trabecula.evaluation.document.TableDocument;
import org.trabecula.evaluation.input.ScoreTable;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evaluate`.
@Command(
        name = "evaluate",
        addMethodSubcommands = false,
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
    private static final String DOCUMENT = "evaluation.json";

    @Parameters(arity = "0..1", paramLabel = "SCORES", description = "Table with outcome and scores (.csv, .csv.gz, .parquet).")
    @Nullable Path scores;

    @Mixin
    EvaluationFlags flags = new EvaluationFlags();

    @Option(names = "--train", paramLabel = "FILE", description = "Choose cut-offs on this table (default: on SCORES itself).")
    @Nullable Path train;

    @Option(names = "--table1", paramLabel = "FILE", description = "Make a baseline table of this file.")
    @Nullable Path tableOne;

    @Mixin
    BaselineFlags baseline = new BaselineFlags();

    @Option(names = "--published", description = "Check printed figures; the flags below give them as printed.")
    boolean published;

    @Mixin
    PublishedFlags figures = new PublishedFlags();

    @Mixin
    FolderOutput output = new FolderOutput("Also write results and figures as files here.");

    @Mixin
    Jobs jobs = new Jobs();

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() throws IOException {
        int asked = (scores == null ? 0 : 1) + (tableOne == null ? 0 : 1) + (published ? 1 : 0);
        if (asked != 1) {
            throw new UsageException("give one of SCORES, --table1 FILE and --published");
        }
        if (published) {
            return figures.check(json.asked(), out());
        }
        if (tableOne != null) {
            baseline.make(tableOne, output, json.asked(), progress(), out());
        } else {
            evaluate(required(scores, "SCORES"));
        }
        return ExitCode.DONE;
    }

    private void evaluate(Path file) throws IOException {
        flags.require();
        EvaluationSettings settings = flags.settings();
        CutoffRules rules = flags.rules();
        TextTable table = DelimitedText.read(file);
        ScoreTable.Columns columns = flags.columns(table);
        output.check(
                Stream.of(List.of(DOCUMENT), EvaluationTables.files(), EvaluationFigures.files(columns.models()))
                        .flatMap(List::stream)
                        .toList(),
                Stream.of(file, train).filter(Objects::nonNull).toList());
        if (train != null && Files.mismatch(file, train) < 0) {
            progress().note("--train is the same table: cut-offs are judged on the cases that they were chosen on");
        }
        ScoreTable here = read(table, columns, false);
        Optional<ScoreTable> there =
                train == null ? Optional.empty() : Optional.of(read(DelimitedText.read(train), columns.withoutGroup(), true));
        List<Scores> training = there.map(ScoreTable::scores).orElse(List.of());
        RandomStreams random = new RandomStreams(flags.seed());
        Evaluator evaluator = there.isEmpty()
                ? new Evaluator(settings, rules, random, jobs.count())
                : new Evaluator(settings, rules.choose(training, settings.direction()), random, jobs.count());
        Evaluation evaluation = evaluator.evaluate(here.scores());
        evaluation.rows().forEach(row -> Notes.of(row).forEach(note -> progress().note(row.model() + ": " + note)));
        Map<String, TrainingArea> onTraining = new LinkedHashMap<>();
        for (int k = 0; k < training.size(); k++) {
            onTraining.put(training.get(k).model(), TrainingArea.of(evaluation.rows().get(k), training.get(k), settings));
        }
        write(new TableDocument(evaluation, onTraining), evaluator);
    }

    private ScoreTable read(TextTable table, ScoreTable.Columns columns, boolean training) {
        ScoreTable read = ScoreTable.read(table, columns, training);
        read.notes().forEach(progress()::note);
        return read;
    }

    private void write(TableDocument document, Evaluator evaluator) throws IOException {
        Optional<Path> folder = output.path();
        String text = json.asked() || folder.isPresent() ? JsonText.of(document.object()) : "";
        if (folder.isPresent()) {
            AtomicFile.writeText(folder.get().resolve(DOCUMENT), text + "\n");
            for (DocumentTable table : EvaluationTables.all(document.evaluation())) {
                table.write(folder.get());
            }
            String one = flags.positive == null ? "cases" : flags.positive;
            String other = flags.positive == null ? "controls" : "not " + flags.positive;
            Map<String, String> drawn = new EvaluationFigures(document.evaluation(), evaluator, one, other).all();
            for (Map.Entry<String, String> figure : drawn.entrySet()) {
                AtomicFile.writeText(folder.get().resolve(figure.getKey()), figure.getValue());
            }
        }
        if (json.asked()) {
            out().println(text);
        } else {
            new EvaluationText(document).print(out());
        }
    }
}
