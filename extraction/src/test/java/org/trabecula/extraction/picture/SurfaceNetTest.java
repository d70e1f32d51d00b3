package org.trabecula.extraction.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SurfaceNetTest {
    private static final int POINTS = 48;

    /// A field in lattice points from the middle, larger inside.
    private interface Field {
        double at(double x, double y, double z);
    }

    private static SurfaceNet net(Field field) {
        float[] values = new float[POINTS * POINTS * POINTS];
        double middle = (POINTS - 1) / 2.0;
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) (0.5
                    + field.at(at % POINTS - middle, Math.floorDiv(at, POINTS) % POINTS - middle, Math.floorDiv(at, POINTS * POINTS) - middle));
        }
        return SurfaceNet.of(new Occupancy(new int[] {POINTS, POINTS, POINTS}, 0.5, values));
    }

    /// Radius 8.5 mm at steps of 0.5 mm. A vertex lies at the mean of its cell's cuts, off the sphere by less than the sagitta of a
    /// cell, step² / (4 r) = 0.007 mm, inwards: the volume loses at most 3 · 0.007 / 8.5 = 0.3 %.
    @Test
    void aSphereHasItsVolumeAndPlaces() {
        SurfaceNet sphere = net((x, y, z) -> 17 - Math.sqrt(x * x + y * y + z * z));
        double exact = 4 / 3.0 * Math.PI * 8.5 * 8.5 * 8.5;
        assertThat(volume(sphere)).as("positive: faces turn outwards").isCloseTo(exact, within(0.004 * exact));
        double[] normals = sphere.normals();
        for (int vertex = 0; vertex < sphere.vertexCount(); vertex++) {
            double radius = Math.sqrt(square(sphere.mm(vertex, 0)) + square(sphere.mm(vertex, 1)) + square(sphere.mm(vertex, 2)));
            assertThat(radius).isCloseTo(8.5, Offset.offset(0.02));
            double outwards = 0;
            for (int axis = 0; axis < 3; axis++) {
                outwards += normals[3 * vertex + axis] * sphere.mm(vertex, axis) / radius;
            }
            assertThat(outwards).isGreaterThan(0.97);
        }
        assertThat(euler(sphere)).isEqualTo(2);
    }

    /// Like a vertebra: a ring has one hole, V − E + F = 0.
    @Test
    void aRingHasAHole() {
        SurfaceNet ring = net((x, y, z) -> 5 - Math.sqrt(square(Math.sqrt(x * x + y * y) - 13) + z * z));
        assertThat(euler(ring)).isZero();
        double exact = 2 * Math.PI * Math.PI * 6.5 * 2.5 * 2.5;
        assertThat(volume(ring)).isCloseTo(exact, within(0.02 * exact)); // thinner: the same loss weighs more
    }

    /// V − E + F; every edge must belong to two faces, once in each direction.
    private static int euler(SurfaceNet net) {
        Map<Long, Integer> edges = new HashMap<>();
        for (int face = 0; face < net.faceCount(); face++) {
            for (int corner = 0; corner < 4; corner++) {
                long from = net.vertex(face, corner);
                long to = net.vertex(face, (corner + 1) % 4);
                edges.merge(Math.min(from, to) << 32 | Math.max(from, to), from < to ? 1 : -1, Integer::sum);
            }
        }
        assertThat(edges.values()).as("closed").containsOnly(0);
        return net.vertexCount() - edges.size() + net.faceCount();
    }

    /// Σ a · (b × c) / 6 over the triangles.
    private static double volume(SurfaceNet net) {
        double sum = 0;
        for (int face = 0; face < net.faceCount(); face++) {
            sum += box(net, net.vertex(face, 0), net.vertex(face, 1), net.vertex(face, 2));
            sum += box(net, net.vertex(face, 0), net.vertex(face, 2), net.vertex(face, 3));
        }
        return sum / 6;
    }

    private static double box(SurfaceNet net, int a, int b, int c) {
        double sum = 0;
        for (int x = 0; x < 3; x++) {
            int y = (x + 1) % 3;
            int z = (x + 2) % 3;
            sum += net.mm(a, x) * (net.mm(b, y) * net.mm(c, z) - net.mm(b, z) * net.mm(c, y));
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
