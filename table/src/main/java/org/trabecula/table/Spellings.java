package org.trabecula.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trabecula.core.Problem;

/// Ids that differ only in how they are written: `1015` and `1015.0` after two tables were joined, `00016` and `16` after a
/// spreadsheet, `P-016` and `p016` by two hands. One patient under two ids would stand on both sides of a split.
public final class Spellings {
    private static final Pattern DECIMALS = Pattern.compile("(?<=^[0-9]{1,18})\\.0+$");
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    private static final Pattern BETWEEN_LETTERS_AND_DIGITS = Pattern.compile("(?<=\\p{L})[\\s_-]+(?=[0-9])|(?<=[0-9])[\\s_-]+(?=\\p{L})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");
    private static final int MOST_PAIRS = 3;

    private Spellings() {}

    /// The id without letter case, leading zeros, decimals and what stands between letters and digits.
    private static String bare(String id) {
        String text = Normalizer.normalize(id, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        text = DECIMALS.matcher(text).replaceFirst("");
        text = BETWEEN_LETTERS_AND_DIGITS.matcher(text).replaceAll("");
        return ZEROS.matcher(BETWEEN_WORDS.matcher(text).replaceAll("_")).replaceAll("");
    }

    /// Two rows whose ids are one but for the spelling.
    ///
    /// @param first the earlier
    public record Pair(int first, int second) {}

    /// The first two rows of each id that is written in two ways; a row without an id is nobody's.
    public static List<Pair> pairs(List<String> ids) {
        Map<String, Integer> firstOfBare = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < ids.size(); row++) {
            String id = ids.get(row);
            if (!Missing.is(id) && seen.add(id)) {
                Integer other = firstOfBare.putIfAbsent(bare(id), row);
                if (other != null) {
                    pairs.add(new Pair(other, row));
                }
            }
        }
        return pairs;
    }

    /// TAB-013 for ids of which some are written in two ways; nothing when every id has one spelling.
    ///
    /// @param where the ids stand
    /// @param line  of a row in the file
    /// @param worst whether a pair is to be told before others
    public static Optional<Problem> problem(String where, List<String> ids, IntUnaryOperator line, Predicate<Pair> worst) {
        List<Pair> pairs = pairs(ids).stream().sorted(Comparator.comparing((Pair pair) -> !worst.test(pair))).toList();
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        String told = pairs.stream()
                .limit(MOST_PAIRS)
                .map(pair -> "'" + ids.get(pair.first) + "' (line " + line.applyAsInt(pair.first) + ") and '" + ids.get(pair.second)
                        + "' (line " + line.applyAsInt(pair.second) + ")")
                .collect(Collectors.joining("; "));
        return Optional.of(new Problem(
                TableProblem.TWO_SPELLINGS, where,
                told + (pairs.size() > MOST_PAIRS ? "; and " + (pairs.size() - MOST_PAIRS) + " more pairs" : ""),
                "one spelling for one id",
                "write the id in one way; where they are two, let more tell them apart than zeros, decimals and letter case"));
    }

    /// The same for a column of a table.
    public static Optional<Problem> problem(TextTable table, String column) {
        return problem(table.where(column), table.column(column), table::line, _ -> false);
    }
}
