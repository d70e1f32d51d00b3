package org.trabecula.radiomics.ibsi.morphology;

import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// The distance between where a region is and where its intensity is — IBSI `KLMA`.
///
/// ```
/// | 1/N Σ r_i  −  Σ x_j r_j / Σ x_j |      i over the morphological, j over the intensity mask; mm
/// ```
///
/// Not finite when the intensities add up to 0; far outside the region when they nearly do, as with HU of both signs.
///
/// Source: IBSI reference manual, "Centre of mass shift".
public final class CentreOfMassShift {
    private CentreOfMassShift() {}

    public static double ofMm(Volume image, Mask morphological, Mask intensityMask) {
        Spacing spacing = image.grid().spacing();
        Box box = intensityMask.box();
        double sum = 0;
        double[] weighted = new double[3];
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    if (intensityMask.at(i, j, k)) {
                        double x = image.at(i, j, k);
                        sum += x;
                        weighted[0] += x * i * spacing.iMm();
                        weighted[1] += x * j * spacing.jMm();
                        weighted[2] += x * k * spacing.kMm();
                    }
                }
            }
        }
        return PointVectors.length(PointVectors.minus(CentreAxes.centreMm(morphological), PointVectors.scaled(weighted, 1 / sum)));
    }
}
