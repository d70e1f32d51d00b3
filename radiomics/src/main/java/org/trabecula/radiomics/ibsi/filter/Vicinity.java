package org.trabecula.radiomics.ibsi.filter;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.trabecula.image.Box;
import org.trabecula.image.Volume;

/// Runs a filter on no more of an image than its response in a box depends on.
final class Vicinity {
    private Vicinity() {}

    static Volume respond(Filter filter, Volume image, Box wanted, UnaryOperator<Field> response) {
        Box source = filter.needed(image.grid(), wanted);
        Box held = image.held();
        Box read = new Box(
                Math.max(source.iMin(), held.iMin()), Math.max(source.jMin(), held.jMin()),
                Math.max(source.kMin(), held.kMin()), Math.min(source.iMax(), held.iMax()),
                Math.min(source.jMax(), held.jMax()), Math.min(source.kMax(), held.kMax()));
        Volume all = response.apply(Field.of(image, read)).onto(image.grid(), read);
        return read.equals(wanted) ? all : Field.of(all, wanted).onto(image.grid(), wanted);
    }

    /// A finite reach along filtered axes; none for a periodic image, whose far side is near.
    static OptionalInt reach(int voxels, int axis, int filteredAxes, Boundary boundary) {
        if (boundary == Boundary.PERIODIC) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(axis < filteredAxes ? voxels : 0);
    }
}
