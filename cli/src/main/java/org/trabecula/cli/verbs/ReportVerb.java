package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/// `report`.
@Command(
        name = "report",
        addMethodSubcommands = false,
        header = "Write a finished run's report again.",
        description = {
            "",
            "report.html, report.pdf and report.docx, from what the run kept: features, crops, networks and folds",
            "are found, and no other file changes. Refused where inputs or kept parts are gone or changed, or where",
            "this program gives other numbers than the run."
        },
        footer = {
            "",
            "Example:  trabecula report run",
            "          trabecula report run --cases /data/cohort/cases.csv     the cohort lies elsewhere now",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 refused, 130 interrupted."
        })
public final class ReportVerb extends Verb {
    @Mixin
    RecordedStudyFlags flags = new RecordedStudyFlags();

    @Mixin
    Json json = new Json();

    @Mixin
    Jobs jobs = new Jobs();

    @Override
    public Integer call() throws IOException {
        Path folder = flags.folder("report");
        RecordedStudy study = flags.read(folder, progress());
        study.study(folder, jobs.count(), progress()).reportAgain(study.source(), study.recorded());
        Path report = folder.resolve("report.html");
        if (json.asked()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("report", report.toString());
            document.put("pdf", folder.resolve("report.pdf").toString());
            document.put("docx", folder.resolve("report.docx").toString());
            out().println(JsonMapper.shared().writeValueAsString(document));
        } else {
            out().println(report);
        }
        return ExitCode.DONE;
    }
}
