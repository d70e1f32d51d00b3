package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trabecula.cohort.ClassNames;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Variable;
import org.trabecula.stats.table1.TableOne;
import org.trabecula.study.result.StudyResult;

/// Who the cases are, by part and class, and how the parts and the classes compare (P28).
///
/// @param groups      the columns: training and test, each by class; those without cases are left out
/// @param comparisons training with test where there is a test part; the two classes, of all cases
record Baseline(List<Group> groups, List<Comparison> comparisons) {
    static final String AGE = "Age";
    static final String SEX = "Sex";
    static final String LEVEL = "Level";
    static final String CENTRE = "Centre";
    static final String WOMEN = "women";
    static final String THORACIC = "thoracic";

    Baseline {
        groups = List.copyOf(groups);
        comparisons = List.copyOf(comparisons);
    }

    /// @param name such as `Train, acute`
    record Group(String name, List<VertebraCase> cases) {
        Group {
            cases = List.copyOf(cases);
        }

        long patients() {
            return cases.stream().map(VertebraCase::patientId).distinct().count();
        }

        double[] ages() {
            return cases.stream().mapToDouble(VertebraCase::ageYears).toArray();
        }

        /// @param level of the variable; empty counts the cases in which it was not recorded
        long count(String variable, String level) {
            return labels(variable, cases).stream().filter(level::equals).count();
        }
    }

    /// @param by    as columns name it, such as `parts`
    /// @param words which is compared with which, the second less the first
    /// @param table of two groups
    record Comparison(String by, String words, TableOne table) {
        /// The row of a variable, by its name.
        TableOne.Row row(String variable) {
            return table.rows().stream().filter(row -> row.name().equals(variable)).findFirst().orElseThrow();
        }
    }

    static Baseline of(StudyResult result) {
        ClassNames classes = result.cohort().classes();
        Map<String, VertebraCase> byId =
                result.cohort().cases().stream().collect(Collectors.toMap(VertebraCase::caseId, Function.identity()));
        List<Row> rows = Stream.of(result.split().train(), result.split().test())
                .flatMap(part -> rows(byId, part, part == result.split().test()))
                .toList();
        List<Group> groups = new ArrayList<>();
        for (boolean test : new boolean[] {false, true}) {
            for (boolean positive : new boolean[] {true, false}) {
                List<VertebraCase> cases = rows.stream()
                        .filter(row -> row.test() == test && row.positive() == positive)
                        .map(Row::vertebra)
                        .toList();
                String name = (test ? "Test, " : "Train, ") + (positive ? classes.positive() : classes.negative());
                if (!cases.isEmpty()) {
                    groups.add(new Group(name, cases));
                }
            }
        }
        List<Comparison> comparisons = new ArrayList<>();
        compare(rows, Row::test).ifPresent(
                table -> comparisons.add(new Comparison("parts", "test cases with training cases", table)));
        compare(rows, Row::positive).ifPresent(table -> comparisons.add(
                new Comparison("classes", classes.positive() + " with " + classes.negative() + " of all cases", table)));
        return new Baseline(groups, comparisons);
    }

    /// The variables that any case has a value of.
    private static List<Variable> variables(List<VertebraCase> cases) {
        List<Variable> variables = new ArrayList<>();
        if (cases.stream().anyMatch(one -> !Double.isNaN(one.ageYears()))) {
            variables.add(new Variable.Numbers(AGE, cases.stream().mapToDouble(VertebraCase::ageYears).toArray()));
        }
        for (String name : List.of(SEX, LEVEL, CENTRE)) {
            List<String> labels = labels(name, cases);
            if (labels.stream().anyMatch(label -> !label.isEmpty())) {
                variables.add(new Variable.Labels(name, labels));
            }
        }
        return variables;
    }

    private static List<String> labels(String variable, List<VertebraCase> cases) {
        return cases.stream().map(one -> switch (variable) {
            case SEX -> sex(one);
            case LEVEL -> region(one.level());
            case CENTRE -> one.centre();
            default -> throw new IllegalArgumentException("no variable of groups: " + variable);
        }).toList();
    }

    private static String sex(VertebraCase one) {
        return switch (one.sex()) {
            case FEMALE -> WOMEN;
            case MALE -> "men";
            case UNKNOWN -> "";
        };
    }

    private static String region(String level) {
        return level.isEmpty() ? "" : switch (Character.toUpperCase(level.charAt(0))) {
            case 'C' -> "cervical";
            case 'T' -> THORACIC;
            case 'L' -> "lumbar";
            case 'S' -> "sacral";
            default -> "other";
        };
    }

    private record Row(VertebraCase vertebra, boolean test, boolean positive) {}

    private static Stream<Row> rows(Map<String, VertebraCase> byId, LabelledRows part, boolean test) {
        return IntStream.range(0, part.size())
                .mapToObj(row -> new Row(
                        Objects.requireNonNull(byId.get(part.ids().get(row))), test, part.outcome().isCase(row)));
    }

    /// Empty where all cases are on one side.
    private static Optional<TableOne> compare(List<Row> rows, Predicate<Row> second) {
        List<String> side = rows.stream().map(row -> second.test(row) ? "2" : "1").toList(); // groups are sorted by name
        return side.stream().distinct().count() < 2
                ? Optional.empty()
                : Optional.of(TableOne.of("side", side, variables(rows.stream().map(Row::vertebra).toList())));
    }
}
