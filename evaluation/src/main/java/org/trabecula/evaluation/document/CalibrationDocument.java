package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.CalibrationBand;
import org.trabecula.stats.calibration.CalibrationErrors;
import org.trabecula.stats.calibration.HosmerLemeshow;
import org.trabecula.stats.calibration.SmoothCurve;

/// A model's calibration: the object `calibration`, a row of `calibration.csv`, the points of `calibration-curve.csv`.
final class CalibrationDocument {
    static final List<String> COLUMNS = List.of(
            "model", "part", "kind", "intercept", "slope", "in_the_large", "brier", "brier_scaled", "nagelkerke_r2", "log_loss",
            "eo", "ici", "e50", "e90", "emax", "lowess_eavg", "lowess_e50", "lowess_e90", "lowess_emax", "spiegelhalter_z",
            "spiegelhalter_p", "unreliability_chi2", "unreliability_p", "hosmer_lemeshow_chi2", "hosmer_lemeshow_df",
            "hosmer_lemeshow_p", "hosmer_lemeshow_p_if_fitted_here", "n", "positives");
    static final List<String> CURVE_COLUMNS = List.of("model", "part", "kind", "smoother", "predicted", "observed");

    private static final String NO_CURVE = "a smooth curve needs several different probabilities";
    private static final String CERTAIN_AND_WRONG = "a probability of 0 or 1 was wrong";
    private static final String NO_SPREAD = "every probability is 0, 1 or a half";

    private CalibrationDocument() {}

    static final List<String> BAND_COLUMNS =
            List.of("model", "part", "kind", "n", "smoother", "predicted", "ci_lower", "ci_upper");

    static JsonObject object(Calibration found) {
        JsonObject object = new JsonObject()
                .number("intercept", found.line().intercept(), found.line().why())
                .number("slope", found.line().slope(), found.line().why())
                .number("in_the_large", found.inTheLarge().intercept(), found.inTheLarge().why())
                .put("brier", found.brier())
                .put("brier_scaled", found.brierScaled())
                .number("nagelkerke_r2", found.nagelkerke(), CERTAIN_AND_WRONG)
                .number("log_loss", found.logLoss(), CERTAIN_AND_WRONG)
                .put("eo", found.expectedObserved());
        errors(object, "ici", found.errors())
                .number("spiegelhalter_z", found.spiegelhalterZ(), NO_SPREAD)
                .number("spiegelhalter_p", found.spiegelhalterP(), NO_SPREAD)
                .number("unreliability_chi2", found.unreliability(), found.line().why())
                .number("unreliability_p", found.unreliabilityP(), found.line().why());
        HosmerLemeshow test = found.hosmerLemeshow();
        String why = "a group expects all or none, or there are too few groups";
        return object.put("lowess", errors(new JsonObject(), "eavg", found.curveErrors()).map())
                .put("hosmer_lemeshow", new JsonObject()
                        .number("chi2", test.chi2(), why)
                        .put("df", test.groups().size())
                        .number("p", test.pExternal(), why)
                        .number("p_if_fitted_here", test.pInternal(), why)
                        .map())
                .put("curve", points(found.curve()))
                .put("curve_loess", points(found.flexible()));
    }

    private static JsonObject errors(JsonObject object, String nameOfMean, CalibrationErrors errors) {
        return object.number(nameOfMean, errors.mean(), NO_CURVE)
                .number("e50", errors.median(), NO_CURVE)
                .number("e90", errors.e90(), NO_CURVE)
                .number("emax", errors.max(), NO_CURVE);
    }

    static List<String> cells(Evaluation.Row row) {
        Calibration found = row.calibration();
        CalibrationErrors loess = found.errors();
        CalibrationErrors lowess = found.curveErrors();
        HosmerLemeshow test = found.hosmerLemeshow();
        double[] numbers = {
            found.line().intercept(), found.line().slope(), found.inTheLarge().intercept(), found.brier(), found.brierScaled(),
            found.nagelkerke(), found.logLoss(), found.expectedObserved(), loess.mean(), loess.median(), loess.e90(),
            loess.max(), lowess.mean(), lowess.median(), lowess.e90(), lowess.max(), found.spiegelhalterZ(),
            found.spiegelhalterP(), found.unreliability(), found.unreliabilityP(), test.chi2()
        };
        return Stream.of(
                        DocumentTable.whose(row).stream(),
                        Arrays.stream(numbers).mapToObj(DocumentTable::cell),
                        Stream.of(
                                DocumentTable.cell(test.groups().size()), DocumentTable.cell(test.pExternal()),
                                DocumentTable.cell(test.pInternal()), DocumentTable.cell(row.n()),
                                DocumentTable.cell(row.positives())))
                .flatMap(cells -> cells)
                .toList();
    }

    static List<List<String>> curveCells(Evaluation.Row row) {
        List<List<String>> rows = new ArrayList<>();
        Calibration found = row.calibration();
        addCurve(rows, row, "lowess", found.curve());
        addCurve(rows, row, "loess", found.flexible());
        return rows;
    }

    /// Limits of the loess curve, drawn by patient; none where too few draws reach.
    static List<List<String>> bandCells(Evaluation.Row row) {
        List<List<String>> rows = new ArrayList<>();
        CalibrationBand band = row.probabilities().orElseThrow().curveBand();
        for (int k = 0; k < band.at().size(); k++) {
            rows.add(List.of(
                    row.model(), row.part().label(), row.kind().label(), DocumentTable.cell(row.n()), "loess",
                    DocumentTable.cell(band.at().get(k)), DocumentTable.cell(band.intervals().get(k).lower()),
                    DocumentTable.cell(band.intervals().get(k).upper())));
        }
        return rows;
    }

    private static void addCurve(List<List<String>> rows, Evaluation.Row row, String smoother, SmoothCurve curve) {
        for (int k : distinct(curve)) {
            rows.add(List.of(
                    row.model(), row.part().label(), row.kind().label(), smoother, DocumentTable.cell(curve.x(k)),
                    DocumentTable.cell(curve.y(k))));
        }
    }

    private static List<List<@Nullable Object>> points(SmoothCurve curve) {
        List<List<@Nullable Object>> points = new ArrayList<>();
        for (int k : distinct(curve)) {
            points.add(JsonObject.list(curve.x(k), curve.y(k)));
        }
        return points;
    }

    /// Where the curve stands at distinct probabilities, thinned.
    private static int[] distinct(SmoothCurve curve) {
        int[] all = IntStream.range(0, curve.size()).filter(k -> k == 0 || curve.x(k) != curve.x(k - 1)).toArray();
        return Arrays.stream(Thinned.indices(all.length, Thinned.IN_TABLES)).map(k -> all[k]).toArray();
    }
}
