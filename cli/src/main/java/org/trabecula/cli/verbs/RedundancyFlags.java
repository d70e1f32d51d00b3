package org.trabecula.cli.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.figures.CorrelationFigure;
import org.trabecula.learn.exploration.CorrelationKind;
import org.trabecula.learn.exploration.RedundancyRule;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.correlation.Redundancy;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `select --redundancy`: which features repeat others.
final class RedundancyFlags implements SelectMode {
    /// A heat map of more features is a blur of megabytes.
    private static final int DRAWN_UP_TO = 300;

    @Option(names = "--redundancy", paramLabel = "R", description = "Only list features whose |correlation| is above R.")
    @Nullable Double above;

    @Option(names = "--remove", paramLabel = "RULE", description = "most-redundant (default) or later-of-pair.")
    RedundancyRule remove = RedundancyRule.MOST_REDUNDANT;

    @Option(
            names = "--correlation",
            paramLabel = "NAME",
            description = "Also of heat maps: spearman (default), pearson or kendall.")
    CorrelationKind correlation = CorrelationKind.SPEARMAN;

    @Override
    public List<String> used() {
        return List.of();
    }

    @Override
    public void require(SelectColumns columns) {
        threshold();
    }

    private double threshold() {
        if (above == null || !(above >= 0 && above <= 1)) {
            throw new UsageException("--redundancy is a correlation between 0 and 1, got " + above);
        }
        return above;
    }

    @Override
    public SelectResult result(SelectCases cases) {
        List<String> names = cases.features();
        Matrix values = cases.matrix(names, cases.rows(List.of()));
        Redundancy.Result found = remove.of(correlation.above(threshold(), values, cases.jobs()));
        ObjectNode document = JsonMapper.shared().createObjectNode();
        ArrayNode kept = document.putArray("kept");
        found.kept().forEach(column -> kept.add(names.get(column)));
        ArrayNode removed = document.putArray("removed");
        StringBuilder text = new StringBuilder();
        text.append(found.kept().size()).append(" kept, ").append(found.removed().size()).append(" removed\n");
        CsvText csv = new CsvText("name", "because", "rho");
        for (Redundancy.Removed one : found.removed()) {
            String name = names.get(one.column());
            String because = names.get(one.because());
            removed.addObject().put("name", name).put("because", because).put("rho", one.r());
            csv.line(name, because, one.r());
            text.append(String.format(Locale.ROOT, "%s  because of %s (rho %.4f)%n", name, because, one.r()));
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("removed.csv", csv.toString());
        if (names.size() <= DRAWN_UP_TO) {
            files.put("correlation.svg", heatMap("Correlation of the features", names, correlation.of(values, cases.jobs())));
        }
        return new SelectResult(document, text.toString(), files);
    }

    static String heatMap(String title, List<String> names, Matrix rho) {
        double[][] rows = new double[rho.rows()][rho.columns()];
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < rows.length; k++) {
                rows[j][k] = rho.get(j, k);
            }
        }
        return CorrelationFigure.svg(title, names, rows);
    }
}
