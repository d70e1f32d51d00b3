package org.trabecula.extraction.region;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;

/// Every label of a file in one map of numbers, on the voxels of an image: what a plain label map can hold.
public final class NumberedMap {
    private NumberedMap() {}

    /// @param image its grid
    /// @param where names both files
    /// @throws InputException MSK-006 if two labels share a number or a voxel, or a number is none from 1 to 32767; GEO-001 and MSK-005 if the
    /// labels do not lie on the image
    public static Volume of(LabelFile file, Grid image, String where) throws IOException {
        Map<Short, Label> byNumber = new HashMap<>();
        short[] numbers = new short[Math.toIntExact(image.size().voxels())];
        for (Label label : file.labels()) {
            short number = (short) label.number();
            if (number != label.number() || number <= 0) {
                throw refused(where, label.text() + " has the number " + label.number(), "numbers from 1 to " + Short.MAX_VALUE);
            }
            Label same = byNumber.put(number, label);
            if (same != null) {
                throw refused(where, same.text() + " and " + label.text() + " share a number", "a number of its own for each label");
            }
            put(label, GridComparison.place(file.mask(label), image, where), image, numbers, byNumber, where);
        }
        return Volume.ofShorts(image, numbers);
    }

    private static void put(Label label, Mask mask, Grid image, short[] numbers, Map<Short, Label> byNumber, String where) {
        Box box = mask.box();
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                int row = image.size().i() * (j + image.size().j() * k);
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    if (!mask.at(i, j, k)) {
                        continue;
                    }
                    Label before = byNumber.get(numbers[row + i]);
                    if (before != null) {
                        throw refused(
                                where, before.text() + " and " + label.text() + " overlap, first in voxel (" + i + ", " + j + ", " + k + ")",
                                "labels that share no voxel");
                    }
                    numbers[row + i] = (short) label.number();
                }
            }
        }
    }

    private static InputException refused(String where, String found, String expected) {
        return new InputException(List.of(new Problem(
                ImageProblem.LABEL_AMBIGUOUS, where, found, expected, "write labels one by one with --label, or all of them as a DICOM SEG")));
    }
}
