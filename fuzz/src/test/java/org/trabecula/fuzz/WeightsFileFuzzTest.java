package org.trabecula.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Timeout;
import org.trabecula.deep.network.WeightsCheck;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

/// Weights of networks: safetensors, PyTorch's zip and its older form, each up to the comparison with the networks.
@Timeout(60)
class WeightsFileFuzzTest {
    private static final Path FOLDER = HostileInput.folder("weights");
    private static final int DATA_BYTES = 64;
    /// A tensor may be read as 64-bit floats, eight times its bytes, and the pickle machine may make objects of 60 bytes from each
    /// of its bytes; inputs have some kilobytes.
    private static final HostileInput BOUNDS = new HostileInput(64 * HostileInput.MIB);

    @FuzzTest
    void safetensors(byte[] input) throws Exception {
        read("weights.safetensors", input);
    }

    /// The length before the header made right, so that the JSON is read; 64 bytes of data follow.
    @FuzzTest
    void safetensorsHeader(byte[] input) throws Exception {
        read("header.safetensors", ByteBuffer.allocate(Long.BYTES + input.length + DATA_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(input.length)
                .put(input)
                .array());
    }

    @FuzzTest
    void torchZip(byte[] input) throws Exception {
        read("zip.pth", input);
    }

    /// Damage of a zip is caught by its checksums; here they are right, so that the pickle machine sees the input.
    @FuzzTest
    void pickle(byte[] input) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "data.pkl", input);
            put(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
            for (int n = 0; n < 4; n++) {
                put(zip, "data/" + n, new byte[DATA_BYTES]);
            }
            put(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
        read("pickle.pth", bytes.toByteArray());
    }

    @FuzzTest
    void torchLegacy(byte[] input) throws Exception {
        read("legacy.pth", input);
    }

    private static void read(String name, byte[] bytes) throws Exception {
        Path file = Files.write(FOLDER.resolve(name), bytes);
        BOUNDS.hold(bytes.length, () -> {
            TensorFile content = TensorFile.read(file);
            content.tensors().values().forEach(StoredTensor::toDoubles);
            WeightsCheck.of(content, Optional.empty(), "the file");
        });
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry stored = new ZipEntry("archive/" + name);
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(content.length);
        stored.setCrc(crc.getValue());
        zip.putNextEntry(stored);
        zip.write(content);
    }
}
