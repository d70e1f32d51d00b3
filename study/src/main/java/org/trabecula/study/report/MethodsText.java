package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.trabecula.cohort.Part;
import org.trabecula.core.Shown;
import org.trabecula.learn.classifier.Classifier;
import org.trabecula.learn.step.Harmonised;
import org.trabecula.radiomics.settings.Discretisation;
import org.trabecula.radiomics.settings.ImageType;
import org.trabecula.radiomics.settings.ImageTypeSettings;
import org.trabecula.radiomics.settings.Resampling;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.fit.MethodFit;
import org.trabecula.study.input.StudyInputs;
import org.trabecula.study.result.RepeatedStudy;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.Choice;
import org.trabecula.study.settings.LassoFamily;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.TestPart;

/// The methods section of a paper, written from the settings that ran.
final class MethodsText {
    private MethodsText() {}

    static List<String> paragraphs(StudyResult result, String version) {
        StudySettings s = result.settings();
        List<String> text = new ArrayList<>();
        text.add(version + ". " + split(result));
        text.add("Hand-crafted features: " + measured(result) + " " + icc(result)
                + " Features constant or missing in training were dropped; " + harmonised(result) + "the rest were z-scored (training mean and standard "
                + "deviation, " + (s.zscore().ddof() == 0 ? "n" : "n − 1") + "). "
                + s.univariate().words().map(test -> "Features that differed between the classes by themselves were kept (" + test + "). ").orElse("")
                + "Of features with Spearman's |ρ| above "
                + Shown.significant(s.redundancy().above(), 2) + " the " + s.redundancy().remove().yaml().replace('-', ' ')
                + " was removed until no pair was left.");
        text.add(String.format(
                Locale.ROOT,
                "%s (λ by cross-validation over %s, %s) chose the features of each signature; %s.",
                lasso(s.lasso()), folds(result), curve(s.lasso()),
                s.prune().above() == 1
                        ? "none were pruned"
                        : "of chosen hand-crafted features with |ρ| above " + Shown.significant(s.prune().above(), 2)
                                + " the one with the smaller coefficient was pruned"));
        result.network().ifPresent(network -> text.add(String.format(
                Locale.ROOT,
                "Deep features: the largest sagittal slice of each mask, margin %.1f mm, window %s to %s HU, stretched to "
                        + "%d × %d pixels, z-scored; average-pooling features of a %s (%s), z-scored, %s, z-scored again.",
                s.crop().marginMm(), Shown.fixed(s.crop().huLow(), 0), Shown.fixed(s.crop().huHigh(), 0), s.crop().size(), s.crop().size(),
                network.weights().architecture().label(), network.origin(), s.pca().words())));
        result.network()
                .flatMap(network -> FinetuningText.of(s.finetune(), network.weights().architecture(), network.weights().pretrained()))
                .ifPresent(text::add);
        result.compared().map(ComparedNetworksBlocks::method).ifPresent(text::add);
        text.add("Classifiers: " + s.classifiers().stream().map(Classifier::words).collect(Collectors.joining(", "))
                + "; kind and settings by grid search over " + gridFolds(result) + " (mean AUC): "
                + chosen(result) + ".");
        text.add(s.crossfit() == 0
                ? "Cross-fitting was switched off: cut-offs, calibration and nomogram rest on in-sample scores and are optimistic."
                : crossFitted(result));
        result.repeated().map(MethodsText::repeated).ifPresent(text::add);
        text.add("A signature's calibration is a logistic line, its slope shrunk by 1 − 1/χ² of its likelihood ratio. A model whose "
                + "likelihood ratio is at most twice the number of its terms, or whose score falls with the outcome, is not usable and "
                + "has neither cut-off nor probabilities.");
        return text;
    }

    /// What was done about centres, as a part of a sentence.
    private static String harmonised(StudyResult result) {
        if (!result.settings().harmonise().any()) {
            return "";
        }
        return result.fitted().hcr().harmonised()
                .map(step -> "shift and scale of the centres " + String.join(", ", step.combat().centres())
                        + " were removed by ComBat (parametric empirical Bayes"
                        + (step.covariates().isEmpty() ? "" : ", effects of " + step.covariates().stream()
                                .map(Harmonised.Covariate::name).collect(Collectors.joining(" and ")) + " kept")
                        + ", the outcome no covariate), fitted to the training cases of every fit; "
                        + (result.network().isPresent() ? "embeddings were not harmonised; " : ""))
                .orElse("centres were not harmonised, because " + result.fitted().hcr().counts().stream()
                        .filter(count -> count.step().equals(MethodFit.HARMONISATION))
                        .map(count -> count.note().substring("left out: ".length()))
                        .findFirst()
                        .orElse("there was nothing to harmonise") + "; ");
    }

    private static String lasso(StudySettings.Lasso lasso) {
        return switch (lasso.family()) {
            case LassoFamily.Binomial _ -> "A binomial LASSO";
            case LassoFamily.LassoCv as -> "A least-squares LASSO on 0 and 1 with " + as.values() + " λ from "
                    + Shown.significant(as.from(), 2) + " to " + Shown.significant(as.to(), 2) + " as scikit-learn's LassoCV has it";
            case LassoFamily.LassoCvOwnGrid as -> "A least-squares LASSO on 0 and 1 with " + as.values() + " λ down to "
                    + Shown.significant(as.ratio(), 2) + " of the largest as scikit-learn's LassoCV has it";
        };
    }

    /// For a sentence: what the grid search went over.
    static String gridFolds(StudyResult result) {
        return result.cohort().cases().stream().anyMatch(c -> c.folds().grid().isPresent())
                ? "folds of the training cases that the table gives"
                : result.settings().gridFolds() + " folds of the training cases by patient";
    }

    private static String folds(StudyResult result) {
        StudySettings.Lasso lasso = result.settings().lasso();
        if (result.cohort().cases().stream().anyMatch(c -> c.folds().lasso().isPresent())) {
            return "folds that the table of cases gives";
        }
        return lasso.folds() + (lasso.family() instanceof LassoFamily.Binomial ? " folds of whole patients" : " contiguous folds");
    }

    private static String curve(StudySettings.Lasso lasso) {
        String which = lasso.lambda() == Choice.LassoLambda.MIN ? "smallest mean" : "one standard error of the smallest mean";
        return switch (lasso.family()) {
            case LassoFamily.Binomial _ -> which + " deviance";
            case LassoFamily.LassoCv _, LassoFamily.LassoCvOwnGrid _ -> which + " squared error";
        };
    }

    private static String crossFitted(StudyResult result) {
        boolean nomogram = !result.clinical().data().terms().isEmpty();
        return "Cut-offs" + (nomogram
                        ? ", calibration and the nomogram (logistic regression on "
                                + String.join(", ", result.clinical().data().terms()) + " and the "
                                + Names.inSentence(result.clinical().signature().label()) + " model's logit) were"
                        : " and calibration were")
                + " fitted to scores from " + result.settings().crossfit() + "-fold cross-fitting by patient. Performance called cross-fitted "
                + "is of models that never saw the patient: in each fold every step" + (result.network().isPresent() ? ", the network" : "")
                + (nomogram ? ", calibration, nomogram" : ", calibration") + " and cut-off included, was fitted anew to the other patients, "
                + "calibration" + (nomogram ? " and nomogram" : "") + " to scores that were cross-fitted among them." + GapBlocks.method(result);
    }

    private static String repeated(RepeatedStudy repeated) {
        return "Performance was estimated by " + repeated.folds() + "-fold cross-validation by patient, stratified by outcome and repeated "
                + Shown.count(repeated.times(), "time") + " with patients dealt anew; everything, calibration, cut-offs and clinical models included, "
                + "was fitted anew without the fold that it was judged on. Areas are means over repetitions; their 95 % intervals are DeLong's for "
                + "the mean of correlated areas with patients as clusters. Ranges over repetitions describe the deal and are no confidence intervals. "
                + "Stability of the selected features is Nogueira's measure (2018) over all " + repeated.times() * repeated.folds() + " fits.";
    }

    private static String split(StudyResult result) {
        StudySettings.Split split = result.settings().split();
        String parts = String.format(
                Locale.ROOT, "into training (%d cases) and test (%d cases)", result.split().train().size(),
                result.split().test().size());
        if (result.cohort().cases().stream().anyMatch(c -> c.part() == Part.TEST)) {
            return "The manifest divided the cases " + parts + ".";
        }
        if (result.split().test().isEmpty()) {
            return "There was no test part: all " + Shown.count(result.split().train().size(), "case")
                    + " were used to fit the final model, whose performance is that of cross-validation (seed " + result.settings().seed() + ").";
        }
        if (split.test() instanceof TestPart.Centres(List<String> names)) {
            return "Cases of " + (names.size() == 1 ? "centre " : "the centres ") + String.join(", ", names) + " were held out: " + parts + ".";
        }
        double share = split.test() instanceof TestPart.Share(double ofCases) ? ofCases : Double.NaN;
        return String.format(
                Locale.ROOT, "Patients were split %s at random %s, stratified by outcome (target share of test cases %.0f %%, "
                        + "seed %d).",
                split.by() == Choice.SplitBy.PATIENT
                        ? "with all their cases"
                        : "case by case, so that cases of one patient may stand on both sides",
                parts, 100 * share, result.settings().seed());
    }

    private static String measured(StudyResult result) {
        if (result.crops().isEmpty()) {
            return Shown.count(result.raw().names().size(), "column") + " of a ready table.";
        }
        Settings measured = StudyInputs.radiomics(result.settings().features());
        return "composition " + result.settings().features() + " with PyRadiomics' definitions; "
                + measured.preparation().resampling().map(MethodsText::resampled).orElse("images not resampled")
                + original(measured).map(image -> ", " + bins(image.features().discretisation())).orElse("") + ".";
    }

    private static String resampled(Resampling to) {
        String mm = DoubleStream.of(to.iMm(), to.jMm(), to.kMm())
                .distinct()
                .mapToObj(spacing -> Shown.significant(spacing, 3))
                .collect(Collectors.joining(" × "));
        return "images resampled to " + mm + " mm (" + switch (to.interpolator()) {
            case NEAREST -> "nearest voxel";
            case LINEAR -> "linear";
            case BSPLINE -> "B-spline";
        } + ")";
    }

    private static Optional<ImageTypeSettings> original(Settings measured) {
        return measured.images().stream().filter(image -> image.type() instanceof ImageType.Original).findFirst();
    }

    private static String bins(Discretisation grey) {
        return switch (grey) {
            case Discretisation.BinWidth(double width) -> "bin width " + Shown.significant(width, 3) + " HU";
            case Discretisation.BinCount(int count) -> Shown.count(count, "bin");
        };
    }

    private static String icc(StudyResult result) {
        StudySettings.Icc icc = result.settings().icc();
        return result.fitted().icc().isEmpty()
                ? "Reproducibility was not assessed: no second outlines of at least two training cases were given."
                : String.format(
                        Locale.ROOT, "Features with %s of at least %s (%s) were kept (%s).", icc.form().yaml(), Shown.significant(icc.atLeast(), 2),
                        icc.by().yaml(), result.fitted().icc());
    }

    private static String chosen(StudyResult result) {
        List<String> each = new ArrayList<>();
        for (FittedSignature signature : result.fitted().signatures()) {
            each.add(Names.inSentence(signature.name()) + " " + signature.search().classifier().words() + ", "
                    + signature.search().best().words());
        }
        return String.join("; ", each);
    }
}
