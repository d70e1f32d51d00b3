package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.image.Spacing;
import org.trabecula.phantom.CohortFolder;
import org.trabecula.phantom.CohortSettings;
import org.trabecula.phantom.PhantomCohort;
import org.trabecula.phantom.PhantomPatient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `phantom`.
@Command(
        name = "phantom",
        addMethodSubcommands = false,
        header = "Make a synthetic cohort.",
        description = {
            "",
            "Draws spines with acute and chronic fractures, their outlines and a manifest. Use it to try a",
            "study before real data are at hand, or, with --effect 0, to see what a method claims when there",
            "is nothing to find. Everything is labelled synthetic."
        },
        footer = {
            "",
            "Example:  trabecula phantom -o cohort --patients 60 --seed 7",
            "          trabecula check cohort/cases.csv",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 a setting or the folder was refused, 130 interrupted."
        })
public final class PhantomVerb extends Verb {
    @Mixin
    FolderOutput output = new FolderOutput("New or empty folder.");

    @Option(names = "--patients", paramLabel = "N", description = "Patients, 1.4 fractures each on average (default: 120).")
    int patients = CohortSettings.DEFAULT.patients();

    @Option(
            names = "--effect",
            paramLabel = "X",
            description = "How far the stages lie apart: 0 not at all, 1 as intended (default: 1).")
    double effect = CohortSettings.DEFAULT.effect();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of every random number (default: 1).")
    long seed = CohortSettings.DEFAULT.seed();

    @Option(
            names = "--spacing",
            paramLabel = "XxYxZ",
            description = "Voxel size in mm: left-right x front-back x feet-head (default: 1x1x1).")
    String spacing = "1x1x1";

    @Option(names = "--column", paramLabel = "N", description = "Whole vertebrae in a scan, 1 to 7 (default: 5).")
    int column = CohortSettings.DEFAULT.columnVertebrae();

    @Option(
            names = "--outlined-again",
            paramLabel = "N",
            description = "Patients with second outlines by the same and another reader (default: 30).")
    int outlinedAgain = CohortSettings.DEFAULT.reproducibilityPatients();

    @Option(names = "--centres", paramLabel = "N", description = "Sites with scanners of their own (default: 2).")
    int centres = CohortSettings.DEFAULT.centres();

    @Option(
            names = "--scanners",
            paramLabel = "X",
            description = "How far the sites' scanners lie apart: 0 not at all, 1 as intended (default: 1).")
    double scanners = CohortSettings.DEFAULT.scannerSpread();

    @Mixin
    Jobs jobs = new Jobs();

    @Option(names = "--dry-run", description = "Say what would be written, write nothing.")
    boolean dryRun;

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() throws IOException {
        Path out = output.required();
        CohortSettings settings =
                new CohortSettings(patients, effect, seed, spacing(), column, outlinedAgain, centres, scanners);
        if (!dryRun) {
            output.check(List.of(), List.of());
            CohortFolder.write(settings, out, output.force(), jobs.count(), progress());
        }
        tell(settings, out);
        return ExitCode.DONE;
    }

    private Spacing spacing() {
        String[] parts = spacing.split("x", -1);
        if (parts.length != 3) {
            throw new UsageException("--spacing is three numbers in mm such as 0.8x0.8x1, got '" + spacing + "'");
        }
        try {
            return new Spacing(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--spacing is three numbers above 0 mm such as 0.8x0.8x1, got '" + spacing + "'");
        }
    }

    private void tell(CohortSettings settings, Path folder) {
        List<PhantomPatient> plan = PhantomCohort.plan(settings);
        int cases = plan.stream().mapToInt(p -> p.cases().size()).sum();
        int acute = plan.stream()
                .flatMap(p -> p.cases().stream())
                .mapToInt(c -> c.stage().outcome())
                .sum();
        String manifest = folder.resolve("cases.csv").toString();
        if (json.asked()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("manifest", manifest);
            document.put("synthetic", true);
            document.put("written", !dryRun);
            document.put("patients", plan.size());
            document.put("cases", cases);
            document.put("acute", acute);
            document.put("chronic", cases - acute);
            document.put("effect", settings.effect());
            document.put("seed", settings.seed());
            out().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
            return;
        }
        out().println((dryRun ? "would write " : "") + manifest + ": " + plan.size() + " synthetic patients, " + cases
                + " fractures, " + acute + " acute, " + (cases - acute) + " chronic");
    }
}
