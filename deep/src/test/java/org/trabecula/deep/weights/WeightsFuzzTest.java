package org.trabecula.deep.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.deep.network.WeightsCheck;
import org.trabecula.testkit.Fuzz;
import org.trabecula.testkit.Reference;

/// Damaged weights end in tensors, and those in a comparison with the networks, or in a refusal. A minute each: `-Dtrabecula.fuzz.seconds=60`.
class WeightsFuzzTest {
    private static final Path FOLDER = Reference.core("weights/loader-tests");
    private static final int SECONDS = 6;
    /// The files are some kilobytes; a tensor may be read as 64-bit floats, eight times its bytes, and the pickle machine may
    /// make objects of 60 bytes from each of its bytes. 64 MiB is a thousand times that.
    private static final long MOST_BYTES = 64L << 20;

    @TempDir
    Path temp = Path.of("");

    @Test
    void anyWeightsFile() throws IOException {
        Fuzz fuzz = fuzz("weights");
        for (String name : new String[] {"tiny-zip.pth", "tiny-legacy.pth", "tiny.safetensors"}) {
            fuzz.seed(name, Files.readAllBytes(FOLDER.resolve(name)));
        }
        fuzz.files(".pth", WeightsFuzzTest::readWhole);
    }

    /// Damage of a zip is caught by its checksums; here they are made right again, so that the pickle machine sees it.
    @Test
    void aPickleInASoundZip() throws IOException {
        Map<String, byte[]> whole = entries(FOLDER.resolve("tiny-zip.pth"));
        fuzz("pickle-in-zip")
                .seed("data.pkl", whole.entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith("/data.pkl"))
                        .findFirst()
                        .orElseThrow()
                        .getValue())
                .bytes(pickle -> readWhole(Files.write(temp.resolve("sound.pth"), withPickle(whole, pickle))));
    }

    /// The length before the header is made right again, so that the JSON is read.
    @Test
    void aSafetensorsHeader() throws IOException {
        ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve("tiny.safetensors"))).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) whole.getLong()];
        whole.get(header);
        byte[] data = new byte[whole.remaining()];
        whole.get(data);
        fuzz("safetensors-header")
                .seed("header", new String(header, StandardCharsets.UTF_8))
                .tokens("\"F32\"", "\"data_offsets\"", "\"shape\"", "\"__metadata__\"", "[", "{", "-1", "9223372036854775808", "1e400",
                        "null", "\\u001b", "\\ud800")
                .bytes(json -> {
                    ByteBuffer file =
                            ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
                    file.putLong(json.length).put(json).put(data);
                    readWhole(Files.write(temp.resolve("header.safetensors"), file.array()));
                });
    }

    private static Fuzz fuzz(String name) {
        return Fuzz.reader(name).refusesWith(InputException.class).seconds(SECONDS).mostAllocatedBytes(MOST_BYTES);
    }

    private static void readWhole(Path file) {
        TensorFile content = TensorFile.read(file);
        content.tensors().values().forEach(StoredTensor::toDoubles);
        WeightsCheck.of(content, Optional.empty(), "the file");
    }

    private static Map<String, byte[]> entries(Path zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] withPickle(Map<String, byte[]> entries, byte[] pickle) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                byte[] content = entry.getKey().endsWith("/data.pkl") ? pickle : entry.getValue();
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry stored = new ZipEntry(entry.getKey());
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(content.length);
                stored.setCrc(crc.getValue());
                out.putNextEntry(stored);
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
