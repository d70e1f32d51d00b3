package org.trabecula.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Rows that belong together and contradict each other. Each may be right, so it is named and nothing is refused.
final class CohortAlarms {
    /// Follow-up scans of one person; more years than that are two persons, or a slip of the pen.
    private static final double FOLLOW_UP_YEARS = 10;
    private static final int MOST_PATIENTS = 3;

    private CohortAlarms() {}

    /// One sentence for each kind of contradiction.
    static List<String> of(List<VertebraCase> cases) {
        List<VertebraCase> used = cases.stream().filter(c -> c.exclude().isEmpty()).toList();
        Map<String, List<VertebraCase>> byPatient =
                used.stream().collect(Collectors.groupingBy(VertebraCase::patientId, LinkedHashMap::new, Collectors.toList()));
        List<String> alarms = new ArrayList<>();
        List<String> sexes = byPatient.entrySet().stream()
                .filter(one -> sexes(one.getValue()).size() > 1)
                .map(one -> one.getKey() + " (lines " + lines(one.getValue()) + ")")
                .toList();
        if (!sexes.isEmpty()) {
            alarms.add("patient " + listed(sexes) + ": rows of either sex; a sex is wrong, or these are two patients");
        }
        List<String> ages = byPatient.entrySet().stream()
                .filter(one -> years(one.getValue()) > FOLLOW_UP_YEARS)
                .map(one -> one.getKey() + " (lines " + lines(one.getValue()) + ")")
                .toList();
        if (!ages.isEmpty()) {
            alarms.add("patient " + listed(ages) + ": ages more than " + (int) FOLLOW_UP_YEARS
                    + " years apart; an age is wrong, or these are two patients");
        }
        if (isCentreTheOutcome(used)) {
            alarms.add("each centre has cases of one outcome only: whatever tells the centres apart tells the outcome, and no split"
                    + " of these cases can show which of the two a model learned");
        }
        return alarms;
    }

    private static Set<Sex> sexes(List<VertebraCase> cases) {
        return cases.stream().map(VertebraCase::sex).filter(sex -> sex != Sex.UNKNOWN).collect(Collectors.toSet());
    }

    /// Between the youngest and the oldest.
    private static double years(List<VertebraCase> cases) {
        var ages = cases.stream().mapToDouble(VertebraCase::ageYears).filter(Double::isFinite).summaryStatistics();
        return ages.getCount() == 0 ? 0 : ages.getMax() - ages.getMin();
    }

    private static boolean isCentreTheOutcome(List<VertebraCase> cases) {
        Map<String, Set<Integer>> outcomes = new TreeMap<>();
        for (VertebraCase one : cases) {
            if (one.outcome().isPresent() && !one.centre().isEmpty()) {
                outcomes.computeIfAbsent(one.centre(), _ -> new TreeSet<>()).add(one.outcome().getAsInt());
            }
        }
        return outcomes.size() > 1
                && outcomes.values().stream().allMatch(found -> found.size() == 1)
                && outcomes.values().stream().distinct().count() > 1;
    }

    private static String lines(List<VertebraCase> cases) {
        return cases.stream().map(one -> Integer.toString(one.line())).collect(Collectors.joining(", "));
    }

    private static String listed(List<String> patients) {
        return String.join(", ", patients.subList(0, Math.min(MOST_PATIENTS, patients.size())))
                + (patients.size() > MOST_PATIENTS ? " and " + (patients.size() - MOST_PATIENTS) + " more" : "");
    }
}
