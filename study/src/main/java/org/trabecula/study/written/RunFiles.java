package org.trabecula.study.written;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.Provenance;
import org.trabecula.evaluation.document.DocumentTable;
import org.trabecula.evaluation.document.EvaluationTables;
import org.trabecula.evaluation.document.GainDocument;
import org.trabecula.evaluation.document.StudyDocument;
import org.trabecula.evaluation.document.SubgroupDocument;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.result.Scrutiny;
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
        AgreementFile.write(run, result);
        Scrutiny scrutiny = result.scrutiny();
        SubgroupDocument.table(scrutiny.subgroups(), scrutiny.withinAges(), scrutiny.smallestGroup()).write(run.root());
        for (DocumentTable table : GainDocument.tables(scrutiny.addedValue(), scrutiny.optimism())) {
            table.write(run.root());
        }
        SignatureFiles.write(run, result);
        SupplementFiles.write(run, result);
        if (result.compared().isPresent()) {
            ComparedNetworksFile.write(run, result.compared().get());
        }
        StudyNomogram.write(run, result);
        RepeatedFiles.write(run, result.repeated());
        run.writeText("evaluation.json", evaluation(result));
        run.writeText("run.json", StudyJson.text(RunRecord.of(result, version, provenance)));
    }

    /// The text of `evaluation.json`.
    public static String evaluation(StudyResult result) {
        Scrutiny scrutiny = result.scrutiny();
        Map<String, @Nullable Object> document =
                new LinkedHashMap<>(StudyDocument.of(result.evaluation(), result.supplement().tested()));
        document.put("subgroups", SubgroupDocument.objects(scrutiny.subgroups(), scrutiny.smallestGroup()));
        document.put("within_groups", SubgroupDocument.within(scrutiny.withinAges()));
        document.put("added_value", GainDocument.gains(scrutiny.addedValue()));
        document.put("optimism", GainDocument.optimism(scrutiny.optimism()));
        return StudyJson.text(document);
    }
}
