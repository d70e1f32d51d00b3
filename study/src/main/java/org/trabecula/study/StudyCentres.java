package org.trabecula.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;
import org.trabecula.learn.Split;
import org.trabecula.learn.step.Harmonised;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.StatsProblem;
import org.trabecula.study.fit.FittedMethod;
import org.trabecula.study.fit.MethodFit;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.Harmonise;
import org.trabecula.table.FeatureTable;

/// What a study that harmonises centres refuses before it starts, and says when it is done.
final class StudyCentres {
    private StudyCentres() {}

    /// With `unseen: refuse` no test case may be of a centre with too few training cases, where there are centres to be harmonised.
    ///
    /// @throws InputException STA-108, once per centre
    static void requireKnown(Harmonise harmonise, Split split, StudyData data) {
        if (!harmonise.any() || harmonise.unseen() == Choice.UnseenCentre.LEAVE) {
            return;
        }
        Map<String, Integer> enough = counts(data.raw(), split.train());
        enough.values().removeIf(count -> count < harmonise.smallestCentre());
        enough.remove("");
        if (enough.size() < 2) {
            return; // nothing is harmonised, and the report says so
        }
        List<Problem> problems = new ArrayList<>();
        counts(data.raw(), split.test()).forEach((centre, count) -> {
            if (!enough.containsKey(centre)) {
                problems.add(new Problem(
                        StatsProblem.UNKNOWN_CENTRE, data.cohort().source() + (centre.isEmpty() ? ", no centre" : ", centre '" + centre + "'"),
                        Shown.count(count, "test case"),
                        "centres with " + harmonise.smallestCentre() + " training cases or more: " + String.join(", ", enough.keySet()),
                        "set harmonise.unseen to leave, and such cases are taken as they are, or exclude them"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static Map<String, Integer> counts(FeatureTable raw, LabelledRows rows) {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> centreOf = raw.texts().getOrDefault(Harmonised.CENTRE, List.of());
        rows.ids().forEach(id -> counts.merge(centreOf.get(raw.rowOf(id)), 1, Integer::sum));
        return counts;
    }

    /// What harmonising did or could not do.
    static Set<String> notes(FittedMethod fitted, Split split, FeatureTable raw) {
        Set<String> notes = new LinkedHashSet<>();
        fitted.hcr().counts().stream()
                .filter(count -> count.step().equals(MethodFit.HARMONISATION))
                .forEach(count -> notes.add("centres: " + (count.note().startsWith("left out") ? "harmonisation " : "") + count.note()));
        fitted.hcr().harmonised().ifPresent(step -> {
            Map<String, Integer> left = new LinkedHashMap<>(step.left(split.testRows(raw)));
            left.forEach((centre, count) -> notes.add("centres: " + Shown.count(count, "test case")
                    + (centre.isEmpty() ? " of no named centre" : " of centre " + centre) + ", which was not harmonised: taken as they are"));
        });
        return notes;
    }
}
