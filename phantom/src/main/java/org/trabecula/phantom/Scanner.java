package org.trabecula.phantom;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.trabecula.image.Grid;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;

/// How one patient was scanned. Nothing here knows a stage.
///
/// @param spacing    voxel size along left–right, front–back, feet–head
/// @param blurMm     standard deviation of the in-plane point spread
/// @param noiseHu    standard deviation of the noise in the stored image
/// @param gain       slope of the site's calibration, near 1
/// @param offsetHu   offset of the site's calibration
/// @param flips      signs (+1 or −1) of the stored axes i, j, k along left, back and head
/// @param tableMm    where the scanner's origin lies in the patient's frame
/// @param obliqueRad turn of the stored grid about the left–right axis, 0 for most
record Scanner(
        Spacing spacing, double blurMm, double noiseHu, double gain, double offsetHu, int[] flips, PointMm tableMm, double obliqueRad) {
    /// Standard deviation of the slice profile, in slices: a box one slice wide has 1/√12 = 0.29, a detector adds to it.
    private static final double SLICE_PROFILE = 0.35;

    private static final double USUAL_BLUR_MM = 0.6;
    private static final double SHARPEST_MM = 0.2;
    private static final double USUAL_NOISE_HU = 27;
    private static final double QUIETEST_HU = 5;

    /// Draws a patient's scanner; a site's kernel, noise level and calibration come from the site's own stream.
    ///
    /// @param spread how far sites lie from the usual scanner, 1 as they are drawn
    static Scanner draw(Spacing nominal, double spread, SplittableRandom site, SplittableRandom patient) {
        double blurMm = Math.max(SHARPEST_MM, spread(site.nextDouble(0.45, 0.75), USUAL_BLUR_MM, spread));
        double siteNoiseHu = Math.max(QUIETEST_HU, spread(site.nextDouble(20, 34), USUAL_NOISE_HU, spread));
        double gain = spread(1 + 0.015 * site.nextGaussian(), 1, spread);
        double offsetHu = spread(3 * site.nextGaussian(), 0, spread);
        double inPlane = patient.nextDouble(0.92, 1.08);
        Spacing spacing = new Spacing(nominal.iMm() * inPlane, nominal.jMm() * inPlane, nominal.kMm());
        double noiseHu = siteNoiseHu * patient.nextDouble(0.8, 1.25);
        int[] flips = switch (patient.nextInt(10)) {
            case 0, 1 -> new int[] {-1, -1, 1}; // RAS order, as much research software writes it
            case 2 -> new int[] {1, 1, -1}; // head first slice
            case 3 -> new int[] {-1, 1, 1}; // mirrored storage
            default -> new int[] {1, 1, 1};
        };
        double obliqueRad = patient.nextInt(5) == 0 ? Math.toRadians(patient.nextDouble(-8, 8)) : 0;
        PointMm tableMm = new PointMm(
                patient.nextDouble(-15, 15), patient.nextDouble(-160, -90), patient.nextDouble(-900, 300));
        return new Scanner(spacing, blurMm, noiseHu, gain, offsetHu, flips, tableMm, obliqueRad);
    }

    /// Exactly as drawn at 1, so that cohorts without the setting keep their bytes.
    private static double spread(double drawn, double usual, double spread) {
        return spread == 1 ? drawn : usual + spread * (drawn - usual);
    }

    /// The directions of the stored grid (LPS).
    private Mat3 direction() {
        return turn().times(Mat3.diagonal(flips[0], flips[1], flips[2]));
    }

    private Mat3 turn() {
        double c = Math.cos(obliqueRad);
        double s = Math.sin(obliqueRad);
        return new Mat3(1, 0, 0, 0, c, -s, 0, s, c);
    }

    /// Where the first stored voxel lies.
    private PointMm origin(Canvas canvas) {
        double[] first = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            first[axis] = canvas.place(axis, flips[axis] > 0 ? 0 : canvas.size.along(axis) - 1);
        }
        Mat3 m = turn();
        return new PointMm(
                tableMm.x() + m.xx() * first[0] + m.xy() * first[1] + m.xz() * first[2],
                tableMm.y() + m.yx() * first[0] + m.yy() * first[1] + m.yz() * first[2],
                tableMm.z() + m.zx() * first[0] + m.zy() * first[1] + m.zz() * first[2]);
    }

    /// Blurs, adds noise, calibrates and stores what was painted, together with its outlines.
    PhantomScan scan(
            Canvas canvas,
            short[] first,
            short @Nullable [] intra,
            short @Nullable [] inter,
            SplittableRandom random) {
        Size size = canvas.size;
        float[] hu = canvas.hu;
        double[] inPlane = PointSpread.gaussian(blurMm / spacing.iMm());
        double[] slices = PointSpread.gaussian(SLICE_PROFILE);
        // noise is added before the kernel smooths it, as in a scanner; what the kernel takes is given beforehand
        double passed = PointSpread.energy(inPlane) * Math.sqrt(PointSpread.energy(slices));
        double noiseBefore = noiseHu / passed;
        for (int at = 0; at < hu.length; at++) {
            hu[at] += (float) (noiseBefore * random.nextGaussian());
        }
        PointSpread.along(hu, size, 0, inPlane);
        PointSpread.along(hu, size, 1, inPlane);
        PointSpread.along(hu, size, 2, slices);
        short[] stored = new short[hu.length];
        for (int at = 0; at < hu.length; at++) {
            double value = gain * hu[at] + offsetHu;
            stored[at] = (short) Math.max(-1024, Math.min(3071, Math.round(value)));
        }
        Grid grid = grid(canvas);
        return new PhantomScan(
                Volume.ofShorts(grid, flipped(stored, size)),
                labels(grid, first),
                intra == null ? null : labels(grid, intra),
                inter == null ? null : labels(grid, inter));
    }

    /// Labels painted over the canvas, as the scanner stores them.
    Volume labels(Canvas canvas, short[] labels) {
        return labels(grid(canvas), labels);
    }

    private Grid grid(Canvas canvas) {
        return new Grid(canvas.size, spacing, origin(canvas), direction());
    }

    private Volume labels(Grid grid, short[] labels) {
        short[] stored = flipped(labels, grid.size());
        return new Volume(grid, grid.wholeBox(), VoxelType.UINT8, new Volume.Voxels.OfShort(stored));
    }

    /// The voxels in stored order: an axis whose sign is −1 runs backwards.
    private short[] flipped(short[] values, Size size) {
        short[] stored = new short[values.length];
        int to = 0;
        for (int k = 0; k < size.k(); k++) {
            int kFrom = flips[2] > 0 ? k : size.k() - 1 - k;
            for (int j = 0; j < size.j(); j++) {
                int jFrom = flips[1] > 0 ? j : size.j() - 1 - j;
                int row = size.i() * (jFrom + size.j() * kFrom);
                for (int i = 0; i < size.i(); i++) {
                    stored[to++] = values[row + (flips[0] > 0 ? i : size.i() - 1 - i)];
                }
            }
        }
        return stored;
    }
}
