package org.trabecula.image.nrrd;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.ImageProblem;

/// The text at the head of an NRRD file, taken apart but not yet understood.
///
/// @param fields     `field: value`; names in lower case, without spaces
/// @param keyValues  `key:=value`, with `\n` and `\\` resolved
/// @param dataFiles  the lines behind `data file: LIST`
/// @param dataStart  where the line after the header begins
record NrrdHeader(
        String where, Map<String, String> fields, Map<String, String> keyValues, List<String> dataFiles, long dataStart) {

    private static final int LONGEST_LINE = 1 << 16;
    private static final int LONGEST_HEADER = 1 << 22;
    private static final int HIGHEST_VERSION = 6;

    /// Whether these first bytes are an NRRD magic.
    static boolean begins(byte[] head) {
        return head.length >= 8 && new String(head, 0, 7, StandardCharsets.ISO_8859_1).equals("NRRD000");
    }

    /// Reads the header of `file`, at most 4 MiB of it.
    ///
    /// @throws InputException NRR-001 if the text is not an NRRD header, or does not end
    static NrrdHeader read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 13)) {
            return new Reader(in, file.toString()).read();
        }
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    Optional<String> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /// @throws InputException NRR-002 if the field is missing
    String get(String field) {
        String value = fields.get(field);
        if (value == null) {
            throw refusal(ImageProblem.NRRD_FIELD, "no field '" + field + "'", "the field '" + field + "'");
        }
        return value;
    }

    /// A field of one whole number.
    ///
    /// @throws InputException NRR-002 if it is not one
    long number(String field) {
        try {
            return Long.parseLong(get(field).strip());
        } catch (NumberFormatException e) {
            throw refusal(ImageProblem.NRRD_FIELD, field + ": " + shown(get(field)), "a whole number");
        }
    }

    /// The words of a field, cut at white space.
    List<String> words(String field) {
        String value = get(field).strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }

    InputException refusal(ImageProblem code, String found, String expected) {
        return refusal(where, code, found, expected);
    }

    /// Shortened, so that a message stays a message.
    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "… (" + text.length() + " characters)";
    }

    private static InputException refusal(String where, ImageProblem code, String found, String expected) {
        return new InputException(new Problem(
                code, where, found, expected, "export the image again; teem.sourceforge.net/nrrd/format.html has the rules"));
    }

    /// Reads line by line, counting bytes.
    private static final class Reader {
        private final InputStream in;
        private final String where;
        private final Map<String, String> fields = new HashMap<>();
        private final Map<String, String> keyValues = new HashMap<>();
        private final List<String> dataFiles = new ArrayList<>();
        private long at;

        Reader(InputStream in, String where) {
            this.in = in;
            this.where = where;
        }

        NrrdHeader read() throws IOException {
            String magic = line();
            if (magic == null || magic.length() != 8 || !magic.startsWith("NRRD000") || magic.charAt(7) < '1'
                    || magic.charAt(7) > '0' + HIGHEST_VERSION) {
                throw refusal(
                        where, ImageProblem.NRRD_HEADER, "first line " + shown(String.valueOf(magic)), "NRRD0001 to NRRD000"
                                + HIGHEST_VERSION);
            }
            boolean listing = false;
            String line = line();
            while (line != null && !line.isEmpty()) {
                if (listing) {
                    dataFiles.add(line);
                } else {
                    listing = take(line);
                }
                line = line();
            }
            boolean detached = fields.containsKey("datafile");
            if (line == null && !detached) {
                throw refusal(
                        where,
                        ImageProblem.NRRD_HEADER,
                        "no empty line in " + at + " bytes",
                        "an empty line between header and voxels");
            }
            // not copyOf: its table slows to a walk on names that differ in their last digits
            return new NrrdHeader(
                    where, Collections.unmodifiableMap(fields), Collections.unmodifiableMap(keyValues), List.copyOf(dataFiles), at);
        }

        /// Takes one line in; tells whether a list of data files follows.
        private boolean take(String line) {
            if (line.startsWith("#")) {
                return false;
            }
            int key = line.indexOf(":=");
            int field = line.indexOf(": ");
            if (key > 0 && (field < 0 || key < field)) {
                keyValues.put(unescaped(line.substring(0, key)), unescaped(line.substring(key + 2)));
                return false;
            }
            int colon = field > 0 ? field : line.indexOf(':');
            if (colon <= 0) {
                throw refusal(
                        where,
                        ImageProblem.NRRD_HEADER,
                        "line " + shown(line),
                        "'field: value', 'key:=value' or '# comment'");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT).replace(" ", "");
            String value = line.substring(colon + 1).strip();
            if (fields.putIfAbsent(name, value) != null) {
                throw refusal(where, ImageProblem.NRRD_HEADER, "field '" + name + "' twice", "every field once");
            }
            return name.equals("datafile") && value.startsWith("LIST");
        }

        /// The next line without its end (LF or CR LF); null at the end of the file.
        private @Nullable String line() throws IOException {
            byte[] bytes = new byte[256];
            int length = 0;
            int c = in.read();
            if (c < 0) {
                return null;
            }
            while (c >= 0 && c != '\n') {
                if (length == LONGEST_LINE || at + length > LONGEST_HEADER) {
                    throw refusal(
                            where,
                            ImageProblem.NRRD_HEADER,
                            "a line of more than " + length + " bytes, " + (at + length) + " bytes into the header",
                            "lines up to " + LONGEST_LINE + " bytes in a header up to " + LONGEST_HEADER);
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * length);
                }
                bytes[length++] = (byte) c;
                c = in.read();
            }
            at += length + (c == '\n' ? 1 : 0);
            boolean carriageReturn = length > 0 && bytes[length - 1] == '\r';
            return new String(bytes, 0, carriageReturn ? length - 1 : length, StandardCharsets.UTF_8);
        }

        private static String unescaped(String text) {
            StringBuilder plain = new StringBuilder(text.length());
            for (int n = 0; n < text.length(); n++) {
                char c = text.charAt(n);
                char next = n + 1 < text.length() ? text.charAt(n + 1) : 0;
                if (c == '\\' && (next == 'n' || next == '\\')) {
                    plain.append(next == 'n' ? '\n' : '\\');
                    n++;
                } else {
                    plain.append(c);
                }
            }
            return plain.toString();
        }
    }
}
