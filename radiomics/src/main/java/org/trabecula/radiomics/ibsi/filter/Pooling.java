package org.trabecula.radiomics.ibsi.filter;

/// How responses of several orientations become one, voxel by voxel.
public enum Pooling {
    MAXIMUM {
        @Override
        double join(double pooled, double next) {
            return Math.max(pooled, next);
        }
    },
    /// Arithmetic mean.
    AVERAGE {
        @Override
        double join(double pooled, double next) {
            return pooled + next;
        }
    };

    abstract double join(double pooled, double next);

    /// Adds one response to `pooled`, which holds the responses before it.
    void add(double[] pooled, double[] next) {
        for (int v = 0; v < pooled.length; v++) {
            pooled[v] = join(pooled[v], next[v]);
        }
    }

    /// Turns the joined sum of `responses` into the pooled value.
    void finish(double[] pooled, int responses) {
        if (this == AVERAGE) {
            for (int v = 0; v < pooled.length; v++) {
                pooled[v] /= responses;
            }
        }
    }
}
