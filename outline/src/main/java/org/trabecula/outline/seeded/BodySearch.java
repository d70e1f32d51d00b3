package org.trabecula.outline.seeded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Orientation;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// Fits a [BodyTemplate] to the CT: the one on whose surface HU fall most from inside to outside.
///
/// Each wall, the whole body and its lean are moved in turn, by steps that halve, from the most promising of many starts: a fracture line
/// or a sclerotic band makes a smaller body that looks well too, and one start alone stays in it. Always the same result.
final class BodySearch {
    /// A step across the surface: from this far inside …
    private static final double INSIDE_MM = 1;
    /// … to this far outside.
    private static final double OUTSIDE_MM = 2;
    /// A fall of more than this counts as this, so that a few bright voxels do not outvote the rest.
    private static final double MOST_HU = 300;
    /// What a body that is e times as large is worth, in HU of the mean fall: the rims of an endplate are bright all around, and a
    /// slice of a body between them would do as well as the whole. Of 10 to 50 HU, 30 found most of the bodies of a real CT and lost none
    /// of the phantoms'.
    private static final double LARGER_HU = 30;
    private static final double[] STEPS_MM = {8, 4, 2, 1};
    private static final int MOST_ROUNDS = 8;
    /// Radians of lean that move an edge of a body as far as a millimetre of the other lengths does.
    private static final double RAD_PER_MM = 1.0 / 16;
    /// Directions in the space of the seven lengths. A wall moves alone: to widen a body on both sides would take a side that is
    /// right away from where it is, and the climb would end there.
    private static final double[][] MOVES = moves();

    /// Only so many of the starts are climbed from: those that are best where they stand.
    private static final int MOST_CLIMBS = 12;

    private static final int AROUND = 20;
    private static final double[] HEIGHTS = {-0.7, -0.35, 0, 0.35, 0.7};
    private static final double[] ENDPLATE = {-0.66, -0.33, 0, 0.33, 0.66};

    private final float[] hu;
    private final int[] size = new int[3];
    private final int[] stride = new int[3];
    private final double[] mm = new double[3];
    private final double[] firstMm = new double[3];

    /// @param block the part of the CT in which a body is looked for
    BodySearch(Volume ct, Box block) {
        Grid grid = ct.grid();
        Orientation orientation = Orientation.of(grid.direction());
        int[] axes = {orientation.sagittalAxis(), orientation.coronalAxis(), orientation.axialAxis()};
        int[] strides = {1, block.size().i(), block.size().i() * block.size().j()};
        Spacing spacing = grid.spacing();
        this.hu = SmoothedHu.of(ct, block);
        for (int n = 0; n < 3; n++) {
            size[n] = block.size().along(axes[n]);
            stride[n] = strides[axes[n]];
            mm[n] = spacing.along(axes[n]);
            firstMm[n] = block.min(axes[n]) * mm[n];
        }
    }

    /// Lowest and highest values of the seven lengths, in the order of [BodyTemplate].
    record Bounds(double[] least, double[] most) {
        private double[] within(double[] lengths) {
            double[] moved = lengths.clone();
            for (int n = 0; n < moved.length; n++) {
                moved[n] = Math.clamp(moved[n], least[n], most[n]);
            }
            return moved;
        }

        private boolean hold(double[] lengths) {
            for (int n = 0; n < lengths.length; n++) {
                if (!(lengths[n] >= least[n] && lengths[n] <= most[n])) {
                    return false;
                }
            }
            return true;
        }
    }

    /// The best template that a climb from any of `starts` reaches within `bounds`.
    BodyTemplate best(List<double[]> starts, Bounds bounds) {
        List<double[]> promising = starts.stream()
                .map(bounds::within)
                .sorted(Comparator.comparingDouble((double[] start) -> -worth(start))) // stable: ties keep their order
                .limit(MOST_CLIMBS)
                .toList();
        double[] best = promising.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (double[] start : promising) {
            double[] found = climbed(start, bounds);
            double worth = worth(found);
            if (worth > most) {
                most = worth;
                best = found;
            }
        }
        return BodyTemplate.of(best);
    }

    private double[] climbed(double[] start, Bounds bounds) {
        double[] at = start;
        double most = worth(at);
        for (double stepMm : STEPS_MM) {
            boolean better = true;
            for (int round = 0; better && round < MOST_ROUNDS; round++) {
                better = false;
                for (double[] move : MOVES) {
                    double[] tried = moved(at, move, stepMm);
                    double worth = bounds.hold(tried) ? worth(tried) : Double.NEGATIVE_INFINITY;
                    if (worth > most) {
                        most = worth;
                        at = tried;
                        better = true;
                    }
                }
            }
        }
        return at;
    }

    private static double[] moved(double[] from, double[] move, double stepMm) {
        double[] to = from.clone();
        for (int n = 0; n < to.length; n++) {
            to[n] += stepMm * move[n];
        }
        return to;
    }

    /// The whole body to either side on each axis, each of its six walls out and in, the lean.
    private static double[][] moves() {
        List<double[]> moves = new ArrayList<>();
        for (int way = -1; way <= 1; way += 2) {
            for (int axis = 0; axis < 3; axis++) {
                double[] whole = new double[BodyTemplate.LENGTHS];
                whole[axis] = way;
                moves.add(whole);
                for (int wall = -1; wall <= 1; wall += 2) {
                    double[] one = new double[BodyTemplate.LENGTHS];
                    one[axis] = 0.5 * wall * way;
                    one[BodyTemplate.HALF_WIDTH + axis] = 0.5 * way;
                    moves.add(one);
                }
            }
            double[] lean = new double[BodyTemplate.LENGTHS];
            lean[BodyTemplate.LEAN] = way * RAD_PER_MM;
            moves.add(lean);
        }
        return moves.toArray(double[][]::new);
    }

    /// Mean fall of HU across the surface, side walls and endplates weighing alike as their areas do, and what the size is worth.
    private double worth(double[] t) {
        double c = Math.cos(t[6]);
        double s = Math.sin(t[6]);
        double walls = 0;
        for (int n = 0; n < AROUND; n++) {
            double angle = 2 * Math.PI * n / AROUND;
            double p = Math.cos(angle);
            double q = Math.sin(angle);
            double radius = 1 / Math.cbrt(Math.abs(p * p * p) + Math.abs(q * q * q));
            double x = radius * p * t[3];
            double y = radius * q * t[4];
            double length = Math.hypot(x, y);
            for (double height : HEIGHTS) {
                walls += across(t, c, s, x, y, height * t[5], x / length, y / length, 0);
            }
        }
        double endplates = 0;
        for (double p : ENDPLATE) {
            for (double q : ENDPLATE) {
                endplates += across(t, c, s, p * t[3], q * t[4], t[5], 0, 0, 1);
                endplates += across(t, c, s, p * t[3], q * t[4], -t[5], 0, 0, -1);
            }
        }
        double wall = walls / (AROUND * HEIGHTS.length);
        double endplate = endplates / (2 * ENDPLATE.length * ENDPLATE.length);
        return 0.5 * (wall + endplate) + LARGER_HU * Math.log(t[3] * t[4] * t[5]);
    }

    /// The fall along the outward direction (dx, dy, dz) at a place of the body's own frame.
    private double across(
            double[] t, double c, double s, double x, double y, double z, double dx, double dy, double dz) {
        double in = at(t, c, s, x - INSIDE_MM * dx, y - INSIDE_MM * dy, z - INSIDE_MM * dz);
        double out = at(t, c, s, x + OUTSIDE_MM * dx, y + OUTSIDE_MM * dy, z + OUTSIDE_MM * dz);
        return Math.clamp(in - out, -MOST_HU, MOST_HU);
    }

    private double at(double[] t, double c, double s, double x, double y, double z) {
        double first = (t[0] + x - firstMm[0]) / mm[0];
        double second = (t[1] + c * y + s * z - firstMm[1]) / mm[1];
        double third = (t[2] - s * y + c * z - firstMm[2]) / mm[2];
        return trilinear(first, second, third);
    }

    /// Outside of the block, its edge.
    private double trilinear(double x, double y, double z) {
        double a = Math.clamp(x, 0, size[0] - 1);
        double b = Math.clamp(y, 0, size[1] - 1);
        double d = Math.clamp(z, 0, size[2] - 1);
        int i = Math.min((int) a, Math.max(0, size[0] - 2));
        int j = Math.min((int) b, Math.max(0, size[1] - 2));
        int k = Math.min((int) d, Math.max(0, size[2] - 2));
        int right = size[0] > 1 ? stride[0] : 0;
        int back = size[1] > 1 ? stride[1] : 0;
        int up = size[2] > 1 ? stride[2] : 0;
        int at = i * stride[0] + j * stride[1] + k * stride[2];
        double u = a - i;
        double v = b - j;
        double low = mix(v, mix(u, hu[at], hu[at + right]), mix(u, hu[at + back], hu[at + back + right]));
        int over = at + up;
        double high = mix(v, mix(u, hu[over], hu[over + right]), mix(u, hu[over + back], hu[over + back + right]));
        return mix(d - k, low, high);
    }

    private static double mix(double t, double a, double b) {
        return a + t * (b - a);
    }
}
