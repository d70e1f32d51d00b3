package org.trabecula.study.fit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.Stage;
import org.trabecula.core.StageKey;
import org.trabecula.core.StageStore;
import org.trabecula.core.Version;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Training;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.Matrix;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.FeatureTable;

/// One fold of the comparison of networks as a stage: the deep signature alone, fitted to the other folds, and its scores of the cases
/// held out.
final class TrialStage implements Stage<FoldStage.Fold, FoldFit> {
    private final StudySettings settings;
    private final Crops crops;
    private final NetworkStep network;
    private final StageStore store;

    /// @param settings with one network and one classifier
    TrialStage(StudySettings settings, Crops crops, NetworkStep network, StageStore store) {
        this.settings = settings;
        this.crops = crops;
        this.network = network;
        this.store = store;
    }

    @Override
    public String name() {
        return "trial";
    }

    @Override
    public StageKey key(FoldStage.Fold fold) {
        return StageKey.of("trial")
                .and("settings", StudyYaml.write(settings.ofOneFit()))
                .and("code", Version.ofCode(MethodFit.class, Training.class, Matrix.class, NetworkWeights.class, FeatureTable.class))
                .and("seed", Long.toString(fold.random().seed()))
                .and("cases", TableHash.of(fold.part().rows()))
                .and("network", network.hash())
                .and("crops", TableHash.of(crops, fold.part().rows().ids()))
                .and("crops held out", TableHash.of(crops, fold.held().caseIds()));
    }

    @Override
    public FoldFit compute(FoldStage.Fold fold) {
        DeepSignature fitted = new MethodFit(settings, fold.random(), Optional.of(network), store, 1).deepAlone(fold.part(), crops);
        double[] scores = fitted.score(crops, fold.held().caseIds(), store);
        return new FoldFit(Map.of(SignatureKind.DTL, scores), Map.of(SignatureKind.DTL, List.copyOf(fitted.dtl().model().names())));
    }

    @Override
    public Form<FoldFit> form() {
        return FoldFitForm.JSON;
    }
}
