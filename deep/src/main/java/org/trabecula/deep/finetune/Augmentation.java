package org.trabecula.deep.finetune;

import java.util.SplittableRandom;
import org.trabecula.deep.PictureShape;

/// Small changes of a crop that do not change the vertebra's diagnosis; a new draw for each case and epoch.
///
/// The picture is turned, enlarged and shifted about its centre, sampled linearly (edge pixels beyond the edge), then its
/// values become `x · (1 + a) + b`. Each amount is uniform between minus and plus its limit.
///
/// @param rotationDegrees limit of the turn
/// @param shiftShare      limit of the shift along each axis, as a share of the picture's side
/// @param scaleShare      limit of the enlargement: the size is multiplied by 1 ± this
/// @param contrastShare   limit of a
/// @param brightnessSd    limit of b, in standard deviations of the crop
/// @param flipFrontBack   mirror half of the pictures front to back; a vertebra is not symmetric, so off in [#gentle]
public record Augmentation(
        double rotationDegrees,
        double shiftShare,
        double scaleShare,
        double contrastShare,
        double brightnessSd,
        boolean flipFrontBack) {
    /// The crops as they are.
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, false);

    public static Augmentation gentle() {
        return new Augmentation(8, 0.05, 0.08, 0.1, 0.1, false);
    }

    public Augmentation withFlip() {
        return new Augmentation(rotationDegrees, shiftShare, scaleShare, contrastShare, brightnessSd, true);
    }

    /// Writes one draw of `crop` to `out` from `offset`; the numbers drawn from `random` do not depend on the settings.
    void apply(float[] crop, PictureShape shape, SplittableRandom random, float[] out, int offset) {
        double angle = Math.toRadians(rotationDegrees) * between(random);
        double shiftX = shiftShare * shape.size() * between(random);
        double shiftY = shiftShare * shape.size() * between(random);
        double scale = 1 + scaleShare * between(random);
        double contrast = 1 + contrastShare * between(random);
        double brightness = brightnessSd * between(random);
        boolean flip = random.nextBoolean() && flipFrontBack;
        if (equals(NONE)) {
            System.arraycopy(crop, 0, out, offset, crop.length);
            return;
        }
        int n = shape.size();
        double cos = Math.cos(angle) / scale;
        double sin = Math.sin(angle) / scale;
        double centre = (n - 1) / 2.0;
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                double x = (flip ? n - 1 - column : column) - centre - shiftX;
                double y = row - centre - shiftY;
                double fromX = Math.clamp(cos * x + sin * y + centre, 0, n - 1);
                double fromY = Math.clamp(cos * y - sin * x + centre, 0, n - 1);
                for (int c = 0; c < shape.channels(); c++) {
                    double value = linear(crop, c * n * n, n, fromX, fromY);
                    out[offset + (c * n + row) * n + column] = (float) (contrast * value + brightness);
                }
            }
        }
    }

    private static double linear(float[] picture, int offset, int n, double x, double y) {
        int x0 = Math.min((int) x, n - 2);
        int y0 = Math.min((int) y, n - 2);
        double dx = x - x0;
        double dy = y - y0;
        int at = offset + y0 * n + x0;
        double upper = (1 - dx) * picture[at] + dx * picture[at + 1];
        double lower = (1 - dx) * picture[at + n] + dx * picture[at + n + 1];
        return (1 - dy) * upper + dy * lower;
    }

    /// −1 … 1.
    private static double between(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }
}
