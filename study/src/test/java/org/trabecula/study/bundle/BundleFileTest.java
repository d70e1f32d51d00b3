package org.trabecula.study.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;

class BundleFileTest {
    private static final Map<String, byte[]> CONTENTS =
            Map.of("model.json", "{}".getBytes(StandardCharsets.UTF_8), "card.md", new byte[100_000]);

    @TempDir
    Path folder;

    Path bundle;

    @BeforeEach
    void write() throws IOException {
        bundle = folder.resolve("model.trabecula");
        BundleFile.write(bundle, "test", CONTENTS);
    }

    @Test
    void whatIsWrittenReadsBack() {
        Map<String, byte[]> back = BundleFile.read(bundle);
        assertThat(back.keySet()).isEqualTo(CONTENTS.keySet());
        CONTENTS.forEach((name, bytes) -> assertThat(back.get(name)).isEqualTo(bytes));
    }

    @Test
    void sameContentsSameBytes() throws IOException {
        Path again = folder.resolve("again");
        BundleFile.write(again, "test", CONTENTS);
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(bundle));
    }

    @Test
    void aChangedEntryIsRefused() throws IOException {
        rewrite((name, bytes) -> {
            if (name.equals("model.json")) {
                bytes[0] = '[';
            }
        }, "");
        assertThatThrownBy(() -> BundleFile.read(bundle)).hasMessageContaining("BND-002").hasMessageContaining("checksum");
    }

    @Test
    void anExtraEntryIsRefused() throws IOException {
        rewrite((_, _) -> {}, "extra.class");
        assertThatThrownBy(() -> BundleFile.read(bundle)).hasMessageContaining("BND-002").hasMessageContaining("extra.class");
    }

    @Test
    void anotherSchemaVersionIsRefused() throws IOException {
        rewrite((name, bytes) -> {
            if (name.equals("manifest.json")) {
                String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\"schemaVersion\" : " + BundleFile.SCHEMA_VERSION, "\"schemaVersion\" : 9");
                System.arraycopy(text.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, bytes.length);
            }
        }, "");
        assertThatThrownBy(() -> BundleFile.read(bundle)).hasMessageContaining("BND-003").hasMessageContaining("9");
    }

    @Test
    void theVersionBeforeIsRead() throws IOException {
        rewrite((name, bytes) -> {
            if (name.equals("manifest.json")) {
                String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\"schemaVersion\" : " + BundleFile.SCHEMA_VERSION, "\"schemaVersion\" : 5");
                System.arraycopy(text.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, bytes.length);
            }
        }, "");
        assertThat(BundleFile.read(bundle).keySet()).isEqualTo(CONTENTS.keySet());
    }

    @Test
    void whatIsNoBundleIsRefused() throws IOException {
        Files.writeString(bundle, "hello");
        assertThatThrownBy(() -> BundleFile.read(bundle)).hasMessageContaining("BND-001");
        assertThatThrownBy(() -> BundleFile.read(folder.resolve("none"))).hasMessageContaining("BND-001");
    }

    /// Java's own writer refuses it, so one name is turned into the other in the finished file.
    @Test
    void aNameThatStandsTwiceIsRefusedEvenWithEqualContent() throws IOException {
        BundleFile.write(bundle, "test", Map.of("card.md", new byte[10], "card.mx", new byte[10]));
        String bytes = Files.readString(bundle, StandardCharsets.ISO_8859_1);
        Files.writeString(bundle, bytes.replace("card.mx", "card.md"), StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> BundleFile.read(bundle))
                .hasMessageContaining("BND-002")
                .hasMessageContaining("two entries named 'card.md'");
    }

    @Test
    void aSizeThatTheEntryCannotHaveIsRefusedBeforeMemoryIsTaken() throws IOException {
        rewrite((name, bytes) -> {
            if (name.equals("manifest.json")) {
                String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\"card.md\" : 100000", "\"card.md\" : 500000");
                System.arraycopy(text.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, bytes.length);
            }
        }, "");
        assertThatThrownBy(() -> BundleFile.read(bundle)).hasMessageContaining("BND-002").hasMessageContaining("card.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"schemaVersion\": null}", "{\"schemaVersion\": 4, \"createdBy\": \"x\", \"sha256\": null, \"bytes\": {}}", "{\"schemaVersion\": 4", "\u0000"})
    void aManifestThatIsNoneIsRefused(String manifest) throws IOException {
        try (OutputStream out = Files.newOutputStream(bundle);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> BundleFile.read(bundle)).isInstanceOf(InputException.class).hasMessageContaining("BND-001");
    }

    private void rewrite(BiConsumer<String, byte[]> change, String extra) throws IOException {
        Path changed = folder.resolve("changed");
        try (ZipFile from = new ZipFile(bundle.toFile());
                OutputStream out = Files.newOutputStream(changed);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                change.accept(entry.getName(), bytes);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
            }
            if (!extra.isEmpty()) {
                to.putNextEntry(new ZipEntry(extra));
                to.write(1);
            }
        }
        Files.move(changed, bundle, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
