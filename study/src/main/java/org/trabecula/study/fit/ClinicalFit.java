package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.core.Shown;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.classifier.LogisticLine;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Term;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.table.FeatureTable;

/// What stands on top of the signatures (protocol, step 16): calibrated probabilities, and logistic models with age and
/// sex as far as they are known. Each may turn out not to be usable; then nothing stands in for it. Clinical tables are those of
/// [ClinicalColumns].
///
/// @param data        age and sex
/// @param calibration by signature that is fitted to features
/// @param lateFusion  of the scores of two of them; empty where the study fuses features alone
/// @param signature   the one that the nomogram takes: the first choice where that is usable
/// @param ageAndSex   without any image, for comparison (D12); empty when neither is known
/// @param model       age, sex and the signature's logit; empty when neither is known
/// @param nomogram    of `model`, where it is usable
public record ClinicalFit(
        ClinicalData data,
        Map<SignatureKind, Attempt<LogisticLine>> calibration,
        Optional<Attempt<LogisticModel>> lateFusion,
        SignatureKind signature,
        Optional<Attempt<LogisticModel>> ageAndSex,
        Optional<Attempt<LogisticModel>> model,
        Optional<Nomogram> nomogram) {
    private static final double MOST_POINTS = 100;

    public ClinicalFit {
        calibration = Collections.unmodifiableMap(new EnumMap<>(calibration));
        if (!calibration.containsKey(signature) && !(signature == SignatureKind.LATE_FUSION && lateFusion.isPresent())) {
            throw new IllegalArgumentException("nothing of " + signature + " among " + calibration.keySet());
        }
        if (!calibration.keySet().stream().allMatch(SignatureKind::isOfImages)) {
            throw new IllegalArgumentException("signatures of features have lines, got " + calibration.keySet());
        }
        Map<SignatureKind, Attempt<LogisticLine>> lines = calibration;
        if (!lateFusion.flatMap(Attempt::model).map(fused -> LateFusion.holds(fused, lines)).orElse(true)) {
            throw new IllegalArgumentException("late fusion weighs the usable signatures hcr and dtl, each above 0");
        }
        List<String> clinical = data.terms();
        List<String> all = new ArrayList<>(clinical);
        all.add(signature.label());
        requireTerms(ageAndSex, clinical);
        requireTerms(model, all);
        boolean any = !clinical.isEmpty();
        if (ageAndSex.isPresent() != any || model.isPresent() != any
                || nomogram.isPresent() != model.filter(Attempt::succeeded).isPresent()) {
            throw new IllegalArgumentException("age, sex and nomogram belong together, terms " + clinical);
        }
        if (model.filter(Attempt::succeeded).isPresent() && !attempt(calibration, lateFusion, signature).succeeded()) {
            throw new IllegalArgumentException("a nomogram takes a usable signature, got " + signature);
        }
    }

    private static void requireTerms(Optional<Attempt<LogisticModel>> model, List<String> terms) {
        model.flatMap(Attempt::model).filter(fitted -> !fitted.terms().equals(terms)).ifPresent(fitted -> {
            throw new IllegalArgumentException("a model of " + fitted.terms() + " where one of " + terms + " belongs");
        });
    }

    /// Fitted to scores of training cases, cross-fitted unless the study switched that off.
    ///
    /// @param clinical age and sex of the training cases
    /// @param scores   by signature, of the same cases
    /// @param first    the signature that the nomogram takes if it is usable; else the first that is. Late fusion is fitted where it is
    ///                 asked for here
    public static ClinicalFit fit(Training clinical, Map<SignatureKind, TrainingScores> scores, SignatureKind first) {
        Map<SignatureKind, Attempt<LogisticLine>> lines = new EnumMap<>(SignatureKind.class);
        scores.forEach((kind, own) -> {
            if (!own.rows().equals(clinical.rows())) {
                throw new IllegalArgumentException("scores and clinical data must be of the same training cases");
            }
            lines.put(kind, LogisticLine.fit(own));
        });
        Optional<Attempt<LogisticModel>> late = first == SignatureKind.LATE_FUSION
                ? Optional.of(LateFusion.fit(clinical, lines, scores))
                : Optional.empty();
        return fit(clinical, lines, late, scores, usable(lines, late, first));
    }

    /// Where the signatures have no scores that could be used: age and sex remain.
    ///
    /// @param why there are none, as a part of a sentence
    static ClinicalFit withoutScores(Training clinical, Collection<SignatureKind> kinds, SignatureKind first, String why) {
        Map<SignatureKind, Attempt<LogisticLine>> lines = new EnumMap<>(SignatureKind.class);
        kinds.forEach(kind -> lines.put(kind, Attempt.without(why)));
        return fit(
                clinical, lines, first == SignatureKind.LATE_FUSION ? Optional.of(Attempt.without(why)) : Optional.empty(), Map.of(), first);
    }

    private static ClinicalFit fit(
            Training clinical,
            Map<SignatureKind, Attempt<LogisticLine>> lines,
            Optional<Attempt<LogisticModel>> late,
            Map<SignatureKind, TrainingScores> scores,
            SignatureKind signature) {
        ClinicalData data = ClinicalData.fit(clinical);
        if (data.terms().isEmpty()) {
            return new ClinicalFit(data, lines, late, signature, Optional.empty(), Optional.empty(), Optional.empty());
        }
        List<double[]> columns = data.columns(clinical.table());
        Attempt<LogisticModel> ageAndSex = LogisticModel.fit(data.terms(), columns.toArray(double[][]::new), clinical);
        if (!attempt(lines, late, signature).succeeded()) {
            Attempt<LogisticModel> none = Attempt.without("no signature is usable");
            return new ClinicalFit(data, lines, late, signature, Optional.of(ageAndSex), Optional.of(none), Optional.empty());
        }
        List<String> terms = new ArrayList<>(data.terms());
        terms.add(signature.label());
        columns.add(logits(lines, late, signature, values(scores)));
        double[][] all = columns.toArray(double[][]::new);
        Attempt<LogisticModel> model = rising(LogisticModel.fit(terms, all, clinical), signature.label());
        return new ClinicalFit(
                data, lines, late, signature, Optional.of(ageAndSex), Optional.of(model),
                model.model().map(usable -> nomogram(usable, all)));
    }

    private static SignatureKind usable(
            Map<SignatureKind, Attempt<LogisticLine>> lines, Optional<Attempt<LogisticModel>> late, SignatureKind first) {
        return attempt(lines, late, first).succeeded()
                ? first
                : lines.keySet().stream().filter(kind -> of(lines, kind).succeeded()).findFirst().orElse(first);
    }

    private static Attempt<?> attempt(
            Map<SignatureKind, Attempt<LogisticLine>> lines, Optional<Attempt<LogisticModel>> late, SignatureKind signature) {
        return signature == SignatureKind.LATE_FUSION ? late.orElseThrow() : of(lines, signature);
    }

    private static double[] logits(
            Map<SignatureKind, Attempt<LogisticLine>> lines, Optional<Attempt<LogisticModel>> late, SignatureKind signature,
            Map<SignatureKind, double[]> scores) {
        return signature == SignatureKind.LATE_FUSION
                ? LateFusion.logits(late.flatMap(Attempt::model).orElseThrow(), lines, scores)
                : of(lines, signature).model().orElseThrow().logits(of(scores, signature));
    }

    /// The linear predictor of the signature that the nomogram takes, of training cases.
    ///
    /// @param scores by signature, of the same cases
    double[] signatureLogits(Map<SignatureKind, TrainingScores> scores) {
        return logits(calibration, lateFusion, signature, values(scores));
    }

    /// A signature that counts against the class it was made for is chance: turning it round would be a model of noise.
    ///
    /// @param signature its term, the last one
    static Attempt<LogisticModel> rising(Attempt<LogisticModel> model, String signature) {
        return model.model()
                .map(fitted -> fitted.coefficients()[fitted.coefficients().length - 1])
                .filter(coefficient -> !(coefficient > 0))
                .map(coefficient -> Attempt.<LogisticModel>without("beside the other terms the " + signature
                        + " signature counts against its own class (coefficient " + Shown.significant(coefficient, 3) + ")"))
                .orElse(model);
    }

    /// @param columns one per term of the model, of the cases that it was fitted to
    static Nomogram nomogram(LogisticModel model, double[][] columns) {
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

    /// Probabilities of the usable models, signatures first.
    ///
    /// @param clinical age and sex, one row per case
    /// @param scores   by signature, one per case
    public Map<ModelId, double[]> probabilities(FeatureTable clinical, Map<SignatureKind, double[]> scores) {
        Map<ModelId, double[]> all = new LinkedHashMap<>();
        calibration.forEach((kind, line) ->
                line.model().ifPresent(usable -> all.put(ModelId.of(kind), usable.probabilities(of(scores, kind)))));
        lateFusion.flatMap(Attempt::model).ifPresent(fused -> all.put(
                ModelId.of(SignatureKind.LATE_FUSION), LogisticModel.probabilities(LateFusion.logits(fused, calibration, scores))));
        ageAndSex.flatMap(Attempt::model).ifPresent(usable -> all.put(
                ModelId.of(SignatureKind.AGE_SEX), usable.probabilities(data.columns(clinical).toArray(double[][]::new))));
        model.flatMap(Attempt::model).ifPresent(full ->
                all.put(ModelId.of(SignatureKind.NOMOGRAM), full.probabilities(columns(clinical, scores))));
        return all;
    }

    /// All models, usable or not, in the order of [#probabilities].
    public List<ModelId> models() {
        return List.copyOf(attempts().keySet());
    }

    /// Why models are not usable, by model.
    public Map<ModelId, String> unusable() {
        Map<ModelId, String> reasons = new LinkedHashMap<>();
        attempts().forEach((id, attempt) -> {
            if (!attempt.succeeded()) {
                reasons.put(id, attempt.why());
            }
        });
        return reasons;
    }

    private Map<ModelId, Attempt<?>> attempts() {
        Map<ModelId, Attempt<?>> attempts = new LinkedHashMap<>();
        calibration.forEach((kind, line) -> attempts.put(ModelId.of(kind), line));
        lateFusion.ifPresent(attempt -> attempts.put(ModelId.of(SignatureKind.LATE_FUSION), attempt));
        ageAndSex.ifPresent(attempt -> attempts.put(ModelId.of(SignatureKind.AGE_SEX), attempt));
        model.ifPresent(attempt -> attempts.put(ModelId.of(SignatureKind.NOMOGRAM), attempt));
        return attempts;
    }

    /// The terms of a usable model, as columns of [#terms].
    public List<String> termsOf(ModelId id) {
        List<String> clinical = data.terms();
        return switch (id.signature()) {
            case AGE_SEX -> clinical;
            case NOMOGRAM -> Stream.concat(clinical.stream(), Stream.of(signature.label())).toList();
            case HCR, DTL, FUSION, LATE_FUSION -> List.of(id.signature().label());
        };
    }

    /// What models are made of: age and sex with gaps filled, and the logit of every usable signature, as the study calibrated it.
    ///
    /// @param clinical age and sex, one row per case
    /// @param scores   by signature, one per case
    public FeatureTable terms(FeatureTable clinical, Map<SignatureKind, double[]> scores) {
        List<String> names = new ArrayList<>(data.terms());
        List<double[]> columns = new ArrayList<>(data.columns(clinical));
        calibration.forEach((kind, line) -> line.model().ifPresent(usable -> {
            names.add(kind.label());
            columns.add(usable.logits(of(scores, kind)));
        }));
        lateFusion.flatMap(Attempt::model).ifPresent(fused -> {
            names.add(SignatureKind.LATE_FUSION.label());
            columns.add(LateFusion.logits(fused, calibration, scores));
        });
        return new FeatureTable(clinical.caseIds(), names, columns.toArray(double[][]::new));
    }

    /// Total points of the nomogram, one per case; empty when there is none.
    public Optional<double[]> points(FeatureTable clinical, Map<SignatureKind, double[]> scores) {
        return model.flatMap(Attempt::model).map(full -> {
            double[] points = full.logits(columns(clinical, scores));
            for (int row = 0; row < points.length; row++) {
                points[row] = nomogram.orElseThrow().totalPoints(points[row]);
            }
            return points;
        });
    }

    private double[][] columns(FeatureTable clinical, Map<SignatureKind, double[]> scores) {
        List<double[]> columns = data.columns(clinical);
        columns.add(logits(calibration, lateFusion, signature, scores));
        return columns.toArray(double[][]::new);
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
