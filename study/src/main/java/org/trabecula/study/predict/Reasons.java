package org.trabecula.study.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.cohort.Patient;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.Normal;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.bundle.Recalibration;
import org.trabecula.study.fit.ClinicalColumns;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.LogisticModel;
import org.trabecula.table.FeatureTable;

/// How the nomogram comes to its probability for one case: what each term adds, and how sure the coefficients are.
///
/// ```
/// η = b_0 + Σ_j b_j x_j,   interval: η ± z √(x' V x) with x = (1, x_1 …),   p = 1 / (1 + exp(−η))
/// ```
///
/// V is the coefficients' covariance, robust against several vertebrae of one patient; z belongs to 95 %. The score of the images enters
/// as if it were known exactly, so the interval is of the last model alone and not of everything before it. Lines that an update has put
/// on the logit since are applied to all three numbers.
///
/// @param probability of the positive class, as [Prediction#probabilities] has it for the nomogram
/// @param lower       end of its 95 % interval
/// @param upper       end of its 95 % interval
/// @param parts       one per term
/// @param points      of the nomogram, in all
/// @param nomogram    the axes to draw it on
public record Reasons(double probability, double lower, double upper, List<Part> parts, double points, Nomogram nomogram) {
    private static final ModelId NOMOGRAM = ModelId.of(SignatureKind.NOMOGRAM);
    private static final double LEVEL = 0.95;

    /// One term's share.
    ///
    /// @param term         such as `age`, `sex`, `fusion`
    /// @param value        years, 1 for men, the logit of the signature
    /// @param contribution to η: coefficient × value
    /// @param points       on the term's axis
    public record Part(String term, double value, double contribution, double points) {}

    public Reasons {
        parts = List.copyOf(parts);
    }

    /// Of one row; empty where the bundle has no usable nomogram.
    ///
    /// @param terms as [Predictor.Result#terms] has them
    public static Optional<Reasons> of(Bundle bundle, FeatureTable terms, int row) {
        Optional<Recalibration.Refit> refit = bundle.recalibration().flatMap(all -> all.refitted(NOMOGRAM));
        ClinicalFit clinical = bundle.model().clinical();
        Optional<LogisticModel> model = refit.isPresent()
                ? refit.map(Recalibration.Refit::model)
                : clinical.model().flatMap(Attempt::model);
        Optional<Nomogram> nomogram = refit.isPresent() ? refit.get().nomogram() : clinical.nomogram();
        return model.isEmpty() || nomogram.isEmpty()
                ? Optional.empty()
                : Optional.of(of(bundle, model.get(), nomogram.get(), terms, row));
    }

    private static Reasons of(Bundle bundle, LogisticModel model, Nomogram nomogram, FeatureTable terms, int row) {
        double[] x = new double[model.terms().size() + 1];
        x[0] = 1;
        double eta = model.intercept();
        List<Part> parts = new ArrayList<>();
        for (int term = 0; term < model.terms().size(); term++) {
            String name = model.terms().get(term);
            x[term + 1] = terms.value(row, name);
            double contribution = model.coefficients()[term] * x[term + 1];
            eta += contribution;
            parts.add(new Part(name, x[term + 1], contribution, nomogram.points(term, contribution)));
        }
        double half = Normal.halfWidth(LEVEL) * Math.sqrt(quadraticForm(x, model.covariance()));
        double[] p = {logistic(eta), logistic(eta - half), logistic(eta + half)};
        double[] now = bundle.recalibration().map(all -> all.afterRefit(NOMOGRAM, p)).orElse(p);
        return new Reasons(now[0], now[1], now[2], parts, nomogram.totalPoints(eta), nomogram);
    }

    /// The terms of one row for a patient of another age or sex; what is unknown is filled in as in training.
    ///
    /// @param terms as [Predictor.Result#terms] has them
    public static FeatureTable withPatient(Bundle bundle, FeatureTable terms, int row, Patient patient) {
        ClinicalFit clinical = bundle.model().clinical();
        String caseId = terms.caseIds().get(row);
        FeatureTable one = terms.cases(List.of(caseId));
        List<double[]> filled = clinical.data().columns(ClinicalColumns.of(List.of(VertebraCase.named(caseId, "").withPatient(patient))));
        List<String> replaced = clinical.data().terms();
        double[][] columns = one.names().stream()
                .map(name -> replaced.contains(name) ? filled.get(replaced.indexOf(name)) : one.column(name))
                .toArray(double[][]::new);
        return new FeatureTable(one.caseIds(), one.names(), columns);
    }

    private static double quadraticForm(double[] x, double[][] v) {
        double sum = 0;
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < x.length; b++) {
                sum += x[a] * v[a][b] * x[b];
            }
        }
        return sum;
    }

    private static double logistic(double eta) {
        return 1 / (1 + Math.exp(-eta));
    }
}
