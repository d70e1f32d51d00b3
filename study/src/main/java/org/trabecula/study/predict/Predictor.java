package org.trabecula.study.predict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.core.Shown;
import org.trabecula.core.StageStore;
import org.trabecula.deep.torch.Libtorch;
import org.trabecula.extraction.check.QualityChecks;
import org.trabecula.extraction.check.QualityFinding;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.failure.ExtractionProblem;
import org.trabecula.extraction.feature.Extracted;
import org.trabecula.extraction.feature.HandCrafted;
import org.trabecula.extraction.network.Crops;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.extraction.region.SchemeChoice;
import org.trabecula.extraction.region.SeveralSteps;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.learn.signature.Signature;
import org.trabecula.learn.step.Harmonised;
import org.trabecula.learn.step.Usable;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.stats.StatsProblem;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.bundle.Model;
import org.trabecula.study.fit.CentreColumns;
import org.trabecula.study.fit.ClinicalColumns;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.FittedMethod;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.table.FeatureTable;

/// Applies a bundle to cases that it has never seen.
public final class Predictor {
    private static final int MOST_LEADING = 8;

    private final Bundle bundle;
    private final FittedMethod method;
    private final Map<ModelId, Cutoff> cutoffs;

    public Predictor(Bundle bundle) {
        this.bundle = bundle;
        this.method = bundle.method();
        this.cutoffs = bundle.cutoffs();
    }

    /// Predictions in case order, and the cases that failed.
    ///
    /// @param terms what the clinical models are made of, of at least the predicted cases; as [ClinicalFit#terms] gives it
    public record Result(List<Prediction> predictions, List<CaseFailure> failures, FeatureTable terms) {}

    /// From images; nothing is kept.
    ///
    /// @param scheme by which label maps of numbers are understood
    /// @throws InputException NET-011 if the model has a network and this edition none
    public Result predict(List<VertebraCase> cases, SchemeChoice scheme, int jobs, Progress progress) {
        Model model = bundle.model();
        if (model.deep().isPresent()) {
            Libtorch.requirePresent(); // before anything is measured
        }
        Settings radiomics = StudyInputs.radiomics(model.settings().features());
        CaseOpener opener = SeveralSteps.opener(
                StudyInputs.opener(model.settings().features(), scheme, progress), radiomics.preparation());
        StageStore store = StageStore.none();
        Map<String, List<String>> odd = new QualityChecks(opener, store, jobs, progress).of(cases).stream().collect(Collectors.groupingBy(
                QualityFinding::caseId, Collectors.mapping(QualityFinding::sentence, Collectors.toList())));
        Extracted features = new HandCrafted(radiomics, store, opener)
                .extract("features", cases, CaseOpener::maskOf, jobs, progress);
        Crops crops = Crops.of(cases, StudyInputs.cropSettings(model.settings().crop()), store, opener, jobs, progress);
        List<VertebraCase> usable = cases.stream()
                .filter(c -> features.table().hasCase(c.caseId()) && crops.all().containsKey(c.caseId()))
                .toList();
        return result(usable, features.table(), Optional.of(crops), StudyInputs.failures(features, crops), odd);
    }

    /// The features that a table of new cases must hold.
    ///
    /// @throws InputException STU-009 if the model looks at images
    public List<String> neededFeatures(String source) {
        if (bundle.model().deep().isPresent()) {
            throw new InputException(new Problem(
                    ExtractionProblem.NO_IMAGES, source, "features alone",
                    "columns image and mask: this model has a network, which looks at the image",
                    "give a manifest with image and mask"));
        }
        return bundle.model().hcr().inputs();
    }

    /// Predictions of cases whose features were measured already.
    ///
    /// @param table with [#neededFeatures]
    public Result predict(StudyData table) {
        return result(table.cohort().included(), table.raw(), Optional.empty(), List.of(), Map.of());
    }

    /// @param odd what the quality checks say, by case
    private Result result(
            List<VertebraCase> usable, FeatureTable features, Optional<Crops> crops, List<CaseFailure> failed,
            Map<String, List<String>> odd) {
        ClinicalFit clinical = bundle.model().clinical();
        Optional<Harmonised> harmonised = bundle.model().hcr().harmonised();
        List<Prediction> predictions = new ArrayList<>();
        List<CaseFailure> failures = new ArrayList<>(failed);
        FeatureTable terms = new FeatureTable(List.of(), List.of(), new double[0][]);
        if (!usable.isEmpty()) {
            List<String> ids = usable.stream().map(VertebraCase::caseId).toList();
            FeatureTable raw = harmonised.isPresent() ? CentreColumns.beside(features.cases(ids), usable) : features.cases(ids);
            FeatureTable patients = ClinicalColumns.of(usable);
            Map<SignatureKind, double[]> scores = method.score(raw, crops, StageStore.none());
            terms = clinical.terms(patients, scores);
            Map<ModelId, double[]> probabilities = bundle.updated(clinical.probabilities(patients, scores), terms);
            Optional<double[]> points = bundle.updatedPoints(clinical.points(patients, scores), terms);
            for (int row = 0; row < ids.size(); row++) {
                OptionalDouble own = points.isPresent() ? OptionalDouble.of(points.get()[row]) : OptionalDouble.empty();
                Prediction one = prediction(usable.get(row), raw, patients, probabilities, own, row)
                        .warned(odd.getOrDefault(ids.get(row), List.of()));
                List<String> ofAnotherCentre = ofAnotherCentre(harmonised, raw, row);
                if (!ofAnotherCentre.isEmpty() && harmonised.orElseThrow().refusesOthers()) {
                    failures.add(refused(one.caseId(), harmonised.get(), ofAnotherCentre.getFirst()));
                } else if (isAnswer(one)) {
                    one = one.warned(ofAnotherCentre);
                    predictions.add(one);
                } else {
                    failures.add(noAnswer(one));
                }
            }
        }
        return new Result(predictions, failures, terms);
    }

    private static List<String> ofAnotherCentre(Optional<Harmonised> harmonised, FeatureTable raw, int row) {
        return harmonised.map(step -> step.warnings(raw, row)).orElse(List.of());
    }

    /// The study's settings say `harmonise: {unseen: refuse}`.
    private static CaseFailure refused(String caseId, Harmonised step, String why) {
        return new CaseFailure(caseId, List.of(new Problem(
                StatsProblem.UNKNOWN_CENTRE, "case " + caseId, why.substring(0, why.indexOf(" (")),
                "one of the centres that the study harmonised: " + String.join(", ", step.combat().centres()),
                "name the centre in the column centre or by --centre; this model answers for no other centre")));
    }

    /// Without a usable model there is no answer either. Numbers beyond what a double holds end as NaN; that is no probability, and must not pass for one.
    private static boolean isAnswer(Prediction prediction) {
        return !prediction.probabilities().isEmpty()
                && prediction.probabilities().values().stream().allMatch(p -> p >= 0 && p <= 1)
                && Double.isFinite(prediction.points().orElse(0));
    }

    private static CaseFailure noAnswer(Prediction prediction) {
        if (prediction.probabilities().isEmpty()) {
            return new CaseFailure(prediction.caseId(), List.of(new Problem(
                    StudyProblem.NO_PROBABILITY, "case " + prediction.caseId(), String.join("; ", prediction.warnings()),
                    "a model that carries a signal", "nothing to predict with: the study found no usable model in its training cases")));
        }
        return new CaseFailure(prediction.caseId(), List.of(new Problem(
                StudyProblem.NO_PROBABILITY, "case " + prediction.caseId(),
                "probabilities " + prediction.probabilities() + " from its features",
                "numbers between 0 and 1", "look at the case's features: values far beyond those of the training cases")));
    }

    private Prediction prediction(
            VertebraCase vertebra,
            FeatureTable raw,
            FeatureTable patients,
            Map<ModelId, double[]> probabilities,
            OptionalDouble points,
            int row) {
        Model model = bundle.model();
        Map<ModelId, Double> p = new LinkedHashMap<>();
        Map<ModelId, Boolean> positive = new LinkedHashMap<>();
        Map<ModelId, Double> thresholds = new LinkedHashMap<>();
        probabilities.forEach((name, values) -> {
            p.put(name, values[row]);
            Cutoff cutoff = cutoffs.get(name);
            if (cutoff != null) {
                positive.put(name, cutoff.direction().isPositive(values[row], cutoff.threshold()));
                thresholds.put(name, cutoff.threshold());
            }
        });
        List<String> warnings = new ArrayList<>();
        if (model.synthetic()) {
            warnings.add("this model was trained on synthetic patients: its answer means nothing for a real one");
        }
        model.settings().notForNewPatients().ifPresent(why -> warnings.add("this model is " + Character.toLowerCase(why.charAt(0)) + why.substring(1)));
        model.clinical().unusable().forEach((id, why) -> warnings.add(id + ": no usable model: " + why));
        warnings.addAll(model.clinical().data().filledInFor(patients, row));
        if (model.hcr().steps().stream().filter(Usable.class::isInstance).findFirst().orElse(null) instanceof Usable usable) {
            List<String> filled = usable.filledIn(raw, vertebra.caseId());
            if (!filled.isEmpty()) {
                warnings.add(Shown.count(filled.size(), "feature has", "features have") + " no value; training medians stand in: " + filled.getFirst()
                        + (filled.size() > 1 ? ", …" : ""));
            }
        }
        warnings.addAll(model.seen().warnings(raw, row));
        return new Prediction(vertebra.caseId(), p, positive, thresholds, points, warnings, leading(raw, row));
    }

    /// By the size of the coefficient, as a report has them.
    private List<LeadingFeature> leading(FeatureTable raw, int row) {
        Signature signature = bundle.model().hcr().signature();
        return IntStream.range(0, signature.names().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer feature) -> -Math.abs(signature.coefficients()[feature])))
                .limit(MOST_LEADING)
                .map(feature -> leading(signature.names().get(feature), signature.coefficients()[feature], raw, row))
                .toList();
    }

    private LeadingFeature leading(String name, double coefficient, FeatureTable raw, int row) {
        double value = raw.names().contains(name) ? raw.value(row, name) : Double.NaN;
        return new LeadingFeature(
                name, Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty(), bundle.model().seen().percentile(name, value), coefficient);
    }
}
