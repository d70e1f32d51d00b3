package org.trabecula.web.room;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.trabecula.core.InputException;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;

/// The middle sagittal slice of an outline with its surroundings in the window of bone, the outline's border in colour. A pixel a voxel.
///
/// @param picture  RGB
/// @param widthMm  of the picture
/// @param heightMm of the picture
public record OutlinedSlice(BufferedImage picture, double widthMm, double heightMm) {
    private static final double AROUND_MM = 35;
    private static final double LOW_HU = -250;
    private static final double HIGH_HU = 1250;
    private static final int BORDER = 0xff8c00;

    /// @throws InputException WEB-010 while nothing is drawn
    public static OutlinedSlice of(Scan scan) throws IOException {
        Mask mask = OutlineFiles.drawn(scan);
        PlaneOfGrid lies = PlaneOfGrid.of(scan.grid(), BodyPlane.SAGITTAL);
        Box box = mask.box();
        int[] a = lies.pixel(box.iMin(), box.jMin(), box.kMin());
        int[] b = lies.pixel(box.iMax(), box.jMax(), box.kMax());
        int slice = (a[2] + b[2]) / 2;
        int aside = (int) Math.round(AROUND_MM / lies.columnMm());
        int above = (int) Math.round(AROUND_MM / lies.rowMm());
        int left = Math.max(0, Math.min(a[0], b[0]) - aside);
        int right = Math.min(lies.columns() - 1, Math.max(a[0], b[0]) + aside);
        int top = Math.max(0, Math.min(a[1], b[1]) - above);
        int bottom = Math.min(lies.rows() - 1, Math.max(a[1], b[1]) + above);
        BufferedImage picture = new BufferedImage(right - left + 1, bottom - top + 1, BufferedImage.TYPE_INT_RGB);
        Volume volume = scan.volume();
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                int[] voxel = lies.voxel(column, row, slice);
                int grey = (int) Math.clamp(Math.round((volume.at(voxel[0], voxel[1], voxel[2]) - LOW_HU) / (HIGH_HU - LOW_HU) * 255), 0, 255);
                picture.setRGB(column - left, row - top, isBorder(mask, lies, column, row, slice) ? BORDER : grey << 16 | grey << 8 | grey);
            }
        }
        return new OutlinedSlice(picture, picture.getWidth() * lies.columnMm(), picture.getHeight() * lies.rowMm());
    }

    private static boolean isBorder(Mask mask, PlaneOfGrid lies, int column, int row, int slice) {
        return isInside(mask, lies, column, row, slice)
                && !(isInside(mask, lies, column - 1, row, slice) && isInside(mask, lies, column + 1, row, slice)
                        && isInside(mask, lies, column, row - 1, slice) && isInside(mask, lies, column, row + 1, slice));
    }

    private static boolean isInside(Mask mask, PlaneOfGrid lies, int column, int row, int slice) {
        if (column < 0 || row < 0 || column >= lies.columns() || row >= lies.rows()) {
            return false;
        }
        int[] voxel = lies.voxel(column, row, slice);
        return mask.at(voxel[0], voxel[1], voxel[2]);
    }
}
