package org.trabecula.radiomics.filter;

import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Magnitude of the gradient by central differences.
///
/// ```
/// g_a = (x_(+1) − x_(−1)) / 2 · (1 / spacing_a)      √(g_i² + g_j² + g_k²), rounded to 32 bits
/// ```
///
/// Edge voxels are repeated outside the image. Units: those of the image per mm, or per voxel without spacing. Order of
/// operations of ITK's GradientMagnitudeImageFilter.
record GradientFilter(boolean useSpacing) implements ImageFilter {
    @Override
    public List<DerivedImage> derive(FilterInput input) {
        double[] x = input.values();
        Box box = input.box();
        Size size = input.size();
        Spacing spacing = input.spacing();
        double perI = useSpacing ? 1 / spacing.iMm() : 1;
        double perJ = useSpacing ? 1 / spacing.jMm() : 1;
        double perK = useSpacing ? 1 / spacing.kMm() : 1;
        double[] values = new double[Math.toIntExact(box.size().voxels())];
        int to = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                int row = input.index(0, j, k);
                int jBefore = input.index(0, Math.max(j - 1, 0), k);
                int jAfter = input.index(0, Math.min(j + 1, size.j() - 1), k);
                int kBefore = input.index(0, j, Math.max(k - 1, 0));
                int kAfter = input.index(0, j, Math.min(k + 1, size.k() - 1));
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    double gi = (x[row + Math.min(i + 1, size.i() - 1)] - x[row + Math.max(i - 1, 0)]) / 2 * perI;
                    double gj = (x[jAfter + i] - x[jBefore + i]) / 2 * perJ;
                    double gk = (x[kAfter + i] - x[kBefore + i]) / 2 * perK;
                    values[to++] = (float) Math.sqrt(gi * gi + gj * gj + gk * gk);
                }
            }
        }
        return List.of(new DerivedImage("gradient", values, true));
    }
}
