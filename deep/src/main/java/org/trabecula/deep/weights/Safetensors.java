package org.trabecula.deep.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.deep.DeepProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The safetensors format: 8 bytes N (little-endian), N bytes of JSON, then the tensors' bytes without gap or overlap.
///
/// The header names each tensor's `dtype`, `shape` and `data_offsets` (from, to) in the data part; `__metadata__` maps
/// texts to texts. A header that disagrees with the file's size, with itself or with this description is refused before
/// memory is taken for it. Source: the format's description at github.com/huggingface/safetensors (README, "Format").
public final class Safetensors {
    /// The format allows 100 MB; 2 MiB hold about 15,000 tensors, 16 times those of ResNet152.
    private static final int LONGEST_HEADER = 2 << 20;

    private static final int PREFIX = 8;
    private static final String METADATA = "__metadata__";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Safetensors() {}

    private record Entry(String name, TensorType type, long[] shape, long from, long to) {}

    static TensorFile read(FileChannel channel, String where) throws IOException {
        long size = channel.size();
        long headerLength =
                TensorFile.readAt(channel, 0, PREFIX, where).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (headerLength < 2 || headerLength > Math.min(LONGEST_HEADER, size - PREFIX)) {
            throw lying(
                    where,
                    "a header of " + Long.toUnsignedString(headerLength) + " bytes in a file of " + size,
                    "2 bytes or more, no more than the file holds, and at most " + LONGEST_HEADER);
        }
        ByteBuffer text = TensorFile.readAt(channel, PREFIX, (int) headerLength, where);
        long dataFrom = PREFIX + headerLength;
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = entries(parse(text, where), size - dataFrom, metadata, where);
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (Entry entry : entries) {
            int length = (int) (entry.to - entry.from); // at most the file's size, which is below 2³¹
            byte[] bytes = TensorFile.readAt(channel, dataFrom + entry.from, length, where).array();
            tensors.put(entry.name, StoredTensor.contiguous(entry.type, entry.shape, bytes));
        }
        return new TensorFile(tensors, metadata);
    }

    private static ObjectNode parse(ByteBuffer header, String where) {
        try {
            if (JSON.readTree(header.array(), 0, header.limit()) instanceof ObjectNode object) {
                return object;
            }
            throw lying(where, "a header that is no JSON object", "a JSON object");
        } catch (JacksonException e) {
            throw lying(where, "a header that is no sound JSON: " + e.getOriginalMessage(), "one JSON object, each name once");
        }
    }

    /// The tensors in header order; `metadata` is filled on the way.
    private static List<Entry> entries(ObjectNode header, long dataBytes, Map<String, String> metadata, String where) {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : header.properties()) {
            if (field.getKey().equals(METADATA)) {
                for (Map.Entry<String, JsonNode> said : field.getValue().properties()) {
                    metadata.put(said.getKey(), said.getValue().asString(""));
                }
            } else {
                entries.add(entry(field.getKey(), field.getValue(), dataBytes, where + ", " + quoted(field.getKey())));
            }
        }
        requireNoGapNorOverlap(entries, dataBytes, where);
        return entries;
    }

    private static Entry entry(String name, JsonNode node, long dataBytes, String where) {
        String typeName = node.path("dtype").asString("");
        TensorType type = TensorType.ofSafetensors(typeName)
                .orElseThrow(() -> DeepProblem.UNKNOWN_NUMBER_TYPE.refuse(
                        where,
                        "dtype " + quoted(typeName),
                        "F64, F32, F16, BF16, I64, I32, I16, I8, U8 or BOOL",
                        "store the tensors as F32 and save the file again"));
        long[] shape = naturals(node.path("shape"), "shape", where);
        long[] offsets = naturals(node.path("data_offsets"), "data_offsets", where);
        if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > dataBytes) {
            throw lying(
                    where,
                    "data_offsets " + Arrays.toString(offsets),
                    "two places, first and end, within the " + dataBytes + " bytes of data");
        }
        long bytes = type.bytes();
        try {
            for (long length : shape) {
                bytes = Math.multiplyExact(bytes, length);
            }
        } catch (ArithmeticException e) {
            throw lying(where, "shape " + Arrays.toString(shape), "a size that 64 bits can hold");
        }
        if (bytes != offsets[1] - offsets[0]) {
            throw lying(
                    where,
                    "shape " + Arrays.toString(shape) + " of " + type.safetensorsName() + ", " + bytes + " bytes",
                    (offsets[1] - offsets[0]) + " bytes, as data_offsets say");
        }
        return new Entry(name, type, shape, offsets[0], offsets[1]);
    }

    private static long[] naturals(JsonNode node, String what, String where) {
        if (!node.isArray() || node.size() > 64) {
            throw lying(where, what + " that is no list of at most 64 numbers", "a list of whole numbers");
        }
        long[] numbers = new long[node.size()];
        for (int n = 0; n < numbers.length; n++) {
            JsonNode number = node.get(n);
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
                throw lying(where, what + " with the entry " + quoted(number.toString()), "whole numbers from 0 to 2^63 - 1");
            }
            numbers[n] = number.longValue();
        }
        return numbers;
    }

    private static void requireNoGapNorOverlap(List<Entry> entries, long dataBytes, String where) {
        List<Entry> byPlace = new ArrayList<>(entries);
        byPlace.sort(Comparator.comparingLong(Entry::from).thenComparingLong(Entry::to));
        long end = 0;
        for (Entry entry : byPlace) {
            if (entry.from != end) {
                throw lying(
                        where + ", " + quoted(entry.name),
                        "its bytes start at " + entry.from + " where the tensor before ends at " + end,
                        "tensors one after the other: none shares bytes, none leaves a gap");
            }
            end = entry.to;
        }
        if (end != dataBytes) {
            throw lying(where, dataBytes + " bytes of data, " + end + " of them described", "every byte belongs to a tensor");
        }
    }

    private static InputException lying(String where, String found, String expected) {
        return DeepProblem.LYING_HEADER.refuse(
                where, found, expected + " (safetensors format)", "fetch the file again, or save it again with safetensors");
    }

    /// Names come from the file: shortened before they are shown.
    private static String quoted(String name) {
        return "'" + (name.length() <= 80 ? name : name.substring(0, 77) + "...") + "'";
    }

    /// Writes tensors in the given order, metadata by name; same content, same bytes. The file appears complete or not at all.
    public static void write(Path file, TensorFile content) throws IOException {
        SequencedMap<String, Part> parts = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> parts.put(
                name, new Part(tensor.type(), tensor.shape(), tensor.elements(), out -> out.write(tensor.toBytes()))));
        write(file, content.metadata(), parts);
    }

    /// Writes a file tensor by tensor: the values of each are asked for when its turn comes, so that few are in memory at once.
    ///
    /// @param first  come before the others
    /// @param others vectors of 32-bit floats
    public static void write(
            Path file, Map<String, String> metadata, SequencedMap<String, StoredTensor> first, SequencedMap<String, LazyFloats> others)
            throws IOException {
        SequencedMap<String, Part> parts = new LinkedHashMap<>();
        first.forEach((name, tensor) -> parts.put(
                name, new Part(tensor.type(), tensor.shape(), tensor.elements(), out -> out.write(tensor.toBytes()))));
        others.forEach((name, floats) -> parts.put(
                name, new Part(TensorType.FLOAT32, new long[] {floats.length()}, floats.length(), floats::write)));
        write(file, metadata, parts);
    }

    /// A tensor as it is written.
    private record Part(TensorType type, long[] shape, long elements, AtomicFile.Content content) {}

    private static void write(Path file, Map<String, String> metadata, SequencedMap<String, Part> parts) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode said = header.putObject(METADATA);
            new TreeMap<>(metadata).forEach(said::put);
        }
        long at = 0;
        for (Map.Entry<String, Part> named : parts.entrySet()) {
            Part part = named.getValue();
            ObjectNode entry = header.putObject(named.getKey());
            entry.put("dtype", part.type().safetensorsName());
            var shape = entry.putArray("shape");
            for (long length : part.shape()) {
                shape.add(length);
            }
            long to = at + part.elements() * part.type().bytes();
            entry.putArray("data_offsets").add(at).add(to);
            at = to;
        }
        byte[] json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8; // the data part starts on a multiple of 8
        AtomicFile.write(file, out -> {
            out.write(ByteBuffer.allocate(PREFIX).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).array());
            out.write(json);
            out.write(" ".repeat(padded - json.length).getBytes(StandardCharsets.UTF_8));
            for (Part part : parts.values()) {
                part.content().writeTo(out);
            }
        });
    }
}
