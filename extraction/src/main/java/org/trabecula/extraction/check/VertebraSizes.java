package org.trabecula.extraction.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a region of a level may measure, wide on purpose: small women and large men, whole vertebrae and bodies, and a fracture
/// flattens. Sizes and sources stand in `vertebra-sizes.tsv`; what is made of them:
///
/// | limit | factor | why |
/// |---|---|---|
/// | lowest volume | 0.3 of the mean body (half of a wide box's ellipse for the smallest people, less two fifths for a severe fracture) | Genant's grade 3 begins at two fifths of the height lost |
/// | largest volume | 2 times the mean body, for a whole vertebra times `whole` | men over women about 1.4, tall over mean about 1.3 |
/// | lowest height | 0.25 of the mean | vertebra plana keeps about a quarter |
/// | largest height | 1.7 times the mean | the tallest bodies measure 1.35 times it, and 30° of tilt make 1.2 of that |
/// | two vertebrae | 1.9 times the mean | two bodies and their disc are 2.2 times and more, two flattened ones less |
record VertebraSizes(Map<String, Size> levels) {
    private static final String TABLE = "vertebra-sizes.tsv";
    static final VertebraSizes LITERATURE = read();

    private static final double SMALLEST_VOLUME = 0.3;
    private static final double LARGEST_VOLUME = 2;
    private static final double LOWEST_HEIGHT = 0.25;
    private static final double LARGEST_HEIGHT = 1.7;
    private static final double TWO_VERTEBRAE = 1.9;
    /// A region is a whole vertebra when it reaches further from front to back: no body does.
    private static final double DEEPEST_BODY_MM = 50;

    /// From one number to another.
    record Range(double low, double high) {
        boolean holds(double value) {
            return value >= low && value <= high;
        }

        private Range with(Range other) {
            return new Range(Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    /// A mean body.
    ///
    /// @param whole times its volume: the whole vertebra
    record Size(double widthMm, double depthMm, double heightMm, double whole) {
        /// Of the end plate, an ellipse.
        double endPlateMm2() {
            return Math.PI / 4 * widthMm * depthMm;
        }
    }

    /// The volume of a region of this level, in mm³; of any level where it is not known, nothing where it is none of the table
    /// (cervical, sacral).
    ///
    /// @param level   empty: not known
    /// @param depthMm of the region, from front to back
    Optional<Range> volumeMm3(String level, double depthMm) {
        return ofLevel(level, size -> {
            double body = size.endPlateMm2() * size.heightMm;
            return new Range(SMALLEST_VOLUME * body, LARGEST_VOLUME * body * (depthMm > DEEPEST_BODY_MM ? size.whole : 1));
        });
    }

    /// The height of a region of this level, in mm.
    Optional<Range> heightMm(String level) {
        return ofLevel(level, size -> new Range(LOWEST_HEIGHT * size.heightMm, LARGEST_HEIGHT * size.heightMm));
    }

    /// From which height on a region is that of two vertebrae.
    Optional<Double> twoVertebraeMm(String level) {
        return ofLevel(level, size -> new Range(0, TWO_VERTEBRAE * size.heightMm)).map(Range::high);
    }

    /// Of the mean end plate of this level; the largest of all where it is not known.
    Optional<Double> endPlateMm2(String level) {
        return ofLevel(level, size -> new Range(0, size.endPlateMm2())).map(Range::high);
    }

    private interface RangeOf {
        Range of(Size size);
    }

    private Optional<Range> ofLevel(String level, RangeOf range) {
        if (level.isEmpty()) {
            return levels.values().stream().map(range::of).reduce(Range::with);
        }
        return Optional.ofNullable(levels.get(level)).map(range::of);
    }

    private static VertebraSizes read() {
        try (InputStream in = Objects.requireNonNull(VertebraSizes.class.getResourceAsStream(TABLE))) {
            Map<String, Size> levels = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("level"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cell -> levels.put(cell[0], new Size(number(cell[1]), number(cell[2]), number(cell[3]), number(cell[4]))));
            return new VertebraSizes(levels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }
}
