package org.trabecula.radiomics.ibsi.filter;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;

/// A Laws texture kernel, or the energy of its response — IBSI `JTXT`, energy `PQSD`.
///
/// One-dimensional kernels of unit Euclidean norm are multiplied to a square or a cube. With rotations, the responses are
/// pooled; then, for the energy map, the absolute value is averaged over a box of 2δ + 1 voxels per filtered axis.
///
/// Source: Laws 1980, "Rapid texture identification"; IBSI 2 manual, "Laws kernels".
///
/// @param kernels     names for x, y (and z), such as `E5L5S5`: two or three of L3 E3 S3 L5 E5 S5 W5 R5
/// @param rotation    pooling over right-angle rotations, or none
/// @param energyDelta δ in voxels; empty: the response itself
public record LawsFilter(
        String kernels, Optional<Pooling> rotation, OptionalInt energyDelta, Boundary boundary) implements Filter {
    public LawsFilter {
        if (kernels.length() != 4 && kernels.length() != 6) {
            throw new IllegalArgumentException("Laws kernels are named for two or three axes, got " + kernels);
        }
        named(kernels); // refuses unknown names
        if (energyDelta.isPresent() && energyDelta.getAsInt() < 1) {
            throw new IllegalArgumentException("δ must be at least 1 voxel, got " + energyDelta.getAsInt());
        }
    }

    @Override
    public Volume respond(Volume image, Box wanted, int jobs) {
        List<Kernel> named = named(kernels);
        return Vicinity.respond(this, image, wanted, field -> {
            Field response = SeparableConvolution.respond(field, List.of(named), rotation, boundary, jobs);
            return energyDelta.isPresent()
                    ? energy(response, named.size(), 2 * energyDelta.getAsInt() + 1, boundary, jobs)
                    : response;
        });
    }

    @Override
    public OptionalInt reachVoxels(Grid grid, int axis) {
        int longest = named(kernels).stream().mapToInt(kernel -> kernel.taps().length).max().orElseThrow();
        return Vicinity.reach(longest / 2 + energyDelta.orElse(0), axis, kernels.length() / 2, boundary);
    }

    private static Field energy(Field response, int axes, int boxVoxels, Boundary boundary, int jobs) {
        double[] absolute = new double[response.values.length];
        for (int v = 0; v < absolute.length; v++) {
            absolute[v] = Math.abs(response.values[v]);
        }
        List<Kernel> box = Collections.nCopies(axes, Kernel.box(boxVoxels));
        return SeparableConvolution.respond(
                new Field(response.size, absolute), List.of(box), Optional.empty(), boundary, jobs);
    }

    private static List<Kernel> named(String kernels) {
        return IntStream.range(0, kernels.length() / 2)
                .mapToObj(axis -> kernel(kernels.substring(2 * axis, 2 * axis + 2)))
                .toList();
    }

    /// Level, edge, spot, wave and ripple, divided by their Euclidean norm.
    private static Kernel kernel(String name) {
        return switch (name) {
            case "L3" -> unit(1, 2, 1);
            case "E3" -> unit(-1, 0, 1);
            case "S3" -> unit(-1, 2, -1);
            case "L5" -> unit(1, 4, 6, 4, 1);
            case "E5" -> unit(-1, -2, 0, 2, 1);
            case "S5" -> unit(-1, 0, 2, 0, -1);
            case "W5" -> unit(-1, 2, 0, -2, 1);
            case "R5" -> unit(1, -4, 6, -4, 1);
            default -> throw new IllegalArgumentException(
                    "Laws kernels are L3 E3 S3 L5 E5 S5 W5 R5, got " + name);
        };
    }

    private static Kernel unit(double... taps) {
        double square = 0;
        for (double tap : taps) {
            square += tap * tap;
        }
        for (int m = 0; m < taps.length; m++) {
            taps[m] /= Math.sqrt(square);
        }
        return Kernel.centred(taps);
    }
}
