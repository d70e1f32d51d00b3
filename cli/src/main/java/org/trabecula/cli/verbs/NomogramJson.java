package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.glm.ValidationIndex;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.NomogramModel;
import org.trabecula.stats.nomogram.NomogramModel.Fitted;
import org.trabecula.stats.nomogram.NomogramModel.Prediction;

/// The JSON document of `nomogram`.
///
/// @param model    as fitted
/// @param nomogram of that model
/// @param numbers  of the fit that both kinds have
record NomogramJson(NomogramModel model, Nomogram nomogram, FitNumbers numbers) {
    private static final String NO_ESTIMATE = "the fit has no finite estimate of it";

    /// What both kinds of fit tell.
    ///
    /// @param robust     covariance of clustered cases; null without `--group`
    /// @param validation optimism by the bootstrap; empty where not asked for
    record FitNumbers(
            String family,
            int n,
            double[][] covariance,
            double @Nullable [][] robust,
            double logLik,
            double cIndex,
            List<ValidationIndex> validation) {}

    /// @param predictions by case; null for a case with a missing value
    Map<String, @Nullable Object> document(Map<String, @Nullable Prediction> predictions, List<String> notes) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("model", fitted());
        document.put("axes", nomogram.axes().stream().map(NomogramJson::axis).toList());
        document.put("points_per_unit", nomogram.pointsPerUnit());
        Map<String, @Nullable Object> total = new LinkedHashMap<>();
        total.put("min", nomogram.totalTicks().getFirst());
        total.put("max", nomogram.totalTicks().getLast());
        total.put("ticks", nomogram.totalTicks());
        total.put("linear_predictor_at_0", nomogram.base());
        document.put("total_points", total);
        document.put("linear_predictor", nomogram.predictorTicks().stream()
                .map(eta -> Map.of("linear_predictor", eta, "points", nomogram.totalPoints(eta)))
                .toList());
        List<Object> probability = new ArrayList<>();
        for (Nomogram.ProbabilityTick tick : nomogram.probabilityTicks(model.fitted().link())) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("points", tick.points());
            place.put("linear_predictor", tick.linearPredictor());
            place.put("probability", tick.probability());
            probability.add(place);
        }
        document.put("probability", probability);
        List<Object> cases = new ArrayList<>();
        predictions.forEach((id, prediction) -> cases.add(prediction(id, prediction)));
        document.put("predictions", cases);
        if (!numbers.validation().isEmpty()) {
            document.put("validation", numbers.validation());
        }
        document.put("notes", notes);
        return document;
    }

    private Map<String, @Nullable Object> fitted() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("family", numbers.family());
        object.put("n", numbers.n());
        List<String> names = new ArrayList<>(model.terms().coefficientNames());
        switch (model.fitted()) {
            case Fitted.Logistic logistic -> {
                object.put("intercept", logistic.constant());
                names.addFirst("Intercept");
            }
            case Fitted.Cox(var fit, double time) -> {
                object.put("intercept", null);
                object.put("why", "a Cox model has no intercept; linear predictors are less by the center");
                object.put("center", fit.centre());
                object.put("at", time);
                object.put("baseline_survival", fit.survival(time, 0));
            }
        }
        Map<String, @Nullable Object> coefficients = new LinkedHashMap<>();
        double[] slopes = model.fitted().slopes();
        for (int j = 0; j < slopes.length; j++) {
            coefficients.put(model.terms().coefficientNames().get(j), slopes[j]);
        }
        object.put("coefficients", coefficients);
        object.put("se", errors(names, numbers.covariance()));
        double[][] robust = numbers.robust();
        object.put("se_robust", robust == null ? null : errors(names, robust));
        if (robust == null) {
            object.put("why_se_robust", "no --group names the clusters");
        }
        object.put("terms", names);
        object.put("vcov", matrix(numbers.covariance()));
        if (robust != null) {
            object.put("vcov_robust", matrix(robust));
        }
        JsonNumbers.put(object, "logLik", numbers.logLik(), NO_ESTIMATE);
        JsonNumbers.put(object, "c_index", numbers.cIndex(), "no pair of cases can be compared");
        return object;
    }

    private static Map<String, @Nullable Object> errors(List<String> names, double[][] covariance) {
        Map<String, @Nullable Object> errors = new LinkedHashMap<>();
        for (int j = 0; j < covariance.length; j++) {
            JsonNumbers.put(errors, names.get(j), Math.sqrt(covariance[j][j]), NO_ESTIMATE);
        }
        return errors;
    }

    private static List<Object> matrix(double[][] rows) {
        List<Object> matrix = new ArrayList<>();
        for (double[] row : rows) {
            matrix.add(JsonNumbers.list(row));
        }
        return matrix;
    }

    private static Map<String, Object> axis(Axis axis) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("variable", axis.variable());
        object.put("values", axis.categorical() ? axis.labels() : axis.values());
        object.put("points", axis.points());
        object.put("linear_predictor", axis.contributions());
        return object;
    }

    private static Map<String, @Nullable Object> prediction(String id, @Nullable Prediction prediction) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("case_id", id);
        if (prediction == null) {
            object.put("points", null);
            object.put("probability", null);
            object.put("why", "a value of the model is missing");
            return object;
        }
        object.put("points", prediction.points());
        object.put("linear_predictor", prediction.linearPredictor());
        object.put("probability", prediction.probability());
        JsonNumbers.put(object, "ci", prediction.limits(), NO_ESTIMATE);
        return object;
    }
}
