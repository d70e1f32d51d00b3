package org.trabecula.cli.verbs;

import java.util.List;
import java.util.Locale;
import org.trabecula.stats.penalised.Coefficients;
import org.trabecula.stats.penalised.CrossValidated;
import org.trabecula.stats.penalised.Family;
import org.trabecula.stats.penalised.LassoCv;
import org.trabecula.stats.penalised.LassoPath;
import org.trabecula.stats.penalised.Measure;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON documents of `select`. Coefficients belong to the columns as given; zeros are left out.
final class SelectJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SelectJson() {}

    static ObjectNode elasticNet(CrossValidated fit, List<String> names, int n, double lambda) {
        LassoPath path = fit.path();
        Family family = path.settings().family();
        ObjectNode document = MAPPER.createObjectNode();
        document.put("family", lower(family)).put("alpha", path.settings().alpha()).put("n", n).put("p", names.size());
        path(document, path, names);
        ObjectNode cv = document.putObject("cv");
        cv.put("measure", fit.measure() == Measure.C ? "C" : lower(fit.measure()));
        numbers(cv.putArray("lambda"), fit.lambdas());
        numbers(cv.putArray("mean"), fit.mean());
        numbers(cv.putArray("sd"), fit.sd());
        cv.put("lambda_min", fit.lambdaMin()).put("lambda_1se", fit.lambda1se());
        selected(document, path, names, lambda);
        ArrayNode notes = document.putArray("notes");
        fit.notes().forEach(notes::add);
        return document;
    }

    static ObjectNode lassoCv(LassoCv.Fit fit, List<String> names, int n, double lambda) {
        LassoPath path = fit.path();
        ObjectNode document = MAPPER.createObjectNode();
        document.put("family", "gaussian").put("method", "lassocv").put("alpha", 1.0).put("n", n).put("p", names.size());
        path(document, path, names);
        ObjectNode cv = document.putObject("cv");
        cv.put("measure", "mse");
        numbers(cv.putArray("lambda"), path.lambdas());
        numbers(cv.putArray("mean"), fit.mean());
        numbers(cv.putArray("sd"), fit.standardErrors());
        ArrayNode byFold = cv.putArray("mse_path");
        for (double[] errors : fit.mse()) {
            numbers(byFold.addArray(), errors);
        }
        cv.put("lambda_min", fit.alpha()).put("lambda_1se", fit.alpha1se());
        selected(document, path, names, lambda);
        document.putArray("notes");
        return document;
    }

    private static void path(ObjectNode document, LassoPath path, List<String> names) {
        ArrayNode list = document.putArray("path");
        for (int k = 0; k < path.size(); k++) {
            ObjectNode point = list.addObject();
            point.put("lambda", path.lambda(k));
            intercept(point, path, path.coefficients(k));
            point.put("df", path.df(k)).put("deviance_ratio", path.devianceRatio(k));
            coefficients(point, path.coefficients(k), names);
        }
    }

    private static void selected(ObjectNode document, LassoPath path, List<String> names, double lambda) {
        Coefficients chosen = path.coefficientsAt(lambda);
        ObjectNode selected = document.putObject("selected");
        selected.put("lambda", lambda);
        intercept(selected, path, chosen);
        coefficients(selected, chosen, names);
        if (chosen.count() == 0) {
            selected.put("note", "no feature selected: the model without features is the best of the path by this rule");
        }
    }

    private static void intercept(ObjectNode point, LassoPath path, Coefficients solution) {
        if (path.settings().family() == Family.COX) {
            point.putNull("intercept");
            point.put("why", "a Cox model has no intercept");
        } else {
            point.put("intercept", solution.intercept());
        }
    }

    private static void coefficients(ObjectNode point, Coefficients solution, List<String> names) {
        ObjectNode coefficients = point.putObject("coefficients");
        int[] columns = solution.columns();
        double[] values = solution.values();
        for (int k = 0; k < columns.length; k++) {
            coefficients.put(names.get(columns[k]), values[k]);
        }
    }

    private static void numbers(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add(value);
        }
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
