package org.trabecula.study.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.core.RandomStreams;
import org.trabecula.deep.resnet.BottleneckStride;
import org.trabecula.deep.resnet.RandomInitialisation;
import org.trabecula.deep.resnet.ResNetArchitecture;
import org.trabecula.deep.resnet.ResNetDepth;
import org.trabecula.deep.resnet.ResNetWeights;
import org.trabecula.learn.Subject;
import org.trabecula.study.input.Crops;
import org.trabecula.study.settings.StudySettings;

/// Protocol, step 10: the network of one fit, from pretrained or random weights.
public final class NetworkStep {
    private final StudySettings settings;
    private final ResNetWeights start;
    private final String origin;

    private NetworkStep(StudySettings settings, ResNetWeights start, String origin) {
        this.settings = settings;
        this.start = start;
        this.origin = origin;
    }

    /// Loads the weights that the settings name, or draws random ones, once for all fits of a study.
    ///
    /// @param folder that a relative weights path starts from
    public static NetworkStep of(StudySettings settings, Path folder, RandomStreams random) {
        Optional<String> file = settings.network().weights();
        if (file.isPresent()) {
            Path path = folder.resolve(file.get());
            ResNetWeights weights = ResNetWeights.load(path, Optional.empty());
            return new NetworkStep(settings, weights.withOneChannel(), "pretrained weights " + path.getFileName());
        }
        ResNetDepth depth = ResNetDepth.valueOf(settings.network().architecture().toUpperCase(Locale.ROOT));
        ResNetWeights drawn = RandomInitialisation.network(
                new ResNetArchitecture(depth, BottleneckStride.CONV2, 1, 2), random.seedOf("network"));
        return new NetworkStep(settings, drawn, "random weights: the network has seen no images before this study");
    }

    public String origin() {
        return origin;
    }

    /// The network for models fitted to `training`.
    public FittedNetwork fit(List<Subject> training, Crops crops, RandomStreams random) {
        return new FittedNetwork(start, origin);
    }
}
