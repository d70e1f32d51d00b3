package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.ExitCode;
import org.trabecula.cli.Verb;
import org.trabecula.cli.Version;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.Progress;
import org.trabecula.study.Study;
import org.trabecula.study.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `study`.
@Command(
        name = "study",
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
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 4 done but some cases failed (failures.csv),",
            "130 interrupted; finished work is kept."
        })
public final class StudyVerb extends Verb {
    @Parameters(arity = "0..1", paramLabel = "CASES", description = "Manifest, one row a vertebra.")
    @Nullable Path manifest;

    @Option(names = {"-o", "--out"}, paramLabel = "RUN", description = "Run folder.")
    @Nullable Path out;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings, such as study.yaml.")
    @Nullable Path config;

    @Option(names = "--preset", paramLabel = "NAME", description = "Settings by name (default: paper).")
    String preset = "paper";

    @Option(names = "--print-config", description = "Print the effective settings and stop.")
    boolean printConfig;

    @Option(names = "--positive", paramLabel = "NAME", description = "Name of the positive class (default: acute, or 1).")
    @Nullable String positive;

    @Option(names = "--weights", paramLabel = "FILE", description = "Pretrained network weights (default: random).")
    @Nullable Path weights;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of every random number (default: as in the settings).")
    @Nullable Long seed;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: all processors). No number depends on it.")
    int jobs = defaultJobs();

    @Option(names = "--force", description = "Replace the results of another study in RUN.")
    boolean force;

    @Override
    public Integer call() throws IOException {
        StudySettings settings = settings();
        if (printConfig) {
            out().print(StudyYaml.write(settings));
            return ExitCode.DONE;
        }
        Path cases = required(manifest, "a manifest: trabecula study cases.csv -o RUN");
        Path folder = required(out, "a run folder: -o RUN");
        Cohort cohort = ManifestFile.read(cases, Optional.ofNullable(positive));
        Path base = config == null ? Path.of("") : config.toAbsolutePath().getParent();
        StudyResult result = run(cohort, settings, base == null ? Path.of("") : base, folder, force, jobs, progress());
        out().println(folder.resolve("report.html"));
        return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    static StudyResult run(
            Cohort cohort, StudySettings settings, Path base, Path folder, boolean force, int jobs, Progress progress)
            throws IOException {
        return new Study(settings, base, folder, force, jobs, progress, "Trabecula " + Version.text()).run(cohort);
    }

    private StudySettings settings() {
        StudySettings settings = config == null ? StudyYaml.preset(preset) : StudyYaml.read(config);
        if (weights != null) {
            settings = settings.withWeights(weights.toAbsolutePath().toString());
        }
        return seed == null ? settings : settings.withSeed(seed);
    }
}
