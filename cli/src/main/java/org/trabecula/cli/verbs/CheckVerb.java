package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Flow;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.core.Shown;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.formats.StandardFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `check`.
@Command(
        name = "check",
        header = "Check a manifest before a long run.",
        description = {
            "",
            "Reads every header and mask of the included cases, and compares mask with image. Nothing is written."
        },
        footer = {
            "",
            "Example:  trabecula check cases.csv",
            "",
            "Exit codes: 0 nothing found, 2 wrong usage, 3 the manifest was refused, 4 problems were found."
        })
public final class CheckVerb extends Verb {
    @Parameters(paramLabel = "CASES", description = "Manifest, one row a vertebra.")
    @Nullable Path manifest;

    @Option(names = "--positive", paramLabel = "NAME", description = "Name of the positive class (default: acute, or 1).")
    @Nullable String positive;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: all processors).")
    int jobs = defaultJobs();

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    /// What `--json` prints.
    record Report(int cases, int patients, int acute, int chronic, List<Found> problems) {}

    /// A problem of one case.
    record Found(String caseId, String code, String what, String where, String found, String expected, String fix) {}

    @Override
    public Integer call() throws IOException {
        Cohort cohort = ManifestFile.read(required(manifest, "a manifest"), Optional.ofNullable(positive));
        Progress progress = progress();
        cohort.notes().forEach(progress::note);
        List<VertebraCase> cases = cohort.included();
        CaseOpener opener = CaseOpener.study(StandardFormats.ALL, new CaseNotes(progress));
        progress.stage("checking", cases.size());
        List<List<Problem>> each = Parallel.map(cases.size(), jobs, at -> {
            List<Problem> problems = check(cases.get(at), opener);
            progress.done(cases.get(at).caseId());
            return problems;
        });
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < cases.size(); at++) {
            for (Problem p : each.get(at)) {
                found.add(new Found(
                        cases.get(at).caseId(), p.code().code(), p.code().what(), p.where(), p.found(), p.expected(), p.fix()));
            }
        }
        Flow flow = Flow.of(cohort);
        int acute = (int) cases.stream().filter(c -> c.outcome().orElse(-1) == 1).count();
        int chronic = (int) cases.stream().filter(c -> c.outcome().orElse(-1) == 0).count();
        if (json) {
            out().println(JsonMapper.shared()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Report(flow.included(), flow.patients(), acute, chronic, found)));
        } else {
            each.forEach(problems -> problems.forEach(p -> out().println(p.text())));
            out().println(Shown.count(flow.included(), "case") + " of " + Shown.count(flow.patients(), "patient") + " (" + acute + " positive, " + chronic
                    + " negative), " + (flow.eligible() - flow.included()) + " excluded, " + Shown.count(found.size(), "problem"));
        }
        return found.isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    /// Opens the case with each of its outlines.
    private static List<Problem> check(VertebraCase vertebra, CaseOpener opener) {
        List<Problem> problems = new ArrayList<>();
        List<Runnable> looks = new ArrayList<>();
        looks.add(() -> opener.forFeatures(vertebra, CaseOpener.maskOf(vertebra)));
        vertebra.maskIntra().ifPresent(mask -> looks.add(() -> opener.forFeatures(vertebra, mask)));
        vertebra.maskInter().ifPresent(mask -> looks.add(() -> opener.forFeatures(vertebra, mask)));
        for (Runnable look : looks) {
            try {
                look.run();
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        return problems;
    }
}
