package org.trabecula.report;

import java.util.List;

/// One thing in a section. Renderers know each kind; there is no other way to put something on the page.
public sealed interface Block {
    /// A heading inside a section.
    record Heading(String title) implements Block {}

    /// Running text.
    record Paragraph(Prose text) implements Block {
        public static Paragraph of(String text) {
            return new Paragraph(Prose.of(text));
        }
    }

    /// What a careful reader wants to know beside the point, set smaller.
    record Remark(Prose text) implements Block {
        public static Remark of(String text) {
            return new Remark(Prose.of(text));
        }
    }

    /// A list of points.
    record Bullets(List<Prose> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }

        public static Bullets of(List<String> items) {
            return new Bullets(items.stream().map(Prose::of).toList());
        }
    }

    /// Terms of the field, each explained in one plain sentence where it first appears.
    record Terms(List<Term> terms) implements Block {
        public Terms {
            terms = List.copyOf(terms);
        }

        /// A word and what it means.
        public record Term(String word, String meaning) {}
    }

    /// Text whose line breaks count: a formula, settings.
    record Listing(String text) implements Block {}

    /// Numbers to be seen first, side by side.
    record KeyFigures(List<KeyFigure> figures) implements Block {
        public KeyFigures {
            figures = List.copyOf(figures);
        }

        /// @param value  as shown, such as `0.861`
        /// @param name   whose number it is
        /// @param detail what it is and how sure, such as `test AUC, 95 % CI 0.718–1.000`
        public record KeyFigure(String value, String name, String detail) {}
    }

    /// Blocks behind a title that opens on demand; on paper they stand open.
    record Fold(String title, List<Block> blocks) implements Block {
        public Fold {
            blocks = List.copyOf(blocks);
        }
    }

    /// Figures that belong together, side by side where there is room.
    record SideBySide(List<Figure> figures) implements Block {
        public SideBySide {
            figures = List.copyOf(figures);
        }
    }

    /// A table; its number is the report's business ([Numbering]).
    ///
    /// @param key     for references, unique among the report's tables and figures
    /// @param caption what it shows
    /// @param columns titles of the columns
    /// @param rows    one cell a column each, the first of which names the row
    record Table(String key, Prose caption, List<String> columns, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "table " + key + " has " + columns.size() + " columns, a row has " + row.size() + " cells");
                }
            }
        }

        /// Whether a column holds numbers, which stand flush right, their title with them.
        public boolean numeric(int column) {
            boolean any = false;
            for (List<Cell> row : rows) {
                switch (row.get(column)) {
                    case Cell.Words words -> {
                        if (!words.text().isEmpty()) {
                            return false;
                        }
                    }
                    case Cell.Number _, Cell.Missing _ -> any = true;
                }
            }
            return any;
        }
    }

    /// A picture with its caption; its number is the report's business ([Numbering]).
    ///
    /// @param key for references, unique among the report's tables and figures
    record Figure(String key, Content content, Prose caption) implements Block {
        public static Figure drawing(String key, String svg, Prose caption) {
            return new Figure(key, new Drawing(svg), caption);
        }

        /// What is to be seen.
        public sealed interface Content {}

        /// A figure of the module `figures`.
        public record Drawing(String svg) implements Content {}

        /// Rows of square pictures.
        ///
        /// @param size how large they stand on the page
        public record Gallery(Size size, List<Strip> strips) implements Content {
            /// Of each picture.
            public enum Size {
                /// Few pixels, each to be seen: as many in a row as fit.
                SMALL,
                /// Up to four in a row, two on a phone.
                LARGE
            }

            public Gallery {
                strips = List.copyOf(strips);
            }

            /// Of small pictures.
            public Gallery(List<Strip> strips) {
                this(Size.SMALL, strips);
            }
        }

        /// Pictures that share a label.
        public record Strip(String label, List<Picture> pictures) {
            public Strip {
                pictures = List.copyOf(pictures);
            }
        }

        /// @param alt   in words, for people who cannot see it
        /// @param png   the file's bytes
        /// @param below a few words that stand under it; may be empty
        public record Picture(String alt, Png png, String below) {
            /// With nothing under it.
            public Picture(String alt, Png png) {
                this(alt, png, "");
            }
        }

        /// Bytes of a PNG file.
        public static final class Png {
            private final byte[] bytes;

            /// Takes ownership of `bytes`; the caller must not write to it afterwards.
            public Png(byte[] bytes) {
                this.bytes = bytes;
            }

            public byte[] bytes() {
                return bytes.clone();
            }
        }
    }
}
