package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.stats.samplesize.LogitSpread;
import org.trabecula.stats.samplesize.ValidationSize;
import picocli.CommandLine.Option;

/// What `plan --validation` takes: how narrow, how spread, where acted on; a mixin.
final class ValidationSizeFlags {
    @Option(names = "--oe-width", paramLabel = "X", description = "Width of the 95 %% interval of observed/expected (default: 0.2).")
    @Nullable Double observedWidth;

    @Option(names = "--slope-width", paramLabel = "X", description = "Width of that of the calibration slope (default: 0.2).")
    @Nullable Double slopeWidth;

    @Option(names = "--auc-width", paramLabel = "X", description = "Width of that of the AUC (default: 0.1).")
    @Nullable Double aucWidth;

    @Option(names = "--logits", split = ",", hideParamSyntax = true, paramLabel = "MEAN,SD",
            description = "Normal log-odds of the model there (default: what AUC and prevalence say).")
    List<Double> logits = List.of();

    @Option(names = "--risks", split = ",", hideParamSyntax = true, paramLabel = "ALPHA,BETA",
            description = "In place of it: beta-distributed probabilities.")
    List<Double> risks = List.of();

    @Option(names = "--threshold", paramLabel = "P", description = "Probability from which one would act: adds net benefit.")
    @Nullable Double threshold;

    @Option(names = "--sensitivity", paramLabel = "SHARE", description = "At --threshold (default: what the log-odds say).")
    double sensitivity = Double.NaN;

    @Option(names = "--specificity", paramLabel = "SHARE", description = "At --threshold (default: what the log-odds say).")
    double specificity = Double.NaN;

    @Option(names = "--net-benefit-width", paramLabel = "X",
            description = "Width of the interval of the standardised net benefit (default: 0.2).")
    @Nullable Double netBenefitWidth;

    /// @throws UsageException for flags without the one that they belong to
    void requireUse(boolean validation) {
        List<String> needless = new ArrayList<>();
        put(needless, "--oe-width", observedWidth != null && !validation);
        put(needless, "--slope-width", slopeWidth != null && !validation);
        put(needless, "--auc-width", aucWidth != null && !validation);
        put(needless, "--logits", !logits.isEmpty() && !validation);
        put(needless, "--risks", !risks.isEmpty() && !validation);
        put(needless, "--threshold", threshold != null && !validation);
        if (!needless.isEmpty()) {
            throw new UsageException(String.join(", ", needless) + ": only with --validation");
        }
        put(needless, "--sensitivity", !Double.isNaN(sensitivity) && threshold == null);
        put(needless, "--specificity", !Double.isNaN(specificity) && threshold == null);
        put(needless, "--net-benefit-width", netBenefitWidth != null && threshold == null);
        if (!needless.isEmpty()) {
            throw new UsageException(String.join(", ", needless) + ": only with --threshold");
        }
        if (!logits.isEmpty() && !risks.isEmpty() || logits.size() == 1 || logits.size() > 2 || risks.size() == 1 || risks.size() > 2) {
            throw new UsageException("give --logits MEAN,SD or --risks ALPHA,BETA, two numbers each");
        }
    }

    private static void put(List<String> needless, String flag, boolean isNeedless) {
        if (isNeedless) {
            needless.add(flag);
        }
    }

    ValidationSize size(double prevalence, double auc) {
        ValidationSize.Widths usual = ValidationSize.Widths.USUAL;
        return ValidationSize.of(
                prevalence, auc, spread(prevalence, auc),
                new ValidationSize.Widths(
                        orElse(observedWidth, usual.observed()), orElse(slopeWidth, usual.slope()), orElse(aucWidth, usual.auc()),
                        orElse(netBenefitWidth, usual.netBenefit())),
                threshold == null
                        ? Optional.empty()
                        : Optional.of(new ValidationSize.Acting(threshold, sensitivity, specificity)));
    }

    private LogitSpread spread(double prevalence, double auc) {
        if (!logits.isEmpty()) {
            return new LogitSpread.Gaussian(logits.getFirst(), logits.getLast());
        }
        return risks.isEmpty()
                ? new LogitSpread.TwoClasses(auc, prevalence)
                : new LogitSpread.BetaRisks(risks.getFirst(), risks.getLast());
    }

    private static double orElse(@Nullable Double given, double usual) {
        return given == null ? usual : given;
    }
}
