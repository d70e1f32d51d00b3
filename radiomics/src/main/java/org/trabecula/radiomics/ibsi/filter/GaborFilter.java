package org.trabecula.radiomics.ibsi.filter;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.trabecula.core.Parallel;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.ibsi.fourier.ComplexLattice;

/// The modulus of a complex Gabor response in planes — IBSI `Q88H`.
///
/// ```
/// g(x, y) = exp(−(a² + γ² b²) / 2σ² + 2πi·a/λ),   a = x cos θ + y sin θ,   b = −x sin θ + y cos θ
/// ```
///
/// without normalisation, on a square that reaches 7σ, or 7σ/γ when γ < 1 (beyond it the Gaussian is below 3e-11).
/// Responses of several θ, and of several planes, are pooled after the modulus.
///
/// Such a kernel is not a product of one-dimensional ones and has up to (14σ)² points, so the convolution is a product of
/// Fourier transforms, plane by plane; the plane is first continued by the kernel's reach, so nothing wraps round.
///
/// Source: IBSI 2 manual, "Gabor filters".
///
/// @param sigmaMm  σ
/// @param lambdaMm λ
/// @param gamma    γ, the ellipticity
/// @param thetaRad θ: one, or several to pool
/// @param planes   the planes to work in
/// @param pooling  over orientations and planes
public record GaborFilter(
        double sigmaMm,
        double lambdaMm,
        double gamma,
        List<Double> thetaRad,
        Planes planes,
        Pooling pooling,
        Boundary boundary)
        implements Filter {
    private static final double REACH_SIGMAS = 7;

    /// In which planes the filter works.
    public enum Planes {
        /// Slices: x and y.
        XY,
        /// xy, yz and xz, pooled.
        ORTHOGONAL
    }

    public GaborFilter {
        if (!(sigmaMm > 0) || !(lambdaMm > 0) || !(gamma > 0)) {
            throw new IllegalArgumentException(
                    "σ, λ, γ must be > 0, got " + sigmaMm + " mm, " + lambdaMm + " mm, " + gamma);
        }
        thetaRad = List.copyOf(thetaRad);
        if (thetaRad.isEmpty()) {
            throw new IllegalArgumentException("at least one orientation is needed");
        }
    }

    /// 0, step, 2·step, … below π.
    public static List<Double> orientations(double stepRad) {
        int count = (int) Math.ceil(Math.PI / stepRad - 1e-9);
        return IntStream.range(0, count)
                .mapToObj(n -> n * stepRad)
                .toList();
    }

    @Override
    public OptionalInt reachVoxels(Grid grid, int axis) {
        int axes = planes == Planes.XY ? 2 : 3;
        return Vicinity.reach(reach(voxelMm(grid)), axis, axes, boundary);
    }

    @Override
    public Volume respond(Volume image, Box wanted, int jobs) {
        double[] pooled = new double[Math.toIntExact(wanted.size().voxels())];
        if (pooling == Pooling.MAXIMUM) {
            Arrays.fill(pooled, Double.NEGATIVE_INFINITY);
        }
        Field response = new Field(wanted.size(), pooled);
        poolPlanes(image, wanted, 0, 1, response, jobs);
        if (planes == Planes.ORTHOGONAL) {
            poolPlanes(image, wanted, 1, 2, response, jobs);
            poolPlanes(image, wanted, 0, 2, response, jobs);
        }
        pooling.finish(pooled, thetaRad.size() * (planes == Planes.XY ? 1 : 3));
        return response.onto(image.grid(), wanted);
    }

    /// Pools the responses in all planes of the wanted box that are spanned by axes x and y.
    private void poolPlanes(Volume image, Box wanted, int x, int y, Field response, int jobs) {
        double voxelMm = voxelMm(image.grid());
        GaborPlanes cut = new GaborPlanes(image, wanted, x, y, reach(voxelMm), boundary);
        List<ComplexLattice> kernels = thetaRad.stream()
                .map(theta -> cut.kernel(sigmaMm / voxelMm, lambdaMm / voxelMm, gamma, theta))
                .toList();
        Parallel.forEach(
                cut.count(), jobs, plane -> cut.poolModulus(plane, kernels, pooling, response));
    }

    private double voxelMm(Grid grid) {
        return IsotropicSpacing.of(grid, planes == Planes.XY ? Dimensions.SLICES_2D : Dimensions.VOLUME_3D);
    }

    private int reach(double voxelMm) {
        return (int) Math.ceil(REACH_SIGMAS * sigmaMm / voxelMm / Math.min(1, gamma));
    }
}
