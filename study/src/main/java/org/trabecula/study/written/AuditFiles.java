package org.trabecula.study.written;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.result.Audit;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;

/// `audit/`: every area of the leakage audit, and what they come to.
public final class AuditFiles {
    private static final String CSV = "audit/audit.csv";
    /// Its presence says that a run was audited.
    public static final String JSON = "audit/audit.json";

    private AuditFiles() {}

    public static void write(RunFolder run, Audit audit) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Audit.Run one : audit.runs()) {
            rows.add(List.of(
                    one.way().label(), Integer.toString(one.permutation()), one.signature().label(), one.part().label(),
                    Integer.toString(one.n()), Integer.toString(one.positives()),
                    Double.isNaN(one.auc()) ? "" : FeatureTableFile.number(one.auc()), one.why()));
        }
        Files.createDirectories(run.at("audit"));
        TextTableFile.write(
                run.at(CSV), List.of("protocol", "permutation", "signature", "part", "n", "positives", "auc", "why"), rows);
        run.writeText(JSON, StudyJson.text(document(audit)));
    }

    /// Takes away what an earlier run of the same folder left: it would be of other inputs.
    public static void clear(RunFolder run) throws IOException {
        Files.deleteIfExists(run.at(CSV));
        Files.deleteIfExists(run.at(JSON));
    }

    private static Map<String, Object> document(Audit audit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("permutations", audit.permutations());
        document.put("left_out", audit.leftOut());
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Audit.Line line : audit.lines()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("signature", line.of().signature().label());
            json.put("part", line.of().part().label());
            json.put("protocol", line.of().way().label());
            json.put("n", line.of().n());
            number(json, "auc", line.of().auc(), line.of().why());
            json.put("permuted", line.permuted().length);
            number(json, "permuted_mean", line.mean(), "no permutation with an area");
            number(json, "permuted_se", line.standardError(), "fewer than two permutations");
            number(json, "permuted_max", line.largest(), "no permutation with an area");
            lines.add(json);
        }
        document.put("lines", lines);
        return document;
    }

    private static void number(Map<String, Object> json, String name, double value, String why) {
        if (Double.isNaN(value)) {
            json.put(name, null);
            json.put(name + "_why", why);
        } else {
            json.put(name, value);
        }
    }
}
