package org.trabecula.study.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Hash;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.study.problem.StudyProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A zip of named contents with a manifest of their checksums. What is not in the manifest, or does not match it, is
/// refused.
public final class BundleFile {
    /// Raised when an older reader could not understand a bundle.
    public static final int SCHEMA_VERSION = 2;

    private static final String MANIFEST = "manifest.json";
    private static final long LARGEST_ENTRY_BYTES = 1L << 30;
    private static final int LARGEST_MANIFEST_BYTES = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BundleFile() {}

    /// The first entry of a bundle.
    ///
    /// @param schemaVersion see [#SCHEMA_VERSION]
    /// @param createdBy     program and version
    /// @param sha256        of every other entry, by name
    /// @param bytes         size of every other entry, by name
    record Manifest(int schemaVersion, String createdBy, Map<String, String> sha256, Map<String, Long> bytes) {}

    /// Writes atomically; the same contents give the same bytes.
    ///
    /// @param contents by name
    public static void write(Path file, String createdBy, Map<String, byte[]> contents) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        Map<String, Long> sizes = new TreeMap<>();
        contents.forEach((name, bytes) -> {
            hashes.put(name, Hash.sha256Hex(bytes));
            sizes.put(name, (long) bytes.length);
        });
        byte[] manifest = JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Manifest(SCHEMA_VERSION, createdBy, hashes, sizes))
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            put(zip, MANIFEST, manifest);
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(contents).entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            zip.finish();
        });
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // no clock in the file: same model, same bytes
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// Reads and checks every entry.
    ///
    /// @throws InputException if the file is not a bundle, has another version, or was changed
    public static Map<String, byte[]> read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry first = zip.getEntry(MANIFEST);
            if (first == null) {
                throw refused(StudyProblem.BUNDLE_UNREADABLE, file, "no " + MANIFEST, "a bundle written by Trabecula");
            }
            Manifest manifest = JSON.readValue(limited(zip, first, LARGEST_MANIFEST_BYTES, file), Manifest.class);
            if (manifest.schemaVersion() != SCHEMA_VERSION) {
                throw refused(
                        StudyProblem.BUNDLE_VERSION, file, "schema version " + manifest.schemaVersion(),
                        "version " + SCHEMA_VERSION);
            }
            Map<String, byte[]> contents = new LinkedHashMap<>();
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().equals(MANIFEST)) {
                    continue;
                }
                String expected = manifest.sha256().get(entry.getName());
                Long size = manifest.bytes().get(entry.getName());
                if (expected == null || size == null || size < 0 || size > LARGEST_ENTRY_BYTES) {
                    throw refused(
                            StudyProblem.BUNDLE_CHANGED, file, "an entry '" + entry.getName() + "'",
                            "only the entries that the manifest lists");
                }
                byte[] bytes = limited(zip, entry, Math.toIntExact(size), file);
                if (!Hash.sha256Hex(bytes).equals(expected)) {
                    throw refused(
                            StudyProblem.BUNDLE_CHANGED, file, entry.getName() + " has another checksum",
                            "SHA-256 " + expected);
                }
                contents.put(entry.getName(), bytes);
            }
            if (contents.size() != manifest.sha256().size()) {
                throw refused(
                        StudyProblem.BUNDLE_CHANGED, file,
                        contents.size() + " entries", manifest.sha256().size() + " entries, as the manifest lists");
            }
            return contents;
        } catch (JacksonException e) {
            throw refused(StudyProblem.BUNDLE_UNREADABLE, file, MANIFEST + " is not readable", "a bundle written by Trabecula");
        } catch (ZipException e) {
            throw refused(StudyProblem.BUNDLE_UNREADABLE, file, "not a sound zip file", "a bundle written by Trabecula");
        } catch (IOException e) {
            throw refused(
                    StudyProblem.BUNDLE_UNREADABLE, file,
                    e instanceof java.nio.file.NoSuchFileException ? "no such file" : "the file cannot be read",
                    "a bundle written by Trabecula");
        }
    }

    /// At most `limit` bytes are ever taken, whatever the zip's own header says.
    private static byte[] limited(ZipFile zip, ZipEntry entry, int limit, Path file) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(limit, 1 << 16));
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (bytes.size() + n > limit) {
                    throw refused(
                            StudyProblem.BUNDLE_CHANGED, file, entry.getName() + " is longer than " + limit + " bytes",
                            "the size that the manifest lists");
                }
                bytes.write(buffer, 0, n);
            }
            return bytes.toByteArray();
        }
    }

    private static InputException refused(StudyProblem code, Path file, String found, String expected) {
        return new InputException(new Problem(
                code, file.toString(), found, expected, "copy the bundle again from the study that made it"));
    }
}
