package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.core.Progress;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A finished run, and where its cases lie now.
final class RecordedStudyFlags {
    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Folder of a finished study.")
    @Nullable Path run;

    @Option(names = "--cases", paramLabel = "FILE", description = "Where the study's table of cases lies now (default: where its command says).")
    @Nullable Path cases;

    /// @param verb which asks for it
    Path folder(String verb) {
        if (run == null) {
            throw new UsageException("missing: a run folder: trabecula " + verb + " RUN");
        }
        return run;
    }

    RecordedStudy read(Path folder, Progress progress) throws IOException {
        return RecordedStudy.of(folder, cases, progress);
    }
}
