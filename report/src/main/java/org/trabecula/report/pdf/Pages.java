package org.trabecula.report.pdf;

import java.util.ArrayList;
import java.util.List;

/// Puts pieces on pages, in order: a page ends before the first run of pieces that belong together and does not fit.
final class Pages {
    /// @param y of its upper edge on the paper
    record Placed(Piece piece, double y) {}

    private final List<List<Placed>> pages = new ArrayList<>();
    private double used;

    private Pages() {
        pages.add(new ArrayList<>());
    }

    static List<List<Placed>> of(List<Piece> pieces) {
        Pages pages = new Pages();
        int at = 0;
        while (at < pieces.size()) {
            int end = at + 1;
            while (pieces.get(end - 1).withNext() && end < pieces.size()) {
                end++;
            }
            pages.place(pieces.subList(at, end));
            at = end;
        }
        return pages.pages;
    }

    private void place(List<Piece> run) {
        double height = 0;
        for (Piece piece : run) {
            height += piece.before() + piece.height();
        }
        if (height <= Style.HEIGHT && used + height > Style.HEIGHT) {
            turn(run.getFirst());
        }
        for (Piece piece : run) {
            if (used > 0 && used + piece.before() + piece.height() > Style.HEIGHT) {
                turn(piece); // a run longer than a page
            }
            put(piece);
        }
    }

    private void turn(Piece first) {
        pages.add(new ArrayList<>());
        used = 0;
        first.repeated().ifPresent(this::put);
    }

    private void put(Piece piece) {
        double top = used == 0 ? 0 : used + piece.before();
        pages.getLast().add(new Placed(piece, Style.TOP + top));
        used = top + piece.height();
    }
}
