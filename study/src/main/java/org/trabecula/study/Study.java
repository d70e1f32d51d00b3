package org.trabecula.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.cohort.Cohort;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.FileHashes;
import org.trabecula.core.Hash;
import org.trabecula.core.Progress;
import org.trabecula.core.Provenance;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.report.Report;
import org.trabecula.report.html.HtmlReport;
import org.trabecula.report.pdf.PdfReport;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.folder.FinishedStudy;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.SeenFile;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.report.ModelCard;
import org.trabecula.study.report.StudyReport;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.study.written.RunFiles;

/// A study as the user asks for it: the protocol, its files, its report and its model.
///
/// @param base    that relative paths in the settings start from
/// @param folder  the run folder
/// @param force   whether results of another study there may be replaced
/// @param version of the program, as printed
/// @param command as typed, for the record; empty when not run from a command line
public record Study(
        StudySettings settings,
        Path base,
        Path folder,
        boolean force,
        int jobs,
        Progress progress,
        String version,
        List<String> command) {
    public Study {
        command = List.copyOf(command);
    }

    /// From images.
    public StudyResult run(Cohort manifest) throws IOException {
        Cohort cohort = manifest.knownOutcomes();
        BeforeStudy.require(cohort, settings);
        StudyKey key = key(cohort);
        try (RunFolder run = open(cohort, key)) {
            return finish(run, key, new Protocol(settings, run, base, jobs, progress).run(cohort));
        }
    }

    /// From a ready table of features.
    public StudyResult run(StudyData table) throws IOException {
        StudyData data = table.knownOutcomes();
        BeforeStudy.require(data.cohort(), settings);
        StudyKey key = key(data);
        try (RunFolder run = open(data.cohort(), key)) {
            return finish(run, key, new Protocol(settings, run, base, jobs, progress).learn(data));
        }
    }

    /// What the folder holds already, if it is this study to its end: the same rows, settings, contents of images, masks and
    /// weights, and program, and every result as it was left. Nothing is written.
    public Optional<FinishedStudy> finished(Cohort manifest) throws IOException {
        return finished(key(manifest.knownOutcomes()));
    }

    /// The same for a ready table of features.
    public Optional<FinishedStudy> finished(StudyData table) throws IOException {
        return finished(key(table.knownOutcomes()));
    }

    private Optional<FinishedStudy> finished(StudyKey key) throws IOException {
        Optional<FinishedStudy> kept = FinishedStudy.in(folder);
        if (kept.isEmpty()) {
            return kept;
        }
        Optional<List<SeenFile>> inputs = key.inputs(new FileHashes(), kept.get().inputs());
        boolean same = inputs.isPresent() && kept.get().key().equals(key.content(inputs.get()));
        return same && kept.get().isComplete(folder) ? kept : Optional.empty();
    }

    private StudyKey key(Cohort cohort) {
        return new StudyKey(settings, cohort, Optional.empty(), base);
    }

    private StudyKey key(StudyData data) {
        return new StudyKey(settings, data.cohort(), Optional.of(data.raw()), base);
    }

    private RunFolder open(Cohort cohort, StudyKey key) throws IOException {
        cohort.notes().forEach(progress::note);
        return RunFolder.open(folder, settings, key.name(), force);
    }

    private StudyResult finish(RunFolder run, StudyKey key, StudyResult result) throws IOException {
        progress.stage("writing the report", 1);
        List<SeenFile> inputs = key.read(run.store().hashes());
        new RunFiles(run).write(result, version, provenance(inputs));
        Bundle.of(result).write(run.at("model.trabecula"), version, ModelCard.text(result, version), run.stage("bundle"));
        Report report = StudyReport.of(result, version);
        run.writeText("report.html", HtmlReport.of(report));
        byte[] pdf = PdfReport.of(report);
        AtomicFile.write(run.at("report.pdf"), out -> out.write(pdf));
        run.tidy();
        FinishedStudy.write(
                folder, key.content(inputs), inputs, result.failures().stream().map(CaseFailure::caseId).toList());
        progress.done("");
        progress.note(SampleSizeNote.of(result));
        return result;
    }

    private Provenance provenance(List<SeenFile> inputs) {
        Map<Boolean, List<Provenance.Input>> byWeights = inputs.stream()
                .map(input -> new Provenance.Input(input.name(), input.sha256()))
                .collect(Collectors.partitioningBy(input -> input.name().startsWith(StudyKey.WEIGHTS)));
        return Provenance.here(
                StudyKey.code(), command, Hash.sha256Hex(StudyYaml.write(settings).getBytes(StandardCharsets.UTF_8)),
                byWeights.getOrDefault(false, List.of()), byWeights.getOrDefault(true, List.of()).stream().findFirst());
    }
}
