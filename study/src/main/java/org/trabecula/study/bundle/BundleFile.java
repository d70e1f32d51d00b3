package org.trabecula.study.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Hash;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.study.problem.StudyProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A zip of named contents with a manifest of their checksums. What is not in the manifest, or does not match it, is
/// refused.
public final class BundleFile {
    /// Raised when an older reader could not understand a bundle.
    public static final int SCHEMA_VERSION = 7;
    /// The first whose models can be brought to this one ([OlderModels]).
    private static final int OLDEST_READ = 5;

    private static final String MANIFEST = "manifest.json";
    /// ResNet-152 takes 240 MB; a VGG without torchvision's head at most 80.
    private static final long LARGEST_WEIGHTS_BYTES = 1L << 29;
    /// A model of 1,648 features takes 2 MB.
    private static final long LARGEST_TEXT_BYTES = 1L << 26;
    /// No run of equal bytes becomes smaller than this in a zip; whoever claims more lies.
    private static final long MOST_BYTES_A_PACKED_BYTE = 1032;
    private static final int MOST_ENTRIES = 16;
    private static final int LARGEST_MANIFEST_BYTES = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

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
            if (zip.size() > MOST_ENTRIES) {
                throw refused(
                        StudyProblem.BUNDLE_CHANGED, file, zip.size() + " entries", "at most " + MOST_ENTRIES + " entries");
            }
            requireDifferentNames(zip, file);
            @Nullable Manifest manifest = JSON.readValue(limited(zip, first, LARGEST_MANIFEST_BYTES, file), Manifest.class);
            if (manifest == null) { // the text `null` is JSON
                throw refused(StudyProblem.BUNDLE_UNREADABLE, file, "an empty " + MANIFEST, "a bundle written by Trabecula");
            }
            if (manifest.schemaVersion() < OLDEST_READ || manifest.schemaVersion() > SCHEMA_VERSION) {
                throw refused(
                        StudyProblem.BUNDLE_VERSION, file, "schema version " + manifest.schemaVersion(),
                        "a version from " + OLDEST_READ + " to " + SCHEMA_VERSION);
            }
            Map<String, byte[]> contents = new LinkedHashMap<>();
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().equals(MANIFEST)) {
                    continue;
                }
                String expected = manifest.sha256().get(entry.getName());
                Long size = manifest.bytes().get(entry.getName());
                if (expected == null || size == null || size < 0 || size > mostBytes(entry)) {
                    throw refused(
                            StudyProblem.BUNDLE_CHANGED, file, "an entry '" + entry.getName() + "'",
                            "only the entries that the manifest lists, with sizes that they can have");
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

    /// A zip may hold one name twice, and readers differ in which they take.
    private static void requireDifferentNames(ZipFile zip, Path file) {
        Set<String> names = new HashSet<>();
        zip.stream().forEach(entry -> {
            if (!names.add(entry.getName())) {
                throw refused(
                        StudyProblem.BUNDLE_CHANGED, file, "two entries named '" + entry.getName() + "'", "one entry per name");
            }
        });
    }

    /// What an entry can hold, by its kind and by the bytes that stand for it.
    private static long mostBytes(ZipEntry entry) {
        long most = entry.getName().endsWith(".safetensors") ? LARGEST_WEIGHTS_BYTES : LARGEST_TEXT_BYTES;
        return Math.min(most, MOST_BYTES_A_PACKED_BYTE * Math.max(1, entry.getCompressedSize()));
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
