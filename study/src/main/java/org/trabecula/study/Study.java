package org.trabecula.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.trabecula.cohort.Cohort;
import org.trabecula.core.Hash;
import org.trabecula.core.Progress;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.report.ModelCard;
import org.trabecula.study.report.ReportPage;
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
    public StudyResult run(Cohort cohort) throws IOException {
        String key = Hash.sha256Hex(
                (StudyYaml.write(settings) + "\n" + cohort).getBytes(StandardCharsets.UTF_8));
        RunFolder run = RunFolder.open(folder, settings, key, force);
        cohort.notes().forEach(progress::note);
        StudyResult result = new Protocol(settings, run, base, jobs, progress).run(cohort);
        progress.stage("writing the report", 1);
        new RunFiles(run).write(result, version);
        Bundle.of(result).write(run.at("model.trabecula"), version, ModelCard.text(result, version), run.stage("bundle"));
        run.writeText("report.html", new ReportPage(result, version).html());
        progress.done("");
        return result;
    }
}
