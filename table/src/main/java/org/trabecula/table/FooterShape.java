package org.trabecula.table;

import java.util.Map;

/// What the lists of a Parquet footer hold, as far as a reader takes it for granted and asks no list for its type.
///
/// Source: `parquet.thrift` of Apache Parquet's format, 2.11.
///
/// @param elements type of a list's elements, by number of the list's field
/// @param inside   what structures hold, alone or in a list, by number of the field
record FooterShape(Map<Integer, Integer> elements, Map<Integer, FooterShape> inside) {
    /// Nothing is taken for granted.
    static final FooterShape ANY = new FooterShape(Map.of(), Map.of());

    private static final int I32 = ThriftFields.I32;
    private static final int I64 = ThriftFields.I64;
    private static final int BINARY = ThriftFields.BINARY;
    private static final int STRUCT = ThriftFields.STRUCT;

    private static final FooterShape SIZES = new FooterShape(Map.of(2, I64, 3, I64), Map.of());
    /// Encodings, path, key-value pairs, statistics of encodings, statistics of sizes.
    private static final FooterShape COLUMN = new FooterShape(Map.of(2, I32, 3, BINARY, 8, STRUCT, 13, STRUCT), Map.of(16, SIZES));
    private static final FooterShape CHUNK = new FooterShape(Map.of(), Map.of(3, COLUMN));
    private static final FooterShape ROW_GROUP = new FooterShape(Map.of(1, STRUCT, 4, STRUCT), Map.of(1, CHUNK));
    /// Schema, row groups, key-value pairs, orders of columns.
    static final FooterShape FOOTER = new FooterShape(Map.of(2, STRUCT, 4, STRUCT, 5, STRUCT, 7, STRUCT), Map.of(4, ROW_GROUP));

    FooterShape {
        elements = Map.copyOf(elements);
        inside = Map.copyOf(inside);
    }

    /// Whether a list in this field may hold such elements.
    boolean allows(int field, int element) {
        return elements.getOrDefault(field, element) == element;
    }

    FooterShape in(int field) {
        return inside.getOrDefault(field, ANY);
    }
}
