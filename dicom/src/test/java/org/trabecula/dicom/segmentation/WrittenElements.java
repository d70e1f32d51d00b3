package org.trabecula.dicom.segmentation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The elements of a written file as its bytes have them, read without the product's reader: Explicit VR Little Endian with lengths.
///
/// @param values by group and element; of a sequence, its bytes
/// @param items  of sequences
record WrittenElements(TreeMap<Integer, byte[]> values, Map<Integer, List<WrittenElements>> items) {
    private static final Set<String> LONG = Set.of("OB", "OW", "SQ", "UN", "UT", "UC");

    /// The data set behind the file meta information.
    static WrittenElements of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        in.position(128 + 4 + 8);
        in.position(128 + 4 + 12 + in.getInt()); // the group's length counts from behind itself
        return read(in.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private static WrittenElements read(ByteBuffer in) {
        WrittenElements found = new WrittenElements(new TreeMap<>(), new TreeMap<>());
        int last = 0;
        while (in.hasRemaining()) {
            int tag = in.getShort() << 16 | in.getShort() & 0xffff;
            if (tag <= last) {
                throw new IllegalStateException("elements out of order at " + Integer.toHexString(tag));
            }
            last = tag;
            String vr = new String(new byte[] {in.get(), in.get()}, StandardCharsets.US_ASCII);
            int length = LONG.contains(vr) ? in.getInt(in.position() + 2) : in.getShort(in.position()) & 0xffff;
            in.position(in.position() + (LONG.contains(vr) ? 6 : 2));
            if (length % 2 != 0) {
                throw new IllegalStateException("odd length at " + Integer.toHexString(tag));
            }
            ByteBuffer value = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            in.position(in.position() + length);
            byte[] bytes = new byte[length];
            value.get(0, bytes);
            found.values.put(tag, bytes);
            if (vr.equals("SQ")) {
                List<WrittenElements> items = new ArrayList<>();
                while (value.hasRemaining()) {
                    if (value.getInt() != 0xE000_FFFE) {
                        throw new IllegalStateException("no item in " + Integer.toHexString(tag));
                    }
                    int size = value.getInt();
                    items.add(read(value.slice(value.position(), size).order(ByteOrder.LITTLE_ENDIAN)));
                    value.position(value.position() + size);
                }
                found.items.put(tag, items);
            }
        }
        return found;
    }

    boolean has(int tag) {
        return values.containsKey(tag);
    }

    /// Of an element; none where it is absent.
    byte[] bytes(int tag) {
        return Optional.ofNullable(values.get(tag)).orElse(new byte[0]);
    }

    boolean hasValue(int tag) {
        return bytes(tag).length > 0;
    }

    String text(int tag) {
        return new String(bytes(tag), StandardCharsets.UTF_8).replaceAll("[ \\x00]+$", "");
    }

    int unsigned16(int tag) {
        return ByteBuffer.wrap(bytes(tag)).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xffff;
    }

    List<WrittenElements> all(int tag) {
        return items.getOrDefault(tag, List.of());
    }

    WrittenElements first(int tag) {
        return all(tag).getFirst();
    }
}
