package org.trabecula.table;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The text by which a cell puts its row into a group. A whole number is the same group with the decimals that a data frame gives it
/// and without: `1` and `1.0`, `007` and `007.` too.
public final class GroupLabel {
    private static final int LONGEST_TRUTH = 5;
    private static final Pattern WHOLE = Pattern.compile("([0-9]+)\\.0*");

    private GroupLabel() {}

    /// Empty for a cell without a value.
    public static String of(String cell) {
        if (Missing.is(cell)) {
            return "";
        }
        return cell.indexOf('.') < 0 || !WHOLE.matcher(cell).matches() ? cell : cell.substring(0, cell.indexOf('.'));
    }

    /// The same for one of two classes, of which `true` is 1 and `false` is 0.
    public static String ofClass(String cell) {
        return switch (cell.length() > LONGEST_TRUTH ? cell : cell.toLowerCase(Locale.ROOT)) {
            case "true" -> "1";
            case "false" -> "0";
            default -> of(cell);
        };
    }

    /// Labels of a column, in row order.
    public static List<String> of(List<String> cells) {
        return cells.stream().map(GroupLabel::of).toList();
    }
}
