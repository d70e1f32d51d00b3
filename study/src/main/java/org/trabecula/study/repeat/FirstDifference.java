package org.trabecula.study.repeat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Where two contents of one file first differ, told as its kind allows: the cell of a table, the line of a text, the entry of a
/// zip, else the byte.
final class FirstDifference {
    /// Characters of a line that are shown on either side of a difference.
    private static final int AROUND = 20;

    private FirstDifference() {}

    /// @param name decides by its ending how the bytes are read
    /// @return empty when they are the same
    static Optional<FileDifference> of(String name, byte[] before, byte[] now) throws IOException {
        if (Arrays.equals(before, now)) {
            return Optional.empty();
        }
        if (name.endsWith(".gz")) {
            String inner = name.substring(0, name.length() - ".gz".length());
            return of(inner, unpacked(before), unpacked(now))
                    .map(found -> new FileDifference(name, found.where(), found.before(), found.now()))
                    .or(() -> Optional.of(bytes(name, before, now)));
        }
        if (name.endsWith(".trabecula")) {
            return Optional.of(entries(name, before, now));
        }
        Optional<String> text = text(before);
        Optional<String> other = text(now);
        return Optional.of(text.isPresent() && other.isPresent()
                ? lines(name, text.get(), other.get())
                : bytes(name, before, now));
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static FileDifference entries(String name, byte[] before, byte[] now) throws IOException {
        Map<String, byte[]> first = entries(before);
        Map<String, byte[]> second = entries(now);
        for (Map.Entry<String, byte[]> entry : first.entrySet()) {
            byte[] other = second.get(entry.getKey());
            if (other == null) {
                return new FileDifference(name, "entry " + entry.getKey(), "there", "missing");
            }
            Optional<FileDifference> inner = of(entry.getKey(), entry.getValue(), other);
            if (inner.isPresent()) {
                return inner.get().within(name, "entry " + entry.getKey());
            }
        }
        return second.keySet().stream()
                .filter(entry -> !first.containsKey(entry))
                .findFirst()
                .map(entry -> new FileDifference(name, "entry " + entry, "missing", "there"))
                .orElseGet(() -> bytes(name, before, now));
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    /// Strictly UTF-8 without control characters, else it is no text.
    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static FileDifference lines(String name, String before, String now) {
        List<String> first = before.lines().toList();
        List<String> second = now.lines().toList();
        int line = 0;
        while (line < first.size() && line < second.size() && first.get(line).equals(second.get(line))) {
            line++;
        }
        String where = "line " + (line + 1);
        if (line >= first.size() || line >= second.size()) {
            return new FileDifference(
                    name, where, line < first.size() ? shown(first.get(line), 0) : "the end",
                    line < second.size() ? shown(second.get(line), 0) : "the end");
        }
        return name.endsWith(".csv") && line > 0
                ? cell(name, where, first.getFirst(), first.get(line), second.get(line))
                : inLine(name, where, first.get(line), second.get(line));
    }

    /// Our own tables quote no comma where cells differ between runs: those are numbers.
    private static FileDifference cell(String name, String where, String header, String before, String now) {
        List<String> columns = List.of(header.split(",", -1));
        List<String> first = List.of(before.split(",", -1));
        List<String> second = List.of(now.split(",", -1));
        if (first.size() != columns.size() || second.size() != columns.size()) {
            return inLine(name, where, before, now);
        }
        int column = 0;
        while (first.get(column).equals(second.get(column))) {
            column++;
        }
        return new FileDifference(
                name, where + ", column " + columns.get(column), shown(first.get(column), 0), shown(second.get(column), 0));
    }

    private static FileDifference inLine(String name, String where, String before, String now) {
        int at = Math.max(0, mismatch(before, now));
        return new FileDifference(name, where + ", character " + (at + 1), shown(before, at), shown(now, at));
    }

    private static int mismatch(String before, String now) {
        return Arrays.mismatch(before.toCharArray(), now.toCharArray());
    }

    /// A line around a place, cut to what fits a message.
    private static String shown(String line, int at) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(line.length(), at + AROUND + AROUND);
        String part = line.substring(Math.min(from, line.length()), to);
        return part.isEmpty() ? "nothing" : (from > 0 ? "…" : "") + part + (to < line.length() ? "…" : "");
    }

    private static FileDifference bytes(String name, byte[] before, byte[] now) {
        int at = Arrays.mismatch(before, now);
        return new FileDifference(name, "byte " + (at + 1), byteAt(before, at), byteAt(now, at));
    }

    private static String byteAt(byte[] bytes, int at) {
        return at < bytes.length ? String.format("%02x", bytes[at]) : "the end";
    }
}
