package org.trabecula.radiomics.ibsi.filter;

import java.util.List;
import org.trabecula.core.Parallel;
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
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(n -> n * stepRad)
                .toList();
    }

    @Override
    public Volume respond(Volume image, int jobs) {
        Dimensions isotropic = planes == Planes.XY ? Dimensions.SLICES_2D : Dimensions.VOLUME_3D;
        double voxelMm = IsotropicSpacing.of(image.grid(), isotropic);
        Field field = Field.of(image);
        double[] pooled = new double[field.values.length];
        if (pooling == Pooling.MAXIMUM) {
            java.util.Arrays.fill(pooled, Double.NEGATIVE_INFINITY);
        }
        poolPlanes(field, 0, 1, voxelMm, pooled, jobs);
        if (planes == Planes.ORTHOGONAL) {
            poolPlanes(field, 1, 2, voxelMm, pooled, jobs);
            poolPlanes(field, 0, 2, voxelMm, pooled, jobs);
        }
        pooling.finish(pooled, thetaRad.size() * (planes == Planes.XY ? 1 : 3));
        return new Field(field.size, pooled).onto(image);
    }

    /// Pools the responses in all planes spanned by axes x and y of the field.
    private void poolPlanes(Field field, int x, int y, double voxelMm, double[] pooled, int jobs) {
        int reach = (int) Math.ceil(REACH_SIGMAS * sigmaMm / voxelMm / Math.min(1, gamma));
        GaborPlane plane = new GaborPlane(field.size.along(x), field.size.along(y), reach, boundary);
        List<ComplexLattice> kernels = thetaRad.stream()
                .map(theta -> plane.kernel(sigmaMm / voxelMm, lambdaMm / voxelMm, gamma, theta))
                .toList();
        int across = 3 - x - y;
        Parallel.forEach(field.size.along(across), jobs, slice -> plane.poolModulus(
                field, slice * field.stride(across), field.stride(x), field.stride(y), kernels, pooling, pooled));
    }
}
