package org.trabecula.radiomics.ibsi;

import java.util.Optional;
import org.trabecula.image.Mask;
import org.trabecula.radiomics.ibsi.morphology.CentreOfMassShift;
import org.trabecula.radiomics.ibsi.morphology.ConvexHull;
import org.trabecula.radiomics.ibsi.morphology.Ellipsoid;
import org.trabecula.radiomics.ibsi.morphology.EnclosingBox;
import org.trabecula.radiomics.ibsi.morphology.CentreAxes;
import org.trabecula.radiomics.ibsi.morphology.SpatialAutocorrelation;
import org.trabecula.radiomics.ibsi.morphology.SurfaceMesh;

/// Morphology — IBSI `HCUG`. V and A are the mesh's volume and area.
///
/// ```
/// compactness 1 = V / (√π A^(3/2))          sphericity = (36π V²)^⅓ / A
/// compactness 2 = 36π V² / A³               asphericity = (A³ / 36π V²)^⅓ − 1
/// spherical disproportion = A / (36π V²)^⅓  density of a body = V / its volume, A / its area
/// integrated intensity = V · mean of the intensity mask
/// ```
///
/// Source: IBSI reference manual, "Morphological features".
final class ShapeFamily {
    private static final String ONE_VOXEL = "one voxel has no axes";
    private static final String FLAT = "the region is one voxel thick: its ellipsoid has no volume";
    private static final String EMPTY = "no voxel is left in the intensity mask";

    private ShapeFamily() {}

    static void put(IbsiRegion region, FeatureValues values, int jobs) {
        Mask shape = region.shape();
        SurfaceMesh mesh = SurfaceMesh.of(shape);
        double volume = mesh.volumeMm3();
        double area = mesh.areaMm2();
        double sphereArea = Math.cbrt(36 * Math.PI * volume * volume);
        values.put(IbsiFeature.MORPH_VOLUME, volume);
        values.put(IbsiFeature.MORPH_VOL_APPROX, shape.volumeMm3());
        values.put(IbsiFeature.MORPH_AREA_MESH, area);
        values.put(IbsiFeature.MORPH_AV, area / volume);
        values.put(IbsiFeature.MORPH_COMP_1, volume / (Math.sqrt(Math.PI) * Math.pow(area, 1.5)));
        values.put(IbsiFeature.MORPH_COMP_2, 36 * Math.PI * volume * volume / (area * area * area));
        values.put(IbsiFeature.MORPH_SPH_DISPR, area / sphereArea);
        values.put(IbsiFeature.MORPH_SPHERICITY, sphereArea / area);
        values.put(IbsiFeature.MORPH_ASPHERICITY, area / sphereArea - 1);
        putShift(region, values);
        ConvexHull hull = ConvexHull.of(shape);
        values.put(IbsiFeature.MORPH_DIAM, hull.diameterMm());
        CentreAxes axes = CentreAxes.of(shape);
        putAxes(axes, values);
        putDensities(mesh, hull, axes, values);
        putIntensity(region, volume, values, jobs);
    }

    private static void putShift(IbsiRegion region, FeatureValues values) {
        double shift = region.intensity()
                .map(mask -> CentreOfMassShift.ofMm(region.image(), region.shape(), mask))
                .orElse(Double.NaN);
        values.put(
                IbsiFeature.MORPH_COM, shift, region.intensity().isEmpty() ? EMPTY : "the intensities add up to 0");
    }

    private static void putAxes(CentreAxes axes, FeatureValues values) {
        values.put(IbsiFeature.MORPH_PCA_MAJ_AXIS, axes.majorMm(), ONE_VOXEL);
        values.put(IbsiFeature.MORPH_PCA_MIN_AXIS, axes.minorMm(), ONE_VOXEL);
        values.put(IbsiFeature.MORPH_PCA_LEAST_AXIS, axes.leastMm(), ONE_VOXEL);
        values.put(IbsiFeature.MORPH_PCA_ELONGATION, axes.elongation(), ONE_VOXEL);
        values.put(IbsiFeature.MORPH_PCA_FLATNESS, axes.flatness(), ONE_VOXEL);
    }

    private static void putDensities(SurfaceMesh mesh, ConvexHull hull, CentreAxes axes, FeatureValues values) {
        double volume = mesh.volumeMm3();
        double area = mesh.areaMm2();
        EnclosingBox aligned = EnclosingBox.aligned(hull);
        EnclosingBox oriented = EnclosingBox.oriented(hull);
        Ellipsoid approximate = axes.ellipsoid();
        Ellipsoid enclosing = Ellipsoid.enclosing(hull);
        values.put(IbsiFeature.MORPH_VOL_DENS_AABB, volume / aligned.volumeMm3());
        values.put(IbsiFeature.MORPH_AREA_DENS_AABB, area / aligned.areaMm2());
        values.put(IbsiFeature.MORPH_VOL_DENS_OMBB, volume / oriented.volumeMm3());
        values.put(IbsiFeature.MORPH_AREA_DENS_OMBB, area / oriented.areaMm2());
        values.put(IbsiFeature.MORPH_VOL_DENS_AEE, volume / approximate.volumeMm3(), FLAT);
        values.put(IbsiFeature.MORPH_AREA_DENS_AEE, area / approximate.areaMm2(), ONE_VOXEL);
        values.put(IbsiFeature.MORPH_VOL_DENS_MVEE, volume / enclosing.volumeMm3());
        values.put(IbsiFeature.MORPH_AREA_DENS_MVEE, area / enclosing.areaMm2());
        values.put(IbsiFeature.MORPH_VOL_DENS_CONV_HULL, volume / hull.volumeMm3());
        values.put(IbsiFeature.MORPH_AREA_DENS_CONV_HULL, area / hull.areaMm2());
    }

    private static void putIntensity(IbsiRegion region, double volume, FeatureValues values, int jobs) {
        double[] intensities = region.intensities();
        double sum = 0;
        for (double x : intensities) {
            sum += x;
        }
        values.put(IbsiFeature.MORPH_INTEG_INT, volume * (sum / intensities.length), EMPTY);
        Optional<String> whyNot = region.intensity()
                .map(mask -> SpatialAutocorrelation.whyNot(region.image(), mask))
                .orElse(Optional.of(EMPTY));
        SpatialAutocorrelation spatial = whyNot.isPresent()
                ? new SpatialAutocorrelation(Double.NaN, Double.NaN)
                : SpatialAutocorrelation.of(region.image(), region.intensity().orElseThrow(), jobs);
        String reason = whyNot.orElse("the intensities are not all finite");
        values.put(IbsiFeature.MORPH_MORAN_I, spatial.moransI(), reason);
        values.put(IbsiFeature.MORPH_GEARY_C, spatial.gearysC(), reason);
    }
}
