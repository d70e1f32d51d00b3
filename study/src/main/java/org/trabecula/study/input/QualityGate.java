package org.trabecula.study.input;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.Shown;
import org.trabecula.extraction.check.QualityCheck;
import org.trabecula.extraction.check.QualityFinding;
import org.trabecula.study.settings.ExcludeOn;

/// What the quality checks found and what follows: cases with a warning that the settings name are left out, training and test cases
/// alike, and counted with the reason.
///
/// @param cohort   with those cases excluded
/// @param findings of all cases that the manifest includes
public record QualityGate(Cohort cohort, List<QualityFinding> findings) {
    private static final int NAMED = 5;

    public QualityGate {
        findings = List.copyOf(findings);
    }

    /// @param everybody as the manifest has them
    static QualityGate of(Cohort everybody, List<QualityFinding> findings, ExcludeOn settings) {
        Map<String, QualityCheck> reasons = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> settings.checks().contains(finding.check()))
                .sorted(Comparator.comparingInt(finding -> settings.checks().indexOf(finding.check())))
                .forEach(finding -> reasons.putIfAbsent(finding.caseId(), finding.check()));
        List<VertebraCase> cases = everybody.cases().stream()
                .map(one -> Optional.ofNullable(reasons.get(one.caseId()))
                        .map(check -> one.withUse(one.use().withExclude(reason(check))))
                        .orElse(one))
                .toList();
        return new QualityGate(new Cohort(everybody.source(), cases, everybody.classes(), everybody.notes()), findings);
    }

    /// In the flow of cases.
    public static String reason(QualityCheck check) {
        return check.key().replace('-', ' ') + " (automatic check)";
    }

    /// A sentence for each check that found something.
    void tell(Progress progress) {
        Map<QualityCheck, List<String>> byCheck = new LinkedHashMap<>();
        for (QualityCheck check : QualityCheck.values()) {
            List<String> cases = findings.stream().filter(finding -> finding.check() == check).map(QualityFinding::caseId).distinct().toList();
            if (!cases.isEmpty()) {
                byCheck.put(check, cases);
            }
        }
        byCheck.forEach((check, cases) -> progress.note(check.code() + ", " + check.what() + ": " + Shown.count(cases.size(), "case") + " ("
                + cases.stream().limit(NAMED).collect(Collectors.joining(", ")) + (cases.size() > NAMED ? ", …" : "")
                + "); see checks.csv" + (excludes(check) ? "; left out" : "")));
    }

    private boolean excludes(QualityCheck check) {
        return cohort.cases().stream().anyMatch(one -> one.exclude().filter(reason(check)::equals).isPresent());
    }

    /// Whether the finding's case is left out because of a warning.
    boolean excludes(QualityFinding finding) {
        Optional<String> reason = cohort.find(finding.caseId()).exclude();
        return reason.isPresent() && findings.stream()
                .anyMatch(other -> other.caseId().equals(finding.caseId()) && reason(other.check()).equals(reason.get()));
    }
}
