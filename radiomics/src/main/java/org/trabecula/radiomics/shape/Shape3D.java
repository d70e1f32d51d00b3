package org.trabecula.radiomics.shape;

import java.util.List;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Size and form of a region.
///
/// ```
/// MeshVolume V, SurfaceArea A        of the mesh (CubeMesh), mm³, mm²
/// VoxelVolume                        N · voxel volume, mm³
/// SurfaceVolumeRatio                 A / V, 1/mm
/// Sphericity                         (36 π V²)^(1/3) / A, in (0, 1]
/// Maximum3DDiameter, …2DDiameter…    largest distances between mesh vertices, mm (Diameters)
/// Major-, Minor-, LeastAxisLength    4 √λ₁, 4 √λ₂, 4 √λ₃, mm (PrincipalAxes)
/// Elongation, Flatness               √(λ₂/λ₁), √(λ₃/λ₁), in [0, 1]; 1 is round, 0 is a line or a sheet
/// Compactness1, Compactness2         V / (√π A^1.5), 36 π V² / A³       only when named
/// SphericalDisproportion             1 / Sphericity                     only when named
/// ```
///
/// Several parts are one region; holes have surfaces. Source: PyRadiomics `shape.py`; IBSI "Morphological features".
public final class Shape3D {
    /// PyRadiomics' names in its order.
    public static final List<String> NAMES = List.of(
            "Elongation",
            "Flatness",
            "LeastAxisLength",
            "MajorAxisLength",
            "Maximum2DDiameterColumn",
            "Maximum2DDiameterRow",
            "Maximum2DDiameterSlice",
            "Maximum3DDiameter",
            "MeshVolume",
            "MinorAxisLength",
            "Sphericity",
            "SurfaceArea",
            "SurfaceVolumeRatio",
            "VoxelVolume");

    /// Computed only when named: each follows from Sphericity.
    public static final List<String> ONLY_WHEN_NAMED = List.of("Compactness1", "Compactness2", "SphericalDisproportion");

    private Shape3D() {}

    /// One value per name of [#NAMES], then of [#ONLY_WHEN_NAMED].
    ///
    /// @param flags one per voxel of a box, i fastest; at least one is set
    public static double[] features(boolean[] flags, Size size, Spacing spacing) {
        RegionBits region = new RegionBits(flags, size);
        CubeMesh mesh = CubeMesh.of(region, spacing);
        Diameters diameters = Diameters.of(region, spacing);
        PrincipalAxes axes = PrincipalAxes.of(flags, size, spacing);
        long voxels = 0;
        for (boolean in : flags) {
            voxels += in ? 1 : 0;
        }
        double v = mesh.volumeMm3();
        double a = mesh.areaMm2();
        double sphericity = Math.cbrt(36 * Math.PI * v * v) / a;
        return new double[] {
            Math.sqrt(axes.second() / axes.first()),
            Math.sqrt(axes.third() / axes.first()),
            4 * Math.sqrt(axes.third()),
            4 * Math.sqrt(axes.first()),
            diameters.column(),
            diameters.row(),
            diameters.slice(),
            diameters.maximum3D(),
            v,
            4 * Math.sqrt(axes.second()),
            sphericity,
            a,
            a / v,
            voxels * spacing.voxelVolumeMm3(),
            v / (Math.sqrt(Math.PI) * Math.pow(a, 1.5)),
            36 * Math.PI * v * v / (a * a * a),
            1 / sphericity
        };
    }
}
