package org.trabecula.study.written;

import java.io.IOException;
import org.trabecula.core.Provenance;
import org.trabecula.evaluation.document.DocumentTable;
import org.trabecula.evaluation.document.EvaluationTables;
import org.trabecula.evaluation.document.StudyDocument;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.result.StudyResult;

/// Writes a study's results as tables and JSON into its run folder. No patient's data leave the tables that already name
/// cases; logs and report hold none.
public final class RunFiles {
    private final RunFolder run;

    public RunFiles(RunFolder run) {
        this.run = run;
    }

    /// Everything but report and bundle.
    public void write(StudyResult result, String version, Provenance provenance) throws IOException {
        CaseTables.write(run, result);
        for (DocumentTable table : EvaluationTables.all(result.evaluation())) {
            table.write(run.root());
        }
        SignatureFiles.write(run, result);
        SupplementFiles.write(run, result);
        StudyNomogram.write(run, result);
        RepeatedFiles.write(run, result.repeated());
        run.writeText("evaluation.json", StudyJson.text(StudyDocument.of(result.evaluation(), result.supplement().tested())));
        run.writeText("run.json", StudyJson.text(RunRecord.of(result, version, provenance)));
    }
}
