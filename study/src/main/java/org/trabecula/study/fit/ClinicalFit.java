package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Term;
import org.trabecula.stats.nomogram.Nomogram;

/// What stands on top of the signatures (protocol, step 16): calibrated probabilities, and logistic models with age and
/// sex as far as they are known.
///
/// @param data        age and sex
/// @param calibration by signature
/// @param signature   the one that the nomogram takes
/// @param ageAndSex   without any image, for comparison (D12); empty when neither is known
/// @param model       age, sex and the signature's logit; empty when neither is known
/// @param nomogram    of `model`
public record ClinicalFit(
        ClinicalData data,
        Map<String, LogisticLine> calibration,
        String signature,
        Optional<LogisticModel> ageAndSex,
        Optional<LogisticModel> model,
        Optional<Nomogram> nomogram) {
    public static final String AGE_AND_SEX = "age-sex";
    public static final String NOMOGRAM = "nomogram";
    private static final double MOST_POINTS = 100;

    public ClinicalFit {
        calibration = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(calibration));
    }

    /// Fitted to scores of training cases, cross-fitted unless the study switched that off.
    ///
    /// @param scores    by signature, one per case
    /// @param patients  number of each case's patient
    /// @param signature the one that the nomogram takes
    public static ClinicalFit fit(
            List<VertebraCase> training,
            Map<String, double[]> scores,
            double[] outcomes,
            int[] patients,
            String signature) {
        Map<String, LogisticLine> lines = new LinkedHashMap<>();
        scores.forEach((name, values) -> lines.put(name, LogisticLine.fit(values, outcomes)));
        ClinicalData data = ClinicalData.of(training);
        if (data.terms().isEmpty()) {
            return new ClinicalFit(data, lines, signature, Optional.empty(), Optional.empty(), Optional.empty());
        }
        List<double[]> columns = data.columns(training);
        LogisticModel clinical =
                LogisticModel.fit(data.terms(), columns.toArray(double[][]::new), outcomes, patients);
        List<String> terms = new ArrayList<>(data.terms());
        terms.add(signature);
        columns.add(logits(lines, scores, signature));
        double[][] all = columns.toArray(double[][]::new);
        LogisticModel model = LogisticModel.fit(terms, all, outcomes, patients);
        return new ClinicalFit(
                data, lines, signature, Optional.of(clinical), Optional.of(model), Optional.of(nomogram(model, all)));
    }

    private static Nomogram nomogram(LogisticModel model, double[][] columns) {
        List<Term> terms = new ArrayList<>();
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int term = 0; term < columns.length; term++) {
            String name = model.terms().get(term);
            terms.add(name.equals("sex") ? new Term.Categorical(name, List.of("F", "M")) : new Term.Linear(name));
            values.put(name, columns[term]);
        }
        return Nomogram.of(
                new ModelTerms(terms), model.coefficients(), model.intercept(), values, Map.of(), model.logits(columns),
                MOST_POINTS);
    }

    /// Probabilities of all models, signatures first.
    ///
    /// @param scores by signature, one per case
    public Map<String, double[]> probabilities(List<VertebraCase> cases, Map<String, double[]> scores) {
        Map<String, double[]> all = new LinkedHashMap<>();
        calibration.forEach((name, line) -> all.put(name, line.probabilities(of(scores, name))));
        ageAndSex.ifPresent(clinical ->
                all.put(AGE_AND_SEX, clinical.probabilities(data.columns(cases).toArray(double[][]::new))));
        model.ifPresent(full -> all.put(NOMOGRAM, full.probabilities(columns(cases, scores))));
        return all;
    }

    /// Total points of the nomogram, one per case; empty when there is none.
    public Optional<double[]> points(List<VertebraCase> cases, Map<String, double[]> scores) {
        return model.map(full -> {
            double[] points = full.logits(columns(cases, scores));
            for (int row = 0; row < points.length; row++) {
                points[row] = nomogram.orElseThrow().totalPoints(points[row]);
            }
            return points;
        });
    }

    private double[][] columns(List<VertebraCase> cases, Map<String, double[]> scores) {
        List<double[]> columns = data.columns(cases);
        columns.add(logits(calibration, scores, signature));
        return columns.toArray(double[][]::new);
    }

    /// A signature's score on the logit scale, as the nomogram takes it.
    private static double[] logits(Map<String, LogisticLine> lines, Map<String, double[]> scores, String signature) {
        return of(lines, signature).logits(of(scores, signature));
    }

    private static <T> T of(Map<String, T> byName, String name) {
        T found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("nothing of " + name + " among " + byName.keySet());
        }
        return found;
    }
}
