package org.trabecula.deep.crop;

import org.trabecula.deep.DeepProblem;

/// What decides a crop's numbers.
///
/// @param sizePixels    N: the crop has N × N pixels
/// @param windowLowHu   lower values count as this one
/// @param windowHighHu  higher values count as this one
/// @param marginMm      added on each side of the region's outermost voxel edges
/// @param shape         whether the box keeps its proportions
/// @param blankOutside  pixels whose nearest voxel is outside the region take the window's lower limit
/// @param neighbourMm   0: one slice; else three, this far apart (2.5-D), as three channels
public record CropSettings(
        int sizePixels,
        double windowLowHu,
        double windowHighHu,
        double marginMm,
        Shape shape,
        boolean blankOutside,
        double neighbourMm) {
    /// The box around the region and its margin.
    public enum Shape {
        /// As wide and as high as the region: stretched to N × N, proportions are lost.
        STRETCHED,
        /// As wide as high, the larger of the two, around the same centre: proportions are kept.
        SQUARE
    }

    /// @throws org.trabecula.core.InputException CRP-003
    public CropSettings {
        require(sizePixels >= 8 && sizePixels <= 1024, "size " + sizePixels, "8 to 1024 pixels");
        require(
                windowHighHu > windowLowHu && Double.isFinite(windowHighHu - windowLowHu),
                "window " + windowLowHu + " … " + windowHighHu + " HU",
                "two finite numbers, the lower one first");
        require(marginMm >= 0 && marginMm <= 200, "margin " + marginMm + " mm", "0 to 200 mm");
        require(neighbourMm >= 0 && neighbourMm <= 50, "neighbours " + neighbourMm + " mm apart", "0 (none) to 50 mm");
    }

    /// Step 10 of the protocol: 64 × 64, −250 … 1250 HU, margin 2 mm, stretched, nothing blanked, one slice.
    public static CropSettings paper() {
        return new CropSettings(64, -250, 1250, 2, Shape.STRETCHED, false, 0);
    }

    /// 1, or 3 with neighbours.
    public int channels() {
        return neighbourMm > 0 ? 3 : 1;
    }

    private static void require(boolean holds, String found, String expected) {
        if (!holds) {
            throw DeepProblem.CROP_SETTING.refuse("crop settings", found, expected, "correct the setting");
        }
    }
}
