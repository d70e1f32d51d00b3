package org.trabecula.radiomics.filter;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.radiomics.settings.ImageType.LocalBinaryPattern3D;

/// Local binary patterns on a sphere around each voxel, made independent of direction by spherical harmonics.
///
/// ```
/// bit(v)  = 1 where the spline's value at voxel + v ≥ the voxel's, v the points of an icosphere
/// c_nm    = Σ_v bit(v) Y_nm(v)           f_n(v) = Σ_m c_nm Y_nm(v)
/// m(n+1)  = Re √(Σ_v f_n(v)²)            complex squares; one image per degree n = 0 … levels − 1
/// k       = m₄/m₂² − 3 of the values on the sphere; not a number where they are all equal
/// ```
///
/// The three numbers of a point are added to the voxel's (k, j, i): i and k are swapped, spacing plays no part, as in
/// PyRadiomics. Its polar and azimuth angles reach SciPy in swapped roles, which is kept too. In images of whole numbers the
/// spline's values are rounded, halves away from zero.
///
/// Source: Banerjee et al. 2012, doi:10.1007/978-3-642-33418-4_22; PyRadiomics `imageoperations.getLBP3DImage`.
final class LocalBinaryPattern3DFilter implements ImageFilter {
    private final int levels;
    private final double[][] points;
    /// Real and imaginary parts of Y_nm at each point: [n][m + n][2·point].
    private final double[][][] harmonics;

    LocalBinaryPattern3DFilter(LocalBinaryPattern3D settings) {
        levels = settings.levels();
        points = Icosphere.points(settings.radius(), settings.subdivision());
        double[][] angles = IcosphereAngles.of(points, settings.radius());
        harmonics = new double[levels][][];
        for (int n = 0; n < levels; n++) {
            harmonics[n] = new double[2 * n + 1][2 * points.length];
            for (int m = -n; m <= n; m++) {
                for (int v = 0; v < points.length; v++) {
                    double[] y = SphericalHarmonics.of(n, m, angles[v][0], angles[v][1]);
                    harmonics[n][m + n][2 * v] = y[0];
                    harmonics[n][m + n][2 * v + 1] = y[1];
                }
            }
        }
    }

    @Override
    public List<DerivedImage> derive(FilterInput input) {
        Box box = input.box();
        Size size = box.size();
        int voxels = Math.toIntExact(size.voxels());
        double[][] images = new double[levels + 1][voxels];
        SphereRows spheres = new SphereRows(input, points);
        double[] samples = new double[points.length];
        boolean[] bits = new boolean[points.length];
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                spheres.go(j, k);
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    double centre = input.values()[input.index(i, j, k)];
                    for (int v = 0; v < points.length; v++) {
                        samples[v] = toType(input, spheres.value(v, i));
                        bits[v] = samples[v] >= centre;
                    }
                    for (int n = 0; n < levels; n++) {
                        images[n][at] = power(harmonics[n], bits);
                    }
                    images[levels][at] = input.float32() ? Kurtosis.in32Bits(samples) : Kurtosis.of(samples);
                }
            }
        }
        List<DerivedImage> derived = new ArrayList<>();
        for (int n = 0; n < levels; n++) {
            derived.add(new DerivedImage("lbp-3D-m" + (n + 1), images[n], false));
        }
        derived.add(new DerivedImage("lbp-3D-k", images[levels], false, true));
        return derived;
    }

    /// The spline's values around all voxels of a row of the box, which share what the spline takes of the other two axes.
    private static final class SphereRows {
        private final MirroredSpline spline;
        private final Box box;
        private final MirroredSpline.Places[][] places;
        private final double[][] values;

        SphereRows(FilterInput input, double[][] points) {
            box = input.box();
            spline = new MirroredSpline(input.values(), input.size());
            places = new MirroredSpline.Places[points.length][];
            values = new double[points.length][box.size().i()];
            for (int v = 0; v < points.length; v++) {
                places[v] = new MirroredSpline.Places[] {
                    spline.places(0, box.iMin(), box.size().i(), points[v][2]), spline.places(1, box.jMin(), box.size().j(), points[v][1]),
                    spline.places(2, box.kMin(), box.size().k(), points[v][0])
                };
            }
        }

        void go(int j, int k) {
            for (int v = 0; v < places.length; v++) {
                spline.row(places[v][0], places[v][1], j - box.jMin(), places[v][2], k - box.kMin(), values[v]);
            }
        }

        double value(int point, int i) {
            return values[point][i - box.iMin()];
        }
    }

    private static double toType(FilterInput input, double value) {
        if (input.integer()) {
            return value > 0 ? Math.floor(value + 0.5) : Math.ceil(value - 0.5);
        }
        return input.float32() ? (float) value : value;
    }

    /// Re √(Σ_v (Σ_m c_m Y_m(v))²) of one degree.
    private static double power(double[][] y, boolean[] bits) {
        double[] real = new double[bits.length];
        double[] imaginary = new double[bits.length];
        for (double[] ym : y) {
            double cReal = 0;
            double cImaginary = 0;
            for (int v = 0; v < bits.length; v++) {
                if (bits[v]) {
                    cReal += ym[2 * v];
                    cImaginary += ym[2 * v + 1];
                }
            }
            for (int v = 0; v < bits.length; v++) {
                real[v] += cReal * ym[2 * v] - cImaginary * ym[2 * v + 1];
                imaginary[v] += cReal * ym[2 * v + 1] + cImaginary * ym[2 * v];
            }
        }
        double sumReal = 0;
        double sumImaginary = 0;
        for (int v = 0; v < bits.length; v++) {
            sumReal += real[v] * real[v] - imaginary[v] * imaginary[v];
            sumImaginary += 2 * real[v] * imaginary[v];
        }
        double size = sumImaginary == 0 ? Math.abs(sumReal) : Math.hypot(sumReal, sumImaginary); // the same, and seldom asked for
        return Math.sqrt((size + sumReal) / 2);
    }
}
