package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.CalibrationErrors;
import org.trabecula.stats.calibration.HosmerLemeshow;
import org.trabecula.stats.calibration.SmoothCurve;

/// The `calibration` of `evaluate`'s document.
final class CalibrationJson {
    private static final String NO_CURVE = "a smooth curve needs several different probabilities";

    private CalibrationJson() {}

    static Map<String, @Nullable Object> of(Calibration found) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        JsonNumbers.put(object, "intercept", found.line().intercept(), found.line().why());
        JsonNumbers.put(object, "slope", found.line().slope(), found.line().why());
        JsonNumbers.put(object, "in_the_large", found.inTheLarge().intercept(), found.inTheLarge().why());
        object.put("brier", found.brier());
        object.put("brier_scaled", found.brierScaled());
        JsonNumbers.put(object, "nagelkerke_r2", found.nagelkerke(), "a probability of 0 or 1 was wrong");
        JsonNumbers.put(object, "log_loss", found.logLoss(), "a probability of 0 or 1 was wrong");
        object.put("eo", found.expectedObserved());
        errors(object, "ici", found.errors());
        JsonNumbers.put(object, "spiegelhalter_z", found.spiegelhalterZ(), "every probability is 0, 1 or a half");
        JsonNumbers.put(object, "spiegelhalter_p", found.spiegelhalterP(), "every probability is 0, 1 or a half");
        JsonNumbers.put(object, "unreliability_chi2", found.unreliability(), found.line().why());
        JsonNumbers.put(object, "unreliability_p", found.unreliabilityP(), found.line().why());
        Map<String, @Nullable Object> lowess = new LinkedHashMap<>();
        errors(lowess, "eavg", found.curveErrors());
        object.put("lowess", lowess);
        object.put("hosmer_lemeshow", hosmerLemeshow(found.hosmerLemeshow()));
        object.put("curve", curve(found.curve()));
        object.put("curve_loess", curve(found.flexible()));
        return object;
    }

    private static void errors(Map<String, @Nullable Object> object, String nameOfMean, CalibrationErrors errors) {
        JsonNumbers.put(object, nameOfMean, errors.mean(), NO_CURVE);
        JsonNumbers.put(object, "e50", errors.median(), NO_CURVE);
        JsonNumbers.put(object, "e90", errors.e90(), NO_CURVE);
        JsonNumbers.put(object, "emax", errors.max(), NO_CURVE);
    }

    private static Map<String, @Nullable Object> hosmerLemeshow(HosmerLemeshow test) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String why = "a group expects all or none, or there are too few groups";
        JsonNumbers.put(object, "chi2", test.chi2(), why);
        object.put("df", test.groups().size());
        JsonNumbers.put(object, "p", test.pExternal(), why);
        JsonNumbers.put(object, "p_if_fitted_here", test.pInternal(), why);
        return object;
    }

    /// The curve at distinct probabilities.
    private static List<List<@Nullable Object>> curve(SmoothCurve curve) {
        List<List<@Nullable Object>> points = new ArrayList<>();
        for (int k = 0; k < curve.size(); k++) {
            if (k == 0 || curve.x(k) != curve.x(k - 1)) {
                points.add(JsonNumbers.list(curve.x(k), curve.y(k)));
            }
        }
        return points;
    }
}
