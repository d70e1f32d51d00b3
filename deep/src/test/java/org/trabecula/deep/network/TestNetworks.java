package org.trabecula.deep.network;

/// Networks with weights from a formula, for tests in other packages.
public final class TestNetworks {
    private TestNetworks() {}

    public static NetworkWeights analytic(ResNetDepth depth, int channels, int classes) {
        return AnalyticWeights.of(new ResNetArchitecture(depth, BottleneckStride.CONV2, channels, classes));
    }

    public static NetworkWeights analytic(VggDepth depth, boolean norm, int channels, int classes) {
        return AnalyticWeights.of(new VggArchitecture(depth, norm, channels, classes));
    }
}
