package org.trabecula.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A curved stack of vertebrae: each stands on the endplate below with a disc between, so that a wedge bends the column
/// forward as it does in people. One more vertebra at either end is cut by the edge of the scan.
record Column(List<Vertebra> vertebrae) {
    /// @param whole     the levels that the scan holds completely, from the head down
    /// @param fractures by position in `whole`; [Fracture#NONE] where sound
    /// @param scale     the person's size
    static Column stack(List<Level> whole, List<Fracture> fractures, double scale, SplittableRandom random) {
        List<Level> levels = new ArrayList<>(whole);
        levels.addFirst(whole.getFirst().below(-1));
        levels.addLast(whole.getLast().below(1));
        int n = levels.size();
        BodyShape[] shapes = new BodyShape[n];
        double[] discMm = new double[n];
        for (int i = 0; i < n; i++) {
            Fracture fracture = i == 0 || i == n - 1 ? Fracture.NONE : fractures.get(i - 1);
            double own = scale * (1 + 0.015 * random.nextGaussian());
            shapes[i] = new BodyShape(levels.get(i), own, fracture);
            discMm[i] = Math.max(2, levels.get(i).discMm() * scale * (1 + 0.12 * random.nextGaussian()));
        }
        double[] leanRad = leans(levels, shapes, random);
        double side = Math.toRadians(1.2) * random.nextGaussian();
        double scoliosis = Math.toRadians(0.8) * random.nextGaussian();

        Vertebra[] placed = new Vertebra[n];
        double[] foot = {0, 0, 0};
        for (int i = n - 1; i >= 0; i--) {
            double sideRad = side + scoliosis * (i - (n - 1) / 2.0);
            double[] up = new Vertebra(levels.get(i), shapes[i], foot, leanRad[i], sideRad, 0).axes()[2];
            double[] centre = along(foot, up, -shapes[i].rimBottom(0));
            placed[i] = new Vertebra(levels.get(i), shapes[i], centre, leanRad[i], sideRad, discMm[i]);
            double discAbove = i == 0 ? 0 : discMm[i - 1];
            foot = along(centre, up, shapes[i].rimTop(0) + discAbove);
        }
        return new Column(List.of(placed));
    }

    /// The vertebrae that are whole, from the head down.
    List<Vertebra> whole() {
        return vertebrae.subList(1, vertebrae.size() - 1);
    }

    /// Forward leans that follow from the endplates' tilts and the angles of the discs, level on average.
    private static double[] leans(List<Level> levels, BodyShape[] shapes, SplittableRandom random) {
        int n = shapes.length;
        double[] lean = new double[n];
        double mean = 0;
        for (int i = n - 2; i >= 0; i--) {
            double kyphosis = discAngleRad(levels.get(i)) + Math.toRadians(1.0) * random.nextGaussian();
            lean[i] = lean[i + 1] + shapes[i + 1].tiltTopRad() + kyphosis + shapes[i].tiltBottomRad();
            mean += lean[i] / n;
        }
        double posture = Math.toRadians(3) * random.nextGaussian();
        for (int i = 0; i < n; i++) {
            lean[i] += posture - mean;
        }
        return lean;
    }

    /// Angle between neighbouring vertebrae: the lumbar spine is hollow at the back (negative), the thoracic bends forward.
    private static double discAngleRad(Level above) {
        return Math.toRadians(
                switch (above) {
                    case T3, T4, T5, T6, T7, T8 -> 4;
                    case T9, T10 -> 3;
                    case T11 -> 1.5;
                    case T12 -> 0;
                    case L1 -> -3;
                    case L2 -> -6;
                    case L3 -> -8;
                    case L4, L5, S1 -> -11;
                });
    }

    private static double[] along(double[] from, double[] direction, double mm) {
        return new double[] {
            from[0] + mm * direction[0], from[1] + mm * direction[1], from[2] + mm * direction[2]
        };
    }
}
