package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.evaluation.document.BaselineCells;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.stats.table1.Summary;
import org.trabecula.stats.table1.TableOne;
import org.trabecula.study.report.Baseline.Comparison;
import org.trabecula.study.report.Baseline.Group;

/// [Baseline] as the report's first table.
final class BaselineTable {
    private static final int SMD_DECIMALS = 3;
    private static final List<String> TWO_REGIONS = List.of("lumbar", Baseline.THORACIC);

    private final Baseline baseline;
    private final List<List<Cell>> rows = new ArrayList<>();

    private BaselineTable(Baseline baseline) {
        this.baseline = baseline;
    }

    static Block of(Baseline baseline) {
        return new BaselineTable(baseline).table();
    }

    private Block table() {
        List<String> columns = new ArrayList<>(List.of(""));
        baseline.groups().forEach(group -> columns.add(group.name()));
        for (Comparison comparison : baseline.comparisons()) {
            columns.add("p, " + comparison.by());
            columns.add("SMD, " + comparison.by());
        }
        row("Cases", group -> Cell.count(group.cases().size()));
        row("Patients", group -> Cell.count(group.patients()));
        for (TableOne.Row variable : variables()) {
            switch (variable) {
                case TableOne.ContinuousRow age -> age(age.name());
                case TableOne.CategoricalRow groups -> counted(groups);
            }
        }
        return new Block.Table("baseline", Prose.of(caption()), columns, rows);
    }

    /// The same for every comparison.
    private List<TableOne.Row> variables() {
        return baseline.comparisons().stream().findFirst().map(comparison -> comparison.table().rows()).orElse(List.of());
    }

    private void age(String variable) {
        tested("Age in years, mean ± SD", variable, ages(BaselineCells::meanSd));
        row("Age, median (quartiles)", ages(BaselineCells::medianQuartiles));
        row("Age, range", ages(BaselineCells::range));
        row("Age known, n", group -> Cell.count(Summary.of(group.ages()).n()));
    }

    private static Function<Group, Cell> ages(Function<Summary, String> shown) {
        return group -> {
            Summary ages = Summary.of(group.ages());
            return ages.n() == 0 ? new Cell.Missing("no ages") : Cell.number(shown.apply(ages));
        };
    }

    private void counted(TableOne.CategoricalRow row) {
        String variable = row.name();
        if (variable.equals(Baseline.SEX)) {
            tested("Women", variable, share(variable, Baseline.WOMEN));
        } else if (variable.equals(Baseline.LEVEL) && TWO_REGIONS.containsAll(row.levels())) {
            tested("Thoracic level", variable, share(variable, Baseline.THORACIC));
        } else {
            tested(variable, variable, _ -> Cell.EMPTY);
            row.levels().forEach(level -> row(variable + " " + level, share(variable, level)));
        }
    }

    private static Function<Group, Cell> share(String variable, String level) {
        return group -> {
            long unknown = group.count(variable, "");
            long known = group.cases().size() - unknown;
            return known == 0
                    ? new Cell.Missing("not recorded")
                    : Cell.number(BaselineCells.withUnknown(BaselineCells.share(group.count(variable, level), known), unknown));
        };
    }

    /// A row that no test belongs to.
    private void row(String name, Function<Group, Cell> cell) {
        List<Cell> row = new ArrayList<>(List.of(Cell.words(name)));
        baseline.groups().forEach(group -> row.add(cell.apply(group)));
        baseline.comparisons().forEach(_ -> row.addAll(List.of(Cell.EMPTY, Cell.EMPTY)));
        rows.add(row);
    }

    private void tested(String name, String variable, Function<Group, Cell> cell) {
        List<Cell> row = new ArrayList<>(List.of(Cell.words(name)));
        baseline.groups().forEach(group -> row.add(cell.apply(group)));
        for (Comparison comparison : baseline.comparisons()) {
            TableOne.Row result = comparison.row(variable);
            row.add(Cell.p(result.test().p()));
            row.add(Cell.fixed(result.meanDifference(), SMD_DECIMALS));
        }
        rows.add(row);
    }

    private String caption() {
        StringBuilder text = new StringBuilder("Cases by part and class. ");
        if (variables().isEmpty()) {
            return text.append("Neither age nor sex, level or centre is known.").toString();
        }
        if (variables().stream().anyMatch(TableOne.CategoricalRow.class::isInstance)) {
            text.append("Shares in brackets are of the cases in which it is known. ");
        }
        text.append("p and SMD (standardised mean difference): ")
                .append(baseline.comparisons().stream()
                        .map(comparison -> comparison.by() + ", " + comparison.words())
                        .collect(Collectors.joining("; ")))
                .append(". Tests: ")
                .append(tests())
                .append(".");
        if (baseline.groups().stream().anyMatch(group -> group.patients() < group.cases().size())) {
            text.append(" They take cases of one patient as independent, which makes p too small.");
        }
        return text.toString();
    }

    /// `age by Welch's t (parts) and Mann-Whitney (classes); sex, level by chi-square`.
    private String tests() {
        Map<String, List<String>> variablesOf = new LinkedHashMap<>();
        for (TableOne.Row variable : variables()) {
            variablesOf.computeIfAbsent(test(variable.name()), _ -> new ArrayList<>()).add(variable.name().toLowerCase(Locale.ROOT));
        }
        return variablesOf.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    private String test(String variable) {
        List<Comparison> tested = baseline.comparisons().stream()
                .filter(comparison -> !Double.isNaN(comparison.row(variable).test().p()))
                .toList();
        List<String> methods = tested.stream().map(comparison -> comparison.row(variable).test().method()).distinct().toList();
        if (methods.isEmpty()) {
            return "not tested (one value only)";
        }
        return "by " + (methods.size() == 1
                ? methods.getFirst()
                : tested.stream()
                        .map(comparison -> comparison.row(variable).test().method() + " (" + comparison.by() + ")")
                        .collect(Collectors.joining(" and ")));
    }
}
