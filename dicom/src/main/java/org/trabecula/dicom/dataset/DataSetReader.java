package org.trabecula.dicom.dataset;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads elements in rising order, keeps those that have a [Tag], and stops at the pixel data.
///
/// Nothing is allocated that the bytes left cannot fill; nesting, the length of a kept value and the number of kept elements
/// are bounded.
final class DataSetReader {
    private static final int ITEM = 0xFFFE_E000;
    private static final int ITEM_END = 0xFFFE_E00D;
    private static final int SEQUENCE_END = 0xFFFE_E0DD;
    private static final int SPECIFIC_CHARACTER_SET = Tag.SPECIFIC_CHARACTER_SET.number();
    private static final int PIXEL_DATA = 0x7FE0_0010;
    private static final int FLOAT_PIXEL_DATA = 0x7FE0_0008;
    private static final int DOUBLE_PIXEL_DATA = 0x7FE0_0009;
    private static final long UNDEFINED = 0xFFFF_FFFFL;
    private static final long NO_END = Long.MAX_VALUE;

    private static final int DEEPEST = 32;
    /// A frame of an enhanced image takes about forty; ten thousand frames are more than a scanner makes.
    private static final int MOST_KEPT = 1 << 20;
    private static final int LONGEST_VALUE = 1 << 24;

    private final ByteInput in;
    private final String where;
    private final Set<Tag> asked;
    private int kept;
    private @Nullable PixelElement pixels;

    /// @param asked what is kept beside what always is
    DataSetReader(ByteInput in, String where, Set<Tag> asked) {
        this.in = in;
        this.where = where;
        this.asked = Set.copyOf(asked);
    }

    /// Where the pixel data lie, once [#readAll] has come to them.
    Optional<PixelElement> pixels() {
        return Optional.ofNullable(pixels);
    }

    private record Header(int tag, @Nullable Vr vr, long length) {
        boolean isUndefined() {
            return length == UNDEFINED;
        }
    }

    /// The elements of group 2, which are explicit and little endian whatever follows.
    DataSet readMeta() throws IOException {
        Map<Tag, Element> elements = new EnumMap<>(Tag.class);
        while (isMeta(in.peek(2))) {
            Header header = header(Encoding.EXPLICIT_LITTLE);
            if (header.isUndefined()) {
                throw damaged("an element of undefined length in the file meta information", header);
            }
            keep(header, Tag.of(header.tag, asked), Encoding.EXPLICIT_LITTLE, elements);
        }
        return new DataSet(where, List.of(), elements);
    }

    private static boolean isMeta(byte[] group) {
        return group.length == 2 && group[0] == 2 && group[1] == 0;
    }

    /// Everything up to the pixel data, or to the end.
    ///
    /// What is left when the data turn out damaged is in `partly`, so that the file can still be told from others.
    DataSet readAll(Encoding encoding, Map<Tag, Element> partly) throws IOException {
        List<String> sets = List.of();
        while (!in.ended()) {
            Header header = header(encoding);
            if (header.tag == 0) {
                break; // zeros behind the last element
            }
            if (header.tag == PIXEL_DATA || header.tag == FLOAT_PIXEL_DATA || header.tag == DOUBLE_PIXEL_DATA) {
                pixels = new PixelElement(
                        header.vr == null ? Vr.OW : header.vr,
                        in.at(),
                        header.isUndefined() ? Optional.empty() : Optional.of(header.length),
                        header.tag == PIXEL_DATA
                                ? PixelElement.Kind.INTEGERS
                                : header.tag == FLOAT_PIXEL_DATA ? PixelElement.Kind.FLOATS : PixelElement.Kind.DOUBLES);
                break;
            }
            element(header, encoding, sets, 0, partly);
            if (header.tag == SPECIFIC_CHARACTER_SET) {
                sets = DataSet.characterSets(partly, List.of());
            }
        }
        return new DataSet(where, List.of(), partly);
    }

    private Header header(Encoding encoding) throws IOException {
        int tag = in.u16(encoding.order()) << 16 | in.u16(encoding.order());
        if (!encoding.explicit() || tag >>> 16 == 0xFFFE) {
            return new Header(tag, null, in.u32(encoding.order()));
        }
        int first = in.one();
        int second = in.one();
        Optional<Vr> vr = Vr.of(first, second);
        if (vr.isEmpty() && !(isCapital(first) && isCapital(second))) {
            throw new DamagedDataSetException(String.format(
                    Locale.ROOT,
                    "bytes %02X %02X where the value representation of element %s should stand, at byte %d",
                    first, second, Tag.number(tag), in.at() - 2));
        }
        // representations that are younger than this program have the long form (PS3.5 7.1.2)
        if (vr.isEmpty() || vr.get().hasLongLength()) {
            in.u16(encoding.order());
            return new Header(tag, vr.orElse(Vr.UN), in.u32(encoding.order()));
        }
        return new Header(tag, vr.get(), in.u16(encoding.order()));
    }

    private static boolean isCapital(int character) {
        return character >= 'A' && character <= 'Z';
    }

    /// Reads or passes by one element whose header has been read.
    private void element(Header header, Encoding encoding, List<String> sets, int depth, Map<Tag, Element> into)
            throws IOException {
        Optional<Tag> tag = Tag.of(header.tag, asked);
        // a sequence of unknown representation is implicit and little endian inside (PS3.5 6.2.2)
        Encoding inside = header.vr == Vr.UN ? Encoding.IMPLICIT_LITTLE : encoding;
        boolean known = tag.isPresent() && tag.get().vr() == Vr.SQ;
        if (header.isUndefined()) {
            boolean bytes = header.vr == Vr.OB || header.vr == Vr.OW;
            if (bytes) {
                skipFragments(encoding);
            } else if (known) {
                into.put(tag.get(), Element.of(items(NO_END, inside, sets, depth + 1)));
            } else {
                skipItems(inside, depth + 1);
            }
        } else if (known) {
            long end = in.at() + header.length;
            refuseBeyond(header);
            into.put(tag.get(), Element.of(items(end, inside, sets, depth + 1)));
        } else {
            keep(header, tag, encoding, into);
        }
    }

    private void keep(Header header, Optional<Tag> tag, Encoding encoding, Map<Tag, Element> into) throws IOException {
        if (tag.isEmpty()) {
            in.skip(header.length);
            return;
        }
        if (header.length > LONGEST_VALUE) {
            throw damaged("a value of " + header.length + " bytes, at most " + LONGEST_VALUE + " are believed", header);
        }
        count();
        Vr stated = header.vr;
        Vr vr = stated == null || stated == Vr.UN ? tag.get().vr() : stated;
        ByteOrder order = header.vr == Vr.UN ? ByteOrder.LITTLE_ENDIAN : encoding.order();
        into.put(tag.get(), Element.of(vr, order, in.bytes((int) header.length)));
    }

    /// The items of a sequence that ends at byte `end`, or with its delimiter.
    private List<DataSet> items(long end, Encoding encoding, List<String> sets, int depth) throws IOException {
        refuseDepth(depth);
        List<DataSet> items = new ArrayList<>();
        while (in.at() < end) {
            if (end == NO_END && in.ended()) {
                throw new DamagedDataSetException("a sequence without its end at byte " + in.at());
            }
            Header header = header(encoding);
            if (header.tag == SEQUENCE_END) {
                return items;
            }
            if (header.tag != ITEM) {
                throw damaged("an element where an item of a sequence should begin", header);
            }
            count();
            items.add(item(header, encoding, sets, depth));
        }
        if (in.at() != end) {
            throw new DamagedDataSetException("items that reach " + (in.at() - end) + " bytes beyond their sequence, at byte " + in.at());
        }
        return items;
    }

    private DataSet item(Header item, Encoding encoding, List<String> sets, int depth) throws IOException {
        long end = item.isUndefined() ? NO_END : in.at() + item.length;
        refuseBeyond(item);
        Map<Tag, Element> elements = new EnumMap<>(Tag.class);
        List<String> inside = sets;
        while (in.at() < end) {
            Header header = header(encoding);
            if (header.tag == ITEM_END) {
                if (end == NO_END) {
                    break;
                }
                continue;
            }
            if (header.tag == ITEM || header.tag == SEQUENCE_END) {
                throw damaged("a delimiter inside an item", header);
            }
            element(header, encoding, inside, depth, elements);
            if (header.tag == SPECIFIC_CHARACTER_SET) {
                inside = DataSet.characterSets(elements, sets);
            }
        }
        if (end != NO_END && in.at() > end) {
            throw new DamagedDataSetException("an element that reaches beyond its item, at byte " + in.at());
        }
        return new DataSet(where, sets, elements);
    }

    /// Passes by a sequence of undefined length whose items nobody asks for.
    private void skipItems(Encoding encoding, int depth) throws IOException {
        refuseDepth(depth);
        while (true) {
            Header header = header(encoding);
            if (header.tag == SEQUENCE_END) {
                return;
            }
            if (header.tag != ITEM) {
                throw damaged("an element where an item of a sequence should begin", header);
            }
            if (!header.isUndefined()) {
                in.skip(header.length);
                continue;
            }
            Header inside = header(encoding);
            while (inside.tag != ITEM_END) {
                boolean bytes = inside.vr == Vr.OB || inside.vr == Vr.OW;
                if (!inside.isUndefined()) {
                    in.skip(inside.length);
                } else if (bytes) {
                    skipFragments(encoding);
                } else {
                    skipItems(inside.vr == Vr.UN ? Encoding.IMPLICIT_LITTLE : encoding, depth + 1);
                }
                inside = header(encoding);
            }
        }
    }

    private void skipFragments(Encoding encoding) throws IOException {
        while (true) {
            Header header = header(encoding);
            if (header.tag == SEQUENCE_END) {
                return;
            }
            if (header.tag != ITEM || header.isUndefined()) {
                throw damaged("no fragment where one should begin", header);
            }
            in.skip(header.length);
        }
    }

    private void refuseBeyond(Header header) throws DamagedDataSetException {
        if (!header.isUndefined() && header.length > in.left()) {
            throw damaged("a length of " + header.length + " bytes, where " + in.left() + " are left", header);
        }
    }

    private static void refuseDepth(int depth) throws DamagedDataSetException {
        if (depth > DEEPEST) {
            throw new DamagedDataSetException("sequences nested more than " + DEEPEST + " deep");
        }
    }

    private void count() throws DamagedDataSetException {
        if (++kept > MOST_KEPT) {
            throw new DamagedDataSetException("more than " + MOST_KEPT + " elements and items");
        }
    }

    private DamagedDataSetException damaged(String found, Header header) {
        return new DamagedDataSetException(found + ": element " + Tag.number(header.tag) + " before byte " + in.at());
    }
}
