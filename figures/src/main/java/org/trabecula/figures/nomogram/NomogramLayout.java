package org.trabecula.figures.nomogram;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Nomogram;

/// Where things stand on the sheet, in px: names on the left, scales on the right, one row an axis.
///
/// 680 px are a double column of a journal (180 mm); text is then 9 pt and 7.5 pt.
///
/// @param left      x of 0 points
/// @param width     px of the points scale and of the total-points scale
/// @param pointsY   y of the points axis
/// @param variableY y of each variable's axis
/// @param totalY    y of the total-points axis
/// @param predictorY y of the linear-predictor axis
/// @param probabilityY y of the probability axis
/// @param height    of the whole sheet
/// @param maxPoints right end of the points scale
/// @param maxTotal  right end of the total-points scale
record NomogramLayout(
        double left,
        double width,
        double pointsY,
        List<Double> variableY,
        double totalY,
        double predictorY,
        double probabilityY,
        int height,
        double maxPoints,
        double maxTotal) {
    static final int SHEET_WIDTH = 680;
    private static final double LEFT = 150;
    private static final double RIGHT = 24;
    private static final double TOP = 46;
    private static final double ROW = 42;
    /// An axis that turns back takes a second line for the way back.
    private static final double SECOND_LINE = 20;

    NomogramLayout {
        variableY = List.copyOf(variableY);
    }

    static NomogramLayout of(Nomogram nomogram) {
        double y = TOP;
        double pointsY = y;
        List<Double> rows = new ArrayList<>();
        for (Axis axis : nomogram.axes()) {
            y += ROW;
            rows.add(y);
            if (!axis.monotone()) {
                y += SECOND_LINE;
            }
        }
        double totalY = y + ROW + 14;
        double predictorY = totalY + ROW;
        double probabilityY = predictorY + ROW;
        return new NomogramLayout(LEFT, SHEET_WIDTH - LEFT - RIGHT, pointsY, rows, totalY, predictorY, probabilityY,
                (int) (probabilityY + 34), nomogram.maxPoints(), nomogram.totalTicks().getLast());
    }

    double pointsX(double points) {
        return left + width * points / maxPoints;
    }

    double totalX(double total) {
        return left + width * total / maxTotal;
    }
}
