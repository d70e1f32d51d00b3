package org.trabecula.report;

import java.util.List;
import org.trabecula.core.Shown;

/// What stands in a table. A cell knows whether it is a number, so that no renderer has to guess from its letters.
public sealed interface Cell {
    /// As it is printed.
    String text();

    /// A name, a remark, or nothing.
    record Words(String text) implements Cell {}

    /// A number, with its interval or share where it has one.
    record Number(String text) implements Cell {}

    /// A number that does not exist, and why.
    record Missing(String why) implements Cell {
        @Override
        public String text() {
            return why.isEmpty() ? Shown.NOT_ESTIMABLE : Shown.NOT_ESTIMABLE + " (" + why + ")";
        }
    }

    Cell EMPTY = new Words("");

    static Cell words(String text) {
        return new Words(text);
    }

    static Cell count(long count) {
        return new Number(Shown.minus(Long.toString(count)));
    }

    /// With so many decimals.
    static Cell fixed(double value, int decimals) {
        return of(value, Shown.fixed(value, decimals));
    }

    /// An estimate and its limits.
    static Cell interval(double estimate, double lower, double upper, int decimals) {
        return of(estimate, Shown.interval(estimate, lower, upper, decimals));
    }

    /// A signed estimate and its limits.
    static Cell difference(double estimate, double lower, double upper, int decimals) {
        return of(estimate, Shown.difference(estimate, lower, upper, decimals));
    }

    /// A p-value.
    static Cell p(double p) {
        return of(p, Shown.p(p));
    }

    /// A number that is worded already.
    static Cell number(String text) {
        return new Number(text);
    }

    static List<Cell> row(Cell... cells) {
        return List.of(cells);
    }

    private static Cell of(double value, String shown) {
        return Double.isNaN(value) ? new Missing("") : new Number(shown);
    }
}
