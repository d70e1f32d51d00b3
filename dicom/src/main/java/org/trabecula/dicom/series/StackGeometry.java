package org.trabecula.dicom.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// The grid of a stack whose slices are sorted along their normal.
///
/// The distance of slices is that from the first to the last by their number, so that rounded positions cancel out. What is
/// no regular grid is refused: gaps, two distances, a gantry tilt. Nothing is filled in, straightened or resampled.
///
/// @param grid  LPS; k runs along the normal
/// @param notes what was found on the way
record StackGeometry(Grid grid, List<String> notes) {
    /// Of the distance of slices: positions written with two or three digits stay below it.
    private static final double ROUNDED = 0.01;
    private static final double ROUNDED_MM = 0.01;
    /// Up to a tenth of a slice is told and taken.
    private static final double UNEVEN_BUT_TAKEN = 0.1;
    private static final int MOST_NAMED = 5;
    private static final int MOST_MISSING = 8;

    /// @param place  of the series, for messages
    /// @param sorted by position along the normal, one slice at each place
    static StackGeometry of(String place, List<DicomSlice> sorted, int columns, int rows) {
        List<String> notes = new ArrayList<>();
        ImagePlane first = sorted.get(0).plane();
        Mat3 axes = first.axes();
        double kSpacing;
        if (sorted.size() == 1) {
            kSpacing = stated(place, sorted.get(0), notes);
        } else {
            double[] normal = first.normal();
            double[] along = sorted.stream().mapToDouble(slice -> slice.plane().along(normal)).toArray();
            kSpacing = (along[along.length - 1] - along[0]) / (along.length - 1);
            refuseUneven(place, sorted, along, kSpacing, notes);
            axes = stepped(place, sorted, kSpacing, notes);
            sayThickness(sorted, kSpacing, notes);
        }
        Grid grid = new Grid(
                new Size(columns, rows, sorted.size()),
                new Spacing(first.iSpacingMm(), first.jSpacingMm(), kSpacing),
                first.position(),
                axes);
        return new StackGeometry(grid, notes);
    }

    /// What a lone slice says of the distance to a next one.
    private static double stated(String place, DicomSlice slice, List<String> notes) {
        for (Tag tag : new Tag[] {Tag.SPACING_BETWEEN_SLICES, Tag.SLICE_THICKNESS}) {
            OptionalDouble value = measure(slice, tag);
            if (value.isPresent() && value.getAsDouble() > 0) {
                notes.add(String.format(
                        Locale.ROOT, "one slice only: the spacing along k is not known, %s mm is its %s", mm(value.getAsDouble()), tag.title()));
                return value.getAsDouble();
            }
        }
        throw new InputException(new Problem(
                DicomProblem.ONE_SLICE,
                place,
                "one slice, and neither Slice Thickness nor Spacing Between Slices",
                "two slices or more, or one that says how thick it is",
                "export the whole series"));
    }

    private static OptionalDouble measure(DicomSlice slice, Tag tag) {
        return slice.general().of(Tag.PIXEL_MEASURES_SEQUENCE).number(tag);
    }

    private static void refuseUneven(String place, List<DicomSlice> sorted, double[] along, double spacing, List<String> notes) {
        double worst = 0;
        for (int n = 0; n < along.length; n++) {
            worst = Math.max(worst, Math.abs(along[n] - along[0] - n * spacing));
        }
        if (worst <= Math.max(ROUNDED_MM, ROUNDED * spacing)) {
            return;
        }
        double[] gaps = new double[along.length - 1];
        for (int n = 0; n < gaps.length; n++) {
            gaps[n] = along[n + 1] - along[n];
        }
        double[] ordered = gaps.clone();
        Arrays.sort(ordered);
        double median = ordered[ordered.length / 2];
        List<Integer> wide = new ArrayList<>();
        boolean multiples = true;
        for (int n = 0; n < gaps.length; n++) {
            double steps = gaps[n] / median;
            multiples &= Math.rint(steps) >= 1 && Math.abs(steps - Math.rint(steps)) <= UNEVEN_BUT_TAKEN;
            if (steps > 1.5) {
                wide.add(n);
            }
        }
        if (!wide.isEmpty() && multiples) {
            throw new InputException(gap(place, sorted, gaps, median, wide));
        }
        if (wide.isEmpty() && worst <= UNEVEN_BUT_TAKEN * spacing) {
            notes.add(String.format(
                    Locale.ROOT, "positions lie up to %s mm beside a regular grid of %s mm; taken as that grid", mm(worst), mm(spacing)));
            return;
        }
        throw new InputException(uneven(place, sorted, gaps));
    }

    private static Problem gap(String place, List<DicomSlice> sorted, double[] gaps, double median, List<Integer> wide) {
        String found = wide.stream()
                .limit(MOST_NAMED)
                .map(n -> String.format(
                        Locale.ROOT,
                        "%s mm between %s (%s) and %s (%s)",
                        mm(gaps[n]), sorted.get(n).name(), level(sorted.get(n)), sorted.get(n + 1).name(), level(sorted.get(n + 1))))
                .collect(Collectors.joining("; "));
        List<String> missing = new ArrayList<>();
        for (int n : wide) {
            long steps = Math.round(gaps[n] / median);
            for (long step = 1; step < steps && missing.size() <= MOST_MISSING; step++) {
                missing.add(level(sorted.get(n), sorted.get(n + 1), (double) step / steps));
            }
        }
        String more = wide.size() > MOST_NAMED ? "; and " + (wide.size() - MOST_NAMED) + " more" : "";
        return new Problem(
                DicomProblem.GAP,
                place + ", " + sorted.size() + " slices",
                found + more + "; " + mm(median) + " mm elsewhere",
                "equal gaps within " + mm(ROUNDED * median) + " mm (1 % of the median gap)",
                "fetch the series again; "
                        + (missing.size() == 1
                                ? "the slice at " + missing.get(0) + " is missing"
                                : missing.size() > MOST_MISSING
                                        ? "more than " + MOST_MISSING + " slices are missing"
                                        : missing.size() + " slices are missing, at " + String.join(", ", missing)));
    }

    private static Problem uneven(String place, List<DicomSlice> sorted, double[] gaps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (double gap : gaps) {
            counts.merge(mm(Math.round(gap * 100) / 100.0), 1, Integer::sum);
        }
        String found = counts.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .limit(MOST_NAMED)
                .map(one -> one.getValue() + (one.getValue() == 1 ? " gap of " : " gaps of ") + one.getKey() + " mm")
                .collect(Collectors.joining(", "));
        int change = 1;
        while (change < gaps.length && Math.abs(gaps[change] - gaps[0]) <= UNEVEN_BUT_TAKEN * gaps[0]) {
            change++;
        }
        String where = change < gaps.length
                ? "; the distance changes at " + sorted.get(change).name() + " (" + level(sorted.get(change)) + ")"
                : "";
        return new Problem(
                DicomProblem.UNEVEN,
                place + ", " + sorted.size() + " slices",
                found + (counts.size() > MOST_NAMED ? " and others" : "") + where,
                "one distance from slice to slice, within 1 %",
                "take a reconstruction with one slice distance, or resample in the program that made the series");
    }

    /// The axes with k along the step from slice to slice, which has to be the normal: a sheared stack is no grid.
    private static Mat3 stepped(String place, List<DicomSlice> sorted, double spacing, List<String> notes) {
        ImagePlane first = sorted.get(0).plane();
        PointMm from = first.position();
        PointMm to = sorted.get(sorted.size() - 1).plane().position();
        int steps = sorted.size() - 1;
        double[] normal = first.normal();
        double[] step = {(to.x() - from.x()) / steps, (to.y() - from.y()) / steps, (to.z() - from.z()) / steps};
        double shear = 0;
        for (int axis = 0; axis < 3; axis++) {
            shear += square(step[axis] - spacing * normal[axis]);
        }
        shear = Math.sqrt(shear);
        double pixel = Math.min(first.iSpacingMm(), first.jSpacingMm());
        double angle = Math.toDegrees(Math.atan2(shear, spacing));
        double length = Math.hypot(shear, spacing);
        Mat3 axes = first.axes();
        if (shear * steps > Math.max(ROUNDED_MM, ROUNDED * pixel)) {
            axes = Mat3.ofColumns(
                    axes.column(0), axes.column(1), new double[] {step[0] / length, step[1] / length, step[2] / length});
            if (!(axes.orthonormalityError() <= Grid.ORTHONORMAL_WITHIN)) {
                throw new InputException(tilted(place, sorted, angle, shear));
            }
            notes.add(String.format(
                    Locale.ROOT, "slices shift sideways by %s mm in all (%.3f°); kept in the direction of k", mm(shear * steps), angle));
        }
        double sideways = 0;
        for (int n = 0; n <= steps; n++) {
            PointMm at = sorted.get(n).plane().position();
            double done = (along(at, normal) - along(from, normal)) / spacing;
            sideways = Math.max(sideways, at.distanceMm(new PointMm(
                    from.x() + done * step[0], from.y() + done * step[1], from.z() + done * step[2])));
        }
        if (sideways > UNEVEN_BUT_TAKEN * pixel) {
            throw new InputException(new Problem(
                    DicomProblem.UNEVEN,
                    place + ", " + sorted.size() + " slices",
                    "slices lie up to " + mm(sideways) + " mm beside the line from the first to the last",
                    "slices that follow one another along one line, within a tenth of a pixel",
                    "take the original series; parts of two may be mixed here"));
        }
        return axes;
    }

    private static Problem tilted(String place, List<DicomSlice> sorted, double angle, double shear) {
        return new Problem(
                ImageProblem.SHEARED,
                place + ", " + sorted.size() + " slices",
                String.format(
                        Locale.ROOT,
                        "a gantry tilt: the step from slice to slice is %.2f° off the slices' normal, %s mm sideways a slice, %s mm"
                                + " over the stack",
                        angle, mm(shear), mm(shear * (sorted.size() - 1))),
                "slices that lie straight above each other; a straight grid would put every slice beside its place",
                "undo the tilt in the program that made the series, or resample it to a straight grid");
    }

    private static void sayThickness(List<DicomSlice> sorted, double spacing, List<String> notes) {
        Map<Double, Integer> counts = new LinkedHashMap<>();
        for (DicomSlice slice : sorted) {
            OptionalDouble thickness = measureOrNone(slice);
            if (thickness.isPresent()) {
                counts.merge(thickness.getAsDouble(), 1, Integer::sum);
            }
        }
        if (counts.size() > 1) {
            notes.add("several slice thicknesses: " + counts.entrySet().stream()
                    .limit(MOST_NAMED)
                    .map(one -> mm(one.getKey()) + " mm (" + one.getValue() + ")")
                    .collect(Collectors.joining(", ")));
        } else if (counts.size() == 1) {
            double thickness = counts.keySet().iterator().next();
            if (thickness > spacing * (1 + UNEVEN_BUT_TAKEN)) {
                notes.add("slices are " + mm(thickness) + " mm thick and " + mm(spacing) + " mm apart: they overlap");
            } else if (thickness > 0 && thickness < spacing * (1 - UNEVEN_BUT_TAKEN)) {
                notes.add("slices are " + mm(thickness) + " mm thick and " + mm(spacing) + " mm apart: nothing is known between them");
            }
        }
    }

    /// A thickness that cannot be read plays no part.
    static OptionalDouble measureOrNone(DicomSlice slice) {
        try {
            return measure(slice, Tag.SLICE_THICKNESS);
        } catch (InputException e) {
            return OptionalDouble.empty();
        }
    }

    /// The coordinate that changes most from slice to slice, such as `z = -312.0 mm`.
    static String level(DicomSlice slice) {
        return level(slice, slice, 0);
    }

    /// The same for a place between two slices.
    private static String level(DicomSlice slice, DicomSlice next, double fraction) {
        double[] normal = slice.plane().normal();
        int most = 2;
        for (int axis = 0; axis < 2; axis++) {
            most = Math.abs(normal[axis]) > Math.abs(normal[most]) ? axis : most;
        }
        double from = slice.plane().position().along(most);
        return "xyz".charAt(most) + " = " + mm(from + fraction * (next.plane().position().along(most) - from)) + " mm";
    }

    static String mm(double value) {
        return Millimetres.text(value);
    }

    private static double along(PointMm at, double[] normal) {
        return at.x() * normal[0] + at.y() * normal[1] + at.z() * normal[2];
    }

    private static double square(double value) {
        return value * value;
    }
}
