package org.trabecula.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trabecula.core.Suggestion;

/// What a column of a table of cases is for, known by its name: the one list of names that are reserved. A column with a
/// role is never a feature, whatever it holds.
///
/// Names match without regard to case, and with blanks, hyphens or underscores between their words: `Case ID`, `case-id` and
/// `CASE_ID` are the same column. So PyRadiomics' `Image`, `Mask` and `Label` are `image`, `mask` and `label`.
public enum ColumnRole {
    /// Names a row; each value once.
    CASE_ID("case_id", "caseid"),
    /// Names a row where there is no `case_id`, as in many public tables and PyRadiomics' batch files.
    ID("id"),
    /// Groups the rows of a patient.
    PATIENT_ID("patient_id", "patientid", "patient"),
    IMAGE("image"),
    MASK("mask"),
    LABEL("label"),
    OUTCOME("outcome"),
    AGE("age"),
    SEX("sex"),
    /// The vertebra, such as `L1`.
    LEVEL("level"),
    CENTRE("centre", "center"),
    SPLIT("split"),
    FOLD("fold"),
    /// The fold of a training case in the choice of the LASSO's λ.
    LASSO_FOLD("lasso_fold"),
    /// The same in the grid search.
    GRID_FOLD("grid_fold"),
    /// Follow-up time of a survival analysis.
    TIME("time"),
    /// Whether the event happened at [#TIME].
    EVENT("event"),
    MASK_INTRA("mask_intra"),
    MASK_INTER("mask_inter"),
    /// A reason to leave the row out.
    EXCLUDE("exclude"),
    /// A reader's own call.
    DOCTOR("doctor"),
    /// The same reader's call after the model's answer was shown.
    DOCTOR_WITH_MODEL("doctor_with_model"),
    /// Who read, in a table of repeated readings.
    READER("reader", "rater", "observer"),
    /// What the first of two readers called the outcome, by himself.
    READER_1("reader_1", "reader1"),
    /// What the second called it.
    READER_2("reader_2", "reader2"),
    /// Marks a made-up cohort.
    SYNTHETIC("synthetic"),
    /// How a feature was computed: any column `diagnostics_…`.
    DIAGNOSTIC("diagnostics_*");

    private static final String DIAGNOSTICS = "diagnostics_";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");
    private static final Map<String, ColumnRole> BY_NAME = new HashMap<>();
    /// Names that may mean a role or something else: told, never taken for it.
    private static final Map<String, ColumnRole> OTHER_WORDS = Map.ofEntries(
            Map.entry("gender", SEX), Map.entry("excluded", EXCLUDE), Map.entry("exclusion", EXCLUDE), Map.entry("subject", PATIENT_ID),
            Map.entry("subject_id", PATIENT_ID), Map.entry("pid", PATIENT_ID), Map.entry("patient_no", PATIENT_ID),
            Map.entry("patient_number", PATIENT_ID), Map.entry("site", CENTRE), Map.entry("hospital", CENTRE),
            Map.entry("age_years", AGE), Map.entry("vertebra", LEVEL), Map.entry("set", SPLIT), Map.entry("cohort", SPLIT));
    /// Shorter names are one letter away from too much else.
    private static final int SHORTEST_SLIP = 5;

    static {
        for (ColumnRole role : values()) {
            role.names.forEach(name -> BY_NAME.put(name, role));
        }
    }

    private final List<String> names;

    ColumnRole(String... names) {
        this.names = List.of(names);
    }

    /// The name under which files of ours hold the column.
    public String column() {
        return names.getFirst();
    }

    /// Under which names the column is known, our own first.
    List<String> names() {
        return names;
    }

    /// The role that a column's name nearly says: another word for it, or one slip of the pen.
    static Optional<ColumnRole> almost(String column) {
        String name = bare(column);
        if (BY_NAME.containsKey(name) || name.startsWith(DIAGNOSTICS)) {
            return Optional.empty();
        }
        ColumnRole meant = OTHER_WORDS.get(name);
        if (meant != null) {
            return Optional.of(meant);
        }
        return name.length() < SHORTEST_SLIP
                ? Optional.empty()
                : BY_NAME.entrySet().stream()
                        .filter(one -> Suggestion.edits(name, one.getKey()) == 1)
                        .map(Map.Entry::getValue)
                        .min(Comparator.naturalOrder());
    }

    /// Whether a name is another word for a role; what it holds is no feature then, and not read as the role either.
    static boolean isOtherWord(String column) {
        return OTHER_WORDS.containsKey(bare(column));
    }

    private static String bare(String column) {
        return BETWEEN_WORDS.matcher(column.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    }

    /// The role of a column, if its name is reserved.
    public static Optional<ColumnRole> of(String column) {
        String name = bare(column);
        return name.startsWith(DIAGNOSTICS) ? Optional.of(DIAGNOSTIC) : Optional.ofNullable(BY_NAME.get(name));
    }
}
