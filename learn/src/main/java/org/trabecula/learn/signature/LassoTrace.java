package org.trabecula.learn.signature;

import java.util.List;
import org.trabecula.learn.Sound;

/// How a LASSO came to its choice, for the figures: the coefficient path and the cross-validation curve.
///
/// @param lambdas   of the path, falling
/// @param names     features that are ever non-zero, in table order
/// @param path      per feature of `names`, one coefficient per λ
/// @param cvLambdas of the curve
/// @param cvMean    mean loss: deviance, or squared error for least squares
/// @param cvSd      its standard error
/// @param lambdaMin best mean
/// @param lambda1se largest λ within one standard error of the best
/// @param taken     the λ of the signature: the setting's choice, or the largest that keeps a feature where that keeps none
public record LassoTrace(
        double[] lambdas,
        List<String> names,
        double[][] path,
        double[] cvLambdas,
        double[] cvMean,
        double[] cvSd,
        double lambdaMin,
        double lambda1se,
        double taken) {
    public LassoTrace {
        names = List.copyOf(names);
        Sound.names("features of a path", names);
        Sound.finite("lambdas", lambdas);
        Sound.count("paths", path.length, names.size());
        Sound.finiteRows("coefficients of a path", path, lambdas.length);
        Sound.count("cross-validated means", cvMean.length, cvLambdas.length);
        Sound.count("cross-validated standard errors", cvSd.length, cvLambdas.length);
        Sound.finite("chosen lambdas", lambdaMin, lambda1se, taken);
    }
}
