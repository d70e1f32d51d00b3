package org.trabecula.phantom;

import java.util.List;

/// What surrounds the column: fat, psoas, back muscles, aorta and vena cava, lung beside the thoracic spine, spinal canal.
///
/// Schematic: ellipses placed relative to the spine's line, slice by slice.
final class SoftTissue {
    private static final double FAT_HU = -95;
    private static final double MUSCLE_HU = 52;
    private static final double BLOOD_HU = 42;
    private static final double LUNG_HU = -840;
    private static final double DURAL_SAC_HU = 18;
    private static final double CORD_HU = 38;

    private final Column column;
    private final Body body;
    private final TextureField texture;

    SoftTissue(Column column, Body body, TextureField texture) {
        this.column = column;
        this.body = body;
        this.texture = texture;
    }

    void paint(Canvas canvas) {
        for (int k = 0; k < canvas.size.k(); k++) {
            Slice slice = sliceAt(canvas.place(2, k));
            for (int j = 0; j < canvas.size.j(); j++) {
                double y = canvas.place(1, j) - slice.y;
                for (int i = 0; i < canvas.size.i(); i++) {
                    double x = canvas.place(0, i) - slice.x;
                    paint(canvas, canvas.index(i, j, k), slice, x, y);
                }
            }
        }
    }

    /// The spine's line in one axial slice; vertebral centres joined by straight lines.
    private record Slice(double x, double y, double z, double halfWidth, double halfDepth, double lumbar) {}

    private Slice sliceAt(double z) {
        List<Vertebra> all = column.vertebrae();
        int lower = 1;
        while (lower < all.size() - 1 && all.get(lower).centre()[2] > z) {
            lower++;
        }
        Vertebra a = all.get(lower - 1);
        Vertebra b = all.get(lower);
        double t = Math.max(0, Math.min(1, (a.centre()[2] - z) / (a.centre()[2] - b.centre()[2])));
        double level = a.level().ordinal() + t; // counts downwards
        return new Slice(
                mix(a.centre()[0], b.centre()[0], t),
                mix(a.centre()[1], b.centre()[1], t),
                z,
                mix(a.shape().halfWidthMm(), b.shape().halfWidthMm(), t),
                mix(a.shape().halfDepthMm(), b.shape().halfDepthMm(), t),
                Math.max(0, Math.min(1, (level - Level.T11.ordinal()) / (Level.L2.ordinal() - Level.T11.ordinal()))));
    }

    private void paint(Canvas canvas, int index, Slice s, double x, double y) {
        double grain = texture.at(0, 1.3 * x + 7, 1.3 * y + 11, 1.3 * s.z);
        canvas.hu[index] = (float) (FAT_HU + 7 * grain);

        double chest = 1 - s.lumbar;
        if (chest > 0) {
            double pleura = s.halfWidth + 3 + 30 * s.lumbar - 0.02 * y * y;
            double lung = Math.min(Math.abs(x) - pleura, s.halfDepth + 6 - y);
            canvas.paint(index, LUNG_HU + 40 * grain, canvas.coverage(lung));
        }
        double muscleHu = MUSCLE_HU + 6 * grain - body.muscleFatHu() * canvas.coverage(2 * (grain - 1.2));
        if (s.lumbar > 0) {
            double psoas = ellipse(
                    Math.abs(x) - s.halfWidth - 4 - 9 * s.lumbar, y - 3, 4 + 13 * s.lumbar, 5 + 16 * s.lumbar);
            canvas.paint(index, muscleHu, canvas.coverage(psoas));
        }
        double back = block(Math.abs(x) - 21, y - s.halfDepth - 33, 20, 19 + 3 * s.lumbar);
        canvas.paint(index, muscleHu, canvas.coverage(back));

        double aorta = ellipse(x - 7, y + s.halfDepth + body.aortaMm() + 3, body.aortaMm(), body.aortaMm());
        canvas.paint(index, BLOOD_HU + 3 * grain, canvas.coverage(aorta));
        double cava = ellipse(x + 14, y + s.halfDepth + 9, 10, 7);
        canvas.paint(index, BLOOD_HU + 3 * grain, s.lumbar * canvas.coverage(cava));

        double canalY = y - s.halfDepth - 8;
        double sac = ellipse(x, canalY, 9 + s.lumbar, 7);
        canvas.paint(index, DURAL_SAC_HU, canvas.coverage(sac));
        if (s.lumbar < 0.8) {
            double cord = ellipse(x, canalY, 4.6, 3.8);
            canvas.paint(index, CORD_HU, canvas.coverage(cord));
        }
    }

    /// Depth inside an ellipse with half axes `a`, `b`, approximately, in mm.
    private static double ellipse(double x, double y, double a, double b) {
        return (1 - Math.sqrt(x * x / (a * a) + y * y / (b * b))) * Math.min(a, b);
    }

    /// Depth inside an ellipse with square shoulders.
    private static double block(double x, double y, double a, double b) {
        double p = x * x / (a * a);
        double q = y * y / (b * b);
        return (1 - Math.sqrt(Math.sqrt(p * p + q * q))) * Math.min(a, b);
    }

    private static double mix(double a, double b, double t) {
        return a + t * (b - a);
    }
}
