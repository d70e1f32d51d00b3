package org.trabecula.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// A handful of measurements of one outlined vertebra: what any radiomics programme sees in some form. HU statistics,
/// contrast between neighbours, volume, surface.
final class SimpleFeatures {
    private SimpleFeatures() {}

    static double[] of(PhantomScan scan, int label) {
        Volume ct = scan.ct();
        Volume labels = scan.labels();
        Size size = ct.grid().size();
        Spacing spacing = ct.grid().spacing();
        List<Double> hu = new ArrayList<>();
        double contrast = 0;
        long pairs = 0;
        double surfaceMm2 = 0;
        int[][] steps = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-1, 0, 0}, {0, -1, 0}, {0, 0, -1}};
        for (int k = 1; k < size.k() - 1; k++) {
            for (int j = 1; j < size.j() - 1; j++) {
                for (int i = 1; i < size.i() - 1; i++) {
                    if (labels.at(i, j, k) != label) {
                        continue;
                    }
                    double here = ct.at(i, j, k);
                    hu.add(here);
                    for (int[] s : steps) {
                        if (labels.at(i + s[0], j + s[1], k + s[2]) == label) {
                            double apart = (ct.at(i + s[0], j + s[1], k + s[2]) - here) / 25;
                            contrast += apart * apart;
                            pairs++;
                        } else {
                            double along = s[0] != 0 ? spacing.iMm() : s[1] != 0 ? spacing.jMm() : spacing.kMm();
                            surfaceMm2 += spacing.voxelVolumeMm3() / along;
                        }
                    }
                }
            }
        }
        Collections.sort(hu);
        int n = hu.size();
        double mean = hu.stream().mapToDouble(x -> x).average().orElseThrow();
        double variance = hu.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / n;
        double volumeMm3 = n * spacing.voxelVolumeMm3();
        return new double[] {
            mean,
            Math.sqrt(variance),
            hu.stream().mapToDouble(x -> Math.pow((x - mean) / Math.sqrt(variance), 3)).sum() / n,
            hu.get(n / 10),
            hu.get(n / 4),
            hu.get(n / 2),
            hu.get(3 * n / 4),
            hu.get(9 * n / 10),
            contrast / pairs,
            contrast / pairs / variance,
            Math.log(volumeMm3),
            surfaceMm2 / Math.pow(volumeMm3, 2 / 3.0)
        };
    }
}
