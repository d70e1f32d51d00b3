package org.trabecula.radiomics.shape;

import java.util.List;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Size and form of a region in one slice.
///
/// ```
/// MeshSurface A, Perimeter P      of the outline (SquareOutline), mm², mm
/// PixelSurface                    N · pixel area, mm²
/// PerimeterSurfaceRatio           P / A, 1/mm
/// Sphericity                      2 √(π A) / P, in (0, 1]
/// MaximumDiameter                 largest distance between outline vertices, mm
/// Major-, MinorAxisLength         4 √λ₁, 4 √λ₂, mm;  Elongation √(λ₂/λ₁)
/// SphericalDisproportion          1 / Sphericity, only when named
/// ```
///
/// Source: PyRadiomics `shape2D.py`.
public final class Shape2D {
    /// PyRadiomics' names in its order.
    public static final List<String> NAMES = List.of(
            "Elongation",
            "MajorAxisLength",
            "MaximumDiameter",
            "MeshSurface",
            "MinorAxisLength",
            "Perimeter",
            "PerimeterSurfaceRatio",
            "PixelSurface",
            "Sphericity");

    /// Computed only when named.
    public static final List<String> ONLY_WHEN_NAMED = List.of("SphericalDisproportion");

    private Shape2D() {}

    /// One value per name of [#NAMES], then of [#ONLY_WHEN_NAMED].
    ///
    /// @param flags one per voxel of a box, i fastest; at least one is set
    /// @param size  1 along `axis`
    /// @param axis  across the slice: 0 (i), 1 (j) or 2 (k)
    public static double[] features(boolean[] flags, Size size, Spacing spacing, int axis) {
        if (size.along(axis) != 1) {
            throw new IllegalArgumentException("2D shape needs one slice across axis " + axis + ", got " + size);
        }
        RegionBits region = new RegionBits(flags, size);
        SquareOutline outline = SquareOutline.of(region, spacing, axis);
        PrincipalAxes axes = PrincipalAxes.of(flags, size, spacing);
        int lines = axis == 0 ? 1 : 0;
        double diameter = Diameters.inPlanes(Vertices.outermost(region, lines).hullCorners(axis), axis, spacing);
        long pixels = 0;
        for (boolean in : flags) {
            pixels += in ? 1 : 0;
        }
        double a = outline.areaMm2();
        double p = outline.perimeterMm();
        double sphericity = 2 * Math.sqrt(Math.PI * a) / p;
        return new double[] {
            Math.sqrt(axes.second() / axes.first()),
            4 * Math.sqrt(axes.first()),
            diameter,
            a,
            4 * Math.sqrt(axes.second()),
            p,
            p / a,
            pixels * spacing.voxelVolumeMm3() / spacing.along(axis),
            sphericity,
            1 / sphericity
        };
    }
}
