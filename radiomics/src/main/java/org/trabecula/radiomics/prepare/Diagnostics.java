package org.trabecula.radiomics.prepare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.MaskPieces;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.settings.Settings;
import org.trabecula.radiomics.settings.SettingsText;

/// What image and mask were at each stage, under PyRadiomics' column names and in its order.
///
/// Left out: hashes and versions of Python libraries, and the statistics of the scan where only a part of it was read.
public final class Diagnostics {
    private final Map<String, String> entries = new LinkedHashMap<>();

    /// Begins with what was asked for.
    public Diagnostics(Settings settings) {
        entries.put("diagnostics_Versions_PyRadiomics", "3.1.0+111 (8ed5793), as computed by Trabecula");
        entries.put("diagnostics_Configuration_Settings", SettingsText.setting(settings));
        entries.put("diagnostics_Configuration_EnabledImageTypes", SettingsText.imageType(settings));
    }

    /// By column name, in order.
    public Map<String, String> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /// The scan as it was given.
    void scan(Grid grid) {
        entries.put("diagnostics_Image-original_Dimensionality", "3D");
        grid("Image-original", grid);
    }

    /// The statistics of all that is held.
    void values(String what, Volume image) {
        values(what, image.toDoubles());
    }

    void grid(String what, Grid grid) {
        entries.put("diagnostics_" + what + "_Spacing", text(grid.spacing()));
        entries.put("diagnostics_" + what + "_Size", text(grid.size()));
    }

    void mask(String stage, Mask mask) {
        String what = "Mask-" + stage;
        grid(what, mask.grid());
        Box box = mask.box();
        Size size = box.size();
        String prefix = "diagnostics_" + what;
        entries.put(
                prefix + "_BoundingBox",
                "(" + box.iMin() + ", " + box.jMin() + ", " + box.kMin() + ", " + size.i() + ", " + size.j() + ", "
                        + size.k() + ")");
        entries.put(prefix + "_VoxelNum", Integer.toString(mask.voxelCount()));
        entries.put(prefix + "_VolumeNum", Integer.toString(MaskPieces.sizes(mask).size()));
        double[] centre = centre(mask);
        PointMm world = mask.grid().toWorld(centre[0], centre[1], centre[2]);
        entries.put(prefix + "_CenterOfMassIndex", text(centre[0], centre[1], centre[2]));
        entries.put(prefix + "_CenterOfMass", text(world.x(), world.y(), world.z()));
    }

    /// A region and the values in it.
    void mask(String stage, Mask mask, Volume image) {
        mask(stage, mask);
        double[] box = image.toDoubles(mask.box());
        values("Mask-" + stage, new RegionValues(mask).of(box));
    }

    private void values(String what, double[] values) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        entries.put("diagnostics_" + what + "_Mean", Double.toString(sum / values.length));
        entries.put("diagnostics_" + what + "_Minimum", Double.toString(min));
        entries.put("diagnostics_" + what + "_Maximum", Double.toString(max));
    }

    private static double[] centre(Mask mask) {
        boolean[] inside = mask.toFlags();
        Box box = mask.box();
        long i = 0;
        long j = 0;
        long k = 0;
        int at = 0;
        for (int nk = box.kMin(); nk <= box.kMax(); nk++) {
            for (int nj = box.jMin(); nj <= box.jMax(); nj++) {
                for (int ni = box.iMin(); ni <= box.iMax(); ni++) {
                    if (inside[at++]) {
                        i += ni;
                        j += nj;
                        k += nk;
                    }
                }
            }
        }
        double n = mask.voxelCount();
        return new double[] {i / n, j / n, k / n};
    }

    private static String text(Size size) {
        return "(" + size.i() + ", " + size.j() + ", " + size.k() + ")";
    }

    private static String text(Spacing spacing) {
        return text(spacing.iMm(), spacing.jMm(), spacing.kMm());
    }

    private static String text(double a, double b, double c) {
        return "(" + a + ", " + b + ", " + c + ")";
    }
}
