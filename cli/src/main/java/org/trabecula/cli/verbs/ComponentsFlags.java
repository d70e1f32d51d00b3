package org.trabecula.cli.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.learn.exploration.ComponentScores;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.reduction.PrincipalComponents;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `select --pca`: principal components.
final class ComponentsFlags implements SelectMode {
    @Option(names = "--pca", paramLabel = "K", description = "Only principal components, at most K.")
    @Nullable Integer wanted;

    @Override
    public List<String> used() {
        return List.of();
    }

    @Override
    public void require(SelectColumns columns) {
        count();
    }

    private int count() {
        if (wanted == null || wanted < 1) {
            throw new UsageException("--pca is a number of components, at least 1, got " + wanted);
        }
        return wanted;
    }

    @Override
    public SelectResult result(SelectCases cases) {
        List<String> names = cases.features();
        int[] rows = cases.rows(List.of());
        List<String> ids = cases.table().ids(rows);
        Matrix x = cases.matrix(names, rows);
        ComponentScores found = ComponentScores.of(x, !cases.columns().noStandardize, count(), cases.jobs());
        PrincipalComponents fit = found.components();
        Matrix scores = found.scores();
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("n", x.rows()).put("p", names.size()).put("components", fit.components());
        numbers(document.putArray("sdev"), fit.sdev());
        numbers(document.putArray("share_of_variance"), fit.shareOfVariance());
        byName(document.putObject("centre"), names, fit.centre());
        byName(document.putObject("scale"), names, fit.scale());
        ObjectNode rotation = document.putObject("rotation");
        for (int j = 0; j < names.size(); j++) {
            ArrayNode row = rotation.putArray(names.get(j));
            for (int k = 0; k < fit.components(); k++) {
                row.add(fit.loadings().get(j, k));
            }
        }
        ArrayNode list = document.putArray("scores");
        for (int i = 0; i < ids.size(); i++) {
            ArrayNode values = list.addObject().put("case_id", ids.get(i)).putArray("values");
            for (int k = 0; k < fit.components(); k++) {
                values.add(scores.get(i, k));
            }
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("components.csv", table(ids, scores));
        files.put("rotation.csv", table(names, fit.loadings()));
        StringBuilder text = new StringBuilder();
        double sum = 0;
        for (int k = 0; k < fit.components(); k++) {
            sum += fit.shareOfVariance()[k];
            text.append(String.format(Locale.ROOT, "PC%-4d sd %-12.6g %5.1f %% of the variance, %5.1f %% so far%n", k + 1,
                    fit.sdev()[k], 100 * fit.shareOfVariance()[k], 100 * sum));
        }
        return new SelectResult(document, text.toString(), files);
    }

    private static void byName(ObjectNode object, List<String> names, double[] values) {
        for (int j = 0; j < names.size(); j++) {
            object.put(names.get(j), values[j]);
        }
    }

    private static void numbers(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add(value);
        }
    }

    /// One line a row: its label, then PC1, PC2, …
    private static String table(List<String> labels, Matrix values) {
        Object[] header = new Object[values.columns() + 1];
        header[0] = "case_id";
        for (int k = 1; k < header.length; k++) {
            header[k] = "PC" + k;
        }
        CsvText csv = new CsvText(header);
        for (int i = 0; i < values.rows(); i++) {
            Object[] line = new Object[values.columns() + 1];
            line[0] = labels.get(i);
            for (int k = 1; k < line.length; k++) {
                line[k] = values.get(i, k - 1);
            }
            csv.line(line);
        }
        return csv.toString();
    }
}
