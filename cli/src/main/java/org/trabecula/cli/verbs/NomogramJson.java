package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.learn.exploration.NomogramFit;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.NomogramModel;
import org.trabecula.stats.nomogram.NomogramModel.Fitted;
import org.trabecula.stats.nomogram.NomogramModel.Prediction;

/// The JSON document of `nomogram`.
record NomogramJson(NomogramFit fit) {
    private static final String NO_ESTIMATE = "the fit has no finite estimate of it";

    /// @param predictions by case; null for a case with a missing value
    Map<String, @Nullable Object> document(Map<String, @Nullable Prediction> predictions, List<String> notes) {
        Nomogram nomogram = fit.nomogram();
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
                .map(eta -> place(nomogram.totalPoints(eta), eta))
                .toList());
        List<Object> probability = new ArrayList<>();
        for (Nomogram.ProbabilityTick tick : nomogram.probabilityTicks(fit.model().fitted().link())) {
            Map<String, Object> place = place(tick.points(), tick.linearPredictor());
            place.put("probability", tick.probability());
            probability.add(place);
        }
        document.put("probability", probability);
        List<Object> cases = new ArrayList<>();
        predictions.forEach((id, prediction) -> cases.add(prediction(id, prediction)));
        document.put("predictions", cases);
        if (!fit.validation().isEmpty()) {
            document.put("validation", fit.validation());
        }
        document.put("notes", notes);
        return document;
    }

    /// In this order every time, as that of `Map.of` differs from run to run.
    private static Map<String, Object> place(double points, double linearPredictor) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("points", points);
        place.put("linear_predictor", linearPredictor);
        return place;
    }

    private Map<String, @Nullable Object> fitted() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        NomogramModel model = fit.model();
        object.put("family", fit.family());
        object.put("n", fit.n());
        List<String> names = new ArrayList<>(model.terms().coefficientNames());
        switch (model.fitted()) {
            case Fitted.Logistic logistic -> {
                object.put("intercept", logistic.constant());
                names.addFirst("Intercept");
            }
            case Fitted.Cox(var cox, double time) -> {
                object.put("intercept", null);
                object.put("why", "a Cox model has no intercept; linear predictors are less by the center");
                object.put("center", cox.centre());
                object.put("at", time);
                object.put("baseline_survival", cox.survival(time, 0));
            }
        }
        Map<String, @Nullable Object> coefficients = new LinkedHashMap<>();
        double[] slopes = model.fitted().slopes();
        for (int j = 0; j < slopes.length; j++) {
            coefficients.put(model.terms().coefficientNames().get(j), slopes[j]);
        }
        object.put("coefficients", coefficients);
        object.put("se", errors(names, fit.covariance()));
        double[][] robust = fit.robust();
        object.put("se_robust", robust == null ? null : errors(names, robust));
        if (robust == null) {
            object.put("why_se_robust", "no --group names the clusters");
        }
        object.put("terms", names);
        object.put("vcov", matrix(fit.covariance()));
        if (robust != null) {
            object.put("vcov_robust", matrix(robust));
        }
        JsonNumbers.put(object, "logLik", fit.logLik(), NO_ESTIMATE);
        JsonNumbers.put(object, "c_index", fit.cIndex(), "no pair of cases can be compared");
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
