package org.trabecula.stats.combat;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Moments;
import org.trabecula.stats.StatsProblem;

/// ComBat: removes each centre's shift and scale from every feature, borrowing strength across features.
///
/// ```
/// y_ijf = α_f + X_ij β_f + γ_if + δ_if ε_ijf        case j of centre i, feature f
/// z = (y − α − Xβ) / σ,   y* = σ (z − γ*) / δ* + α + Xβ
/// ```
///
/// α, β by least squares on centres and covariates (α the centres' means weighted by size), σ² the mean squared
/// residual. γ*, δ* are empirical Bayes estimates over all features of a centre, see [Prior]. What differs between
/// centres for a reason (outcome, age) belongs among the covariates, or it is removed as well. Covariates must then be
/// known of a new case: an outcome is not, so never pass it for prediction.
///
/// Features that do not vary within centres are left as they are.
///
/// Source: Johnson, Li and Rabinovic 2007, doi:10.1093/biostatistics/kxj037; for imaging Fortin et al. 2018,
/// doi:10.1016/j.neuroimage.2017.11.024.
public final class Combat {
    private static final int FEWEST_OF_A_CENTRE = 2;

    private final List<String> centres;
    private final Matrix coefficients; // covariates × features
    private final double[] grandMean;
    private final double[] sigma; // 0: feature left as it is
    private final List<CentreEffect> effects;

    private Combat(
            List<String> centres, Matrix coefficients, double[] grandMean, double[] sigma, List<CentreEffect> effects) {
        this.centres = centres;
        this.coefficients = coefficients;
        this.grandMean = grandMean;
        this.sigma = sigma;
        this.effects = effects;
    }

    /// From what an earlier fit learned.
    public static Combat of(CombatParameters learned) {
        int features = learned.sigma().length;
        double[] coefficients = new double[learned.coefficients().length * features];
        for (int c = 0; c < learned.coefficients().length; c++) {
            for (int f = 0; f < features; f++) {
                coefficients[f * learned.coefficients().length + c] = learned.coefficients()[c][f];
            }
        }
        List<CentreEffect> effects = new ArrayList<>();
        for (int i = 0; i < learned.centres().size(); i++) {
            effects.add(new CentreEffect(learned.shifts()[i], learned.scales()[i]));
        }
        return new Combat(
                learned.centres(), new Matrix(learned.coefficients().length, features, coefficients), learned.grandMean(),
                learned.sigma(), effects);
    }

    /// What was learned, as data.
    public CombatParameters parameters() {
        double[][] byCovariate = new double[coefficients.rows()][];
        for (int c = 0; c < byCovariate.length; c++) {
            byCovariate[c] = coefficients.row(c);
        }
        return new CombatParameters(
                centres, grandMean, sigma, byCovariate, effects.stream().map(CentreEffect::shift).toArray(double[][]::new),
                effects.stream().map(CentreEffect::scale).toArray(double[][]::new));
    }

    /// How the shifts and scales of a centre are pulled together.
    public enum Prior {
        /// Normal shifts, inverse gamma variances, moments matched to the features; the usual choice.
        PARAMETRIC,
        /// Every feature is weighed by all others as they are; slower, no shape assumed. O(features² · cases).
        NON_PARAMETRIC
    }

    /// Shift and scale of one centre, per feature, on the standardised scale; not to be written.
    record CentreEffect(double[] shift, double[] scale) {}

    /// Fits on training cases.
    ///
    /// @param features   cases × features, without NaN
    /// @param centreOf   one label a case; at least two centres with at least two cases each
    /// @param covariates cases × covariates (0 columns for none), numeric, without NaN and without a constant
    /// @throws InputException STA-109 when centres are too small or covariates coincide with them, STA-103 on NaN
    public static Combat fit(Matrix features, List<String> centreOf, Matrix covariates, Prior prior) {
        List<String> centres = centreOf.stream().distinct().sorted().toList();
        int[] centre = centreOf.stream().mapToInt(centres::indexOf).toArray();
        requireCentres(centres, centre, features, covariates);
        int n = features.rows();
        int k = centres.size();
        double[] sizes = new double[k];
        DMatrixRMaj design = new DMatrixRMaj(n, k + covariates.columns());
        for (int row = 0; row < n; row++) {
            design.set(row, centre[row], 1);
            sizes[centre[row]]++;
            for (int c = 0; c < covariates.columns(); c++) {
                design.set(row, k + c, covariates.get(row, c));
            }
        }
        DMatrixRMaj fitted = leastSquares(design, features);
        DMatrixRMaj predicted = new DMatrixRMaj(n, features.columns());
        CommonOps_DDRM.mult(design, fitted, predicted);

        double[] grandMean = new double[features.columns()];
        double[] sigma = new double[features.columns()];
        double[] coefficients = new double[covariates.columns() * features.columns()];
        double[] z = new double[features.values().length];
        for (int f = 0; f < features.columns(); f++) {
            for (int i = 0; i < k; i++) {
                grandMean[f] += sizes[i] / n * fitted.get(i, f);
            }
            double squares = 0;
            double largest = 0;
            for (int row = 0; row < n; row++) {
                double residual = features.get(row, f) - predicted.get(row, f);
                squares += residual * residual;
                largest = Math.max(largest, Math.abs(features.get(row, f)));
            }
            double sd = Math.sqrt(squares / n);
            sigma[f] = sd > 1e-12 * largest ? sd : 0; // below: the rounding of the least squares
            for (int c = 0; c < covariates.columns(); c++) {
                coefficients[f * covariates.columns() + c] = fitted.get(k + c, f);
            }
        }
        Combat standardising = new Combat(
                centres, new Matrix(covariates.columns(), features.columns(), coefficients), grandMean, sigma, List.of());
        for (int f = 0; f < features.columns(); f++) {
            for (int row = 0; row < n; row++) {
                z[features.offset(f) + row] =
                        sigma[f] == 0 ? 0 : (features.get(row, f) - standardising.mean(covariates, row, f)) / sigma[f];
            }
        }
        List<CentreEffect> effects = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            effects.add(EmpiricalBayes.effect(rowsOf(new Matrix(n, features.columns(), z), centre, i), sigma, prior));
        }
        return new Combat(centres, standardising.coefficients, grandMean, sigma, effects);
    }

    /// Cases of known centres, harmonised.
    ///
    /// @throws InputException STA-108 at a centre that was not among the training cases
    public Matrix transform(Matrix features, List<String> centreOf, Matrix covariates) {
        requireShape(features, centreOf.size(), covariates);
        double[] harmonised = new double[features.values().length];
        for (int row = 0; row < features.rows(); row++) {
            CentreEffect effect = effects.get(known(centreOf.get(row), row));
            for (int f = 0; f < features.columns(); f++) {
                double y = features.get(row, f);
                int at = features.offset(f) + row;
                if (sigma[f] == 0) {
                    harmonised[at] = y;
                } else {
                    double mean = mean(covariates, row, f);
                    double z = (y - mean) / sigma[f];
                    harmonised[at] = sigma[f] * (z - effect.shift()[f]) / effect.scale()[f] + mean;
                }
            }
        }
        return new Matrix(features.rows(), features.columns(), harmonised);
    }

    public List<String> centres() {
        return centres;
    }

    private double mean(Matrix covariates, int row, int f) {
        double mean = grandMean[f];
        for (int c = 0; c < covariates.columns(); c++) {
            mean += covariates.get(row, c) * coefficients.get(c, f);
        }
        return mean;
    }

    private int known(String centre, int row) {
        int index = centres.indexOf(centre);
        if (index < 0) {
            throw new InputException(new Problem(
                    StatsProblem.UNKNOWN_CENTRE,
                    "case in row " + (row + 1),
                    "centre '" + centre + "'",
                    "one of the training centres: " + String.join(", ", centres),
                    "predict without harmonisation, or train with cases of that centre"));
        }
        return index;
    }

    private static DMatrixRMaj leastSquares(DMatrixRMaj design, Matrix features) {
        DMatrixRMaj y = new DMatrixRMaj(features.rows(), features.columns());
        for (int f = 0; f < features.columns(); f++) {
            for (int row = 0; row < features.rows(); row++) {
                y.set(row, f, features.get(row, f));
            }
        }
        LinearSolverDense<DMatrixRMaj> qr =
                LinearSolverFactory_DDRM.qr(design.getNumRows(), design.getNumCols());
        if (!qr.setA(design.copy()) || !(qr.quality() > 1e-12)) {
            throw refusal(
                    "a covariate is a combination of the centres and the other covariates",
                    "covariates that vary within centres",
                    "leave out the covariate that each centre fixes");
        }
        DMatrixRMaj fitted = new DMatrixRMaj(design.getNumCols(), features.columns());
        qr.solve(y, fitted);
        return fitted;
    }

    private static Matrix rowsOf(Matrix z, int[] centre, int wanted) {
        return z.selectRows(java.util.stream.IntStream.range(0, centre.length)
                .filter(row -> centre[row] == wanted)
                .toArray());
    }

    private void requireShape(Matrix features, int labels, Matrix covariates) {
        if (features.columns() != sigma.length
                || features.rows() != labels
                || covariates.columns() != coefficients.rows()
                || covariates.columns() > 0 && covariates.rows() != labels) {
            throw new IllegalArgumentException("fitted on " + sigma.length + " features and " + coefficients.rows()
                    + " covariates, got " + features.columns() + " and " + covariates.columns() + " for " + labels + " cases");
        }
    }

    private static void requireCentres(List<String> centres, int[] centre, Matrix features, Matrix covariates) {
        if (features.rows() != centre.length || covariates.columns() > 0 && covariates.rows() != centre.length) {
            throw new IllegalArgumentException("features, centres and covariates must have the same cases");
        }
        if (centres.size() < 2) {
            throw refusal(
                    "one centre, " + centres, "two centres or more", "leave harmonisation out of a single-centre study");
        }
        for (int i = 0; i < centres.size(); i++) {
            int wanted = i;
            long size = java.util.Arrays.stream(centre).filter(c -> c == wanted).count();
            if (size < FEWEST_OF_A_CENTRE) {
                throw refusal(
                        size + " training case of centre '" + centres.get(i) + "'",
                        "two or more, as a centre's scale is estimated",
                        "leave that centre out, or hold it out as a whole for testing");
            }
        }
        for (Matrix table : List.of(features, covariates)) {
            for (double value : table.values()) {
                if (!Double.isFinite(value)) {
                    throw new InputException(new Problem(
                            StatsProblem.VALUE_NOT_FINITE,
                            "harmonisation",
                            Double.isNaN(value) ? "a missing value" : String.valueOf(value),
                            "a finite number in every cell of features and covariates",
                            "drop or impute features with missing values before"));
                }
            }
        }
    }

    private static InputException refusal(String found, String expected, String fix) {
        return new InputException(
                new Problem(StatsProblem.CENTRES, "harmonisation of centres", found, expected, fix));
    }
}
