package org.trabecula.deep.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.testkit.Reference;

class HostileWeightsTest {
    private static final Path FOLDER = Reference.core("weights/loader-tests");

    @TempDir
    Path temp = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"tiny-zip.pth", "tiny-legacy.pth", "tiny.safetensors"})
    void everyTruncationIsRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve(name));
        for (int length = 0; length < whole.length; length++) {
            Path file = Files.write(temp.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TensorFile.read(file)).as("first %d bytes", length).isInstanceOf(InputException.class);
        }
    }

    /// A flipped bit may hit a value and stay unnoticed where the format has no checksum; it never ends in anything but
    /// tensors or a refusal.
    @ParameterizedTest
    @ValueSource(strings = {"tiny-zip.pth", "tiny-legacy.pth", "tiny.safetensors", "bad-pickle-print.pth"})
    void aFlippedBitIsReadOrRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve(name));
        SplittableRandom random = new SplittableRandom(20);
        for (int trial = 0; trial < 3000; trial++) {
            byte[] changed = whole.clone();
            int place = random.nextInt(changed.length);
            int bit = random.nextInt(8);
            changed[place] ^= (byte) (1 << bit);
            Path file = Files.write(temp.resolve("flipped"), changed);
            try {
                TensorFile.read(file).tensors().values().forEach(StoredTensor::toDoubles);
            } catch (InputException e) {
                assertThat(e.problems()).isNotEmpty();
            } catch (RuntimeException e) {
                fail("bit " + bit + " of byte " + place + " of " + name, e);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "not JSON                 | {\"a\":                                                                   | WTS-003",
        "a list                   | [1]                                                                      | WTS-001",
        "a name twice             | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | WTS-003",
        "a gap                    | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}              | WTS-003",
        "bytes left over          | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}              | WTS-003",
        "an unknown type          | {\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[8],\"data_offsets\":[0,8]}}          | WTS-005",
        "a negative size          | {\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}             | WTS-003",
        "a size with a fraction   | {\"a\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}}            | WTS-003",
        "offsets reversed         | {\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[8,0]}}              | WTS-003",
        "a number beyond 64 bits  | {\"a\":{\"dtype\":\"F32\",\"shape\":[36893488147419103232],\"data_offsets\":[0,8]}} | WTS-003",
        "a type that lies         | {\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,8]}}              | WTS-003",
        "shared bytes             | {\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | WTS-003",
        "a tensor that is a text  | {\"a\":\"F32\"}                                                            | WTS-005",
    })
    void aSafetensorsHeaderThatLiesIsRefused(String why, String header, String code) {
        Path file = safetensors(header, new byte[8]);
        assertThatThrownBy(() -> TensorFile.read(file)).as(why).hasMessageContaining(code);
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        Path file = safetensors("{\"a\":" + "[".repeat(200_000), new byte[8]);
        assertThatThrownBy(() -> TensorFile.read(file)).hasMessageContaining("WTS-003");
    }

    @Test
    void aPickleBombOfSharedListsIsNotUnfolded() {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(new byte[] {(byte) 0x80, 2, ']', 'q', 0});
        for (int level = 1; level < 200; level++) { // each list holds the one before twice: 2^200 leaves if unfolded
            pickle.writeBytes(new byte[] {']', 'q', (byte) level, '(', 'h', (byte) (level - 1), 'h', (byte) (level - 1), 'e'});
        }
        pickle.writeBytes(new byte[] {0x30, '.'});
        ClosedUnpickler unpickler = new ClosedUnpickler(ByteBuffer.wrap(pickle.toByteArray()), "bomb");
        assertThatThrownBy(unpickler::load).hasMessageContaining("WTS-002");
    }

    @Test
    void aPickleOfNothingButObjectsIsRefusedBeforeTheyFillTheMemory() {
        byte[] pickle = new byte[8 << 20];
        Arrays.fill(pickle, (byte) '}'); // each byte a dictionary
        pickle[0] = (byte) 0x80;
        pickle[1] = 2;
        ClosedUnpickler unpickler = new ClosedUnpickler(ByteBuffer.wrap(pickle), "bomb");
        assertThatThrownBy(unpickler::load).hasMessageContaining("WTS-004").hasMessageContaining("opcodes");
    }

    @Test
    void aZipThatUnpacksToMoreThanItselfIsRefused() throws IOException {
        Path file = temp.resolve("bomb.pth");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("net/data.pkl"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> TensorFile.read(file)).hasMessageContaining("WTS-002").hasMessageContaining("compressed");
    }

    @ParameterizedTest
    @CsvSource({"os, system", "posix, system", "builtins, eval", "torch, load", "torch._utils, _rebuild_xla_tensor", "numpy, array"})
    void noOtherNameIsKnown(String module, String name) {
        byte[] pickle = ("\u0080\u0002c" + module + "\n" + name + "\n)R.").getBytes(StandardCharsets.ISO_8859_1);
        ClosedUnpickler unpickler = new ClosedUnpickler(ByteBuffer.wrap(pickle), "hostile");
        assertThatThrownBy(unpickler::load).hasMessageContaining("WTS-004").hasMessageContaining(module + "." + name);
    }

    /// INST, OBJ, NEWOBJ, NEWOBJ_EX, EXT1, PERSID, NEXT_BUFFER.
    @ParameterizedTest
    @ValueSource(ints = {'i', 'o', 0x81, 0x92, 0x82, 'P', 0x97})
    void noOpcodeThatBuildsObjectsIsKnown(int opcode) {
        byte[] pickle = {(byte) 0x80, 2, (byte) opcode, 0, '.'};
        ClosedUnpickler unpickler = new ClosedUnpickler(ByteBuffer.wrap(pickle), "hostile");
        assertThatThrownBy(unpickler::load).hasMessageContaining("WTS-004");
    }

    @Test
    void aViewLargerThanItsStorageIsNoTensor() {
        StoredTensor.Storage one = new StoredTensor.Storage(TensorType.FLOAT32, 1);
        long[] expanded = {1 << 15, 1 << 15};
        assertThatThrownBy(() -> new StoredTensor(expanded, new long[] {0, 0}, one, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileOfAnotherKindIsNamedAsSuch() throws IOException {
        Path page = Files.writeString(temp.resolve("resnet50.pth"), "<!DOCTYPE html>");
        assertThatThrownBy(() -> TensorFile.read(page)).hasMessageContaining("WTS-001").hasMessageContaining("3c 21 44 4f");
        assertThatThrownBy(() -> TensorFile.read(temp.resolve("absent.pth"))).hasMessageContaining("WTS-006");
    }

    private Path safetensors(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json).put(data);
        try {
            return Files.write(temp.resolve("hostile.safetensors"), bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
