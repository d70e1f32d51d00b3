package org.trabecula.cli.verbs;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.figures.nomogram.NomogramSheet;
import org.trabecula.stats.glm.CoxFit;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.ValidationIndex;
import org.trabecula.stats.glm.Variable;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.NomogramModel;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON document of `nomogram`.
///
/// `probability` is that of the outcome; for Cox's model that of no event up to `at`, with `risk` = 1 − it beside. `vcov` is
/// in the order of `vcov_names`.
final class NomogramJson {
    private static final String INTERCEPT = "Intercept";

    private final NomogramSheet sheet;
    private final ObjectNode document = new ObjectMapper().createObjectNode();

    NomogramJson(NomogramSheet sheet) {
        this.sheet = sheet;
        document.putObject("model");
        axes();
    }

    NomogramSheet sheet() {
        return sheet;
    }

    ObjectNode document() {
        return document;
    }

    void logistic(LogisticFit fit, Optional<double[][]> robust, double concordance) {
        ObjectNode model = (ObjectNode) document.get("model");
        model.put("family", fit.isFirth() ? "binomial, Firth" : "binomial");
        double[] all = fit.coefficients();
        model.put("intercept", all[0]);
        coefficients(model, Arrays.copyOfRange(all, 1, all.length));
        errors(model, true, fit.covariance(), robust);
        model.put("logLik", fit.logLik()).put("logLik_null", fit.nullLogLik());
        if (fit.isFirth()) {
            model.put("logLik_penalised", fit.penalisedLogLik());
        }
        model.put("c_index", concordance);
        model.put("n", fit.probabilities().length);
    }

    void cox(CoxFit fit, Optional<double[][]> robust, double at) {
        ObjectNode model = (ObjectNode) document.get("model");
        model.put("family", "cox");
        model.putNull("intercept").put("why", "a Cox model has no intercept; linear predictors are less by centre");
        coefficients(model, fit.coefficients());
        errors(model, false, fit.covariance(), robust);
        model.put("logLik", fit.logLik()).put("logLik_null", fit.nullLogLik()).put("c_index", fit.concordance());
        model.put("centre", fit.centre()).put("at", at).put("survival_at_centre", fit.survival(at, 0));
    }

    private void coefficients(ObjectNode model, double[] slopes) {
        ObjectNode coefficients = model.putObject("coefficients");
        List<String> names = sheet.model().terms().coefficientNames();
        for (int j = 0; j < slopes.length; j++) {
            coefficients.put(names.get(j), slopes[j]);
        }
    }

    private void errors(ObjectNode model, boolean intercept, double[][] covariance, Optional<double[][]> robust) {
        List<String> names = new java.util.ArrayList<>(sheet.model().terms().coefficientNames());
        if (intercept) {
            names.addFirst(INTERCEPT);
        }
        standardErrors(model.putObject("se"), names, covariance);
        if (robust.isPresent()) {
            standardErrors(model.putObject("se_robust"), names, robust.get());
        } else {
            model.putNull("se_robust").put("se_robust_why", "no --group: every case counts as independent");
        }
        ArrayNode order = model.putArray("vcov_names");
        names.forEach(order::add);
        matrix(model.putArray("vcov"), covariance);
        robust.ifPresent(v -> matrix(model.putArray("vcov_robust"), v));
    }

    private static void standardErrors(ObjectNode errors, List<String> names, double[][] covariance) {
        for (int j = 0; j < names.size(); j++) {
            errors.put(names.get(j), Math.sqrt(covariance[j][j]));
        }
    }

    private static void matrix(ArrayNode rows, double[][] matrix) {
        for (double[] row : matrix) {
            ArrayNode cells = rows.addArray();
            for (double cell : row) {
                cells.add(cell);
            }
        }
    }

    private void axes() {
        Nomogram nomogram = sheet.nomogram();
        ArrayNode axes = document.putArray("axes");
        for (Axis axis : nomogram.axes()) {
            ObjectNode node = axes.addObject().put("variable", axis.variable());
            ArrayNode values = node.putArray("values");
            for (int k = 0; k < axis.values().size(); k++) {
                if (axis.categorical()) {
                    values.add(axis.labels().get(k));
                } else {
                    values.add(axis.values().get(k));
                }
            }
            axis.points().forEach(node.putArray("points")::add);
            axis.contributions().forEach(node.putArray("contributions")::add);
            node.put("monotone", axis.monotone());
        }
        ObjectNode total = document.putObject("total_points");
        total.put("min", nomogram.totalTicks().getFirst()).put("max", nomogram.totalTicks().getLast());
        nomogram.totalTicks().forEach(total.putArray("ticks")::add);
        total.put("points_per_unit", nomogram.pointsPerUnit()).put("linear_predictor_at_0", nomogram.base());
        ArrayNode predictor = document.putArray("linear_predictor");
        for (double eta : nomogram.predictorTicks()) {
            predictor.addObject().put("points", nomogram.totalPoints(eta)).put("linear_predictor", eta);
        }
        Link link = sheet.model().fitted().link();
        ArrayNode probability = document.putArray("probability");
        for (Nomogram.ProbabilityTick tick : nomogram.probabilityTicks(link)) {
            ObjectNode node = probability.addObject()
                    .put("points", tick.points())
                    .put("linear_predictor", tick.linearPredictor())
                    .put("probability", tick.probability());
            if (link instanceof Link.Survival) {
                node.put("risk", 1 - tick.probability());
            }
        }
    }

    /// @param incomplete ids of cases that miss a term
    void predictions(List<String> ids, Map<String, Variable> columns, int[] rows, List<String> incomplete) {
        ArrayNode list = document.putArray("predictions");
        List<NomogramModel.Prediction> predictions = sheet.model().predict(sheet.nomogram(), columns, rows);
        boolean survival = sheet.model().fitted().link() instanceof Link.Survival;
        for (int k = 0; k < ids.size(); k++) {
            NomogramModel.Prediction one = predictions.get(k);
            ObjectNode node = list.addObject()
                    .put("case_id", ids.get(k))
                    .put("points", one.points())
                    .put("linear_predictor", one.linearPredictor())
                    .put("probability", one.probability());
            if (survival) {
                node.put("risk", 1 - one.probability());
            }
            node.putArray("ci").add(one.limits().lower()).add(one.limits().upper());
        }
        for (String id : incomplete) {
            list.addObject().put("case_id", id).putNull("points").putNull("probability").putNull("ci")
                    .put("why", "a term of the model is missing");
        }
    }

    void validation(List<ValidationIndex> lines, int resamples) {
        ObjectNode validation = document.putObject("validation");
        validation.put("resamples", resamples);
        ObjectNode indexes = validation.putObject("indexes");
        for (ValidationIndex line : lines) {
            indexes.putObject(line.name())
                    .put("original", line.original())
                    .put("training", line.training())
                    .put("test", line.test())
                    .put("optimism", line.optimism())
                    .put("corrected", line.corrected());
        }
    }
}
