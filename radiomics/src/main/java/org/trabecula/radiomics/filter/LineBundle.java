package org.trabecula.radiomics.filter;

/// Lines that are filtered side by side: sample n of all of them is one array, so inner loops run over lines.
final class LineBundle {
    /// As many lines as keep the samples of a step in the first-level cache and a bundle in the second.
    static final int LINES = 256;

    /// The anticausal part looks four samples ahead: as many of its results, and the one that is made, are kept.
    private static final int KEPT = 8;

    private final double[][] x;
    private final double[][] f;
    private final double[][] g;

    /// @param longest samples of the longest line
    LineBundle(int longest) {
        x = new double[longest][LINES];
        f = new double[longest][LINES];
        g = new double[KEPT][LINES];
    }

    /// The samples n of all lines, to be filled before [#filter].
    double[] in(int n) {
        return x[n];
    }

    /// Takes samples n of all filtered lines.
    interface Sink {
        /// @param causal     one part of the filtered samples, rounded to 64 bits
        /// @param anticausal the other part; the filtered sample is the sum
        void accept(int n, double[] causal, double[] anticausal);
    }

    /// Filters lines of `length` ≥ 4 samples: causal plus anticausal part.
    ///
    /// @param lines how many lines the bundle holds, at most [#LINES]
    /// @param sink  gets the samples from the last to the first
    void filter(RecursiveGaussian c, int length, int lines, Sink sink) {
        causal(c, length, lines);
        anticausal(c, length, lines, sink);
    }

    private void causal(RecursiveGaussian c, int length, int lines) {
        double[] d = c.d();
        double[] bn = c.bn();
        for (int n = 0; n < length; n++) {
            step(
                    lines,
                    f[n],
                    x[n], x[Math.max(n - 1, 0)], x[Math.max(n - 2, 0)], x[Math.max(n - 3, 0)],
                    c.n()[0], c.n()[1], c.n()[2], c.n()[3],
                    n >= 1 ? f[n - 1] : x[0],
                    n >= 2 ? f[n - 2] : x[0],
                    n >= 3 ? f[n - 3] : x[0],
                    n >= 4 ? f[n - 4] : x[0],
                    n >= 1 ? d[0] : bn[0], n >= 2 ? d[1] : bn[1], n >= 3 ? d[2] : bn[2], n >= 4 ? d[3] : bn[3]);
        }
    }

    private void anticausal(RecursiveGaussian c, int length, int lines, Sink sink) {
        double[] d = c.d();
        double[] bm = c.bm();
        int last = length - 1;
        for (int n = last; n >= 0; n--) {
            double[] made = g[n % KEPT];
            step(
                    lines,
                    made,
                    x[Math.min(n + 1, last)], x[Math.min(n + 2, last)], x[Math.min(n + 3, last)], x[Math.min(n + 4, last)],
                    c.m()[0], c.m()[1], c.m()[2], c.m()[3],
                    n + 1 <= last ? g[(n + 1) % KEPT] : x[last],
                    n + 2 <= last ? g[(n + 2) % KEPT] : x[last],
                    n + 3 <= last ? g[(n + 3) % KEPT] : x[last],
                    n + 4 <= last ? g[(n + 4) % KEPT] : x[last],
                    n + 1 <= last ? d[0] : bm[0],
                    n + 2 <= last ? d[1] : bm[1],
                    n + 3 <= last ? d[2] : bm[2],
                    n + 4 <= last ? d[3] : bm[3]);
            sink.accept(n, f[n], made);
        }
    }

    private static void step(
            int lines,
            double[] to,
            double[] x0, double[] x1, double[] x2, double[] x3,
            double c0, double c1, double c2, double c3,
            double[] p1, double[] p2, double[] p3, double[] p4,
            double d1, double d2, double d3, double d4) {
        for (int l = 0; l < lines; l++) {
            to[l] = (x0[l] * c0 + x1[l] * c1 + x2[l] * c2 + x3[l] * c3)
                    - (p1[l] * d1 + p2[l] * d2 + p3[l] * d3 + p4[l] * d4);
        }
    }
}
