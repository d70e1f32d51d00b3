package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.FolderOutput;
import org.trabecula.cli.frame.Verb;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.Flow;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.core.Shown;
import org.trabecula.core.StageStore;
import org.trabecula.deep.crop.GreyPicture;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.check.CaseCheck;
import org.trabecula.extraction.check.FindingTable;
import org.trabecula.extraction.check.QualityCheck;
import org.trabecula.extraction.check.QualityChecks;
import org.trabecula.extraction.check.QualityFinding;
import org.trabecula.extraction.check.RepeatedCases;
import org.trabecula.extraction.check.WarnedCases;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.extraction.picture.CaseMontage;
import org.trabecula.extraction.picture.MontageSheet;
import org.trabecula.extraction.region.CaseNotes;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.extraction.region.RegionChoice;
import org.trabecula.study.BeforeStudy;
import org.trabecula.study.settings.StudyYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `check`.
@Command(
        name = "check",
        addMethodSubcommands = false,
        header = "Check a manifest before a long run.",
        description = {
            "",
            "Finds what a study would refuse, before hours of computing: reads every header and mask of the included cases,",
            "compares mask with image and cases with each other (one vertebra or scan twice, contradicting outcomes, too few",
            "cases, one patient, one class). Warns of what can be measured and should be looked at: regions cut by the image,",
            "of another size than their level, with metal, in air or in pieces, levels out of order, slices that are missing,",
            "images that are no CT, kernels and slice thicknesses unlike those of the other scans.",
            "More than twenty are counted by kind, with the first cases of each; -v lists all.",
            "With -o DIR, checks.csv and failures.csv hold all of it, and contact-sheet.png shows warned cases."
        },
        footer = {
            "",
            "Example:  trabecula check cases.csv -o checked",
            "",
            "Exit codes: 0 nothing found but warnings, 2 wrong usage, 3 the manifest was refused, 4 problems were found."
        })
public final class CheckVerb extends Verb {
    private static final String CHECKS = "checks.csv";
    private static final String PICTURES = "pictures";
    private static final String SHEET = "contact-sheet.png";

    @Parameters(paramLabel = "CASES", description = "Manifest, one row a vertebra.")
    @Nullable Path manifest;

    @Option(names = "--positive", paramLabel = "NAME", description = "Name of the positive class (default: acute, or 1).")
    @Nullable String positive;

    @Mixin
    SchemeFlag scheme = new SchemeFlag();

    @Mixin
    FolderOutput output = new FolderOutput("Folder for checks.csv, failures.csv and pictures of warned cases. Without it nothing is written.");

    @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: all processors).")
    int jobs = defaultJobs();

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    /// What `--json` prints.
    record Report(int cases, int patients, int acute, int chronic, List<Found> problems, List<Found> warnings) {}

    /// A problem or a warning of one case; of all together, without a `caseId`.
    record Found(String caseId, String code, String what, String where, String found, String expected, String fix) {
        private static Found of(String caseId, Problem p) {
            return new Found(caseId, p.code().code(), p.code().what(), p.where(), p.found(), p.expected(), p.fix());
        }
    }

    @Override
    public Integer call() throws IOException {
        Cohort cohort = ManifestFile.read(required(manifest, "a manifest"), Optional.ofNullable(positive)).knownOutcomes();
        Progress progress = progress();
        output.check(List.of(CHECKS, SHEET), ManifestCases.of(cohort).inputs(required(manifest, "a manifest")));
        cohort.notes().forEach(progress::note);
        List<VertebraCase> cases = cohort.included();
        CaseOpener opener = new CaseOpener(
                ReadFormats.ALL, RegionChoice.of(scheme.choice()), MaskPlacement.study(), new CaseNotes(progress).besideChecks());
        List<CaseFailure> failures = new ArrayList<>();
        List<Problem> together = together(cohort, progress);
        if (!together.isEmpty()) {
            failures.add(new CaseFailure("", together));
        }
        failures.addAll(new CaseCheck(opener, jobs, progress).of(cases));
        List<QualityFinding> warned = new QualityChecks(opener, StageStore.none(), jobs, progress).of(cases).stream()
                .filter(odd -> odd.check() != QualityCheck.VOLUME || failures.stream().noneMatch(scrap -> scrap.caseId().equals(odd.caseId())))
                .toList();
        List<Found> warnings = warned.stream().map(odd -> Found.of(odd.caseId(), odd.problem())).toList();
        List<Found> found = failures.stream().flatMap(CheckVerb::found).toList();
        if (output.path().isPresent()) {
            write(output.path().get(), failures, warned, opener, progress);
        }
        Flow flow = Flow.of(cohort);
        int acute = (int) cases.stream().filter(c -> c.outcome().orElse(-1) == 1).count();
        int chronic = (int) cases.stream().filter(c -> c.outcome().orElse(-1) == 0).count();
        if (json) {
            out().println(JsonMapper.shared()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Report(flow.included(), flow.patients(), acute, chronic, found, warnings)));
        } else {
            out().println(Shown.count(flow.included(), "case") + " of " + Shown.count(flow.patients(), "patient") + " (" + acute
                    + " positive, " + chronic + " negative), " + (flow.eligible() - flow.included()) + " excluded, "
                    + Shown.count(found.size(), "problem") + ", " + Shown.count(warned.size(), "warning"));
            if (!found.isEmpty() || !warned.isEmpty()) {
                new CheckText(failures, warned).print(words(), verbose());
            }
        }
        return found.isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    /// Everything that was found, and the first cases of every check to look at: in one sheet, and each by itself.
    private void write(
            Path folder, List<CaseFailure> failures, List<QualityFinding> warned, CaseOpener opener, Progress progress) throws IOException {
        CaseFailures.write(folder, failures);
        FindingTable.write(folder.resolve(CHECKS), warned, _ -> false);
        Files.createDirectories(folder.resolve(PICTURES));
        WarnedCases drawn = WarnedCases.drawn(warned, StageStore.none(), opener, jobs, progress);
        List<String> titles = new ArrayList<>();
        for (Map.Entry<String, CaseMontage> one : drawn.pictures().entrySet()) {
            titles.add(one.getKey() + ": " + String.join(", ", drawn.checksOf(one.getKey())));
            GreyPicture.write(folder.resolve(PICTURES).resolve(CaseFileName.of(one.getKey()) + ".png"), one.getValue().strip());
        }
        if (!titles.isEmpty()) {
            GreyPicture.write(folder.resolve(SHEET), MontageSheet.of(titles, List.copyOf(drawn.pictures().values())));
        }
        if (drawn.more() > 0) {
            progress.note("pictures of " + titles.size() + " warned cases; " + drawn.more() + " more in " + CHECKS);
        }
    }

    /// What the cases hold against each other; for a study only where outcomes are known.
    private static List<Problem> together(Cohort cohort, Progress progress) {
        if (cohort.included().stream().anyMatch(c -> c.outcome().isPresent())) {
            return BeforeStudy.problems(cohort, StudyYaml.preset("paper"));
        }
        progress.note("no case has an outcome: checked for measuring and predicting, not for a study");
        return RepeatedCases.of(cohort.source(), cohort.included());
    }

    private static Stream<Found> found(CaseFailure failure) {
        return failure.problems().stream().map(p -> Found.of(failure.caseId(), p));
    }
}
