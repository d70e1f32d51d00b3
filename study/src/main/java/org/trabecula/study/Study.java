package org.trabecula.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.cohort.Cohort;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.FileHashes;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.Provenance;
import org.trabecula.deep.torch.Libtorch;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.report.Report;
import org.trabecula.report.docx.DocxReport;
import org.trabecula.report.html.HtmlReport;
import org.trabecula.report.pdf.PdfReport;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.folder.FinishedStudy;
import org.trabecula.study.folder.RecordedRun;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.SeenFile;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.input.StudySource;
import org.trabecula.study.picture.CasePictures;
import org.trabecula.study.picture.Picturing;
import org.trabecula.study.repeat.RunComparison;
import org.trabecula.study.report.ModelCard;
import org.trabecula.study.report.StudyReport;
import org.trabecula.study.result.Audit;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.written.AuditFiles;
import org.trabecula.study.written.FigureFiles;
import org.trabecula.study.written.PictureFiles;
import org.trabecula.study.written.RunFiles;

/// A study as the user asks for it: the protocol, its files, its report and its model.
///
/// @param base    that relative paths in the settings start from
/// @param folder  the run folder
/// @param force   whether results of another study there may be replaced
/// @param version of the program, as printed
/// @param command as typed, for the record; empty when not run from a command line
/// @param permutations of the outcome, for a leakage audit; 0: none is made
public record Study(
        StudySettings settings,
        Path base,
        Path folder,
        boolean force,
        int jobs,
        Progress progress,
        String version,
        List<String> command,
        int permutations) {
    static final String REPORT = "report.html";
    static final String REPORT_PDF = "report.pdf";
    static final String REPORT_DOCX = "report.docx";

    public Study {
        command = List.copyOf(command);
    }

    /// Without a leakage audit.
    public Study(
            StudySettings settings, Path base, Path folder, boolean force, int jobs, Progress progress, String version,
            List<String> command) {
        this(settings, base, folder, force, jobs, progress, version, command, 0);
    }

    /// From images.
    public StudyResult run(Cohort manifest) throws IOException {
        return run(new StudySource.Images(manifest));
    }

    /// From a ready table of features.
    public StudyResult run(StudyData table) throws IOException {
        return run(new StudySource.Features(table));
    }

    /// From either.
    public StudyResult run(StudySource source) throws IOException {
        BeforeStudy.require(source.cohort(), settings);
        if (source instanceof StudySource.Images) {
            requireNetwork(); // not after hours of features
        }
        StudyKey key = key(source);
        try (RunFolder run = open(source.cohort(), key)) {
            return finish(run, key, computed(source, run));
        }
    }

    /// Asks whether this edition of the program can do a study of images, which always has a network's part.
    ///
    /// @throws InputException NET-011 where it cannot
    public static void requireNetwork() {
        Libtorch.requirePresent();
    }

    /// What a study computes.
    ///
    /// @param audit    where one was asked for
    /// @param pictures of single cases, where there are images
    record Computed(StudyResult result, Optional<Audit> audit, Optional<CasePictures> pictures) {}

    /// The protocol, with results and finished parts in `run`.
    Computed computed(StudySource source, RunFolder run) throws IOException {
        Protocol protocol = new Protocol(settings, run, base, jobs, progress);
        StudyData data = switch (source) {
            case StudySource.Images images -> protocol.read(images.cohort());
            case StudySource.Features features -> features.data();
        };
        StudyResult result = protocol.learn(data);
        return new Computed(
                result,
                permutations == 0
                        ? Optional.empty()
                        : Optional.of(new LeakageAudit(result.fitSettings(), run, base, jobs, progress).of(data, result, permutations)),
                new Picturing(run.store(), jobs, progress).of(result));
    }

    /// What the folder holds already, if it is this study to its end: the same rows, settings, contents of images, masks and
    /// weights, and program, and every result as it was left. Nothing is written.
    public Optional<FinishedStudy> finished(Cohort manifest) throws IOException {
        return finished(new StudySource.Images(manifest));
    }

    /// The same for a ready table of features.
    public Optional<FinishedStudy> finished(StudyData table) throws IOException {
        return finished(new StudySource.Features(table));
    }

    /// The same for either.
    public Optional<FinishedStudy> finished(StudySource source) throws IOException {
        return finished(key(source));
    }

    /// Writes `report.html`, `report.pdf` and `report.docx` of the finished run in the folder again, from what the run kept; no other file changes.
    ///
    /// @param recorded the run's record
    /// @throws InputException STU-013 naming every input that is gone or changed, STU-014 where finished parts are
    public void reportAgain(StudySource source, RecordedRun recorded) throws IOException {
        StudyKey key = key(source);
        new RecordedInputs(recorded).require(key, progress);
        new ReportAgain(this, recorded).write(source);
    }

    /// Runs the study from its beginning into this folder, and holds the results against those of the run that it repeats.
    ///
    /// @param recorded the run's record, with this study's settings and command
    /// @param before   folder of the run; nothing there changes
    /// @throws InputException STU-013 naming every input that is gone or changed
    public RunComparison repeated(StudySource source, RecordedRun recorded, Path before) throws IOException {
        new RecordedInputs(recorded).require(key(source), progress);
        run(source);
        return RunComparison.of(before, folder);
    }

    private Optional<FinishedStudy> finished(StudyKey key) throws IOException {
        Optional<FinishedStudy> kept = FinishedStudy.in(folder);
        if (kept.isEmpty()) {
            return kept;
        }
        Optional<List<SeenFile>> inputs = key.inputs(new FileHashes(), kept.get().inputs());
        boolean audited = permutations == 0 || kept.get().results().stream().anyMatch(result -> result.name().equals(AuditFiles.JSON));
        boolean same = audited && inputs.isPresent() && kept.get().key().equals(key.content(inputs.get()));
        return same && kept.get().isComplete(folder) ? kept : Optional.empty();
    }

    private StudyKey key(StudySource source) {
        return new StudyKey(settings, source.cohort(), switch (source) {
            case StudySource.Images _ -> Optional.empty();
            case StudySource.Features features -> Optional.of(features.data().raw());
        }, base);
    }

    private RunFolder open(Cohort cohort, StudyKey key) throws IOException {
        cohort.notes().forEach(progress::note);
        return RunFolder.open(folder, settings, key.name(), force);
    }

    private StudyResult finish(RunFolder run, StudyKey key, Computed computed) throws IOException {
        StudyResult result = computed.result();
        progress.stage("writing the report", 1);
        List<SeenFile> inputs = key.read(run.store().hashes());
        new RunFiles(run).write(result, version, provenance(inputs, key.tableFile(run.store().hashes())));
        Bundle.of(result).write(run.at("model.trabecula"), version, ModelCard.text(result, version), run.stage("bundle"));
        PictureFiles.write(run, result, computed.pictures());
        AuditFiles.clear(run);
        if (computed.audit().isPresent()) {
            AuditFiles.write(run, computed.audit().get());
        }
        Report report = report(computed);
        FigureFiles.write(run, report);
        writeReport(report, folder);
        run.tidy();
        FinishedStudy.write(
                folder, key.content(inputs), inputs, result.failures().stream().map(CaseFailure::caseId).toList());
        progress.done("");
        progress.note(SampleSizeNote.of(result));
        return result;
    }

    Report report(Computed computed) {
        return StudyReport.of(computed.result(), computed.audit(), computed.pictures(), version);
    }

    /// The report in its three forms.
    void writeReport(Report report, Path into) throws IOException {
        AtomicFile.writeText(into.resolve(REPORT), HtmlReport.of(report));
        Parallel.Both<byte[], byte[]> paged = Parallel.both(jobs, () -> DocxReport.of(report), () -> PdfReport.of(report));
        AtomicFile.write(into.resolve(REPORT_DOCX), out -> out.write(paged.first()));
        AtomicFile.write(into.resolve(REPORT_PDF), out -> out.write(paged.second()));
    }

    private Provenance provenance(List<SeenFile> inputs, Optional<Provenance.Input> table) {
        Map<Boolean, List<Provenance.Input>> byWeights = inputs.stream()
                .map(input -> new Provenance.Input(input.name(), input.sha256()))
                .collect(Collectors.partitioningBy(input -> input.name().startsWith(StudyKey.WEIGHTS)));
        List<Provenance.Input> others = new ArrayList<>(byWeights.getOrDefault(false, List.of()));
        List<Provenance.Input> weights = byWeights.getOrDefault(true, List.of());
        others.addAll(weights.stream().skip(1).toList()); // of networks that were compared; the record has room for one
        return Provenance.here(StudyKey.code(), command, RecordedRun.hash(settings), table, others, weights.stream().findFirst());
    }
}
