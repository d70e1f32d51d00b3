package org.trabecula.phantom;

import java.util.SplittableRandom;

/// Two independent Gaussian random fields with the power spectrum of trabecular bone: mean 0, variance 1, periodic.
///
/// ```
/// P(f) ∝ (f_0² + f_x² + f_y² + (STRETCH · f_z)²)^(−SLOPE/2)
/// ```
///
/// White complex noise is shaped by √P in the frequency domain; real and imaginary part of its transform are the two
/// fields. A power law over the range that CT resolves is what trabecular texture shows (Geraets and van der Stelt,
/// Dentomaxillofac Radiol 29 (2000) 144–153); the corner f_0 keeps the variance finite, the stretch makes the texture run along the
/// load.
final class TextureField {
    static final double SLOPE = 2.6;
    static final double STRETCH = 1.8;
    /// Cycles per mm.
    static final double CORNER = 1 / 16.0;

    private final int edge;
    private final double voxelMm;
    private final float[] first;
    private final float[] second;

    private TextureField(int edge, double voxelMm, float[] first, float[] second) {
        this.edge = edge;
        this.voxelMm = voxelMm;
        this.first = first;
        this.second = second;
    }

    /// @param edge    voxels along each edge, a power of two
    /// @param voxelMm their size
    static TextureField draw(int edge, double voxelMm, SplittableRandom random) {
        int n = edge * edge * edge;
        double[] re = new double[n];
        double[] im = new double[n];
        double cyclesPerMm = 1 / (edge * voxelMm);
        double power = 0;
        int at = 0;
        for (int k = 0; k < edge; k++) {
            double fz = STRETCH * frequency(k, edge) * cyclesPerMm;
            for (int j = 0; j < edge; j++) {
                double fy = frequency(j, edge) * cyclesPerMm;
                for (int i = 0; i < edge; i++, at++) {
                    double fx = frequency(i, edge) * cyclesPerMm;
                    double p = at == 0 ? 0 : Math.pow(CORNER * CORNER + fx * fx + fy * fy + fz * fz, -SLOPE / 2);
                    double amplitude = Math.sqrt(p);
                    re[at] = amplitude * random.nextGaussian();
                    im[at] = amplitude * random.nextGaussian();
                    power += p;
                }
            }
        }
        Fourier.cube(re, im, edge);
        return new TextureField(edge, voxelMm, scaled(re, power), scaled(im, power));
    }

    private static double frequency(int index, int edge) {
        return index <= edge / 2 ? index : index - edge;
    }

    /// Each value is a sum of `re·cos − im·sin` over all frequencies, so its variance is the summed power.
    private static float[] scaled(double[] values, double power) {
        double scale = 1 / Math.sqrt(power);
        float[] field = new float[values.length];
        for (int n = 0; n < field.length; n++) {
            field[n] = (float) (scale * values[n]);
        }
        return field;
    }

    /// The value at a place in mm, linear between voxels.
    ///
    /// @param which 0 or 1: one of the two fields
    double at(int which, double xMm, double yMm, double zMm) {
        float[] field = which == 0 ? first : second;
        double x = xMm / voxelMm;
        double y = yMm / voxelMm;
        double z = zMm / voxelMm;
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        int k = (int) Math.floor(z);
        double a = x - i;
        double b = y - j;
        double c = z - k;
        int last = edge - 1; // the edge is a power of two: masking wraps around
        int i0 = i & last;
        int i1 = (i + 1) & last;
        int j0 = (j & last) * edge;
        int j1 = ((j + 1) & last) * edge;
        int k0 = (k & last) * edge * edge;
        int k1 = ((k + 1) & last) * edge * edge;
        double front = mix(
                mix(field[k0 + j0 + i0], field[k0 + j0 + i1], a), mix(field[k0 + j1 + i0], field[k0 + j1 + i1], a), b);
        double back = mix(
                mix(field[k1 + j0 + i0], field[k1 + j0 + i1], a), mix(field[k1 + j1 + i0], field[k1 + j1 + i1], a), b);
        return mix(front, back, c);
    }

    private static double mix(double low, double high, double share) {
        return low + share * (high - low);
    }
}
