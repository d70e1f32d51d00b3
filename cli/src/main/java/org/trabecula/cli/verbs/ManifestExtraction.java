package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.CohortProblem;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.core.Version;
import org.trabecula.extraction.feature.IntermediateImages;
import org.trabecula.extraction.region.MaskPlacement;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.radiomics.settings.SettingsText;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.extraction.feature.HandCrafted;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// `extract` of a manifest: each case by itself, finished ones kept in a folder beside the table.
final class ManifestExtraction {
    private static final List<String> FILES = List.of("image", "mask");

    private final Settings settings;
    private final RegionChoice choice;
    private final int jobs;
    private final Progress progress;
    private final HandCrafted handCrafted;
    private final List<CaseFailure> refused = new ArrayList<>();

    /// @param table where the features will go; finished cases are kept beside it
    ManifestExtraction(
            Settings settings, RegionChoice choice, Path table, Optional<IntermediateImages> images, int jobs, Progress progress) {
        this.settings = settings;
        this.choice = choice;
        this.jobs = jobs;
        this.progress = progress;
        String key = String.join(
                "\n", SettingsText.of(settings), Version.text(), choice.text(), images.map(IntermediateImages::text).orElse(""));
        HandCrafted.Watcher watcher = vertebra -> images.map(i -> i.of(vertebra.caseId())).orElse(Radiomics.Watcher.NOBODY);
        this.handCrafted = new HandCrafted(settings, key, keptBeside(table), this::open, watcher);
    }

    static Path keptBeside(Path table) {
        return table.resolveSibling("." + table.getFileName() + ".cases");
    }

    /// What a dry run says.
    ///
    /// @param cases     rows that the table would have
    /// @param finished  of these, computed by an earlier run
    /// @param failures  cases that would fail for what their headers say
    /// @param mostBytes estimated memory of the largest case
    record Plan(int cases, int finished, List<CaseFailure> failures, long mostBytes) {
        Plan {
            failures = List.copyOf(failures);
        }
    }

    /// Reads headers and masks, computes nothing.
    Plan plan(Path manifest) {
        List<VertebraCase> cases = cases(manifest);
        AtomicLong most = new AtomicLong();
        progress.stage("reading headers and masks", cases.size());
        List<Optional<CaseFailure>> bad = Parallel.map(cases.size(), jobs, n -> {
            VertebraCase vertebra = cases.get(n);
            try {
                CaseImages images = open(vertebra, StudyInputs.maskOf(vertebra));
                long bytes = Radiomics.with(settings).estimatedBytes(images.image().grid(), images.mask());
                most.accumulateAndGet(bytes, Math::max);
                return Optional.empty();
            } catch (InputException e) {
                return Optional.of(CaseFailure.of(vertebra.caseId(), e));
            } finally {
                progress.done(vertebra.caseId());
            }
        });
        List<CaseFailure> failures = new ArrayList<>(refused);
        bad.forEach(failure -> failure.ifPresent(failures::add));
        long finished = handCrafted.finished(cases, StudyInputs::maskOf, jobs).stream().filter(Optional::isPresent).count();
        return new Plan(cases.size(), (int) finished, failures, most.get());
    }

    /// Extracts what is not finished; failures come in the order of the manifest's good rows, after those that name no file.
    HandCrafted.Result extract(Path manifest) {
        HandCrafted.Result result = handCrafted.extract("features", cases(manifest), StudyInputs::maskOf, jobs, progress);
        List<CaseFailure> failures = new ArrayList<>(refused);
        failures.addAll(result.failures());
        return new HandCrafted.Result(result.table(), failures);
    }

    private List<VertebraCase> cases(Path manifest) {
        Path folder = manifest.toAbsolutePath().resolveSibling("");
        Cohort cohort = ManifestFile.of(withFiles(DelimitedText.read(manifest), folder), folder, Optional.empty());
        cohort.notes().forEach(progress::note);
        return choice.severalRows() ? rowPerLabel(cohort.included()) : cohort.included();
    }

    /// The rows whose image and mask are there; the others fail now, one by one, so that they do not stop the rest.
    private TextTable withFiles(TextTable table, Path folder) {
        List<TextTable.Row> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<Problem> missing = new ArrayList<>();
            for (String column : FILES) {
                Optional<Path> file =
                        table.has(column) ? table.find(row, column).map(folder::resolve) : Optional.empty();
                if (file.isPresent() && !Files.exists(file.get())) {
                    missing.add(new Problem(
                            CohortProblem.MISSING_FILE,
                            table.source() + ", line " + table.row(row).line() + ", column " + column,
                            "nothing at " + file.get().normalize(),
                            "a file, relative to the manifest's folder",
                            "correct the path, or move the manifest beside its files"));
                }
            }
            boolean excluded = table.has("exclude") && table.find(row, "exclude").isPresent();
            if (missing.isEmpty()) {
                rows.add(table.row(row));
            } else if (!excluded) {
                refused.add(new CaseFailure(table.has("case_id") ? table.cell(row, "case_id") : "", missing));
            }
        }
        if (rows.isEmpty() && !refused.isEmpty()) {
            throw new InputException(refused.stream().flatMap(failure -> failure.problems().stream()).toList());
        }
        return new TextTable(table.source(), table.header(), rows);
    }

    /// Cases that name no label, once for each of the labels asked for.
    private List<VertebraCase> rowPerLabel(List<VertebraCase> cases) {
        List<VertebraCase> rows = new ArrayList<>();
        Parallel.map(cases.size(), jobs, n -> labelled(cases.get(n))).forEach(rows::addAll);
        return rows;
    }

    private List<VertebraCase> labelled(VertebraCase vertebra) {
        if (vertebra.label().isPresent() || vertebra.mask().isEmpty()) {
            return List.of(vertebra);
        }
        List<VertebraCase> rows = new ArrayList<>();
        try {
            choice.regions(StandardFormats.ALL.labels(vertebra.mask().get()), vertebra.caseId(), Optional.empty())
                    .forEach((name, region) -> rows.add(vertebra.labelled(name, region.labels().getFirst().name())));
            return rows;
        } catch (InputException | IOException e) {
            return List.of(vertebra); // fails when its turn comes, with its reason
        }
    }

    private CaseImages open(VertebraCase vertebra, Path maskFile) {
        return CaseImages.open(vertebra, maskFile, (labels, image) -> {
            String where = "mask " + maskFile.getFileName() + " on image " + image.path().getFileName();
            RegionChoice.Region region = vertebra.label().isPresent()
                    ? new RegionChoice.Region(labels, List.of(labels.label(vertebra.label().get())))
                    : choice.regions(labels, vertebra.caseId(), ExtractVerb.labelOf(settings)).values().iterator().next();
            return MaskPlacement.place(
                    region.mask(), image, settings.preparation(), where,
                    note -> progress.note("case " + vertebra.caseId() + ": " + note));
        });
    }
}
