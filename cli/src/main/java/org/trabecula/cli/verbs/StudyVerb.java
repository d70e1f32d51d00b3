package org.trabecula.cli.verbs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.Progress;
import org.trabecula.core.Version;
import org.trabecula.learn.classifier.Classifier;
import org.trabecula.study.Study;
import org.trabecula.study.folder.FinishedStudy;
import org.trabecula.study.input.MeasuredFeatures;
import org.trabecula.study.input.StudySource;
import org.trabecula.study.input.TableStudy;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `study`.
@Command(
        name = "study",
        addMethodSubcommands = false,
        header = "Run the whole protocol.",
        description = {
            "",
            "From a manifest of CTs, masks and outcomes to a report and a model: features, crops, patient split,",
            "selection, signatures, classifiers, cross-fitted scores, nomogram, evaluation. What is fitted is",
            "fitted on training cases only. Running it again in the same folder goes on where it stopped."
        },
        footer = {
            "",
            "Example:  trabecula phantom -o cohort --patients 60",
            "          trabecula study cohort/cases.csv -o run",
            "          trabecula study features.csv --outcome Target -o run2     a table, no images",
            "          trabecula study cohort/cases.csv --measured features -o run3     features of a job on a cluster",
            "          trabecula study cohort/cases.csv -o run --audit           what a leaky protocol would claim",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 4 done but some cases failed (failures.csv),",
            "130 interrupted; finished work is kept."
        })
public final class StudyVerb extends Verb {
    private static final int PERMUTATIONS = 20;
    private static final int MOST_PERMUTATIONS = 1000;

    @Parameters(arity = "0..1", paramLabel = "CASES", description = "Manifest, one row a vertebra; or a table of features.")
    @Nullable Path manifest;

    @Mixin
    FolderOutput output = new FolderOutput("Run folder; with --force the results of another study there are replaced.");

    @Mixin
    Json json = new Json();

    @Option(names = "--config", paramLabel = "FILE", description = "Settings, such as study.yaml.")
    @Nullable Path config;

    @Option(names = "--preset", paramLabel = "NAME", description = "Settings by name: paper, as-published, robust (default: paper).")
    @Nullable String preset;

    @Option(names = "--print-config", description = "Print the effective settings and stop.")
    boolean printConfig;

    @Option(names = "--positive", paramLabel = "NAME", description = "Name of the positive class (default: acute, or 1).")
    @Nullable String positive;

    @Option(names = "--outcome", paramLabel = "COL", description = "Outcome column of a feature table (default: outcome).")
    @Nullable String outcome;

    @Option(names = "--id", paramLabel = "COL", description = "Column that names the rows of a feature table (default: guessed, and said).")
    @Nullable String id;

    @Option(names = "--group", paramLabel = "COL", description = "Patient column of a feature table (default: patient_id, else each row is a patient).")
    @Nullable String group;

    @Option(
            names = "--each-row-a-patient",
            description = "The rows of a feature table are of different patients, whatever a column such as subject looks like.")
    boolean eachRowAPatient;

    @Option(
            names = "--measured",
            paramLabel = "PLACE",
            description = "Features of the manifest's cases, measured before: a table, or the folder of a job's or of shards' parts."
                    + " Joined by case_id; no image is opened.")
    @Nullable Path measured;

    @Option(names = "--audit", description = "Also do it as the published study did, and both on permuted outcomes: what a leaky protocol would have claimed.")
    boolean audit;

    @Option(names = "--permutations", paramLabel = "N", description = "Permuted outcomes of --audit (default: 20).")
    @Nullable Integer permutations;

    @Option(
            names = "--bundle-without-rows",
            description = "Choose among classifiers whose model holds no rows of training cases: no support vectors, no neighbours.")
    boolean bundleWithoutRows;

    @Option(names = "--weights", paramLabel = "FILE", description = "Pretrained network weights (default: random).")
    @Nullable Path weights;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of every random number (default: as in the settings).")
    @Nullable Long seed;

    @Mixin
    LearnsFrom learnsFrom = new LearnsFrom();

    @Mixin
    Jobs jobs = new Jobs();

    @Override
    public Integer call() throws IOException {
        StudySettings settings = settings();
        if (printConfig) {
            out().print(StudyYaml.write(settings));
            return ExitCode.DONE;
        }
        Path cases = required(manifest, "a manifest: trabecula study cases.csv -o RUN");
        Path folder = required(output.path().orElse(null), "a run folder: -o RUN");
        if (audit && settings.notForNewPatients().isPresent()) {
            throw new UsageException("--audit sets sound settings against as-published, and these split vertebrae themselves: choose --preset paper");
        }
        if (audit && settings.split().test().isNone()) {
            throw new UsageException("--audit compares test parts, and these settings have none (split.test: 0): choose --preset paper");
        }
        output.check(List.of(), List.of());
        Path base = config == null ? null : config.toAbsolutePath().getParent();
        Study study = new Study(
                settings, base == null ? Path.of("") : base, folder, output.force(), jobs.count(), progress(),
                "Trabecula " + Version.text(), commandLine(), permutations());
        StudySource source = source(cases, progress());
        Optional<FinishedStudy> finished = study.finished(source);
        int failures = finished.isPresent() ? tellFinished(finished.get(), study.folder(), progress()) : told(study.run(source));
        Path report = folder.resolve("report.html");
        if (json.asked()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("report", report.toString());
            document.put("failures", failures);
            out().println(JsonMapper.shared().writeValueAsString(document));
        } else {
            out().println(report);
        }
        return failures == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    /// The cases as the flags have them read.
    StudySource source(Path cases, Progress told) {
        TextTable table = DelimitedText.read(cases);
        Path beside = ManifestFile.folderOf(cases);
        Optional<TextTable> joined = joined(table);
        if (joined.isPresent()) {
            return features(joined.get(), beside);
        }
        return learnsFrom.images(table, beside, told)
                ? new StudySource.Images(manifest(table, beside))
                : features(table, beside);
    }

    private StudySource features(TextTable table, Path beside) {
        return new StudySource.Features(TableStudy.read(table, beside, new TableStudy.Columns(
                Optional.ofNullable(outcome), Optional.ofNullable(id), Optional.ofNullable(group), eachRowAPatient,
                Optional.ofNullable(positive))));
    }

    /// The cases with the features that were measured of them before, if there are such.
    private Optional<TextTable> joined(TextTable table) {
        if (measured == null) {
            return Optional.empty();
        }
        if (learnsFrom.images) {
            throw new UsageException("--measured and --images contradict each other");
        }
        Set<String> named = Stream.of(outcome, id, group).filter(Objects::nonNull).collect(Collectors.toSet());
        try {
            return Optional.of(MeasuredFeatures.read(measured).beside(table, named));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of the outcome; 0 without an audit.
    int permutations() {
        if (permutations != null && (permutations < 2 || permutations > MOST_PERMUTATIONS)) {
            throw new UsageException("--permutations must be 2 to " + MOST_PERMUTATIONS + ", got " + permutations);
        }
        if (permutations != null && !audit) {
            throw new UsageException("--permutations belongs to --audit");
        }
        return audit ? Objects.requireNonNullElse(permutations, PERMUTATIONS) : 0;
    }

    private int told(StudyResult result) {
        CaseFailures.tell(result.failures(), err());
        return result.failures().size();
    }

    /// Says that there was nothing to do.
    ///
    /// @return how many cases had failed
    static int tellFinished(FinishedStudy finished, Path folder, Progress progress) {
        progress.note("finished already, from the same inputs, settings and program; nothing was computed or written");
        if (!finished.failed().isEmpty()) {
            progress.note("failed cases: " + finished.failed().size() + ", see " + folder.resolve("failures.csv"));
        }
        return finished.failed().size();
    }

    private Cohort manifest(TextTable table, Path beside) {
        if (eachRowAPatient) {
            throw new UsageException("--each-row-a-patient belongs to a feature table; " + table.source()
                    + " is a manifest: leave column patient_id out or empty");
        }
        if (outcome != null || id != null || group != null) {
            throw new UsageException("--outcome, --id and --group name columns of a feature table; " + table.source()
                    + " is a manifest, with columns outcome, case_id and patient_id");
        }
        return ManifestFile.of(table, beside, Optional.ofNullable(positive));
    }

    private StudySettings settings() {
        if (config != null && preset != null) {
            throw new UsageException("--config and --preset contradict each other; write 'preset: " + preset + "' into " + config);
        }
        StudySettings settings =
                config == null ? StudyYaml.preset(preset == null ? "paper" : preset) : StudyYaml.read(config);
        if (weights != null) {
            if (settings.network().compares()) {
                throw new UsageException("--weights names one file, and the settings compare networks: name a file for each under network.weights");
            }
            settings = settings.withWeights(weights.toAbsolutePath().toString());
        }
        if (bundleWithoutRows) {
            settings = withoutRows(settings);
        }
        return seed == null ? settings : settings.withSeed(seed);
    }

    private static StudySettings withoutRows(StudySettings settings) {
        List<Classifier> left = settings.classifiers().stream().filter(one -> !one.holdsRows()).toList();
        if (left.isEmpty()) {
            throw new UsageException("--bundle-without-rows leaves none of the classifiers " + settings.classifiers()
                    + "; name others in the settings: "
                    + Stream.of(Classifier.values()).filter(one -> !one.holdsRows()).map(Classifier::label).collect(Collectors.joining(", ")));
        }
        return settings.withClassifiers(left);
    }
}
