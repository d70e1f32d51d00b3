package org.trabecula.study.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.cohort.VertebraCase;

/// What stands on top of the signatures (protocol, step 16): calibrated probabilities, and logistic models with age and
/// sex.
///
/// @param filledIn    for patients whose age or sex was not recorded
/// @param calibration by signature
/// @param ageAndSex   without any image, for comparison (D12)
/// @param nomogram    age, sex and the fusion signature's logit
public record ClinicalFit(
        ClinicalData filledIn,
        Map<String, LogisticLine> calibration,
        LogisticModel ageAndSex,
        LogisticModel nomogram) {
    public static final String AGE_AND_SEX = "age-sex";
    public static final String NOMOGRAM = "nomogram";
    private static final String FUSION = "fusion";

    public ClinicalFit {
        calibration = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(calibration));
    }

    /// Fitted to scores of training cases, cross-fitted unless the study switched that off.
    ///
    /// @param scores by signature, one per case
    public static ClinicalFit fit(List<VertebraCase> training, Map<String, double[]> scores, double[] outcomes) {
        Map<String, LogisticLine> lines = new LinkedHashMap<>();
        scores.forEach((name, values) -> lines.put(name, LogisticLine.fit(values, outcomes)));
        ClinicalData filledIn = ClinicalData.of(training);
        LogisticModel clinical = LogisticModel.fit(List.of("age", "sex"), terms(filledIn, training), outcomes);
        double[] logits = logits(lines, scores);
        LogisticModel nomogram =
                LogisticModel.fit(List.of("age", "sex", "fusion"), terms(filledIn, training, logits), outcomes);
        return new ClinicalFit(filledIn, lines, clinical, nomogram);
    }

    /// Probabilities of all models, signatures first.
    ///
    /// @param scores by signature, one per case
    public Map<String, double[]> probabilities(List<VertebraCase> cases, Map<String, double[]> scores) {
        Map<String, double[]> all = new LinkedHashMap<>();
        calibration.forEach((name, line) -> {
            double[] raw = scores.get(name);
            if (raw == null) {
                throw new IllegalArgumentException("no scores of " + name);
            }
            all.put(name, line.probabilities(raw));
        });
        all.put(AGE_AND_SEX, ageAndSex.probabilities(terms(filledIn, cases)));
        all.put(NOMOGRAM, nomogram.probabilities(terms(filledIn, cases, logits(calibration, scores))));
        return all;
    }

    /// The fusion signature on the logit scale, as the nomogram takes it.
    private static double[] logits(Map<String, LogisticLine> lines, Map<String, double[]> scores) {
        LogisticLine line = lines.get(FUSION);
        double[] fusion = scores.get(FUSION);
        if (line == null || fusion == null) {
            throw new IllegalArgumentException("no scores of the fusion signature");
        }
        double[] logits = new double[fusion.length];
        for (int row = 0; row < logits.length; row++) {
            logits[row] = line.intercept() + line.slope() * fusion[row];
        }
        return logits;
    }

    private static double[][] terms(ClinicalData filledIn, List<VertebraCase> cases, double[]... more) {
        double[][] columns = new double[2 + more.length][];
        columns[0] = filledIn.ages(cases);
        columns[1] = filledIn.men(cases);
        System.arraycopy(more, 0, columns, 2, more.length);
        return columns;
    }
}
