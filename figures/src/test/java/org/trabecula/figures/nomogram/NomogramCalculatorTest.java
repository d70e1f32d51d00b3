package org.trabecula.figures.nomogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.stats.Variable;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.NomogramModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page's numbers, put into the page's formulas (written again here), give the model's predictions.
class NomogramCalculatorTest {
    private static final Pattern MODEL = Pattern.compile("<script type=\"application/json\" id=\"model\">(.*)</script>");

    static Stream<NomogramModel> models() {
        return Stream.of(
                MadeUpModels.logistic("age", "sex", "score"),
                MadeUpModels.logistic("rcs(age,4)", "sex", "level", "rcs(score,3)"),
                MadeUpModels.cox());
    }

    /// Same numbers, same order of the sums: 1e-12 leaves room for the last place of exp only.
    @ParameterizedTest
    @MethodSource("models")
    void predictsAsTheModel(NomogramModel model) {
        Nomogram nomogram = model.nomogram();
        JsonNode page = numbers(NomogramCalculator.html("t", model, nomogram, "p", false));
        Map<String, Variable> cases = MadeUpModels.cases(77); // others than those fitted
        List<NomogramModel.Prediction> expected =
                model.predict(nomogram, cases, IntStream.range(0, 300).toArray());
        for (int i = 0; i < expected.size(); i++) {
            NomogramModel.Prediction prediction = expected.get(i);
            double eta = linearPredictor(page, cases, i);
            assertThat(probability(page, eta)).isCloseTo(prediction.probability(), offset(1e-12));
            assertThat((eta - page.get("base").doubleValue()) * page.get("pointsPerUnit").doubleValue())
                    .isCloseTo(prediction.points(), offset(1e-12 * Math.max(1, Math.abs(prediction.points()))));
            double points = 0;
            for (JsonNode term : page.get("terms")) {
                points += points(page, term, cases, i);
            }
            // the picture: points of the axes added up, rounded once more per axis
            assertThat(points).isCloseTo(prediction.points(), offset(1e-11));
            assertThat(probability(page, nomogram.linearPredictor(points)))
                    .isCloseTo(prediction.probability(), offset(1e-12));
        }
    }

    @Test
    void sliderStartsWithinTheAxis() {
        NomogramModel model = MadeUpModels.logistic("age", "score");
        for (JsonNode term : numbers(NomogramCalculator.html("t", model, model.nomogram(), "p", false)).get("terms")) {
            assertThat(term.get("start").doubleValue())
                    .isBetween(term.get("min").doubleValue(), term.get("max").doubleValue());
            double steps = (term.get("max").doubleValue() - term.get("min").doubleValue()) / term.get("step").doubleValue();
            assertThat(steps).isBetween(49.9, 500.1);
        }
    }

    @Test
    void saysWhatItIsNotAndWhetherItsCasesWereMadeUp() {
        NomogramModel model = MadeUpModels.logistic("age", "score");
        String plain = NomogramCalculator.html("t", model, model.nomogram(), "p", false);
        assertThat(plain).contains("Not a medical device").doesNotContain("Synthetic data");
        assertThat(NomogramCalculator.html("t", model, model.nomogram(), "p", true)).contains("Synthetic data");
    }

    @Test
    void needsNoNetworkAndNoNameEndsItsScript() {
        NomogramModel model = MadeUpModels.logistic("age", "sex");
        String page = NomogramCalculator.html("a </script><b> & c", model, model.nomogram(), "$1 {{model}}", false);
        assertThat(page).contains("default-src 'none'").doesNotContain("<b>").contains("$1 {{model}}");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://").doesNotContain("https://");
        assertThat(page.split("</script>", -1)).hasSize(3);
    }

    private static JsonNode numbers(String page) {
        Matcher found = MODEL.matcher(page);
        assertThat(found.find()).isTrue();
        return JsonMapper.shared().readTree(found.group(1));
    }

    private static double linearPredictor(JsonNode page, Map<String, Variable> cases, int row) {
        double eta = page.get("constant").doubleValue();
        for (JsonNode term : page.get("terms")) {
            double[] columns = columns(term, cases, row);
            for (int j = 0; j < columns.length; j++) {
                eta += term.get("coefficients").get(j).doubleValue() * columns[j];
            }
        }
        return eta;
    }

    private static double points(JsonNode page, JsonNode term, Map<String, Variable> cases, int row) {
        double own = 0;
        double[] columns = columns(term, cases, row);
        for (int j = 0; j < columns.length; j++) {
            own += columns[j] * term.get("coefficients").get(j).doubleValue();
        }
        return (own - term.get("lowest").doubleValue()) * page.get("pointsPerUnit").doubleValue();
    }

    private static double probability(JsonNode page, double eta) {
        JsonNode link = page.get("link");
        return link.get("kind").stringValue().equals("logistic")
                ? 1 / (1 + Math.exp(-eta))
                : Math.exp(-link.get("hazard").doubleValue() * Math.exp(eta));
    }

    private static double[] columns(JsonNode term, Map<String, Variable> cases, int row) {
        return switch (cases.get(term.get("variable").stringValue())) {
            case Variable.Labels labels -> IntStream.range(1, term.get("levels").size())
                    .mapToDouble(k -> term.get("levels").get(k).stringValue().equals(labels.values().get(row)) ? 1 : 0)
                    .toArray();
            case Variable.Numbers numbers when term.has("knots") -> spline(term.get("knots"), numbers.values()[row]);
            case Variable.Numbers numbers -> new double[] {numbers.values()[row]};
            case null -> throw new AssertionError("no variable " + term);
        };
    }

    private static double[] spline(JsonNode t, double x) {
        int last = t.size() - 1;
        double span = t.get(last).doubleValue() - t.get(last - 1).doubleValue();
        double norm = Math.pow(t.get(last).doubleValue() - t.get(0).doubleValue(), 2);
        double[] basis = new double[last];
        basis[0] = x;
        for (int j = 1; j < last; j++) {
            double knot = t.get(j - 1).doubleValue();
            basis[j] = (cube(x - knot)
                            - cube(x - t.get(last - 1).doubleValue()) * (t.get(last).doubleValue() - knot) / span
                            + cube(x - t.get(last).doubleValue()) * (t.get(last - 1).doubleValue() - knot) / span)
                    / norm;
        }
        return basis;
    }

    private static double cube(double x) {
        return x > 0 ? x * x * x : 0;
    }
}
