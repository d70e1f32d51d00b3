package org.trabecula.stats.glm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Suggestion;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Variable;

/// The right-hand side of a model: its terms, and the columns that they make of cases.
///
/// @param terms in the order in which they were named
public record ModelTerms(List<Term> terms) {
    public ModelTerms {
        terms = List.copyOf(terms);
    }

    /// Learns the terms `texts` (see [Term#learn]) from columns by name.
    ///
    /// @throws InputException FIT-014 for a variable that is not there or is named twice
    public static ModelTerms learn(List<String> texts, Map<String, Variable> columns) {
        List<Term> terms = new ArrayList<>();
        for (String text : texts) {
            Variable column = columnOf(Term.variableOf(text), columns);
            if (terms.stream().anyMatch(term -> term.variable().equals(column.name()))) {
                throw new InputException(new Problem(FitProblem.TERM, "term " + text, column.name() + " twice",
                        "every variable once", "leave one of the two out"));
            }
            terms.add(Term.learn(text, column));
        }
        return new ModelTerms(terms);
    }

    private static Variable columnOf(String name, Map<String, Variable> columns) {
        Variable column = columns.get(name);
        if (column == null) {
            throw new InputException(new Problem(FitProblem.TERM, "term " + name, "no column '" + name + "'",
                    "a column of this name",
                    Suggestion.nearest(name, List.copyOf(columns.keySet()))
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("add the column, or name another one")));
        }
        return column;
    }

    public List<String> variables() {
        return terms.stream().map(Term::variable).toList();
    }

    /// All coefficient names, without the intercept.
    public List<String> coefficientNames() {
        return terms.stream().flatMap(term -> term.coefficientNames().stream()).toList();
    }

    /// Where the columns of each term begin; one more entry with the number of columns.
    public int[] starts() {
        int[] starts = new int[terms.size() + 1];
        for (int k = 0; k < terms.size(); k++) {
            starts[k + 1] = starts[k] + terms.get(k).coefficientNames().size();
        }
        return starts;
    }

    /// Rows in which no variable is missing.
    public int[] completeRows(Map<String, Variable> columns) {
        List<Variable> used = terms.stream().map(term -> columnOf(term.variable(), columns)).toList();
        int rows = used.isEmpty() ? 0 : used.getFirst().rows();
        return IntStream.range(0, rows)
                .filter(row -> used.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
    }

    /// The model's columns for these rows.
    public Matrix encode(Map<String, Variable> columns, int[] rows) {
        double[][] encoded = new double[rows.length][];
        for (int k = 0; k < rows.length; k++) {
            encoded[k] = encode(columns, rows[k]);
        }
        return rows.length == 0 ? new Matrix(0, coefficientNames().size(), new double[0]) : Matrix.ofRows(encoded);
    }

    private double[] encode(Map<String, Variable> columns, int row) {
        double[] values = new double[0];
        for (Term term : terms) {
            double[] own = term.encode(columnOf(term.variable(), columns), row);
            int from = values.length;
            values = Arrays.copyOf(values, from + own.length);
            System.arraycopy(own, 0, values, from, own.length);
        }
        return values;
    }
}
