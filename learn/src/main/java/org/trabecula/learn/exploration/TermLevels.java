package org.trabecula.learn.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Term;

/// Whether words in a column are meant as levels: a column of dates, of decimal commas or of ids becomes a factor of dozens
/// of levels, and a model of it says nothing.
public final class TermLevels {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}.*|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}.*|\\d{4}/\\d{1,2}/\\d{1,2}.*");

    /// More levels than this are said: grades, sites and sexes have fewer.
    private static final int MANY = 10;
    /// With fewer cases a level than this on average, a column names cases rather than groups of them.
    private static final int FEWEST_CASES_A_LEVEL = 5;

    private TermLevels() {}

    /// What is to be said about the levels of these terms.
    ///
    /// @param asked terms as typed; `factor(name)` says that levels are meant
    /// @param cases rows of the fit
    /// @throws InputException FIT-014 for dates, decimal commas and ids, unless `factor(name)` asks for them
    public static List<String> notes(ModelTerms model, List<String> asked, int cases) {
        List<Problem> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int k = 0; k < model.terms().size(); k++) {
            if (model.terms().get(k) instanceof Term.Categorical(String variable, List<String> levels)) {
                String kind = asked.get(k).strip().startsWith("factor(") ? "" : mistaken(levels, cases);
                if (!kind.isEmpty()) {
                    problems.add(new Problem(
                            FitProblem.TERM,
                            "term " + variable,
                            levels.size() + " levels such as '" + levels.getFirst() + "' and '" + levels.getLast() + "': " + kind,
                            "numbers, or a few words that many cases share",
                            "export the column as numbers (decimals with a point, dates as days or years), or leave the term"
                                    + " out; factor(" + variable + ") takes the words as levels all the same"));
                } else if (levels.size() > MANY) {
                    notes.add(variable + " has " + levels.size() + " levels, each with a coefficient of its own");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return notes;
    }

    /// What the words look like, if not like levels.
    private static String mistaken(List<String> levels, int cases) {
        if (levels.size() > 2 && mostly(levels, DECIMAL_COMMA)) {
            return "numbers with decimal commas";
        }
        if (levels.size() > 2 && mostly(levels, DATE)) {
            return "dates";
        }
        return levels.size() > MANY && levels.size() * FEWEST_CASES_A_LEVEL > cases ? "nearly a level a case, as ids have" : "";
    }

    private static boolean mostly(List<String> levels, Pattern form) {
        return levels.stream().filter(level -> form.matcher(level).matches()).count() * 2 > levels.size();
    }
}
