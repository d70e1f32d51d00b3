package org.trabecula.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTable;

/// Tables as text, packed text and Parquet, used as verbs use them, and manifests.
@Timeout(60)
class TableFuzzTest {
    private static final Path FOLDER = HostileInput.folder("tables");
    /// A header of n columns gives n column objects and a report of each that is refused: up to a few hundred bytes for each byte of it.
    private static final HostileInput BOUNDS = new HostileInput(64 * HostileInput.MIB);
    /// 4 KB of gzip hold 4 MB of text.
    private static final HostileInput PACKED = new HostileInput(512 * HostileInput.MIB);

    @FuzzTest
    void text(byte[] input) throws Exception {
        Path file = Files.write(FOLDER.resolve("table.csv"), input);
        BOUNDS.hold(input.length, () -> use(file));
    }

    /// Any bytes that begin as gzip does.
    @FuzzTest
    void packed(byte[] input) throws Exception {
        Path file = Files.write(FOLDER.resolve("table.csv.gz"), input);
        PACKED.hold(input.length, () -> use(file));
    }

    /// Text in sound gzip.
    @FuzzTest
    void packedText(byte[] input) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(input);
        }
        Path file = Files.write(FOLDER.resolve("text.tsv.gz"), packed.toByteArray());
        BOUNDS.hold(input.length, () -> use(file));
    }

    @FuzzTest
    void parquet(byte[] input) throws Exception {
        Path file = Files.write(FOLDER.resolve("table.parquet"), input);
        PACKED.hold(input.length, () -> use(file));
    }

    @FuzzTest
    void manifest(byte[] input) throws Exception {
        Path file = Files.write(FOLDER.resolve("cases.csv"), input);
        for (String image : List.of("ct.nii", "mask.nii")) {
            Path beside = FOLDER.resolve(image);
            if (!Files.exists(beside)) {
                Files.createFile(beside);
            }
        }
        BOUNDS.hold(input.length, () -> ManifestFile.read(file, Optional.empty()));
        BOUNDS.hold(input.length, () -> ManifestFile.readFound(file, Optional.of("acute")));
    }

    private static void use(Path file) {
        TextTable table = DelimitedText.read(file);
        FeatureTableFile.of(table);
        ColumnRoles.of(table).features(List.of());
    }
}
