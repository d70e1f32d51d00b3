package org.trabecula.stats.glm;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Variable;

/// One variable of a model and how it enters: a line, a set of levels, a spline. Knows all that a new case needs.
public sealed interface Term {
    Pattern SPLINE = Pattern.compile("rcs\\(\\s*([^,()]+?)\\s*(?:,\\s*(\\d+)\\s*)?\\)");
    Pattern FACTOR = Pattern.compile("factor\\(\\s*([^,()]+?)\\s*\\)");

    String variable();

    /// The names of its coefficients, as rms spells them: `age`, `age'`, `sex=M`.
    List<String> coefficientNames();

    /// Its columns for one case.
    ///
    /// @throws InputException FIT-015 for a level that the model has not seen
    double[] encode(Variable column, int row);

    /// A number, as it is.
    record Linear(String variable) implements Term {
        @Override
        public List<String> coefficientNames() {
            return List.of(variable);
        }

        @Override
        public double[] encode(Variable column, int row) {
            return new double[] {number(column, row)};
        }
    }

    /// One column per level but the first, 1 where the case has it.
    ///
    /// @param levels in the order of the alphabet (numbers in theirs); the first is the reference
    record Categorical(String variable, List<String> levels) implements Term {
        public Categorical {
            levels = List.copyOf(levels);
        }

        @Override
        public List<String> coefficientNames() {
            return levels.stream().skip(1).map(level -> variable + "=" + level).toList();
        }

        @Override
        public double[] encode(Variable column, int row) {
            return encode(label(column, row));
        }

        /// The columns of a level.
        public double[] encode(String level) {
            int place = levels.indexOf(level);
            if (place < 0) {
                throw new InputException(new Problem(FitProblem.LEVEL, "variable " + variable, "'" + level + "'",
                        "one of " + levels, "correct the level, or fit the model on cases that have it"));
            }
            double[] columns = new double[levels.size() - 1];
            if (place > 0) {
                columns[place - 1] = 1;
            }
            return columns;
        }
    }

    /// A restricted cubic spline.
    ///
    /// @param knots rising
    record Spline(String variable, List<Double> knots) implements Term {
        public Spline {
            knots = List.copyOf(knots);
            new RestrictedCubicSpline(knots); // refuses knots that cannot be
        }

        @Override
        public List<String> coefficientNames() {
            List<String> names = new ArrayList<>();
            for (int j = 0; j < knots.size() - 1; j++) {
                names.add(variable + "'".repeat(j));
            }
            return names;
        }

        @Override
        public double[] encode(Variable column, int row) {
            return encode(number(column, row));
        }

        /// The columns of a value.
        public double[] encode(double value) {
            return new RestrictedCubicSpline(knots).at(value);
        }
    }

    /// The variable that a term names: `age` of `rcs(age,4)`.
    public static String variableOf(String text) {
        Matcher spline = SPLINE.matcher(text.strip());
        Matcher factor = FACTOR.matcher(text.strip());
        return spline.matches() ? spline.group(1) : factor.matches() ? factor.group(1) : text.strip();
    }

    /// Reads `name`, `rcs(name,4)` (5 knots when left out) or `factor(name)` and learns levels or knots from the column.
    ///
    /// @throws InputException FIT-014 for a spline of labels or a column with a single level
    static Term learn(String text, Variable column) {
        Matcher spline = SPLINE.matcher(text.strip());
        if (spline.matches()) {
            if (!(column instanceof Variable.Numbers numbers)) {
                throw refused(text, "labels in column " + column.name(), "numbers", "name the column without rcs( )");
            }
            int knots = spline.group(2) == null ? 5 : Integer.parseInt(spline.group(2));
            return new Spline(column.name(), RestrictedCubicSpline.of(numbers.values(), knots).knots());
        }
        if (column instanceof Variable.Numbers && !FACTOR.matcher(text.strip()).matches()) {
            return new Linear(column.name());
        }
        TreeSet<String> levels = new TreeSet<>(Term::compareLevels);
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                levels.add(label(column, row));
            }
        }
        if (levels.size() < 2) {
            throw refused(text, "levels " + levels, "at least two levels", "leave the term out");
        }
        return new Categorical(column.name(), List.copyOf(levels));
    }

    private static int compareLevels(String a, String b) {
        try {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        } catch (NumberFormatException notNumbers) {
            return a.compareTo(b);
        }
    }

    private static InputException refused(String term, String found, String expected, String fix) {
        return new InputException(new Problem(FitProblem.TERM, "term " + term, found, expected, fix));
    }

    private static double number(Variable column, int row) {
        return switch (column) {
            case Variable.Numbers numbers -> numbers.values()[row];
            case Variable.Labels labels -> throw refused(
                    labels.name(), "'" + labels.values().get(row) + "'", "a number, as in the fitted cases", "correct the cell");
        };
    }

    private static String label(Variable column, int row) {
        return switch (column) {
            case Variable.Labels labels -> labels.values().get(row);
            case Variable.Numbers numbers -> {
                double value = numbers.values()[row];
                yield value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
            }
        };
    }
}
