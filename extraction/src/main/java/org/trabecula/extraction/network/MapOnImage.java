package org.trabecula.extraction.network;

import org.trabecula.cohort.VertebraCase;
import org.trabecula.deep.crop.CropPlan;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.gradcam.HeatMap;
import org.trabecula.extraction.region.CaseImages;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Volume;

/// A heat map where it belongs: on the voxels of the image that its crop was taken from.
///
/// @param image of the case
/// @param map   on its grid, 0 … 1; held are the voxels of the crop's slice and box
public record MapOnImage(ImageFile image, Volume map) {
    private static final double SMALLEST = 1 / 510.0;

    /// @param settings of the crop
    /// @param opener   that the crop was made with
    /// @throws org.trabecula.core.InputException if image or mask can no longer be opened
    public static MapOnImage of(VertebraCase vertebra, HeatMap heat, CropSettings settings, CaseOpener opener) {
        CaseImages images = opener.forPixels(vertebra, CaseOpener.maskOf(vertebra));
        return new MapOnImage(images.image(), CropPlan.of(images.mask(), settings).onImage(heat.heat()));
    }

    /// Whether every value would be written as 0, in steps of 1/255.
    public boolean isZero() {
        for (int n = 0; n < map.voxels().length(); n++) {
            if (map.voxels().at(n) >= SMALLEST) {
                return false;
            }
        }
        return true;
    }
}
