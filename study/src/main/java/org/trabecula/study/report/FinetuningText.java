package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
import org.trabecula.deep.network.NetworkArchitecture;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.Finetune;

/// The sentence of the methods section that says how the network was trained; what was not done is not mentioned.
final class FinetuningText {
    private FinetuningText() {}

    /// @param architecture of the network
    /// @param pretrained   whether its first weights were: random ones have no BatchNorm statistics to freeze
    static Optional<String> of(Finetune how, NetworkArchitecture architecture, boolean pretrained) {
        if (how.epochs() == 0) {
            return Optional.empty();
        }
        boolean frozen = how.batchnorm() == Choice.BatchNorm.FROZEN && pretrained;
        List<String> parts = new ArrayList<>();
        parts.add("The network was fine-tuned for " + Shown.count(how.epochs(), "epoch") + " in batches of " + how.batch()
                + " by gradient descent (momentum " + number(how.momentum()) + ", weight decay " + number(how.weightDecay())
                + "), learning rates " + number(how.backboneLr()) + " (backbone) and " + number(how.headLr()) + " (head), "
                + restarts(how.restart()));
        if (how.warmupSteps() > 0) {
            parts.add("a warm-up over " + Shown.count(how.warmupSteps(), "step"));
        }
        if (how.classWeighting() == Choice.ClassWeights.BALANCED) {
            parts.add("both classes weighted to count the same");
        }
        if (how.labelSmoothing() > 0) {
            parts.add("label smoothing " + number(how.labelSmoothing()));
        }
        if (how.frozenStages() > 0) {
            parts.add(IntStream.range(0, how.frozenStages()).mapToObj(architecture::stageName).collect(Collectors.joining(", "))
                    + " left as they were");
        }
        if (architecture.hasNorms()) {
            parts.add("BatchNorm statistics " + (frozen ? "frozen" : "of each batch"));
        }
        String varied = varied(how.augmentation());
        parts.add(varied.isEmpty() ? "crops not varied" : "crops varied by " + varied);
        return Optional.of(String.join("; ", parts) + ".");
    }

    private static String restarts(Finetune.Restart restart) {
        return "cosine annealing" + (restart.lowest() > 0 ? " down to " + percent(restart.lowest()) : "") + " with restarts after "
                + Shown.count(restart.after(), "epoch")
                + (restart.factor() > 1 ? ", every period " + restart.factor() + " times as long as the one before" : " each");
    }

    private static String varied(Finetune.CropVariation how) {
        List<String> parts = new ArrayList<>();
        add(parts, how.rotation(), "turns up to " + number(how.rotation()) + "°");
        add(parts, how.shift(), "shifts up to " + percent(how.shift()) + " of the side");
        add(parts, how.scale(), "size ± " + percent(how.scale()));
        add(parts, how.contrast(), "contrast ± " + percent(how.contrast()));
        add(parts, how.brightness(), "brightness ± " + number(how.brightness()) + " SD");
        if (how.flipFrontBack()) {
            parts.add("mirroring front to back");
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, double limit, String words) {
        if (limit > 0) {
            parts.add(words);
        }
    }

    private static String percent(double share) {
        return Shown.significant(100 * share, 3) + " %";
    }

    private static String number(double value) {
        return Shown.significant(value, 3);
    }
}
