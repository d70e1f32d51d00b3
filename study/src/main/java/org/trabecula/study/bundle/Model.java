package org.trabecula.study.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.cohort.ClassNames;
import org.trabecula.core.Printable;
import org.trabecula.learn.Sound;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Direction;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.FittedSignature;

/// All that `predict` needs besides the network's weights.
///
/// @param settings   of the study, those that a new case needs
/// @param classes    what people call the outcomes
/// @param synthetic  whether the model was trained on synthetic patients
/// @param deep       empty for a model of a feature table
/// @param clinical   calibration and nomogram
/// @param cutoffs    by usable model
/// @param seen       what the training cases looked like
public record Model(
        AppliedSettings settings,
        ClassNames classes,
        boolean synthetic,
        FittedSignature hcr,
        Optional<Deep> deep,
        ClinicalFit clinical,
        Map<ModelId, Cutoff> cutoffs,
        TrainingSummary seen) {
    /// The deep part without its network, which lies beside it as a safetensors file.
    ///
    /// @param origin     of the network's weights
    /// @param components from an embedding to principal components
    public record Deep(String origin, List<FittedStep> components, FittedSignature dtl, FittedSignature fusion) {
        public Deep {
            components = List.copyOf(components);
            Words.requirePrintable("the origin of the weights", origin);
        }
    }

    public Model {
        cutoffs = Collections.unmodifiableMap(new LinkedHashMap<>(cutoffs));
        Words.requirePrintable("the positive class", classes.positive());
        Words.requirePrintable("the negative class", classes.negative());
        if (classes.positive().equals(classes.negative())) {
            throw new IllegalArgumentException("the classes must have two names, got " + classes.positive() + " twice");
        }
        Set<SignatureKind> signatures = deep.isPresent()
                ? Set.of(SignatureKind.HCR, SignatureKind.DTL, SignatureKind.FUSION)
                : Set.of(SignatureKind.HCR);
        if (!clinical.calibration().keySet().equals(signatures)) {
            throw new IllegalArgumentException("calibration and nomogram must stand on the signatures of the model");
        }
        Set<ModelId> usable = new LinkedHashSet<>(clinical.models());
        usable.removeAll(clinical.unusable().keySet());
        if (!cutoffs.keySet().equals(usable)) {
            throw new IllegalArgumentException("cut-offs of " + cutoffs.keySet() + " where those of " + usable + " belong");
        }
        cutoffs.values().forEach(Model::require);
        clinical.nomogram().ifPresent(nomogram -> require(nomogram, clinical.model().orElseThrow().model().orElseThrow().terms()));
        if (!hcr.inputs().containsAll(seen.features())) {
            throw new IllegalArgumentException("the summary of the training cases must be of features that the model has");
        }
    }

    static void require(Cutoff cutoff) {
        Words.requirePrintable("the rule of a cut-off", cutoff.rule());
        if (!Double.isFinite(cutoff.threshold()) || !isShare(cutoff.sensitivity()) || !isShare(cutoff.specificity())) {
            throw new IllegalArgumentException("a cut-off has a threshold, and shares between 0 and 1, got " + cutoff);
        }
        if (cutoff.direction() != Direction.CASES_HIGHER) {
            throw new IllegalArgumentException("the higher the probability, the more positive, got " + cutoff.direction());
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    static void require(Nomogram nomogram, List<String> terms) {
        Sound.finite("the scale of the nomogram", nomogram.base(), nomogram.pointsPerUnit(), nomogram.maxPoints());
        Sound.finite("ticks", nomogram.totalTicks(), nomogram.totalTicks().size());
        Sound.finite("ticks", nomogram.predictorTicks(), nomogram.predictorTicks().size());
        if (!(nomogram.pointsPerUnit() > 0) || !nomogram.axes().stream().map(Axis::variable).toList().equals(terms)) {
            throw new IllegalArgumentException("a nomogram must have a scale > 0 and one axis per term of " + terms);
        }
        for (Axis axis : nomogram.axes()) {
            int ticks = axis.labels().size();
            Sound.count("values of an axis", axis.values().size(), ticks);
            Sound.finite("contributions of an axis", axis.contributions(), ticks);
            Sound.finite("points of an axis", axis.points(), ticks);
        }
    }

    /// Words that are shown to people: neither empty nor with characters that would steer a terminal.
    private static final class Words {
        private static final int LONGEST = 500;

        static void requirePrintable(String what, String text) {
            if (text.isBlank() || text.length() > LONGEST || !Printable.line(text).equals(text)) {
                throw new IllegalArgumentException(what + " must be a line of printable text, got '" + Printable.line(text) + "'");
            }
        }
    }
}
