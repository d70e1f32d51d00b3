package org.trabecula.dicom.dataset;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;

/// Elements by tag: those of a file, or of one item of a sequence. Immutable.
///
/// An element without a value is as good as absent (PS3.5 7.4.4). What an item of a sequence holds belongs to that item and
/// is never found from outside.
public final class DataSet {
    private static final Pattern PADDED_COMPONENT = Pattern.compile("(^|\\.)0+(?=\\d)");

    private final String where;
    private final List<String> characterSets;
    private final Map<Tag, Element> elements;

    /// @param where         names the file in refusals
    /// @param characterSets of the data set around it; its own come first
    DataSet(String where, List<String> characterSets, Map<Tag, Element> elements) {
        this.where = where;
        this.elements = Map.copyOf(elements);
        this.characterSets = characterSets(elements, characterSets);
    }

    /// The character sets that hold among `elements` and in the items of their sequences.
    ///
    /// @param around those of the data set around them
    static List<String> characterSets(Map<Tag, Element> elements, List<String> around) {
        Element own = elements.get(Tag.SPECIFIC_CHARACTER_SET);
        return own == null ? around : CharacterSets.split(CharacterSets.ascii(own.bytes()));
    }

    static DataSet empty(String where) {
        return new DataSet(where, List.of(), Map.of());
    }

    /// Names the file in refusals.
    public String where() {
        return where;
    }

    /// Whether there is a value.
    public boolean has(Tag tag) {
        Element element = elements.get(tag);
        return element != null && (element.bytes().length > 0 || !element.items().isEmpty());
    }

    /// The first value without the blanks around it; absent if that leaves nothing.
    public Optional<String> text(Tag tag) {
        List<String> all = texts(tag);
        return all.isEmpty() || all.get(0).isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /// All values without the blanks around them.
    public List<String> texts(Tag tag) {
        Element element = elements.get(tag);
        if (element == null || element.bytes().length == 0) {
            return List.of();
        }
        return CharacterSets.split(switch (tag.vr()) {
            case LO, SH, PN, LT, ST, UC, UT -> CharacterSets.decode(element.bytes(), characterSets);
            default -> CharacterSets.ascii(element.bytes());
        });
    }

    /// A UID as it was meant: without padding, without zeros that begin a component. Absent if empty.
    public Optional<String> uid(Tag tag) {
        return text(tag).map(DataSet::withoutPadding);
    }

    private static String withoutPadding(String uid) {
        boolean mayBePadded = uid.startsWith("0") || uid.contains(".0"); // hardly any is, and thousands of files are looked at
        return mayBePadded ? PADDED_COMPONENT.matcher(uid).replaceAll("$1") : uid;
    }

    /// @throws InputException DCM-002 if the first value is no number
    public OptionalDouble number(Tag tag) {
        double[] all = numbers(tag);
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(all[0]);
    }

    /// @throws InputException DCM-002 if the first value is no whole number
    public OptionalInt whole(Tag tag) {
        OptionalDouble number = number(tag);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        double value = number.getAsDouble();
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw refusal(tag, Double.toString(value), "a whole number");
        }
        return OptionalInt.of((int) value);
    }

    /// All values; none if the element is absent or empty.
    ///
    /// @throws InputException DCM-002 if one is no number
    public double[] numbers(Tag tag) {
        Element element = elements.get(tag);
        if (element == null || element.bytes().length == 0) {
            return new double[0];
        }
        return switch (element.vr()) {
            case US, SS, UL, SL, FL, FD, OV, UV, SV, AT -> binary(element);
            default -> decimal(tag);
        };
    }

    /// Values of eight bytes, for tables of offsets. Offsets beyond 2⁶³ come out negative.
    public long[] longs(Tag tag) {
        Element element = elements.get(tag);
        if (element == null) {
            return new long[0];
        }
        ByteBuffer bytes = ByteBuffer.wrap(element.bytes()).order(element.order());
        long[] values = new long[element.bytes().length / Long.BYTES];
        for (int n = 0; n < values.length; n++) {
            values[n] = bytes.getLong();
        }
        return values;
    }

    /// The items of a sequence; none if it is absent.
    public List<DataSet> items(Tag tag) {
        Element element = elements.get(tag);
        return element == null ? List.of() : element.items();
    }

    /// The first item of a sequence.
    public Optional<DataSet> item(Tag tag) {
        return items(tag).stream().findFirst();
    }

    /// The refusal of what an element holds.
    public InputException refusal(Tag tag, String found, String expected) {
        return new InputException(new Problem(
                DicomProblem.ELEMENT,
                where,
                tag.title() + ": " + found,
                expected,
                "export the original series again; a value that is guessed would shift what is measured"));
    }

    private static double[] binary(Element element) {
        ByteBuffer bytes = ByteBuffer.wrap(element.bytes()).order(element.order());
        int size = switch (element.vr()) {
            case US, SS, AT -> 2;
            case UL, SL, FL -> 4;
            default -> 8;
        };
        double[] values = new double[element.bytes().length / size];
        for (int n = 0; n < values.length; n++) {
            values[n] = switch (element.vr()) {
                case US, AT -> bytes.getShort() & 0xffff;
                case SS -> bytes.getShort();
                case UL -> Integer.toUnsignedLong(bytes.getInt());
                case SL -> bytes.getInt();
                case FL -> bytes.getFloat();
                case FD -> bytes.getDouble();
                default -> bytes.getLong();
            };
        }
        return values;
    }

    /// Number by number, without a list of texts: a contour may have a million.
    private double[] decimal(Tag tag) {
        Element element = elements.get(tag);
        String text = element == null ? "" : CharacterSets.ascii(element.bytes());
        double[] values = new double[CharacterSets.values(text)];
        int from = 0;
        boolean blank = true;
        int missing = 0;
        for (int n = 0; n < values.length; n++) {
            int end = text.indexOf('\\', from);
            String one = CharacterSets.trimmed(text.substring(from, end < 0 ? text.length() : end));
            from = end + 1;
            if (one.isEmpty()) {
                missing++;
                continue;
            }
            blank = false;
            OptionalDouble value = NumberText.parse(one);
            if (value.isEmpty()) {
                throw refusal(tag, "\"" + one + "\"", "a number");
            }
            values[n] = value.getAsDouble();
        }
        if (!blank && missing > 0) {
            throw refusal(tag, "an empty value among others", "a number");
        }
        return blank ? new double[0] : values;
    }
}
