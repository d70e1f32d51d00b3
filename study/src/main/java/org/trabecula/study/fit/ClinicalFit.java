package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.classifier.LogisticLine;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Term;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.table.FeatureTable;

/// What stands on top of the signatures (protocol, step 16): calibrated probabilities, and logistic models with age and
/// sex as far as they are known. Clinical tables are those of [ClinicalColumns].
///
/// @param data        age and sex
/// @param calibration by signature
/// @param signature   the one that the nomogram takes
/// @param ageAndSex   without any image, for comparison (D12); empty when neither is known
/// @param model       age, sex and the signature's logit; empty when neither is known
/// @param nomogram    of `model`
public record ClinicalFit(
        ClinicalData data,
        Map<SignatureKind, LogisticLine> calibration,
        SignatureKind signature,
        Optional<LogisticModel> ageAndSex,
        Optional<LogisticModel> model,
        Optional<Nomogram> nomogram) {
    private static final double MOST_POINTS = 100;

    public ClinicalFit {
        if (!calibration.containsKey(signature)) {
            throw new IllegalArgumentException("nothing of " + signature + " among " + calibration.keySet());
        }
        calibration = Collections.unmodifiableMap(new EnumMap<>(calibration));
        List<String> clinical = data.terms();
        List<String> all = new ArrayList<>(clinical);
        all.add(signature.label());
        requireTerms(ageAndSex, clinical);
        requireTerms(model, all);
        boolean any = !clinical.isEmpty();
        if (ageAndSex.isPresent() != any || model.isPresent() != any || nomogram.isPresent() != any) {
            throw new IllegalArgumentException("age, sex and nomogram belong together, terms " + clinical);
        }
    }

    private static void requireTerms(Optional<LogisticModel> model, List<String> terms) {
        if (model.isPresent() && !model.get().terms().equals(terms)) {
            throw new IllegalArgumentException("a model of " + model.get().terms() + " where one of " + terms + " belongs");
        }
    }

    /// Fitted to scores of training cases, cross-fitted unless the study switched that off.
    ///
    /// @param clinical  age and sex of the training cases
    /// @param scores    by signature, of the same cases
    /// @param signature the one that the nomogram takes
    public static ClinicalFit fit(
            Training clinical, Map<SignatureKind, TrainingScores> scores, SignatureKind signature) {
        Map<SignatureKind, LogisticLine> lines = new EnumMap<>(SignatureKind.class);
        scores.forEach((kind, own) -> {
            if (!own.rows().equals(clinical.rows())) {
                throw new IllegalArgumentException("scores and clinical data must be of the same training cases");
            }
            lines.put(kind, LogisticLine.fit(own));
        });
        ClinicalData data = ClinicalData.fit(clinical);
        if (data.terms().isEmpty()) {
            return new ClinicalFit(data, lines, signature, Optional.empty(), Optional.empty(), Optional.empty());
        }
        List<double[]> columns = data.columns(clinical.table());
        LogisticModel ageAndSex = LogisticModel.fit(data.terms(), columns.toArray(double[][]::new), clinical);
        List<String> terms = new ArrayList<>(data.terms());
        terms.add(signature.label());
        columns.add(logits(lines, values(scores), signature));
        double[][] all = columns.toArray(double[][]::new);
        LogisticModel model = LogisticModel.fit(terms, all, clinical);
        return new ClinicalFit(
                data, lines, signature, Optional.of(ageAndSex), Optional.of(model), Optional.of(nomogram(model, all)));
    }

    private static Nomogram nomogram(LogisticModel model, double[][] columns) {
        List<Term> terms = new ArrayList<>();
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int term = 0; term < columns.length; term++) {
            String name = model.terms().get(term);
            terms.add(name.equals(ClinicalColumns.SEX) ? new Term.Categorical(name, List.of("F", "M")) : new Term.Linear(name));
            values.put(name, columns[term]);
        }
        return Nomogram.of(
                new ModelTerms(terms), model.coefficients(), model.intercept(), values, Map.of(), model.logits(columns),
                MOST_POINTS);
    }

    /// Probabilities of the training cases by all models: what cut-offs are fitted to.
    ///
    /// @param clinical age and sex of the training cases
    /// @param scores   by signature, of the same cases
    public Map<ModelId, TrainingScores> probabilities(Training clinical, Map<SignatureKind, TrainingScores> scores) {
        return clinical.scored(table -> probabilities(table, values(scores)));
    }

    /// Probabilities of all models, signatures first.
    ///
    /// @param clinical age and sex, one row per case
    /// @param scores   by signature, one per case
    public Map<ModelId, double[]> probabilities(FeatureTable clinical, Map<SignatureKind, double[]> scores) {
        Map<ModelId, double[]> all = new LinkedHashMap<>();
        calibration.forEach((kind, line) -> all.put(ModelId.of(kind), line.probabilities(of(scores, kind))));
        ageAndSex.ifPresent(model -> all.put(
                ModelId.of(SignatureKind.AGE_SEX), model.probabilities(data.columns(clinical).toArray(double[][]::new))));
        model.ifPresent(full -> all.put(ModelId.of(SignatureKind.NOMOGRAM), full.probabilities(columns(clinical, scores))));
        return all;
    }

    /// The models that [#probabilities] speaks of.
    public List<ModelId> models() {
        List<ModelId> models = new ArrayList<>();
        calibration.keySet().forEach(kind -> models.add(ModelId.of(kind)));
        ageAndSex.ifPresent(_ -> models.add(ModelId.of(SignatureKind.AGE_SEX)));
        model.ifPresent(_ -> models.add(ModelId.of(SignatureKind.NOMOGRAM)));
        return models;
    }

    /// Total points of the nomogram, one per case; empty when there is none.
    public Optional<double[]> points(FeatureTable clinical, Map<SignatureKind, double[]> scores) {
        return model.map(full -> {
            double[] points = full.logits(columns(clinical, scores));
            for (int row = 0; row < points.length; row++) {
                points[row] = nomogram.orElseThrow().totalPoints(points[row]);
            }
            return points;
        });
    }

    private double[][] columns(FeatureTable clinical, Map<SignatureKind, double[]> scores) {
        List<double[]> columns = data.columns(clinical);
        columns.add(logits(calibration, scores, signature));
        return columns.toArray(double[][]::new);
    }

    /// A signature's score on the logit scale, as the nomogram takes it.
    private static double[] logits(
            Map<SignatureKind, LogisticLine> lines, Map<SignatureKind, double[]> scores, SignatureKind signature) {
        return of(lines, signature).logits(of(scores, signature));
    }

    private static Map<SignatureKind, double[]> values(Map<SignatureKind, TrainingScores> scores) {
        Map<SignatureKind, double[]> values = new EnumMap<>(SignatureKind.class);
        scores.forEach((kind, own) -> values.put(kind, own.values()));
        return values;
    }

    private static <T> T of(Map<SignatureKind, T> byKind, SignatureKind kind) {
        T found = byKind.get(kind);
        if (found == null) {
            throw new IllegalArgumentException("nothing of " + kind + " among " + byKind.keySet());
        }
        return found;
    }
}
