package org.trabecula.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The cells that stand for no value, the same in every column of every table: what statistics programs, data frames, data bases
/// and spreadsheets write where there is nothing.
///
/// A number such as −999 is never one of them: whether it stands for nothing is for the table's owner to say ([Sentinels] names it).
public final class Missing {
    /// In small letters.
    private static final Set<String> WORDS = Set.of(
            "", "na", "n/a", "n.a.", "<na>", "nan", "-nan", "nat", "null", "(null)", "none", "nil", "missing", "not available",
            ".", "?", "-", "--", "–", "—", "−", "#n/a", "#nv", "\\n");

    /// What a spreadsheet shows where a formula failed: `#DIV/0!`, `#VALUE!`, `#NAME?`, in any language.
    private static final Pattern FAILED_FORMULA = Pattern.compile("#[\\p{L}/0-9]+[!?]");

    private static final int LONGEST = WORDS.stream().mapToInt(String::length).max().orElse(0);

    private Missing() {}

    /// Whether a cell holds no value; letter case does not matter.
    public static boolean is(String cell) {
        if (cell.isEmpty()) {
            return true;
        }
        return cell.length() <= LONGEST && WORDS.contains(cell.toLowerCase(Locale.ROOT))
                || cell.charAt(0) == '#' && FAILED_FORMULA.matcher(cell).matches();
    }
}
