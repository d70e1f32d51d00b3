package org.trabecula.deep.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.trabecula.deep.DeepProblem;

/// The zip form of `torch.save` (PyTorch 1.6 and later): `NAME/data.pkl` and one stored, uncompressed entry a storage.
///
/// Every entry's size and CRC-32 is checked; together the entries read are no larger than the file, so overlapping or
/// compressed entries cannot ask for more memory than that.
final class TorchZip {
    private TorchZip() {}

    static TensorFile read(Path file) throws IOException {
        String where = file.toString();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Entries entries = new Entries(zip, where, Files.size(file));
            String pickle = entries.nameOfPickle();
            String folder = pickle.substring(0, pickle.length() - "data.pkl".length());
            requireLittleEndian(entries, folder, where);
            ClosedUnpickler unpickler = new ClosedUnpickler(ByteBuffer.wrap(entries.read(pickle)), where);
            Object root = unpickler.load();
            for (Map.Entry<String, StoredTensor.Storage> storage : unpickler.storages().entrySet()) {
                long needed = storage.getValue().elements() * storage.getValue().type().bytes();
                byte[] bytes = entries.read(folder + "data/" + storage.getKey());
                if (bytes.length != needed) {
                    throw TensorFile.damaged(
                            where, "storage " + storage.getKey() + " has " + bytes.length + " bytes, its tensors need " + needed);
                }
                storage.getValue().fill(bytes);
            }
            return StateDict.of(root, where);
        } catch (ZipException | IllegalArgumentException e) { // the latter: names that are no UTF-8
            throw TensorFile.damaged(where, "a zip that cannot be read: " + e.getMessage());
        }
    }

    private static void requireLittleEndian(Entries entries, String folder, String where) throws IOException {
        if (!entries.has(folder + "byteorder")) {
            return; // PyTorch before 2.1 wrote none; it ran on little-endian machines
        }
        String order = new String(entries.read(folder + "byteorder"), StandardCharsets.UTF_8);
        if (!order.equals("little")) {
            throw DeepProblem.UNKNOWN_NUMBER_TYPE.refuse(
                    where, "byte order '" + order + "'", "little", "save the file again on a little-endian machine");
        }
    }

    /// The entries of one zip, read within one budget of bytes.
    private static final class Entries {
        private final ZipFile zip;
        private final String where;
        private long budget;

        Entries(ZipFile zip, String where, long budget) {
            this.zip = zip;
            this.where = where;
            this.budget = budget;
        }

        String nameOfPickle() {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.equals("data.pkl") || name.endsWith("/data.pkl"))
                    .findFirst()
                    .orElseThrow(() -> DeepProblem.NOT_A_WEIGHTS_FILE.refuse(
                            where,
                            "a zip without data.pkl",
                            "a file written by torch.save",
                            "unpack the archive and point at the .pth file in it"));
        }

        boolean has(String name) {
            return zip.getEntry(name) != null;
        }

        byte[] read(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw TensorFile.damaged(where, "the zip has no entry " + name);
            }
            budget -= entry.getSize();
            if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize() || budget < 0) {
                throw TensorFile.damaged(where, "entry " + name + " is compressed or larger than the file");
            }
            byte[] bytes;
            try (InputStream in = zip.getInputStream(entry)) {
                bytes = in.readNBytes((int) entry.getSize());
            }
            CRC32 crc = new CRC32();
            crc.update(bytes);
            if (bytes.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
                throw TensorFile.damaged(where, "the checksum of entry " + name + " does not fit its bytes");
            }
            return bytes;
        }
    }
}
