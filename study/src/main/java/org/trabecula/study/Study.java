package org.trabecula.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.trabecula.cohort.Cohort;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Hash;
import org.trabecula.core.Progress;
import org.trabecula.report.Report;
import org.trabecula.report.html.HtmlReport;
import org.trabecula.report.pdf.PdfReport;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.report.ModelCard;
import org.trabecula.study.report.StudyReport;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// A study as the user asks for it: the protocol, its files, its report and its model.
///
/// @param base    that relative paths in the settings start from
/// @param folder  the run folder
/// @param force   whether results of another study there may be replaced
/// @param version of the program, as printed
public record Study(
        StudySettings settings, Path base, Path folder, boolean force, int jobs, Progress progress, String version) {
    /// From images.
    public StudyResult run(Cohort manifest) throws IOException {
        Cohort cohort = manifest.knownOutcomes();
        BeforeStudy.require(cohort, settings);
        try (RunFolder run = open(cohort)) {
            return finish(run, new Protocol(settings, run, base, jobs, progress).run(cohort));
        }
    }

    /// From a ready table of features.
    public StudyResult run(StudyData table) throws IOException {
        StudyData data = table.knownOutcomes();
        BeforeStudy.require(data.cohort(), settings);
        try (RunFolder run = open(data.cohort())) {
            return finish(run, new Protocol(settings, run, base, jobs, progress).learn(data));
        }
    }

    private RunFolder open(Cohort cohort) throws IOException {
        String key = Hash.sha256Hex((StudyYaml.write(settings) + "\n" + cohort).getBytes(StandardCharsets.UTF_8));
        cohort.notes().forEach(progress::note);
        return RunFolder.open(folder, settings, key, force);
    }

    private StudyResult finish(RunFolder run, StudyResult result) throws IOException {
        progress.stage("writing the report", 1);
        new RunFiles(run).write(result, version);
        Bundle.of(result).write(run.at("model.trabecula"), version, ModelCard.text(result, version), run.stage("bundle"));
        Report report = StudyReport.of(result, version);
        run.writeText("report.html", HtmlReport.of(report));
        byte[] pdf = PdfReport.of(report);
        AtomicFile.write(run.at("report.pdf"), out -> out.write(pdf));
        run.tidy();
        progress.done("");
        return result;
    }
}
