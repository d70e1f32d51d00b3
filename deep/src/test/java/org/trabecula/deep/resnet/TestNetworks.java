package org.trabecula.deep.resnet;

/// Networks with weights from a formula, for tests in other packages.
public final class TestNetworks {
    private TestNetworks() {}

    public static ResNetWeights analytic(ResNetDepth depth, int channels, int classes) {
        return AnalyticWeights.of(new ResNetArchitecture(depth, BottleneckStride.CONV2, channels, classes));
    }
}
