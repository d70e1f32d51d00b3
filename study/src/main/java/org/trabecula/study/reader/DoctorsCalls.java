package org.trabecula.study.reader;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.DoctorCells;
import org.trabecula.cohort.VertebraCase;

/// The manifest's columns `doctor` and `doctor_with_model`, read as the outcome is: 1 or 0, or the names of the classes in any case of
/// letters.
///
/// @param alone     by case, where the cell says a class
/// @param withModel likewise
/// @param unread    cells of included cases that say something else
record DoctorsCalls(Map<String, Boolean> alone, Map<String, Boolean> withModel, int unread) {
    DoctorsCalls {
        alone = Map.copyOf(alone);
        withModel = Map.copyOf(withModel);
    }

    static DoctorsCalls of(Cohort cohort) {
        Column alone = new Column(cohort, DoctorCells::alone);
        Column withModel = new Column(cohort, DoctorCells::withModel);
        return new DoctorsCalls(alone.calls, withModel.calls, alone.unread + withModel.unread);
    }

    private static final class Column {
        private final Map<String, Boolean> calls = new HashMap<>();
        private int unread;

        Column(Cohort cohort, Function<DoctorCells, Optional<String>> cells) {
            for (VertebraCase one : cohort.included()) {
                Optional<String> cell = cells.apply(one.doctor()).map(String::strip).filter(text -> !text.isEmpty());
                if (cell.isPresent()) {
                    Optional<Boolean> call = call(cell.get(), cohort.classes());
                    call.ifPresent(positive -> calls.put(one.caseId(), positive));
                    unread += call.isPresent() ? 0 : 1;
                }
            }
        }
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
