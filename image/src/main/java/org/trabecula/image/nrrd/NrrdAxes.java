package org.trabecula.image.nrrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.Size;

/// Which axes of an NRRD file are space and which one, if any, is a list of layers.
///
/// The layer axis is known by its direction `none` (or its kind), not by its place: Slicer puts it first, others last.
///
/// @param size      voxels along the three axes of space
/// @param spatial   the places of those axes among all axes of the file
/// @param layers    images stored in one another; 1 where there is no layer axis
/// @param inner     voxels stored before the layer number changes; 1 when the layer axis is first
record NrrdAxes(Size size, List<Integer> spatial, int layers, long inner) {
    private static final int MOST_DIMENSIONS = 16;

    static NrrdAxes of(NrrdHeader header) {
        long dimension = header.number("dimension");
        if (dimension < 1 || dimension > MOST_DIMENSIONS) {
            throw header.refusal(ImageProblem.NRRD_SIZES, "dimension: " + dimension, "1 to " + MOST_DIMENSIONS);
        }
        int[] sizes = sizes(header, (int) dimension);
        boolean[] space = new boolean[sizes.length];
        @Nullable List<double @Nullable []> directions = NrrdGeometry.directions(header, sizes.length);
        List<String> kinds = header.has("kinds") ? header.words("kinds") : List.of();
        List<Integer> spatial = new ArrayList<>();
        for (int axis = 0; axis < sizes.length; axis++) {
            space[axis] = directions != null ? directions.get(axis) != null : isSpatial(kinds, axis);
            if (space[axis]) {
                spatial.add(axis);
            }
        }
        if (spatial.size() != 3) {
            throw header.refusal(
                    ImageProblem.NRRD_SIZES, spatial.size() + " axes of space among " + sizes.length, "3 axes of space");
        }
        int layers = 1;
        long inner = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (space[axis] || sizes[axis] == 1) {
                continue;
            }
            String kind = axis < kinds.size() ? kinds.get(axis).toLowerCase(Locale.ROOT) : "";
            boolean list = kind.isEmpty() || kind.equals("list") || kind.equals("???") || kind.equals("none");
            if (layers > 1 || (!list && !NrrdSegments.present(header))) {
                throw layered(header, sizes[axis] + " values per voxel, of the kind " + (list ? "list" : kind));
            }
            layers = sizes[axis];
            for (int before = 0; before < axis; before++) {
                inner *= sizes[before];
            }
        }
        Size size = new Size(sizes[spatial.get(0)], sizes[spatial.get(1)], sizes[spatial.get(2)]);
        return new NrrdAxes(size, List.copyOf(spatial), layers, inner);
    }

    /// The refusal of several values per voxel where one is needed.
    static InputException layered(NrrdHeader header, String found) {
        return new InputException(new Problem(
                ImageProblem.NRRD_LAYERS,
                header.where(),
                found,
                "one number per voxel: a CT, or one label map",
                "save the image or the segments that you mean to a file of their own"));
    }

    /// Every voxel of every layer.
    double values() {
        return (double) size.i() * size.j() * size.k() * layers;
    }

    private static int[] sizes(NrrdHeader header, int dimension) {
        List<String> words = header.words("sizes");
        if (words.size() != dimension) {
            throw header.refusal(
                    ImageProblem.NRRD_SIZES, words.size() + " sizes, dimension " + dimension, "a size for each dimension");
        }
        int[] sizes = new int[dimension];
        for (int axis = 0; axis < dimension; axis++) {
            long size;
            try {
                size = Long.parseLong(words.get(axis));
            } catch (NumberFormatException e) {
                size = -1;
            }
            if (size < 1 || size > Integer.MAX_VALUE) {
                throw header.refusal(
                        ImageProblem.NRRD_SIZES,
                        "sizes: " + NrrdHeader.shown(header.get("sizes")),
                        "whole numbers from 1 to " + Integer.MAX_VALUE);
            }
            sizes[axis] = (int) size;
        }
        return sizes;
    }

    /// Without directions: axes of an unnamed kind are space, as in NRRD0001.
    private static boolean isSpatial(List<String> kinds, int axis) {
        if (axis >= kinds.size()) {
            return true;
        }
        return switch (kinds.get(axis).toLowerCase(Locale.ROOT)) {
            case "domain", "space", "???", "none" -> true;
            default -> false;
        };
    }
}
