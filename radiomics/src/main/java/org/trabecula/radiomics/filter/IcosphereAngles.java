package org.trabecula.radiomics.filter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The polar and azimuth angles of an icosphere's points.
///
/// For up to one subdivision they are NumPy's to the bit (a table), for more they are Java's. One bit here decides on which
/// side of a percentile patterns fall that are equal by symmetry.
final class IcosphereAngles {
    private static final String FILE = "icosphere-angles.txt";

    private IcosphereAngles() {}

    /// {arccos(z / radius), arctan2(y, x)} of each point of [Icosphere#points].
    static double[][] of(double[][] points, double radius) {
        List<double[]> table = points.length <= 42 && onSphere(points[0], radius) ? table() : List.of();
        double[][] angles = new double[points.length][];
        for (int n = 0; n < angles.length; n++) {
            double[] p = points[n];
            angles[n] = table.isEmpty()
                    ? new double[] {Math.acos(Math.clamp(p[2] / radius, -1, 1)), Math.atan2(p[1], p[0])}
                    : table.get(n);
        }
        return angles;
    }

    private static boolean onSphere(double[] point, double radius) {
        double length = Math.sqrt(point[0] * point[0] + point[1] * point[1] + point[2] * point[2]);
        return Math.abs(length - radius) < 1e-9 * radius;
    }

    private static List<double[]> table() {
        try (InputStream in = Objects.requireNonNull(IcosphereAngles.class.getResourceAsStream(FILE), FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(words -> new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])})
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
