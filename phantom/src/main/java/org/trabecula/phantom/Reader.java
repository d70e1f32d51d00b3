package org.trabecula.phantom;

import java.util.SplittableRandom;

/// A person who outlines vertebral bodies, layer by layer on sagittal slices (method P4, P5).
///
/// The outline follows the true surface at a distance that wanders: a habit of the reader, a slow wave over the surface,
/// and a jump from one sagittal slice to the next.
///
/// @param habitMm how far outside the surface this reader draws on average
/// @param waveMm  standard deviation of the slow wave
/// @param jumpMm  standard deviation between sagittal slices
record Reader(double habitMm, double waveMm, double jumpMm) {
    /// The reader whose outlines are the cohort's masks.
    static final Reader A = new Reader(0, 0.30, 0.20);
    /// A colleague who draws more generously and less steadily.
    static final Reader B = new Reader(0.35, 0.45, 0.25);

    /// Nobody: the surface itself.
    static final Reader EXACT = new Reader(0, 0, 0);

    private static final int WAVES = 5;

    /// Labels of one outline of every whole body in the column; 0 elsewhere.
    short[] outline(Canvas canvas, Column column, float[] bodyDepth, byte[] owner, SplittableRandom random) {
        int columns = canvas.size.i();
        int whole = column.whole().size();
        double[][] jump = new double[whole][columns];
        double[][] wave = new double[whole][4 * WAVES];
        for (int v = 0; v < whole; v++) {
            for (int i = 0; i < columns; i++) {
                jump[v][i] = jumpMm * random.nextGaussian();
            }
            for (int n = 0; n < WAVES; n++) {
                for (int axis = 0; axis < 3; axis++) {
                    wave[v][4 * n + axis] = random.nextGaussian() / 7; // wavelengths of some 40 mm
                }
                wave[v][4 * n + 3] = random.nextDouble(2 * Math.PI);
            }
        }
        short[] labels = new short[bodyDepth.length];
        for (int k = 0; k < canvas.size.k(); k++) {
            for (int j = 0; j < canvas.size.j(); j++) {
                for (int i = 0; i < columns; i++) {
                    int at = canvas.index(i, j, k);
                    int v = owner[at] - 1; // the first in the column is cut by the edge of the scan
                    if (v < 0 || v >= whole || bodyDepth[at] < -3) {
                        continue;
                    }
                    double away = bodyDepth[at] > 3
                            ? 0
                            : habitMm + jump[v][i] + waveMm * wander(wave[v], canvas, i, j, k);
                    if (bodyDepth[at] + away > 0) {
                        labels[at] = (short) column.whole().get(v).level().label();
                    }
                }
            }
        }
        return labels;
    }

    /// Variance 1.
    private static double wander(double[] wave, Canvas canvas, int i, int j, int k) {
        double x = canvas.place(0, i);
        double y = canvas.place(1, j);
        double z = canvas.place(2, k);
        double sum = 0;
        for (int n = 0; n < WAVES; n++) {
            sum += Math.cos(wave[4 * n] * x + wave[4 * n + 1] * y + wave[4 * n + 2] * z + wave[4 * n + 3]);
        }
        return sum * Math.sqrt(2.0 / WAVES);
    }
}
