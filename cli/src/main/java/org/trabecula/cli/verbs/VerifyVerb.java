package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Jobs;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.Verb;
import org.trabecula.core.ScratchFolder;
import org.trabecula.core.Shown;
import org.trabecula.study.repeat.RunComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/// `verify`.
@Command(
        name = "verify",
        addMethodSubcommands = false,
        header = "Repeat a finished run and compare every result.",
        description = {
            "",
            "Reads command, settings and hashes from RUN/run.json, names every input that is gone or changed,",
            "runs the study again from the beginning in a temporary folder, and compares each result file",
            "byte by byte. Nothing in RUN changes. It takes as long as the study did."
        },
        footer = {
            "",
            "Example:  trabecula verify run",
            "          trabecula verify run --cases /data/cohort/cases.csv --json",
            "",
            "Exit codes: 0 the same, 2 wrong usage, 3 refused, 4 something differs (first place of each file listed),",
            "130 interrupted."
        })
public final class VerifyVerb extends Verb {
    @Mixin
    RecordedStudyFlags flags = new RecordedStudyFlags();

    @Mixin
    Json json = new Json();

    @Mixin
    Jobs jobs = new Jobs();

    @Override
    public Integer call() throws IOException {
        Path folder = flags.folder("verify");
        RecordedStudy study = flags.read(folder, progress());
        RunComparison compared;
        try (ScratchFolder scratch = ScratchFolder.of("verify")) {
            progress().note("repeating in " + scratch.path());
            compared = study.study(scratch.path().resolve("run"), jobs.count(), progress())
                    .repeated(study.source(), study.recorded(), folder);
        }
        compared.notes().forEach(progress()::note);
        if (json.asked()) {
            out().println(JsonMapper.shared().writeValueAsString(document(folder, compared)));
        } else {
            print(folder, compared);
        }
        return compared.different().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void print(Path folder, RunComparison compared) {
        compared.different().forEach(difference -> words().println("differs: " + difference.words()));
        words().println(
                folder + ": " + Shown.count(compared.same().size(), "file") + " the same"
                        + (compared.different().isEmpty() ? "" : ", " + compared.different().size() + " different"));
    }

    private static Map<String, Object> document(Path folder, RunComparison compared) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", folder.toString());
        document.put("same", compared.same());
        document.put("different", compared.different());
        document.put("notes", compared.notes());
        return document;
    }
}
