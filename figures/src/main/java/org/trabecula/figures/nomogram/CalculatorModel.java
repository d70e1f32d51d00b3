package org.trabecula.figures.nomogram;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.trabecula.stats.Normal;
import org.trabecula.stats.glm.Term;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.NomogramModel;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The numbers that the calculator's page holds, in full precision.
///
/// ```
/// η = constant + Σ_terms Σ_j coefficient_j · column_j,   probability = 1/(1 + exp(−η))  or  exp(−hazard · exp(η))
/// ```
///
/// Columns of a term: the value; 1 for the level and 0 for the others but the first; the spline's basis at the value. Sums run
/// in this order in the page, as in the model, so that both give the same double.
final class CalculatorModel {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private CalculatorModel() {}

    static ObjectNode of(NomogramModel model, Nomogram nomogram, NomogramLayout layout, UnaryOperator<String> titles) {
        ObjectNode page = MAPPER.createObjectNode();
        page.put("constant", model.fitted().constant());
        ArrayNode terms = page.putArray("terms");
        double[] slopes = model.fitted().slopes();
        int[] starts = model.terms().starts();
        for (int k = 0; k < nomogram.axes().size(); k++) {
            double[] own = Arrays.copyOfRange(slopes, starts[k], starts[k + 1]);
            Term term = model.terms().terms().get(k);
            ObjectNode json = terms.addObject().put("title", titles.apply(term.variable()));
            term(json, term, own, nomogram.axes().get(k), layout.variable(k).y());
        }
        link(page.putObject("link"), model.fitted().link());
        page.put("base", nomogram.base()).put("pointsPerUnit", nomogram.pointsPerUnit());
        if (model.fitted().link() instanceof Link.Logistic) { // limits of a survival need more than the coefficients
            ObjectNode interval = page.putObject("interval");
            interval.put("z", Normal.halfWidth(0.95));
            ArrayNode covariance = interval.putArray("covariance");
            for (double[] row : model.covariance()) {
                numbers(covariance.addArray(), row);
            }
        }
        drawing(page.putObject("drawing"), layout);
        return page;
    }

    private static void term(ObjectNode json, Term term, double[] coefficients, Axis axis, double y) {
        json.put("variable", term.variable());
        numbers(json.putArray("coefficients"), coefficients);
        json.put("lowest", axis.contributions().stream().mapToDouble(Double::doubleValue).min().orElseThrow());
        json.put("y", y);
        switch (term) {
            case Term.Linear _ -> range(json.put("kind", "linear"), axis.values());
            case Term.Spline spline -> {
                range(json.put("kind", "spline"), axis.values());
                ArrayNode knots = json.putArray("knots");
                spline.knots().forEach(knots::add);
            }
            case Term.Categorical categorical -> {
                json.put("kind", "categorical");
                ArrayNode levels = json.putArray("levels");
                categorical.levels().forEach(levels::add);
            }
        }
    }

    /// A slider over the axis: 50 to 500 steps of a power of ten.
    private static void range(ObjectNode json, List<Double> values) {
        double low = values.getFirst();
        double high = values.getLast();
        double step = Math.pow(10, Math.floor(Math.log10((high - low) / 50)));
        json.put("min", low).put("max", high).put("step", step);
        json.put("start", low + step * Math.rint((high - low) / 2 / step));
    }

    private static void link(ObjectNode json, Link link) {
        switch (link) {
            case Link.Logistic _ -> json.put("kind", "logistic");
            case Link.Survival survival ->
                json.put("kind", "survival").put("time", survival.time()).put("hazard", survival.hazard());
        }
    }

    private static void drawing(ObjectNode json, NomogramLayout layout) {
        json.put("left", NomogramLayout.LEFT).put("right", NomogramLayout.RIGHT);
        json.put("maxPoints", layout.maxPoints()).put("maxTotal", layout.maxTotal());
        json.put("points", layout.points().y()).put("total", layout.total().y());
        json.put("probability", layout.probability().y());
    }

    private static void numbers(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add(value);
        }
    }
}
