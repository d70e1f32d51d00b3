package org.trabecula.dicom.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A data set to be written in Explicit VR Little Endian, elements in rising order however they were put.
///
/// Texts are UTF-8: whoever writes others than ASCII states `ISO_IR 192` as Specific Character Set. Lengths of sequences are written, so
/// that a reader can pass them by.
public final class NewDataSet {
    private static final int SHORT_LENGTH_MOST = 0xFFFE;
    private static final int ITEM = 0xFFFE_E000;

    private final Map<Tag, byte[]> values = new EnumMap<>(Tag.class);

    /// Texts, UIDs, codes, dates: several values stand between backslashes.
    public NewDataSet text(Tag tag, String... texts) {
        byte[] bytes = String.join("\\", texts).getBytes(StandardCharsets.UTF_8);
        return put(tag, padded(bytes, tag.vr() == Vr.UI ? (byte) 0 : (byte) ' '));
    }

    /// An element without a value (type 2).
    public NewDataSet empty(Tag tag) {
        return put(tag, new byte[0]);
    }

    /// Decimal strings.
    public NewDataSet decimals(Tag tag, double... numbers) {
        return text(tag, Arrays.stream(numbers).mapToObj(DecimalString::of).toArray(String[]::new));
    }

    /// An integer as text, or as 16 or 32 bits, as the dictionary has it.
    public NewDataSet whole(Tag tag, int... numbers) {
        if (tag.vr() == Vr.IS) {
            return text(tag, Arrays.stream(numbers).mapToObj(Integer::toString).toArray(String[]::new));
        }
        int size = tag.vr() == Vr.US ? Short.BYTES : Integer.BYTES;
        ByteBuffer bytes = little(numbers.length * size);
        for (int number : numbers) {
            if (size == Short.BYTES) {
                bytes.putShort((short) number);
            } else {
                bytes.putInt(number);
            }
        }
        return put(tag, bytes.array());
    }

    /// The number of another element.
    public NewDataSet pointer(Tag tag, Tag to) {
        return put(tag, little(Integer.BYTES).putShort((short) (to.number() >>> 16)).putShort((short) to.number()).array());
    }

    public NewDataSet bytes(Tag tag, byte[] value) {
        return put(tag, padded(value, (byte) 0));
    }

    public NewDataSet items(Tag tag, List<NewDataSet> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (NewDataSet item : items) {
            byte[] inside = item.toBytes();
            out.writeBytes(little(8).putShort((short) (ITEM >>> 16)).putShort((short) ITEM).putInt(inside.length).array());
            out.writeBytes(inside);
        }
        return put(tag, out.toByteArray());
    }

    public NewDataSet item(Tag tag, NewDataSet item) {
        return items(tag, List.of(item));
    }

    /// Everything of another data set, in place of what is here.
    public NewDataSet with(NewDataSet other) {
        values.putAll(other.values);
        return this;
    }

    private NewDataSet put(Tag tag, byte[] bytes) {
        if (!tag.vr().hasLongLength() && bytes.length > SHORT_LENGTH_MOST) {
            throw new IllegalArgumentException(tag.title() + ": " + bytes.length + " bytes, at most " + SHORT_LENGTH_MOST + " can be written");
        }
        values.put(tag, bytes);
        return this;
    }

    /// The elements in rising order, which is that of the constants of [Tag].
    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        values.forEach((tag, value) -> {
            out.writeBytes(header(tag, value.length));
            out.writeBytes(value);
        });
        return out.toByteArray();
    }

    /// Tag, representation and length of an element.
    static byte[] header(Tag tag, int length) {
        boolean wide = tag.vr().hasLongLength();
        ByteBuffer bytes = little(wide ? 12 : 8).putShort((short) (tag.number() >>> 16)).putShort((short) tag.number());
        bytes.put(tag.vr().name().getBytes(StandardCharsets.US_ASCII));
        return (wide ? bytes.putShort((short) 0).putInt(length) : bytes.putShort((short) length)).array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] padded(byte[] bytes, byte with) {
        if (bytes.length % 2 == 0) {
            return bytes;
        }
        byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = with;
        return even;
    }

    @Override
    public String toString() {
        return values.keySet().stream().map(Tag::title).collect(Collectors.joining(", "));
    }
}
