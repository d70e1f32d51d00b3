package org.trabecula.outline.heights;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.PointMm;

/// The upper and lower edge of a body in its sagittal middle plane, by places along its depth.
///
/// Coordinates of the plane: `along` runs from the front to the back, `up` to the head, both in mm from the outline's middle of mass.
///
/// @param centre  the middle of mass
/// @param tilt    by which the depth is turned from the patient's front-back axis, towards the head at the back, in radians
/// @param start   `along` of the first place
/// @param height  mean of the slab at each place, in mm; places are [#STEP_MM] apart
/// @param middle  `up` of the middle between both edges
record SagittalProfile(PointMm centre, double tilt, double start, double[] height, double[] middle) {
    private static final double STEP_MM = 0.25;
    private static final double SLAB_HALF_MM = 3;
    private static final double SLAB_STEP_MM = 0.5;
    /// Farther than any vertebral body reaches from its middle.
    private static final double REACH_MM = 45;
    /// Of the largest height: less is a corner's rounding.
    private static final double LEAST_OF_LARGEST = 0.25;
    private static final double SMALLEST_MM = 5;
    /// Shares of the depth between which edges are looked at.
    private static final double CORNER_FROM = 0.06;
    private static final double CORNER_TO = 0.28;
    private static final double MIDDLE_FROM = 0.45;
    private static final double MIDDLE_TO = 0.55;
    private static final double MOST_TILT = Math.toRadians(60);
    private static final int MOST_TURNS = 20;
    private static final double SETTLED = 1e-4;

    /// Empty where the outline is not one body in that plane.
    static Optional<SagittalProfile> of(Mask mask) {
        PointMm centre = middleOfMass(mask);
        double tilt = 0;
        Optional<SagittalProfile> found = at(mask, centre, tilt);
        for (int turn = 0; turn < MOST_TURNS && found.isPresent(); turn++) {
            double more = found.get().bisector();
            tilt += more;
            if (!(Math.abs(tilt) <= MOST_TILT)) {
                return Optional.empty();
            }
            found = at(mask, centre, tilt);
            if (Math.abs(more) < SETTLED) {
                break;
            }
        }
        return found;
    }

    private static PointMm middleOfMass(Mask mask) {
        Box box = mask.box();
        double i = 0;
        double j = 0;
        double k = 0;
        for (int c = box.kMin(); c <= box.kMax(); c++) {
            for (int b = box.jMin(); b <= box.jMax(); b++) {
                for (int a = box.iMin(); a <= box.iMax(); a++) {
                    if (mask.at(a, b, c)) {
                        i += a;
                        j += b;
                        k += c;
                    }
                }
            }
        }
        int n = mask.voxelCount();
        return mask.grid().toWorld(i / n, j / n, k / n);
    }

    /// The profile across a given direction; empty where the body is not whole in it.
    private static Optional<SagittalProfile> at(Mask mask, PointMm centre, double tilt) {
        int places = (int) (2 * REACH_MM / STEP_MM) + 1;
        double[] height = new double[places];
        double[] middle = new double[places];
        Lookup lookup = Lookup.of(mask, centre, tilt);
        int layers = (int) (2 * SLAB_HALF_MM / SLAB_STEP_MM) + 1;
        for (int at = 0; at < places; at++) {
            double along = -REACH_MM + at * STEP_MM;
            double sum = 0;
            int count = 0;
            for (int layer = 0; layer < layers; layer++) {
                double across = -SLAB_HALF_MM + layer * SLAB_STEP_MM;
                for (int n = 0; n < places; n++) {
                    double up = -REACH_MM + n * STEP_MM;
                    if (lookup.isInside(across, along, up)) {
                        sum += up;
                        count++;
                    }
                }
            }
            height[at] = count * STEP_MM / layers;
            middle[at] = count == 0 ? Double.NaN : sum / count;
        }
        return oneBody(height).map(run -> new SagittalProfile(
                centre, tilt, -REACH_MM + run[0] * STEP_MM, Arrays.copyOfRange(height, run[0], run[1]), Arrays.copyOfRange(middle, run[0], run[1])));
    }

    /// The first place of the only run that is high enough, and the place after its last; empty where there are several.
    private static Optional<int[]> oneBody(double[] height) {
        double least = Math.max(LEAST_OF_LARGEST * Arrays.stream(height).max().orElse(0), STEP_MM);
        int from = -1;
        int to = -1;
        for (int at = 0; at < height.length; at++) {
            if (height[at] >= least) {
                if (to >= 0 && to < at) {
                    return Optional.empty(); // a gap: body and arch
                }
                from = from < 0 ? at : from;
                to = at + 1;
            }
        }
        boolean isCut = from <= 0 || to >= height.length;
        return isCut || (to - from) * STEP_MM < SMALLEST_MM ? Optional.empty() : Optional.of(new int[] {from, to});
    }

    /// By how much the bisector of both endplates is steeper than the depth. Where an edge is `middle ± height / 2`, the bisector has the
    /// slope of half the sum of both angles.
    private double bisector() {
        double[] upper = new double[height.length];
        double[] lower = new double[height.length];
        for (int at = 0; at < height.length; at++) {
            upper[at] = middle[at] + height[at] / 2;
            lower[at] = middle[at] - height[at] / 2;
        }
        int from = height.length / 10;
        int to = height.length - from;
        return (Math.atan(line(upper, from, to)[1]) + Math.atan(line(lower, from, to)[1])) / 2;
    }

    /// Least squares: value at place 0 and slope per mm of the values at places `from` … `to` − 1.
    private static double[] line(double[] values, int from, int to) {
        int n = to - from;
        double meanX = (from + to - 1) / 2.0 * STEP_MM;
        double meanY = 0;
        for (int at = from; at < to; at++) {
            meanY += values[at] / n;
        }
        double xy = 0;
        double xx = 0;
        for (int at = from; at < to; at++) {
            double x = at * STEP_MM - meanX;
            xy += x * (values[at] - meanY);
            xx += x * x;
        }
        double slope = xy / xx;
        return new double[] {meanY - slope * meanX, slope};
    }

    /// Empty where a height is none.
    Optional<BodyHeights> heights() {
        double depth = height.length * STEP_MM;
        double front = strip(height, CORNER_FROM, CORNER_TO, -0.5 * STEP_MM);
        double back = strip(height, 1 - CORNER_TO, 1 - CORNER_FROM, depth - 0.5 * STEP_MM);
        double mid = strip(height, MIDDLE_FROM, MIDDLE_TO, depth / 2 - 0.5 * STEP_MM);
        if (!(Math.min(front, Math.min(mid, back)) > 0)) {
            return Optional.empty();
        }
        return Optional.of(new BodyHeights(
                front, mid, back, depth, caliper(front, -0.5 * STEP_MM, CORNER_FROM, CORNER_TO), caliper(mid, depth / 2 - 0.5 * STEP_MM, MIDDLE_FROM, MIDDLE_TO),
                caliper(back, depth - 0.5 * STEP_MM, 1 - CORNER_TO, 1 - CORNER_FROM)));
    }

    /// What the values of a strip say at a place.
    ///
    /// @param from share of the depth where the strip begins
    /// @param at   the place, in mm from the first one
    private double strip(double[] values, double from, double to, double at) {
        int first = (int) Math.floor(from * values.length);
        int last = Math.max(first + 2, (int) Math.ceil(to * values.length));
        double[] line = line(values, first, Math.min(last, values.length));
        return line[0] + line[1] * at;
    }

    private BodyHeights.Caliper caliper(double tall, double at, double from, double to) {
        double centreUp = strip(middle, from, to, at);
        return new BodyHeights.Caliper(world(start + at, centreUp + tall / 2), world(start + at, centreUp - tall / 2));
    }

    private PointMm world(double along, double up) {
        return new PointMm(
                centre.x(), centre.y() + along * Math.cos(tilt) - up * Math.sin(tilt), centre.z() + along * Math.sin(tilt) + up * Math.cos(tilt));
    }

    /// Whether places in the plane's coordinates lie inside; the voxel index is linear in them.
    ///
    /// @param base  index of the middle
    /// @param steps index per mm across, along and up
    private record Lookup(Mask mask, double[] base, double[][] steps) {
        static Lookup of(Mask mask, PointMm centre, double tilt) {
            double[] base = mask.grid().toIndex(centre);
            double cos = Math.cos(tilt);
            double sin = Math.sin(tilt);
            PointMm[] units = {
                new PointMm(centre.x() + 1, centre.y(), centre.z()), new PointMm(centre.x(), centre.y() + cos, centre.z() + sin),
                new PointMm(centre.x(), centre.y() - sin, centre.z() + cos)
            };
            double[][] steps = new double[3][];
            for (int axis = 0; axis < 3; axis++) {
                double[] index = mask.grid().toIndex(units[axis]);
                steps[axis] = new double[] {index[0] - base[0], index[1] - base[1], index[2] - base[2]};
            }
            return new Lookup(mask, base, steps);
        }

        boolean isInside(double across, double along, double up) {
            return mask.at(index(0, across, along, up), index(1, across, along, up), index(2, across, along, up));
        }

        private int index(int axis, double across, double along, double up) {
            return (int) Math.floor(base[axis] + across * steps[0][axis] + along * steps[1][axis] + up * steps[2][axis] + 0.5);
        }
    }
}
