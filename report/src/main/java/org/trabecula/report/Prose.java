package org.trabecula.report;

import java.util.ArrayList;
import java.util.List;

/// Running text: words, some of them strong, and references to numbered figures and tables.
public record Prose(List<Span> spans) {
    public Prose {
        spans = List.copyOf(spans);
    }

    /// A stretch of text.
    public sealed interface Span {}

    /// As they are.
    public record Words(String text) implements Span {}

    /// To be seen first.
    public record Strong(String text) implements Span {}

    /// `Figure 3` or `Table 2`, whatever number it gets.
    public record Reference(String key) implements Span {}

    public static Prose of(String text) {
        return new Prose(List.of(new Words(text)));
    }

    public Prose and(String text) {
        return with(new Words(text));
    }

    public Prose strong(String text) {
        return with(new Strong(text));
    }

    /// Names a figure or table of the same report by its key.
    public Prose see(String key) {
        return with(new Reference(key));
    }

    private Prose with(Span span) {
        List<Span> longer = new ArrayList<>(spans);
        longer.add(span);
        return new Prose(longer);
    }
}
