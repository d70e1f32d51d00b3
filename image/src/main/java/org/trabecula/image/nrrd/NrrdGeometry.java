package org.trabecula.image.nrrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Mat3;
import org.trabecula.image.Placement;
import org.trabecula.image.stored.HeaderGeometry;

/// Where an NRRD image lies: `space`, `space directions`, `space origin` become an LPS grid.
///
/// A direction is the step from one voxel to the next; its length is the spacing. Lengths and unit vectors are worked out
/// in the order of the public teem library (square root of the sum of squares, times its reciprocal), so that they equal
/// ITK's to the last bit.
final class NrrdGeometry {
    private static final String NUMBER = "\\s*([^,()\\s]+)\\s*";
    private static final Pattern VECTOR = Pattern.compile("none|\\(" + NUMBER + "," + NUMBER + "," + NUMBER + "\\)");

    private NrrdGeometry() {}

    /// Signs that turn the coordinates of `space` to LPS; null where `space` names no part of the body.
    private static double @Nullable [] signsToLps(String space) {
        return switch (space.toLowerCase(Locale.ROOT)) {
            case "left-posterior-superior", "lps" -> new double[] {1, 1, 1};
            case "right-anterior-superior", "ras" -> new double[] {-1, -1, 1};
            case "left-anterior-superior", "las" -> new double[] {1, -1, 1};
            default -> null;
        };
    }

    /// @param notes gains a sentence for each thing that was assumed
    static Grid grid(NrrdHeader header, NrrdAxes axes, Placement placement, List<String> notes) {
        @Nullable List<double @Nullable []> directions = directions(header, header.words("sizes").size());
        double @Nullable [] signs = header.has("space") ? signsToLps(header.get("space")) : null;
        if (directions == null) {
            return withoutDirections(header, axes, placement, notes);
        }
        if (signs == null) {
            if (placement != Placement.ASSUME_LPS) {
                throw HeaderGeometry.notPlaced(
                        header.where(),
                        header.find("space").map(s -> "space: " + NrrdHeader.shown(s)).orElse("directions in an unnamed space"));
            }
            notes.add("the header's space has no anatomical meaning: coordinates taken as LPS, as asked");
            signs = new double[] {1, 1, 1};
        }
        double toMm = millimetresPerUnit(header);
        double[] spacing = new double[3];
        double[][] columns = new double[3][3];
        for (int axis = 0; axis < 3; axis++) {
            double @Nullable [] step = directions.get(axes.spatial().get(axis));
            if (step == null) {
                throw new IllegalArgumentException("axis " + axis + " is not an axis of space");
            }
            double length = Math.sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2]);
            spacing[axis] = length * toMm;
            for (int row = 0; row < 3; row++) {
                columns[axis][row] = step[row] * (1 / length) * signs[row] + 0.0; // −0 becomes 0
            }
        }
        refuseOtherSpacings(header, axes, toMm, spacing, notes);
        double[] origin = origin(header, notes);
        for (int row = 0; row < 3; row++) {
            origin[row] *= signs[row] * toMm;
        }
        return HeaderGeometry.grid(
                axes.size(), spacing, origin, Mat3.ofColumns(columns[0], columns[1], columns[2]), header.where());
    }

    /// `spacings` beside `space directions` is against the format; where it says the same, nothing is lost.
    private static void refuseOtherSpacings(
            NrrdHeader header, NrrdAxes axes, double toMm, double[] spacing, List<String> notes) {
        if (header.has("spacings")) {
            List<String> words = header.words("spacings");
            double[] stated = spacing.clone();
            for (int axis = 0; axis < 3; axis++) {
                int at = axes.spatial().get(axis);
                double value = at < words.size() ? number(header, "spacings", words.get(at)) : Double.NaN;
                stated[axis] = Double.isNaN(value) ? spacing[axis] : value * toMm; // NaN: not stated for this axis
            }
            HeaderGeometry.refuseContradiction(spacing, "'space directions'", stated, "'spacings'", header.where());
        }
        for (String field : List.of("axismins", "axismaxs")) {
            if (header.has(field) && header.words(field).stream().anyMatch(word -> !word.equalsIgnoreCase("nan"))) {
                notes.add("the header states '" + field.replace("axis", "axis ") + "' beside 'space directions', which hold");
            }
        }
    }

    /// One vector per axis, null for an axis that is not space; null for a header without directions.
    static @Nullable List<double @Nullable []> directions(NrrdHeader header, int dimension) {
        if (!header.has("spacedirections")) {
            return null;
        }
        List<double @Nullable []> vectors = vectors(header, "spacedirections");
        if (vectors.size() != dimension) {
            throw header.refusal(
                    ImageProblem.NRRD_FIELD,
                    vectors.size() + " space directions, dimension " + dimension,
                    "a direction or 'none' for each dimension");
        }
        return vectors;
    }

    private static Grid withoutDirections(
            NrrdHeader header, NrrdAxes axes, Placement placement, List<String> notes) {
        if (placement != Placement.ASSUME_LPS) {
            throw HeaderGeometry.notPlaced(header.where(), "no space directions: spacing at most, but no orientation");
        }
        double[] spacing = {1, 1, 1};
        if (header.has("spacings")) {
            List<String> words = header.words("spacings");
            for (int axis = 0; axis < 3; axis++) {
                int at = axes.spatial().get(axis);
                spacing[axis] = number(header, "spacings", at < words.size() ? words.get(at) : "");
            }
        } else {
            notes.add("the header gives no spacing: 1 mm assumed");
        }
        notes.add("the header gives no orientation: axes taken to run to the left, the back and the head, as asked");
        return HeaderGeometry.grid(axes.size(), spacing, new double[3], Mat3.IDENTITY, header.where());
    }

    private static double[] origin(NrrdHeader header, List<String> notes) {
        if (!header.has("spaceorigin")) {
            notes.add("the header gives no space origin: (0, 0, 0) assumed, as ITK does");
            return new double[3];
        }
        List<double @Nullable []> vectors = vectors(header, "spaceorigin");
        double[] origin = vectors.size() == 1 ? vectors.getFirst() : null;
        if (origin == null) {
            throw header.refusal(
                    ImageProblem.NRRD_FIELD,
                    "space origin: " + NrrdHeader.shown(header.get("spaceorigin")),
                    "one vector (x,y,z)");
        }
        return origin.clone();
    }

    private static double millimetresPerUnit(NrrdHeader header) {
        if (!header.has("spaceunits")) {
            return 1;
        }
        double toMm = 0;
        for (String word : header.words("spaceunits")) {
            double factor = switch (word.replace("\"", "").toLowerCase(Locale.ROOT)) {
                case "mm", "millimeter", "millimetre", "millimeters", "" -> 1;
                case "cm" -> 10;
                case "m" -> 1000;
                case "um", "µm", "micrometer" -> 0.001;
                default -> Double.NaN;
            };
            if (Double.isNaN(factor) || (toMm != 0 && factor != toMm)) {
                throw new InputException(new Problem(
                        ImageProblem.UNIT,
                        header.where(),
                        "space units: " + NrrdHeader.shown(header.get("spaceunits")),
                        "\"mm\", \"cm\", \"m\" or \"um\", the same for all three axes",
                        "export the image again in millimetres"));
            }
            toMm = factor;
        }
        return toMm == 0 ? 1 : toMm;
    }

    private static List<double @Nullable []> vectors(NrrdHeader header, String field) {
        String text = header.get(field);
        List<double @Nullable []> vectors = new ArrayList<>();
        Matcher matcher = VECTOR.matcher(text);
        int at = 0;
        while (matcher.find(at) && text.substring(at, matcher.start()).isBlank()) {
            if (matcher.group(1) == null) {
                vectors.add(null);
            } else {
                double[] vector = new double[3];
                for (int n = 0; n < 3; n++) {
                    vector[n] = number(header, field, matcher.group(n + 1));
                }
                vectors.add(vector);
            }
            at = matcher.end();
        }
        if (!text.substring(at).isBlank()) {
            throw header.refusal(
                    ImageProblem.NRRD_FIELD, field + ": " + NrrdHeader.shown(text), "vectors (x,y,z) or 'none'");
        }
        return vectors;
    }

    private static double number(NrrdHeader header, String field, String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            if (word.equalsIgnoreCase("nan")) {
                return Double.NaN; // refused with the numbers beside it, as a spacing or an orientation
            }
            throw header.refusal(ImageProblem.NRRD_FIELD, field + ": " + NrrdHeader.shown(word), "a number");
        }
    }
}
