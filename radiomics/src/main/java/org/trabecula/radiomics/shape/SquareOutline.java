package org.trabecula.radiomics.shape;

import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Length and enclosed area of the outline of a region in one slice.
///
/// Marching squares: each square of four pixel centres is cut by straight lines between the middles of its sides. Two
/// opposite centres inside are two separate corners. Per square, with pixel sides u and v:
///
/// ```
/// centres inside      area       outline
/// 1, or 3             ⅛, or ⅞    ½ √(u² + v²)
/// 2 along u, along v  ½          u, v
/// 2 opposite          ¼          √(u² + v²)
/// 4                   1          0
/// ```
///
/// @param areaMm2     enclosed area
/// @param perimeterMm length
record SquareOutline(double areaMm2, double perimeterMm) {
    /// @param axis across the slice
    static SquareOutline of(RegionBits region, Spacing spacing, int axis) {
        int u = axis == 0 ? 1 : 0;
        int v = axis == 2 ? 1 : 2;
        double uMm = spacing.along(u);
        double vMm = spacing.along(v);
        double diagonal = Math.sqrt(uMm * uMm + vMm * vMm);
        Size size = region.size();
        int strideU = region.stride(u);
        int strideV = region.stride(v);
        boolean[] in = region.inside();
        int first = region.index(0, 0, 0) - strideU - strideV;
        long eighths = 0;
        long corners = 0;
        long alongU = 0;
        long alongV = 0;
        for (int nv = 0; nv <= size.along(v); nv++) {
            for (int nu = 0; nu <= size.along(u); nu++) {
                int at = first + nu * strideU + nv * strideV;
                boolean a = in[at];
                boolean b = in[at + strideU];
                boolean c = in[at + strideV];
                boolean d = in[at + strideU + strideV];
                int inside = (a ? 1 : 0) + (b ? 1 : 0) + (c ? 1 : 0) + (d ? 1 : 0);
                switch (inside) {
                    case 1 -> {
                        eighths += 1;
                        corners += 1;
                    }
                    case 2 -> {
                        if (a == b) {
                            eighths += 4;
                            alongU++;
                        } else if (a == c) {
                            eighths += 4;
                            alongV++;
                        } else {
                            eighths += 2;
                            corners += 2;
                        }
                    }
                    case 3 -> {
                        eighths += 7;
                        corners += 1;
                    }
                    case 4 -> eighths += 8;
                    default -> {}
                }
            }
        }
        return new SquareOutline(eighths / 8.0 * uMm * vMm, corners * diagonal / 2 + alongU * uMm + alongV * vMm);
    }
}
