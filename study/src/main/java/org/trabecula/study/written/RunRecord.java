package org.trabecula.study.written;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.trabecula.core.Provenance;
import org.trabecula.study.result.StudyResult;

/// `run.json`: what ran, on what, with which settings, and how long it took.
final class RunRecord {
    private RunRecord() {}

    static Map<String, Object> of(StudyResult result, String version, Provenance provenance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trabecula", version);
        json.put("java", provenance.java());
        json.put("system", provenance.system());
        json.put("command", provenance.command());
        json.put("seed", result.settings().seed());
        json.put("synthetic", result.synthetic());
        json.put("not_for_new_patients", result.settings().notForNewPatients().orElse(null));
        json.put("cases", result.flow().included());
        json.put("patients", result.flow().patients());
        json.put("failed", result.failures().size());
        json.put("notes", result.notes());
        Map<String, String> seconds = new LinkedHashMap<>();
        result.seconds().forEach((stage, s) -> seconds.put(stage, String.format(Locale.ROOT, "%.2f", s)));
        json.put("seconds", seconds);
        json.put("settings", result.settings());
        json.put("settings_sha256", provenance.settingsHash());
        json.put("code", provenance.code());
        json.put("weights", provenance.weights());
        json.put("table", provenance.table());
        json.put("inputs", provenance.inputs());
        return json;
    }
}
