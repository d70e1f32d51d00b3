package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.CliProblem;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.Output;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Version;
import org.trabecula.phantom.CohortFolder;
import org.trabecula.phantom.CohortSettings;
import org.trabecula.study.Study;
import org.trabecula.study.folder.FinishedStudy;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `demo`.
@Command(
        name = "demo",
        addMethodSubcommands = false,
        header = "Make a synthetic cohort, run the study, print the report's path.",
        description = {
            "",
            "The whole way in a few minutes, without data of your own. Patients are synthetic and say so. To stay",
            "short, the network is a small one with random weights and is not fine-tuned (--weights takes real ones)."
        },
        footer = {
            "",
            "Example:  trabecula demo",
            "          trabecula demo my-demo --patients 200 --seed 7",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input refused, 130 interrupted; finished work is kept."
        })
public final class DemoVerb extends Verb {
    static final String RUN = "run";

    /// Endings of what people study.
    private static final Pattern A_FILE =
            Pattern.compile("(?i)\\.(csv|tsv|txt|xlsx?|parquet|gz|nii|nrrd|nhdr|dcm|mha|mhd|ya?ml|json|zip|trabecula|html|safetensors|pth?)$");

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder (default: demo).")
    Path folder = Path.of("demo");

    @Option(names = "--patients", paramLabel = "N", description = "Synthetic patients (default: ${DEFAULT-VALUE}).")
    int patients = 120;

    @Option(names = "--effect", paramLabel = "X", description = "How far the stages lie apart; 0: not at all (default: 1).")
    double effect = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of cohort and study (default: 1).")
    long seed = 1;

    @Option(names = "--weights", paramLabel = "FILE", description = "Pretrained ResNet weights (default: random).")
    @Nullable Path weights;

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs of fine-tuning (default: 0).")
    int epochs = 0;

    @Mixin
    Jobs jobs = new Jobs();

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() throws IOException {
        requireFolder();
        requireWeights();
        Study.requireNetwork(); // before patients are made for it
        CohortSettings made = made();
        StudySettings settings = settings();
        Path manifest = manifest(folder);
        if (!Files.exists(manifest)) {
            // cases.csv is written last: without it the folder was left half way, and is written again
            CohortFolder.write(made, ManifestFile.folderOf(manifest), true, jobs.count(), progress());
        }
        Path run = folder.resolve(RUN);
        Study study =
                new Study(settings, folder, run, true, jobs.count(), progress(), "Trabecula " + Version.text(), commandLine());
        Cohort cases = ManifestFile.read(manifest, Optional.empty());
        Optional<FinishedStudy> finished = study.finished(cases);
        int failures = finished.isPresent()
                ? StudyVerb.tellFinished(finished.get(), run, progress())
                : study.run(cases).failures().size();
        Path report = run.resolve("report.html");
        if (json.asked()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("report", report.toString());
            document.put("synthetic", true);
            document.put("failures", failures);
            out().println(JsonMapper.shared().writeValueAsString(document));
        } else {
            out().println(report);
        }
        return failures == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private StudySettings settings() {
        StudySettings small = epochs(StudyYaml.preset("paper").withSeed(seed)).withArchitecture(Choice.Architecture.RESNET18);
        return weights == null ? small : small.withWeights(weights.toAbsolutePath().toString());
    }

    private StudySettings epochs(StudySettings settings) {
        try {
            return settings.withEpochs(epochs);
        } catch (IllegalArgumentException e) { // says the range
            throw new UsageException("--epochs " + epochs + ": " + e.getMessage());
        }
    }

    private CohortSettings made() {
        return CohortSettings.DEFAULT.withPatients(patients).withEffect(effect).withSeed(seed);
    }

    /// Of the cohort that the flags ask for, in a demo's folder.
    Path manifest(Path demo) {
        return demo.resolve("cohort-" + Integer.toHexString(made().hashCode())).resolve("cases.csv");
    }

    /// A demo makes its own cases: who names a file means another verb.
    private void requireFolder() {
        String name = String.valueOf(folder.getFileName());
        if (!Files.isDirectory(folder) && A_FILE.matcher(name).find()) {
            throw new UsageException("demo makes cases of its own in a folder, and " + folder
                    + " looks like a file; to study your cases: trabecula study " + folder + " -o RUN");
        }
        Output.requireWritable(folder);
    }

    private void requireWeights() {
        if (weights != null && !Files.isReadable(weights)) {
            throw new InputException(new Problem(CliProblem.FILE, weights.toString(),
                    Files.exists(weights) ? "no permission to read it" : "no such file", "a file of weights",
                    "correct the path; trabecula weights fetch resnet18 downloads one"));
        }
    }
}
