package org.trabecula.figures.nomogram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.trabecula.stats.glm.Term;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Link;

/// The nomogram as one HTML page that works offline: a slider or a choice per variable, the drawing above it with lines that
/// follow, points, total, probability with limits.
///
/// The page holds the model's own numbers (shortest decimals that read back to the same doubles) and sums in the same order,
/// so its probability is the model's. It loads nothing, stores nothing and sends nothing.
public final class NomogramCalculator {
    private NomogramCalculator() {}

    /// A complete HTML document.
    public static String page(NomogramSheet sheet) {
        return template()
                .replace("@TITLE@", html(sheet.title()))
                .replace("@DRAWING@", drawing(sheet))
                .replace("@DATA@", data(sheet))
                .replace("@SCRIPT@", resource("calculator.js"));
    }

    /// The script that calculates, with its data: what a test runs outside a browser.
    static String script(NomogramSheet sheet) {
        return "const DATA = " + data(sheet) + ";\n" + resource("calculator.js");
    }

    private static String template() {
        return resource("calculator.html");
    }

    /// The figure with an empty group on top, into which the page draws its lines.
    private static String drawing(NomogramSheet sheet) {
        String svg = NomogramFigure.draw(sheet);
        return svg.replace("</svg>", "<g id=\"lines\"></g></svg>").replaceFirst(" width=\"\\d+\" height=\"\\d+\"", "");
    }

    private static String data(NomogramSheet sheet) {
        NomogramLayout layout = NomogramLayout.of(sheet.nomogram());
        int[] starts = sheet.model().terms().starts();
        double[] slopes = sheet.model().fitted().slopes();
        StringBuilder json = new StringBuilder("{\n");
        json.append("\"constant\": ").append(number(sheet.model().fitted().constant()))
                .append(",\n\"base\": ").append(number(sheet.nomogram().base()))
                .append(",\n\"pointsPerUnit\": ").append(number(sheet.nomogram().pointsPerUnit()))
                .append(",\n\"probabilityLabel\": ").append(text(sheet.probabilityLabel()))
                .append(",\n\"link\": ").append(link(sheet.link()))
                .append(",\n\"covariance\": ").append(sheet.covariance().stream()
                        .map(NomogramCalculator::numbers).collect(Collectors.joining(",", "[", "]")))
                .append(",\n\"left\": ").append(layout.left()).append(", \"width\": ").append(layout.width())
                .append(", \"maxPoints\": ").append(number(layout.maxPoints()))
                .append(", \"maxTotal\": ").append(number(layout.maxTotal()))
                .append(", \"pointsY\": ").append(layout.pointsY()).append(", \"totalY\": ").append(layout.totalY())
                .append(", \"probabilityY\": ").append(layout.probabilityY())
                .append(",\n\"terms\": [\n");
        List<Term> terms = sheet.model().terms().terms();
        for (int k = 0; k < terms.size(); k++) {
            double[] own = java.util.Arrays.copyOfRange(slopes, starts[k], starts[k + 1]);
            json.append(term(terms.get(k), own, sheet.nomogram().axes().get(k), layout.variableY().get(k)))
                    .append(k + 1 < terms.size() ? ",\n" : "\n");
        }
        return json.append("]}").toString();
    }

    private static String term(Term term, double[] slopes, Axis axis, double y) {
        String lowest = number(axis.contributions().stream().mapToDouble(Double::doubleValue).min().orElseThrow());
        String head = "{\"name\": " + text(term.variable()) + ", \"y\": " + y + ", \"lowest\": " + lowest + ", \"slopes\": "
                + numbers(DoubleStream.of(slopes).boxed().toList());
        String range = ", \"from\": " + number(axis.values().getFirst()) + ", \"to\": " + number(axis.values().getLast());
        return head + switch (term) {
            case Term.Linear _ -> ", \"kind\": \"linear\"" + range;
            case Term.Spline spline -> ", \"kind\": \"spline\", \"knots\": " + numbers(spline.knots()) + range;
            case Term.Categorical categorical -> ", \"kind\": \"levels\", \"levels\": "
                    + categorical.levels().stream().map(NomogramCalculator::text).collect(Collectors.joining(",", "[", "]"));
        } + "}";
    }

    private static String link(Link link) {
        return switch (link) {
            case Link.Logistic _ -> "{\"kind\": \"logistic\"}";
            case Link.Survival(double time, double hazard) ->
                "{\"kind\": \"survival\", \"time\": " + number(time) + ", \"hazard\": " + number(hazard) + "}";
        };
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(NomogramCalculator::number).collect(Collectors.joining(",", "[", "]"));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    /// A JSON string that is also safe inside a script element.
    private static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static String html(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(NomogramCalculator.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
