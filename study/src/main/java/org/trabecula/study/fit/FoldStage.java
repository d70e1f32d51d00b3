package org.trabecula.study.fit;

import java.util.List;
import java.util.Optional;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.Stage;
import org.trabecula.core.StageKey;
import org.trabecula.core.StageStore;
import org.trabecula.core.Version;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.Training;
import org.trabecula.stats.Matrix;
import org.trabecula.study.network.NetworkStep;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;
import org.trabecula.table.FeatureTable;

/// One fold of the cross-fitting (protocol, step 15) as a stage: steps 3–14 on the other folds, and the scores of the cases held
/// out. A fold that is finished stays finished: with a network, one takes minutes. The leakage audit's fits are kept alike.
public final class FoldStage implements Stage<FoldStage.Fold, FoldFit> {
    private final StudySettings settings;
    private final SecondOutlines again;
    private final Optional<Crops> crops;
    private final Optional<NetworkStep> network;
    private final StageStore store;
    private final int jobs;

    /// @param part   what is fitted to
    /// @param held   raw features of the cases to be scored: those held out
    /// @param random streams of this fold
    public record Fold(Training part, FeatureTable held, RandomStreams random) {}

    public FoldStage(
            StudySettings settings,
            SecondOutlines again,
            Optional<Crops> crops,
            Optional<NetworkStep> network,
            StageStore store,
            int jobs) {
        this.settings = settings;
        this.again = again;
        this.crops = crops;
        this.network = network;
        this.store = store;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "fold";
    }

    @Override
    public StageKey key(Fold fold) {
        List<String> fitted = fold.part().table().caseIds();
        List<String> held = fold.held().caseIds();
        StageKey key = StageKey.of("fold")
                .and("settings", StudyYaml.write(settings.ofOneFit()))
                .and("code", Version.ofCode(MethodFit.class, Training.class, Matrix.class, NetworkWeights.class, FeatureTable.class))
                .and("seed", Long.toString(fold.random().seed()))
                .and("cases", TableHash.of(fold.part().rows()))
                .and("features", TableHash.of(fold.part().table()))
                .and("held out", TableHash.of(fold.held()));
        if (settings.harmonise().any()) {
            key = key.and("centres", TableHash.ofTexts(fold.part().table())).and("centres held out", TableHash.ofTexts(fold.held()));
        }
        for (FeatureTable second : again.tables()) {
            key = key.and("second outlines", TableHash.of(second.cases(fitted.stream().filter(second::hasCase).toList())));
        }
        if (crops.isPresent() && network.isPresent()) {
            key = key.and("network", network.get().hash())
                    .and("crops", TableHash.of(crops.get(), fitted))
                    .and("crops held out", TableHash.of(crops.get(), held));
        }
        return key;
    }

    @Override
    public FoldFit compute(Fold fold) {
        FittedMethod fitted = new MethodFit(settings, fold.random(), network, store, jobs).fit(fold.part(), again, crops);
        return FoldFit.of(fitted, fitted.score(fold.held(), crops, store));
    }

    @Override
    public Form<FoldFit> form() {
        return FoldFitForm.JSON;
    }
}
