package org.trabecula.extraction.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.picture.CaseMontage;
import org.trabecula.extraction.picture.CaseMontages;
import org.trabecula.extraction.region.CaseOpener;

/// Everything that the quality checks found, and some of it to look at.
///
/// @param findings of all cases
/// @param pictures of warned cases, at most [#MOST]
public record WarnedCases(List<QualityFinding> findings, Map<String, CaseMontage> pictures) {
    /// More pictures than that nobody looks at.
    public static final int MOST = 24;

    public WarnedCases {
        findings = List.copyOf(findings);
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures)); // in their order
    }

    /// Draws the first cases of every check in turn, so that each check is seen.
    ///
    /// @param store where finished pictures are kept
    public static WarnedCases drawn(List<QualityFinding> findings, StageStore store, CaseOpener opener, int jobs, Progress progress) {
        List<VertebraCase> chosen = chosen(findings);
        if (chosen.isEmpty()) {
            return new WarnedCases(findings, Map.of());
        }
        progress.stage("pictures of warned cases", chosen.size());
        List<Optional<CaseMontage>> drawn = Parallel.map(chosen.size(), jobs, at -> {
            Optional<CaseMontage> one = picture(chosen.get(at), store, opener);
            progress.done(chosen.get(at).caseId());
            return one;
        });
        Map<String, CaseMontage> pictures = new LinkedHashMap<>();
        for (int at = 0; at < chosen.size(); at++) {
            String caseId = chosen.get(at).caseId();
            drawn.get(at).ifPresent(picture -> pictures.put(caseId, picture));
        }
        return new WarnedCases(findings, pictures);
    }

    /// Warned cases without a picture.
    public long more() {
        return findings.stream().map(QualityFinding::caseId).distinct().count() - pictures.size();
    }

    /// What was found of a case, by the names of the checks.
    public List<String> checksOf(String caseId) {
        return findings.stream().filter(one -> one.caseId().equals(caseId)).map(one -> one.check().key()).distinct().toList();
    }

    private static List<VertebraCase> chosen(List<QualityFinding> findings) {
        Map<QualityCheck, List<VertebraCase>> byCheck = new LinkedHashMap<>();
        for (QualityCheck check : QualityCheck.values()) {
            byCheck.put(check, new ArrayList<>(
                    findings.stream().filter(one -> one.check() == check).map(QualityFinding::vertebra).distinct().toList()));
        }
        Map<String, VertebraCase> chosen = new LinkedHashMap<>();
        while (chosen.size() < MOST && byCheck.values().stream().anyMatch(left -> !left.isEmpty())) {
            for (List<VertebraCase> left : byCheck.values()) {
                if (!left.isEmpty() && chosen.size() < MOST) {
                    VertebraCase one = left.removeFirst();
                    chosen.putIfAbsent(one.caseId(), one);
                }
            }
        }
        return List.copyOf(chosen.values());
    }

    /// Nothing of a file that is damaged beyond the region: whoever measures the case says so.
    private static Optional<CaseMontage> picture(VertebraCase vertebra, StageStore store, CaseOpener opener) {
        try {
            return Optional.ofNullable(CaseMontages.of(List.of(vertebra), store, opener, 1, Progress.NONE).get(vertebra.caseId()));
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
