package org.trabecula.cli.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.figures.CorrelationFigure;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.correlation.Redundancy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `select --redundancy`: which features repeat others.
record RedundancyWork(List<String> names, Matrix x, ColumnFlags flags, int jobs) {
    /// A heat map of more features is a blur of megabytes.
    private static final int DRAWN_UP_TO = 300;

    SelectResult result(double above) {
        if (!(above >= 0 && above <= 1)) {
            throw new UsageException("--redundancy is a correlation between 0 and 1, got " + above);
        }
        Matrix rho = flags.correlation.of(x, jobs);
        Redundancy.Result found = switch (flags.remove.toLowerCase(Locale.ROOT)) {
            case "most-redundant" -> Redundancy.mostRedundant(rho, above);
            case "later-of-pair" -> Redundancy.laterOfPair(rho, above);
            default ->
                throw new UsageException("--remove knows most-redundant and later-of-pair, not '" + flags.remove + "'");
        };
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
            files.put("correlation.svg", heatMap("Correlation of the features", names, rho));
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
