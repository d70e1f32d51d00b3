package org.trabecula.extraction.region;

import java.util.HashSet;
import java.util.Set;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;

/// What one slice of an image looks like to somebody who suspects labels in it.
///
/// @param labels   whether every value is a whole number from 0
/// @param values   different values, the background among them; counted up to a limit
/// @param highest  value
/// @param changes  share of neighbours along i that differ
/// @param flat     whether the region has one value only
/// @param inRegion that value; NaN where the slice holds none of the region
record LabelLook(boolean labels, int values, double highest, double changes, boolean flat, double inRegion) {
    private static final int COUNTED = 1000;

    static LabelLook at(Volume slice, Mask mask, int k) {
        boolean labels = true;
        Set<Double> values = new HashSet<>();
        double highest = 0;
        long pairs = 0;
        long differ = 0;
        boolean flat = true;
        double inRegion = Double.NaN;
        int width = slice.grid().size().i();
        int height = slice.grid().size().j();
        for (int j = 0; j < height; j++) {
            double before = Double.NaN;
            for (int i = 0; i < width; i++) {
                double value = slice.at(i, j, k);
                labels &= value >= 0 && value == Math.rint(value);
                if (values.size() < COUNTED) {
                    values.add(value);
                }
                highest = Math.max(highest, value);
                if (i > 0) {
                    pairs++;
                    differ += value == before ? 0 : 1;
                }
                before = value;
                if (mask.at(i, j, k)) {
                    flat &= Double.isNaN(inRegion) || value == inRegion;
                    inRegion = value;
                }
            }
        }
        return new LabelLook(
                labels, values.size(), highest, pairs == 0 ? 1 : (double) differ / pairs, flat && !Double.isNaN(inRegion),
                inRegion);
    }
}
