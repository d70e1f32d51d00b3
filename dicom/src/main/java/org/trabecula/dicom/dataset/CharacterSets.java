package org.trabecula.dicom.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Texts by their Specific Character Set (PS3.3 C.12.1.1.2): single sets, and sets switched by ISO 2022 escapes.
///
/// A text is decoded before it is split at backslashes, because in Shift JIS, GBK and GB18030 a backslash can be the second
/// byte of a character.
final class CharacterSets {
    private static final int ESCAPE = 0x1b;

    private static final Map<String, String> JAVA_NAMES = Map.ofEntries(
            Map.entry("6", "ISO-8859-1"), // ASCII; bytes above 127 are against the rules and mostly Latin-1
            Map.entry("100", "ISO-8859-1"),
            Map.entry("101", "ISO-8859-2"),
            Map.entry("109", "ISO-8859-3"),
            Map.entry("110", "ISO-8859-4"),
            Map.entry("144", "ISO-8859-5"),
            Map.entry("127", "ISO-8859-6"),
            Map.entry("126", "ISO-8859-7"),
            Map.entry("138", "ISO-8859-8"),
            Map.entry("148", "ISO-8859-9"),
            Map.entry("203", "ISO-8859-15"),
            Map.entry("13", "Shift_JIS"), // JIS X 0201 is its single-byte part
            Map.entry("166", "TIS-620"),
            Map.entry("192", "UTF-8"),
            Map.entry("149", "EUC-KR"),
            Map.entry("58", "GB2312"),
            Map.entry("87", "ISO-8859-1"), // JIS X 0208 and 0212 need their escapes; before these, ASCII
            Map.entry("159", "ISO-8859-1"));

    /// What follows an escape, and the set that it calls.
    private static final Map<String, Called> ESCAPES = Map.ofEntries(
            Map.entry("(B", new Called("ISO-8859-1", false)),
            Map.entry("-A", new Called("ISO-8859-1", false)),
            Map.entry("-B", new Called("ISO-8859-2", false)),
            Map.entry("-C", new Called("ISO-8859-3", false)),
            Map.entry("-D", new Called("ISO-8859-4", false)),
            Map.entry("-L", new Called("ISO-8859-5", false)),
            Map.entry("-G", new Called("ISO-8859-6", false)),
            Map.entry("-F", new Called("ISO-8859-7", false)),
            Map.entry("-H", new Called("ISO-8859-8", false)),
            Map.entry("-M", new Called("ISO-8859-9", false)),
            Map.entry("-b", new Called("ISO-8859-15", false)),
            Map.entry("-T", new Called("TIS-620", false)),
            Map.entry("(J", new Called("Shift_JIS", false)),
            Map.entry(")I", new Called("Shift_JIS", false)),
            Map.entry("$B", new Called("EUC-JP", true)),
            Map.entry("$(D", new Called("JIS_X0212-1990", false)),
            Map.entry("$)C", new Called("EUC-KR", false)),
            Map.entry("$)A", new Called("GB2312", false)));

    /// @param highBit whether the set's bytes stand without the high bit that the Java charset wants
    private record Called(String charset, boolean highBit) {}

    private CharacterSets() {}

    static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Values between backslashes, without the blanks and zero bytes around them.
    static List<String> split(String text) {
        int end = text.indexOf('\\');
        if (end < 0) {
            return List.of(trimmed(text));
        }
        List<String> values = new ArrayList<>();
        int from = 0;
        for (; end >= 0; end = text.indexOf('\\', from)) {
            values.add(trimmed(text.substring(from, end)));
            from = end + 1;
        }
        values.add(trimmed(text.substring(from)));
        return List.copyOf(values);
    }

    /// How many values there are between backslashes; at least one.
    static int values(String text) {
        int values = 1;
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
            values++;
        }
        return values;
    }

    /// Without the blanks and zero bytes around it.
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    /// @param sets the values of Specific Character Set; none means ASCII
    static String decode(byte[] bytes, List<String> sets) {
        Charset first = charset(sets.isEmpty() ? "" : sets.get(0));
        if (!contains(bytes, ESCAPE)) {
            return new String(bytes, first);
        }
        StringBuilder text = new StringBuilder();
        Called called = new Called(first.name(), false);
        int from = 0;
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] == ESCAPE) {
                String sequence = sequence(bytes, at + 1);
                Called next = ESCAPES.get(sequence);
                if (next != null) {
                    text.append(decoded(bytes, from, at, called));
                    called = next;
                    at += 1 + sequence.length();
                    from = at;
                    continue;
                }
            }
            at++;
        }
        return text.append(decoded(bytes, from, bytes.length, called)).toString();
    }

    /// The intermediate bytes after an escape, up to its final byte.
    private static String sequence(byte[] bytes, int from) {
        int to = from;
        while (to < bytes.length && to < from + 3 && bytes[to] >= 0x20 && bytes[to] < 0x30) {
            to++;
        }
        return new String(bytes, from, Math.min(to + 1, bytes.length) - from, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] bytes, int from, int to, Called called) {
        byte[] part = Arrays.copyOfRange(bytes, from, to);
        if (called.highBit) {
            for (int n = 0; n < part.length; n++) {
                part[n] = part[n] > 0x20 ? (byte) (part[n] | 0x80) : part[n];
            }
        }
        return new String(part, named(called.charset));
    }

    private static Charset charset(String term) {
        return switch (term) {
            case "GB18030" -> named("GB18030");
            case "GBK" -> named("GBK");
            default -> named(JAVA_NAMES.getOrDefault(term.replaceFirst("^ISO(_| 2022 )IR ", ""), "ISO-8859-1"));
        };
    }

    /// A small Java lacks some; then characters are wrong, but nothing else.
    private static Charset named(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    private static boolean contains(byte[] bytes, int wanted) {
        for (byte one : bytes) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }
}
