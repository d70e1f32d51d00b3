package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.CliProblem;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.TableOutput;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.CaseFiles;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.Patient;
import org.trabecula.cohort.Sex;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;
import org.trabecula.learn.model.ModelId;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.input.TableStudy;
import org.trabecula.study.predict.Prediction;
import org.trabecula.study.predict.Predictor;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import org.trabecula.table.FeatureTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `predict`.
@Command(
        name = "predict",
        addMethodSubcommands = false,
        header = "Predict new patients with a finished model.",
        description = {
            "",
            "Applies the model of a study (its run folder, or model.trabecula alone) to one case or to a manifest;",
            "the model of a feature table to another such table.",
            "A case unlike those that the model saw gets a warning. Not a medical device."
        },
        footer = {
            "",
            "Example:  trabecula predict run ct.nii.gz mask.nii.gz --label 29 --age 71 --sex F",
            "          trabecula predict model.trabecula new-cases.csv -o predictions.csv",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 4 done but some cases failed."
        })
public final class PredictVerb extends Verb {
    private static final int OLDEST_YEARS = 130;
    private static final Pattern A_TABLE = Pattern.compile("(?i)\\.(csv|tsv|txt|parquet|csv\\.gz|tsv\\.gz)$");

    @Parameters(index = "0", paramLabel = "MODEL", description = "Run folder or model.trabecula.")
    @Nullable Path model;

    @Parameters(index = "1", paramLabel = "IMAGE|CASES", description = "CT, or a manifest (.csv).")
    @Nullable Path image;

    @Parameters(index = "2", arity = "0..1", paramLabel = "MASK", description = "Label file of the CT.")
    @Nullable Path mask;

    @Option(names = "--label", paramLabel = "N|NAME", description = "Label in the mask (default: the only one there).")
    @Nullable String label;

    @Mixin
    SchemeFlag scheme = new SchemeFlag();

    @Option(names = "--age", paramLabel = "YEARS", description = "Age in years.")
    double age = Double.NaN;

    @Option(names = "--sex", paramLabel = "F|M", description = "Sex.")
    @Nullable String sex;

    @Mixin
    CentreFlag centre = new CentreFlag();

    @Option(names = "--id", paramLabel = "COL", description = "Column that names the rows of a feature table (default: guessed, and said).")
    @Nullable String id;

    @Mixin
    TableOutput output = new TableOutput(
            "Table of predictions: .csv, .csv.gz, .tsv or .parquet (default: words for one case, for many CSV on stdout).");

    @Mixin
    Jobs jobs = new Jobs();

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() throws IOException {
        Path given = required(model, "a model");
        Path file = Files.isDirectory(given) ? given.resolve("model.trabecula") : given;
        Path first = required(image, "an image or a manifest");
        if (mask == null) {
            requireTable(first);
        }
        output.check(Stream.of(file, first, mask).filter(Objects::nonNull).toList());
        requireModel(given);
        Predictor.Result result;
        Bundle bundle;
        if (mask != null) {
            List<VertebraCase> cases = List.of(one(first, mask));
            bundle = Bundle.read(file);
            result = new Predictor(bundle).predict(cases, scheme.choice(), jobs.count(), progress());
        } else {
            TextTable table = DelimitedText.read(first);
            bundle = Bundle.read(file);
            Predictor predictor = new Predictor(bundle);
            result = predictsColumns(bundle, table)
                    ? predictor.predict(newRows(table, first, predictor))
                    : predictor.predict(newCases(table, first), scheme.choice(), jobs.count(), progress());
        }
        tell(result, bundle.model().classes());
        CaseFailures.tell(result.failures(), err());
        return CaseFailures.exitCode(result.failures(), result.predictions().size());
    }

    private void requireTable(Path first) {
        if (!A_TABLE.matcher(first.toString()).find()) {
            throw new UsageException("one case needs IMAGE and MASK; a manifest ends in .csv");
        }
        if (label != null || sex != null || !Double.isNaN(age)) {
            throw new UsageException("--label, --age and --sex belong to one case; a manifest has columns for them");
        }
    }

    /// Whether the table's columns are what is asked for: it names no images, or the model never saw any.
    static boolean predictsColumns(Bundle bundle, TextTable table) {
        return !TableStudy.isManifest(table)
                || bundle.model().deep().isEmpty() && bundle.model().hcr().inputs().stream().allMatch(table::has);
    }

    private StudyData newRows(TextTable table, Path file, Predictor predictor) {
        StudyData read = TableStudy.readNew(
                table, ManifestFile.folderOf(file), Optional.ofNullable(id), predictor.neededFeatures(table.source()));
        tell(read.cohort());
        return read.withCohort(centre.of(read.cohort()));
    }

    /// Cases whose images a table names.
    private List<VertebraCase> newCases(TextTable table, Path file) {
        Cohort cohort = ManifestFile.ofNew(table, ManifestFile.folderOf(file));
        tell(cohort);
        return centre.of(cohort).included();
    }

    private void tell(Cohort cohort) {
        cohort.notes().forEach(progress()::note);
        int excluded = cohort.cases().size() - cohort.included().size();
        if (excluded > 0) {
            progress().note(Shown.count(excluded, "row") + " left out for what column exclude says");
        }
    }

    private VertebraCase one(Path ct, Path outline) {
        if (age < 0 || age > OLDEST_YEARS) {
            throw new UsageException("--age takes years between 0 and " + OLDEST_YEARS + ", got " + age);
        }
        Sex given = sexOf(sex);
        return VertebraCase.named(ct.getFileName().toString(), "")
                .withFiles(CaseFiles.of(existing(ct), existing(outline), Optional.ofNullable(label)))
                .withPatient(new Patient(age, given, centre.orNone()));
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new InputException(new Problem(
                    org.trabecula.cohort.CohortProblem.MISSING_FILE, file.toString(), "nothing there", "a file",
                    "check the path; relative paths start at the current folder"));
        }
        return file;
    }

    private static Sex sexOf(@Nullable String text) {
        if (text == null) {
            return Sex.UNKNOWN;
        }
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "F", "FEMALE" -> Sex.FEMALE;
            case "M", "MALE" -> Sex.MALE;
            default -> throw new UsageException("--sex takes F or M, got '" + text + "'");
        };
    }

    static void requireModel(Path given) {
        if (!Files.exists(given)) {
            throw new InputException(new Problem(
                    CliProblem.FILE, given.toString(), "nothing there", "the run folder of a study, or a model.trabecula",
                    "check the path; relative paths start at the current folder"));
        }
    }

    private void tell(Predictor.Result result, ClassNames classes) throws IOException {
        if (json.asked()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("classes", classes);
            document.put("predictions", result.predictions());
            document.put("not_a_medical_device", true);
            out().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } else if (mask != null && output.path().isEmpty()) {
            result.predictions().forEach(prediction -> print(prediction, classes));
        }
        if (!output.toStdout() || !json.asked() && (mask == null || output.path().isPresent())) {
            Tables.write(table(result.predictions()), output, out());
        }
    }

    private void print(Prediction prediction, ClassNames classes) {
        out().println(prediction.caseId());
        prediction.probabilities().forEach((name, p) -> out().println(String.format(
                Locale.ROOT, "  %-10s probability of %s %.3f  (%s at the cut-off %.3f)", name, classes.positive(), p,
                Boolean.TRUE.equals(prediction.positive().get(name)) ? classes.positive() : classes.negative(),
                prediction.thresholds().getOrDefault(name, Double.NaN))));
        prediction.points().ifPresent(points -> out().println(String.format(Locale.ROOT, "  nomogram points %.1f", points)));
        prediction.warnings().forEach(warning -> err().println("warning: " + warning));
        out().println("  Not a medical device. For research.");
    }

    private static FeatureTable table(List<Prediction> predictions) {
        List<ModelId> models = predictions.isEmpty()
                ? List.of()
                : new ArrayList<>(predictions.getFirst().probabilities().keySet());
        double[][] columns = new double[models.size()][predictions.size()];
        List<String> warnings = new ArrayList<>();
        for (int row = 0; row < predictions.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = predictions.get(row).probabilities().getOrDefault(models.get(column), Double.NaN);
            }
            warnings.add(String.join("; ", predictions.get(row).warnings()));
        }
        FeatureTable table = new FeatureTable(
                predictions.stream().map(Prediction::caseId).toList(), Map.of("warnings", warnings),
                models.stream().map(name -> "probability_" + name).toList(), columns);
        boolean nomogram = predictions.stream().anyMatch(p -> p.points().isPresent());
        return nomogram ? table.beside(points(predictions)) : table;
    }

    private static FeatureTable points(List<Prediction> predictions) {
        double[] points = predictions.stream().mapToDouble(p -> p.points().orElse(Double.NaN)).toArray();
        return new FeatureTable(
                predictions.stream().map(Prediction::caseId).toList(), List.of("nomogram_points"), new double[][] {points});
    }
}
