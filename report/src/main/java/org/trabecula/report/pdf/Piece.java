package org.trabecula.report.pdf;

import java.io.IOException;
import java.util.Optional;

/// Something of known height that is not parted by a page's end.
///
/// @param before   room above it, dropped at the top of a page
/// @param height   of itself
/// @param withNext whether it must not be the last on its page: a heading, a caption above its table
/// @param repeated what stands above it again where a page begins with it: the head of a table
/// @param bookmark its entry in the document's outline
/// @param painter  draws it
record Piece(
        double before, double height, boolean withNext, Optional<Piece> repeated, Optional<Bookmark> bookmark, Painter painter) {
    /// Draws a piece whose upper left corner lies at (x, y).
    @FunctionalInterface
    interface Painter {
        void paint(Paper paper, double x, double y) throws IOException;
    }

    /// @param level 0 for a section, 1 for a heading within it
    record Bookmark(int level, String title) {}

    static Piece of(double before, double height, Painter painter) {
        return new Piece(before, height, false, Optional.empty(), Optional.empty(), painter);
    }

    Piece keptWithNext() {
        return new Piece(before, height, true, repeated, bookmark, painter);
    }

    Piece under(Piece head) {
        return new Piece(before, height, withNext, Optional.of(head), bookmark, painter);
    }

    Piece marked(int level, String title) {
        return new Piece(before, height, withNext, repeated, Optional.of(new Bookmark(level, title)), painter);
    }
}
