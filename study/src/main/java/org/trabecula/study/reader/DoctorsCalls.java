package org.trabecula.study.reader;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;

/// The manifest's column `doctor`, read as the outcome is: 1 or 0, or the names of the classes in any case of letters.
///
/// @param positive by case, where the cell says a class
/// @param unread   included cases whose cell says something else
record DoctorsCalls(Map<String, Boolean> positive, int unread) {
    DoctorsCalls {
        positive = Map.copyOf(positive);
    }

    static DoctorsCalls of(Cohort cohort) {
        Map<String, Boolean> calls = new HashMap<>();
        int unread = 0;
        for (VertebraCase one : cohort.included()) {
            Optional<String> cell = one.doctor().map(String::strip).filter(text -> !text.isEmpty());
            if (cell.isPresent()) {
                Optional<Boolean> call = call(cell.get(), cohort.classes());
                call.ifPresent(positive -> calls.put(one.caseId(), positive));
                unread += call.isPresent() ? 0 : 1;
            }
        }
        return new DoctorsCalls(calls, unread);
    }

    private static Optional<Boolean> call(String cell, ClassNames classes) {
        String plain = cell.toLowerCase(Locale.ROOT);
        if (plain.equals("1") || plain.equals("1.0") || plain.equals(classes.positive().toLowerCase(Locale.ROOT))) {
            return Optional.of(true);
        }
        boolean negative = plain.equals("0") || plain.equals("0.0") || plain.equals(classes.negative().toLowerCase(Locale.ROOT));
        return negative ? Optional.of(false) : Optional.empty();
    }
}
