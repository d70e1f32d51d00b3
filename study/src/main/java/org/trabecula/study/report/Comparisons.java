package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;

/// DeLong's tests between models (P25): all pairs at a glance, and each with its interval.
final class Comparisons {
    private static final int DECIMALS = 3;

    /// Of one kind of scores.
    private final List<Evaluation.Comparison> all;

    private final double[] holm;
    private final List<Integer> cases;

    private Comparisons(Evaluation evaluation, Scores.Kind kind) {
        this.cases = evaluation.rows().stream().filter(row -> row.kind() == kind).map(Evaluation.Row::n).distinct().toList();
        double[] adjusted = evaluation.holm();
        int[] own = IntStream.range(0, adjusted.length)
                .filter(c -> evaluation.comparisons().get(c).kind() == kind)
                .toArray();
        this.all = Arrays.stream(own).mapToObj(evaluation.comparisons()::get).toList();
        this.holm = Arrays.stream(own).mapToDouble(c -> adjusted[c]).toArray();
    }

    static List<Block> of(Evaluation evaluation) {
        List<Block> blocks = new ArrayList<>();
        Comparisons test = new Comparisons(evaluation, Scores.Kind.TEST);
        if (!test.all.isEmpty()) {
            blocks.add(test.matrix("delong-matrix", "test cases"));
            blocks.add(Block.Remark.of("A model that contains another one's features or score, as fusion and nomogram do, is nested with it. "
                    + "On the cases to which both were fitted DeLong's test does not hold for nested models (Demler et al. 2012, "
                    + "doi:10.1002/sim.5328); here no case was fitted to, and the test compares the two rules as they stand, not whether "
                    + "the added predictor carries anything."));
            blocks.add(test.table(
                    "delong",
                    "DeLong tests of the difference in AUC, test cases. The clustered p-value takes several cases of a patient as "
                            + "dependent, and Holm's correction is of it; the plain one is what most papers print."));
        }
        Comparisons training = new Comparisons(evaluation, Scores.Kind.CROSSFIT);
        if (!training.all.isEmpty()) {
            blocks.add(new Block.Fold(
                    "Differences in AUC among training cases",
                    List.of(
                            training.matrix("delong-matrix-crossfit", "training cases, cross-fitted scores"),
                            training.table("delong-crossfit", "The same tests on training cases, cross-fitted scores."))));
        }
        return blocks;
    }

    private Block matrix(String key, String what) {
        Set<String> models = new LinkedHashSet<>();
        all.forEach(c -> models.addAll(List.of(c.a(), c.b())));
        List<String> columns = new ArrayList<>(List.of(""));
        models.forEach(model -> columns.add(Names.model(model)));
        List<List<Cell>> rows = new ArrayList<>();
        List<String> order = List.copyOf(models);
        for (int row = 0; row < order.size(); row++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.words(Names.model(order.get(row)))));
            for (int column = 0; column < order.size(); column++) {
                cells.add(cell(order.get(row), order.get(column), column > row));
            }
            rows.add(cells);
        }
        return new Block.Table(
                key,
                Prose.of("All pairs, " + what + number() + ". Above the diagonal: AUC of the row less AUC of the column. Below: p by DeLong with "
                        + "patients as clusters, after Holm's correction for " + Shown.count(tests(), "test") + "."),
                columns, rows);
    }

    /// Models may have been left without a score in some folds; then there is no one number.
    private String number() {
        return cases.size() == 1 ? ", n = " + cases.getFirst() : "";
    }

    private long tests() {
        return Arrays.stream(holm).filter(p -> !Double.isNaN(p)).count();
    }

    private Cell cell(String row, String column, boolean above) {
        if (row.equals(column)) {
            return Cell.EMPTY;
        }
        Optional<Integer> found = IntStream.range(0, all.size())
                .filter(c -> Set.of(all.get(c).a(), all.get(c).b()).equals(Set.of(row, column)))
                .boxed()
                .findFirst();
        if (found.isEmpty()) {
            return new Cell.Missing("not compared");
        }
        if (!above) {
            return Cell.p(holm[found.get()]);
        }
        double difference = all.get(found.get()).clustered().difference();
        return Cell.number(Shown.signed(all.get(found.get()).a().equals(row) ? difference : -difference, DECIMALS));
    }

    private Block table(String key, String caption) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int c = 0; c < all.size(); c++) {
            Evaluation.Comparison pair = all.get(c);
            rows.add(Cell.row(
                    Cell.words(Names.model(pair.a()) + " − " + Names.model(pair.b())),
                    Cell.difference(pair.clustered().difference(), pair.clustered().lower(), pair.clustered().upper(), DECIMALS),
                    Cell.p(pair.clustered().p()), Cell.p(holm[c]), Cell.p(pair.plain().p())));
        }
        return new Block.Table(
                key, Prose.of(caption), List.of("Models", "Difference (95 % CI)", "p, clustered", "p, Holm", "p, plain"), rows);
    }
}
