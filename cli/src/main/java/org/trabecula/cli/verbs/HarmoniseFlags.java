package org.trabecula.cli.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.Part;
import org.trabecula.learn.exploration.HarmonisedFeatures;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.StatsProblem;
import org.trabecula.stats.combat.Combat;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `select --combat`: features with each centre's shift and scale removed, fitted on training rows only.
final class HarmoniseFlags implements SelectMode {
    @Option(names = "--combat", paramLabel = "COL", description = "Only harmonise (ComBat) the centres that this column names.")
    @Nullable String combat;

    @Option(
            names = "--combat-train",
            paramLabel = "COL",
            description = "Fit on the rows where COL says train, apply to all (default: fit on all).")
    @Nullable String train;

    @Option(
            names = "--covariates",
            paramLabel = "COLS",
            description = "Columns of numbers whose effect is kept (default: none).")
    List<String> covariates = List.of();

    private static final int MOST_LISTED = 5;

    @Option(names = "--non-parametric", description = "No shape assumed for the centres' effects.")
    boolean nonParametric;

    @Override
    public List<String> used() {
        return Stream.concat(covariates.stream(), Stream.of(combat, train).filter(Objects::nonNull)).toList();
    }

    @Override
    public void require(SelectColumns columns) {
        // any combination of these flags can be meant
    }

    @Override
    public SelectResult result(SelectCases given) {
        List<String> names = given.features();
        int[] rows = given.rows(used());
        List<String> ids = given.table().ids(rows);
        List<String> centres = given.table().labels(Objects.requireNonNull(combat), rows);
        outcome(given).ifPresent(outcome -> requireMixed(given, outcome));
        HarmonisedFeatures found = HarmonisedFeatures.of(
                given.matrix(names, rows),
                centres,
                fittedOn(given, rows),
                given.matrix(covariates, rows),
                nonParametric ? Combat.Prior.NON_PARAMETRIC : Combat.Prior.PARAMETRIC);
        Matrix harmonised = found.values();
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("n", ids.size()).put("fitted_on", found.fittedOn());
        document.put("prior", nonParametric ? "non-parametric" : "parametric");
        ArrayNode known = document.putArray("centres");
        found.centres().forEach(known::add);
        ArrayNode cases = document.putArray("case_id");
        ids.forEach(cases::add);
        ObjectNode features = document.putObject("features");
        for (int j = 0; j < names.size(); j++) {
            ArrayNode values = features.putArray(names.get(j));
            for (int i = 0; i < ids.size(); i++) {
                values.add(harmonised.get(i, j));
            }
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("harmonised.csv", table(ids, names, harmonised));
        return new SelectResult(
                document,
                names.size() + " features of " + ids.size() + " cases harmonised over centres " + String.join(", ", found.centres())
                        + ", fitted on " + found.fittedOn() + "; -o DIR writes the table\n",
                files);
    }

    private static Optional<String> outcome(SelectCases given) {
        return Optional.ofNullable(given.columns().outcome).or(() -> given.table().outcomeByName());
    }

    /// Centres that tell the outcome cannot be made alike without making the outcomes alike.
    private void requireMixed(SelectCases given, String outcome) {
        String centre = Objects.requireNonNull(combat);
        int[] known = given.table().rowsWith(List.of(centre, outcome));
        if (HarmonisedFeatures.isCentreTheClass(given.table().labels(centre, known), given.table().labels(outcome, known))) {
            throw StatsTable.refused(
                    StatsProblem.CENTRE_IS_OUTCOME, "columns " + centre + " and " + outcome, "in each centre one value of '" + outcome + "' only",
                    "centres that have cases of both classes: whatever is taken from a centre's features is otherwise taken from its class",
                    "leave harmonisation out, and report that centre and outcome cannot be told apart");
        }
    }

    /// Rows of the training part; all of them without `--combat-train`.
    private int[] fittedOn(SelectCases given, int[] rows) {
        if (train == null) {
            return IntStream.range(0, rows.length).toArray();
        }
        List<String> parts = given.table().labels(train, rows);
        int[] training = IntStream.range(0, rows.length).filter(i -> isTraining(parts.get(i))).toArray();
        if (training.length == 0) {
            throw StatsTable.refused(
                    StatsProblem.CENTRES, "column " + train, "no row says train; values are "
                            + parts.stream().distinct().limit(MOST_LISTED).map(part -> "'" + part + "'").collect(Collectors.joining(", ")),
                    "train in the rows to fit on", "correct the column, or leave --combat-train out");
        }
        return training;
    }

    private static boolean isTraining(String cell) {
        return Part.parse(cell).filter(part -> part == Part.TRAIN).isPresent();
    }

    private static String table(List<String> ids, List<String> names, Matrix harmonised) {
        Object[] header = new Object[names.size() + 1];
        header[0] = "case_id";
        IntStream.range(0, names.size()).forEach(j -> header[j + 1] = names.get(j));
        CsvText csv = new CsvText(header);
        for (int i = 0; i < ids.size(); i++) {
            Object[] line = new Object[names.size() + 1];
            line[0] = ids.get(i);
            for (int j = 0; j < names.size(); j++) {
                line[j + 1] = harmonised.get(i, j);
            }
            csv.line(line);
        }
        return csv.toString();
    }
}
