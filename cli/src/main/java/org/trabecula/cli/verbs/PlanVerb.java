package org.trabecula.cli.verbs;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.cli.frame.Json;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.cli.frame.Verb;
import org.trabecula.evaluation.document.JsonText;
import org.trabecula.evaluation.document.SampleSizeDocument;
import org.trabecula.stats.samplesize.AnticipatedFit;
import org.trabecula.stats.samplesize.DevelopmentSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `plan`.
@Command(
        name = "plan",
        addMethodSubcommands = false,
        sortOptions = false,
        header = "How many cases a study needs, before there is one.",
        description = {
            "",
            "Riley's criteria for a model of a yes/no outcome. With --features: to develop one (little shrinkage,",
            "little optimism, a known overall risk; as the R package pmsampsize). With --validation: to validate",
            "one that exists (observed/expected, calibration slope, AUC, net benefit; as pmvalsampsize).",
            "Cases are independent ones: vertebrae of one patient count for less."
        },
        footer = {
            "",
            "Examples: trabecula plan --features 24 --prevalence 0.174 --cox-snell 0.288",
            "          trabecula plan --features 40 --prevalence 0.4 --auc 0.8 --cases 365",
            "          trabecula plan --validation --prevalence 0.4 --auc 0.8 --threshold 0.3",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 numbers that no study can have."
        })
public final class PlanVerb extends Verb {
    @Option(names = "--prevalence", paramLabel = "SHARE", description = "Share of cases with the outcome, such as 0.4.")
    @Nullable Double prevalence;

    @Option(names = "--features", paramLabel = "N", description = "Candidate features: all that may enter the model, chosen or not.")
    @Nullable Integer features;

    @Option(names = "--auc", paramLabel = "AREA", description = "AUC that is expected, as an earlier model had it in new patients.")
    @Nullable Double auc;

    @Option(names = "--cox-snell", paramLabel = "R2", description = "In place of --auc: Cox and Snell's R² that is expected.")
    @Nullable Double coxSnell;

    @Option(names = "--nagelkerke", paramLabel = "R2", description = "In place of --auc: Nagelkerke's R² (0.15 where nothing is known).")
    @Nullable Double nagelkerke;

    @Option(names = "--shrinkage", paramLabel = "SHARE", description = "To which effects may shrink (default: 0.9).")
    double shrinkage = 0.9;

    @Option(names = "--cases", paramLabel = "N", description = "Cases that there are: what they carry is said too.")
    @Nullable Integer cases;

    @Option(names = "--validation", description = "Cases to validate a finished model.")
    boolean validation;

    @Mixin
    ValidationSizeFlags precision = new ValidationSizeFlags();

    @Mixin
    Json json = new Json();

    @Override
    public Integer call() {
        if (features == null && !validation) {
            throw new UsageException("missing: what for; --features N to develop a model, or --validation");
        }
        double share = required(prevalence, "--prevalence, the share of cases with the outcome");
        precision.requireUse(validation);
        Optional<DevelopmentSize> development =
                features == null ? Optional.empty() : Optional.of(DevelopmentSize.of(fit(share), features, shrinkage));
        if (features == null && (cases != null || coxSnell != null || nagelkerke != null)) {
            throw new UsageException("--cases, --cox-snell and --nagelkerke belong to --features");
        }
        if (cases != null && cases < 1) {
            throw new UsageException("--cases takes a number of cases, got " + cases);
        }
        SampleSizeDocument document = new SampleSizeDocument(
                development,
                cases == null ? OptionalInt.empty() : OptionalInt.of(cases),
                validation
                        ? Optional.of(precision.size(share, required(auc, "--auc, for the validation")))
                        : Optional.empty());
        if (json.asked()) {
            out().println(JsonText.of(document.object()));
        } else {
            new PlanText(document).print(words());
        }
        return ExitCode.DONE;
    }

    private AnticipatedFit fit(double share) {
        long given = Stream.of(Optional.ofNullable(auc), Optional.ofNullable(coxSnell), Optional.ofNullable(nagelkerke))
                .filter(Optional::isPresent)
                .count();
        if (given == 0 || given > (validation ? 2 : 1)) {
            throw new UsageException("--features needs one of --auc, --cox-snell and --nagelkerke");
        }
        if (coxSnell != null) {
            return new AnticipatedFit(coxSnell, share);
        }
        return nagelkerke != null
                ? AnticipatedFit.ofNagelkerke(nagelkerke, share)
                : AnticipatedFit.ofAuc(required(auc, "--auc"), share);
    }
}
